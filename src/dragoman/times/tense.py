"""Whether a time lies before or after the report, as the verb that governs it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.model import Span
    from dragoman.times.reading import Direction

_AHEAD = frozenset(["will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "can", "should", "must"])
_PLANNED = frozenset(
    [
        "plan",
        "schedule",
        "expect",
        "slate",
        "due",
        "intend",
        "aim",
        "hope",
        "set",
        "poise",
        "anticipate",
        "prepare",
        "propose",
    ]
)
_PLANNING = frozenset(["plan", "schedule", "expect", "slate"])
_TIMETABLED = frozenset(
    [
        "begin",
        "start",
        "open",
        "arrive",
        "leave",
        "depart",
        "end",
        "expire",
        "terminate",
        "close",
        "resume",
        "return",
        "convene",
    ]
)
_NOT_YET = frozenset(
    ["upcoming", "planned", "scheduled", "forthcoming", "coming", "proposed", "expected", "possible", "future"]
)
_FULFILLED = frozenset(
    ["begin", "start", "continue", "manage", "fail", "come", "help", "seem", "appear", "have", "use", "go"]
)
_AT_THE_EARLIEST = re.compile(r"(?i:\bas\s+(?:early|soon|late)\s+as\s+|\b(?:until|till)\s+)$")
_DEPTH = 12


def direction_of(doc: Doc | None, span: Span, text: str) -> Direction | None:
    """Past or future by the nearest verb above the words that has a tense; None without a parse or a verb.

    "as early as" looks ahead whatever the verb. A possessive ("Friday's vote") has no verb of its own.
    """
    if _AT_THE_EARLIEST.search(text, max(0, span.start - 14), span.start):
        return "future"
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is None or not len(words) or words.root.dep_ == "poss":
        return None
    for depth, token in enumerate(words.root.ancestors):
        verdict = _of_verb(token) if token.pos_ in ("VERB", "AUX") else _of_noun(token)
        if verdict or depth > _DEPTH:
            return verdict
    return None


def _of_noun(token: Token) -> Direction | None:
    return "future" if any(child.lower_ in _NOT_YET for child in token.children) else None


def _of_verb(verb: Token) -> Direction | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | (
        {verb.lower_} if verb.pos_ == "AUX" else set()
    )
    if helpers & {"have", "has", "had", "'ve", "’ve"}:
        return "past"
    if helpers & _AHEAD:
        return "future"
    return _of_infinitive(verb) if "to" in helpers else _of_tag(verb.tag_, verb.lemma_.lower())


def _of_tag(tag: str, lemma: str) -> Direction | None:
    """By the verb's own form; "the talks open Monday" is a timetable, other presents say nothing."""
    if tag == "VBD":
        return "future" if lemma in _PLANNING else "past"
    if tag == "VBN":
        return "future" if lemma in _PLANNED else "past"
    return "future" if tag in ("VBP", "VBZ") and lemma in _TIMETABLED | _PLANNED else None


def _of_infinitive(verb: Token) -> Direction | None:
    """Ahead for "plans to visit"; "began to leave", "managed to win" leave it to the verb above."""
    above = verb.head
    return None if above.pos_ == "VERB" and above.lemma_.lower() in _FULFILLED and above.lower_ != "going" else "future"
