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
        "meet",
        "vote",
        "travel",
        "gather",
        "go",
    ]
)
_NOT_YET = frozenset(
    [
        "upcoming",
        "planned",
        "scheduled",
        "slated",
        "forthcoming",
        "coming",
        "proposed",
        "expected",
        "possible",
        "future",
        "looming",
        "imminent",
    ]
)
_FULFILLED = frozenset(
    ["begin", "start", "continue", "manage", "fail", "come", "help", "seem", "appear", "have", "use", "go"]
)
_PUT_OFF = frozenset(
    [
        "postpone",
        "delay",
        "extend",
        "suspend",
        "adjourn",
        "defer",
        "prolong",
        "close",
        "give",
        "grant",
        "push",
        "put",
        "set",
        "reschedule",
        "have",
        "remain",
        "ban",
        "bar",
        "halt",
        "keep",
    ]
)
"""Verbs whose "until" tells an end that lay ahead when they were done: "was postponed until Friday"."""
_OUT_OF_REACH = frozenset(["reach", "locate", "contact", "find", "confirm", "verify", "identify"])
"""What "could not be" done when the reporter tried."""
_ABOUT_LATER = frozenset(
    ["prepare", "discuss", "plan", "arrange", "schedule", "organise", "organize", "invite", "propose"]
)
"""Aims that are about something still ahead: "met to prepare the talks on Friday"."""
_FIRST = frozenset(["first", "last", "only", "latest", "second", "third"])
_AT_THE_EARLIEST = re.compile(r"(?i:\bas\s+(?:early|soon|late)\s+as\s+)$")
_RENEWED = frozenset(["extend", "prolong", "renew", "suspend", "delay"])
_THROUGH = re.compile(r"(?i:\bthrough\s+)$")
_YET_TO_COME = frozenset(["when", "if", "once", "before", "after", "until", "unless"])
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_UNTIL = re.compile(r"(?i:\b(?:until|till)\s+)$")
_IN_FORCE = re.compile(r"(?i:\beffective\s+(?:from\s+|on\s+|as\s+of\s+)?)$")
_HAD = frozenset({"had", "'d", "’d"})
_HAVE = frozenset({"have", "has", "'ve", "’ve"}) | _HAD
_DEPTH = 12


def direction_of(doc: Doc | None, span: Span, text: str) -> Direction | None:
    """Past or future by the nearest verb above the words that has a tense; None without a parse or a verb.

    "as early as" looks ahead where its verb does not say that it is over. A possessive ("Friday's vote") has no verb
    of its own, and what is "effective" on a day may be so before or after.
    """
    before = text[max(0, span.start - 20) : span.start]
    if _IN_FORCE.search(before):
        return None
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is None or not len(words):
        return "future" if _AT_THE_EARLIEST.search(before) or _UNTIL.search(before) else None
    if _AT_THE_EARLIEST.search(before):
        return "future"
    if _UNTIL.search(before):
        return _until(words.root)
    if _THROUGH.search(before) and any(token.lemma_.lower() in _RENEWED for token in words.root.ancestors):
        return "future"
    return None if words.root.dep_ == "poss" else _of_first(words.root)


def _of_first(word: Token) -> Direction | None:
    """By the first word above that says anything."""
    for depth, token in enumerate(word.ancestors):
        verdict = _of_verb(token) if token.pos_ in ("VERB", "AUX") else _of_noun(token) or _of_due(token)
        if verdict or depth > _DEPTH:
            return verdict
    return None


def _until(word: Token) -> Direction | None:
    """An end still ahead, unless the verb tells what was over by then ("had not opened the gates until Tuesday")."""
    verb = next((token for token in word.ancestors if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() in _PUT_OFF:
        return "future"
    return _of_verb(verb) or "future"


def _of_due(token: Token) -> Direction | None:
    """Ahead for what "is due on Friday"; over for what "had been"."""
    if token.lower_ != "due" or (token.pos_ != "ADJ" and any(child.lower_ == "to" for child in token.children)):
        return None
    return "past" if any(child.lower_ in _HAD for child in token.head.children) else "future"


def _of_noun(token: Token) -> Direction | None:
    return "future" if any(child.lower_ in _NOT_YET for child in token.children) else None


def _of_verb(verb: Token) -> Direction | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | (
        {verb.lower_} if verb.pos_ == "AUX" else set()
    )
    lemma = verb.lemma_.lower()
    if helpers & _HAVE:
        is_plan = lemma in _PLANNING and not helpers & _HAD
        return "future" if is_plan else "past"
    if "could" in helpers and lemma in _OUT_OF_REACH:
        return "past"
    if helpers & _AHEAD:
        return "future"
    if _is_yet_to_come(verb, helpers):
        return "future"
    return _of_infinitive(verb) if "to" in helpers else _of_tag(verb, lemma)


def _is_yet_to_come(verb: Token, helpers: set[str]) -> bool:
    """Whether a present tells what is ahead: "when the bill is read in May", "if they come on Friday"."""
    is_present = verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBN" and bool(helpers & _PRESENT))
    return is_present and verb.dep_ == "advcl" and any(child.lower_ in _YET_TO_COME for child in verb.children)


def _of_tag(verb: Token, lemma: str) -> Direction | None:
    """By the verb's own form; "the talks open Monday" is a timetable, other presents say nothing."""
    if verb.tag_ == "VBD":
        return "future" if lemma in _PLANNING else "past"
    if verb.tag_ == "VBN":
        return "future" if lemma in _PLANNED and (lemma != "set" or _is_for(verb)) else "past"
    return "future" if verb.tag_ in ("VBP", "VBZ") and lemma in _TIMETABLED | _PLANNED else None


def _is_for(verb: Token) -> bool:
    """Whether something is set for a time or to happen, and not set as a record is."""
    return any(child.lower_ == "for" or child.dep_ == "xcomp" for child in verb.children)


def _of_infinitive(verb: Token) -> Direction | None:
    """Ahead for "plans to visit"; over where the verb above is: "began to leave", "went to meet", "had been due to".

    None leaves it to the verb above, as "the first to join" does.
    """
    above = verb.head
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    for noun in (above, *doers) if above.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") else doers:
        if noun.lower_ in _FIRST or any(child.lower_ in _FIRST for child in noun.children):
            return None
    if above.pos_ not in ("VERB", "AUX", "ADJ") or above.lower_ == "going":
        return "future"
    if above.pos_ == "VERB" and above.lemma_.lower() in _FULFILLED:
        return None
    return "past" if _is_over(above, verb) else "future"


def _is_over(above: Token, verb: Token) -> bool:
    """Whether an aim was followed at once ("flew in to meet him") or a plan is past ("had been due to speak")."""
    helpers = {child.lower_ for child in above.children if child.dep_ in ("aux", "auxpass")}
    host = above.head if above.pos_ == "ADJ" else above
    around = helpers | {child.lower_ for child in host.children if child.dep_ in ("aux", "auxpass")}
    if around & _HAD and (above.lemma_.lower() in _PLANNED):
        return True
    is_done = above.tag_ == "VBD" and not helpers & _AHEAD
    return verb.dep_ == "advcl" and is_done and verb.lemma_.lower() not in _ABOUT_LATER
