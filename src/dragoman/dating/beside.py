"""Which time a text gives an occasion: "Tuesday's primary", "the summit in Ghent next month", "voted on Sunday in"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dragoman.model import Report, Span, TimeExpression

_BEFORE = re.compile(r"(?:['’]s|['’])?\s+(?:[\w.&/'’-]+\s+){0,4}")
_AT_IT = re.compile(r",?\s+(?:at|during)\s+(?:an?|the|this|their|its|his|her)\s+(?:[\w.&/'’-]+\s+){0,3}")
_OWNED = re.compile(r"['’]s?\s")
_STEPS = frozenset(["ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT", "SPACE", "SYM", "X"])
_BEGIN = r"begins?|beginning|starts?|starting|opens?|takes? place|taking place|took place|kicks? off"
_LINKS = rf"which|that|is|are|was|were|will|be|to be|held|set|scheduled|slated|planned|due|{_BEGIN}"
_AFTER = re.compile(
    r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w.'’-]+(?:,?\s+[A-Z][\w.'’-]+){0,3})?"
    rf"(?:,(?=\s+(?:which|that|held|set|scheduled|slated|planned|due|to be|on|in|{_BEGIN})\b))?"
    rf"(?:\s+(?:{_LINKS}|early|late|later|earlier|here|there))*(?:\s+(?:on|in|for|over|during))?(?:\s+the)?[\s(]+",
)
_FAR = 70
_CUES = frozenset(
    [
        "after",
        "before",
        "since",
        "until",
        "about",
        "of",
        "on",
        "ahead",
        "toward",
        "towards",
        "to",
        "for",
        "through",
        "into",
        "till",
    ]
)
_MARGINS = frozenset(["sideline", "margin", "night", "day", "opening", "start", "end", "eve"])
_PLACING = frozenset(["at", "in", "during"])


def time_of(report: Report, span: Span) -> TimeExpression | None:
    """The time that dates the occasion named at `span`: beside it, or at the verb that it belongs to."""
    near = [one for one in report.times if one.type != "SET" and abs(one.span.start - span.start) < 250]
    return _touching(report, span, near) or _at_its_verb(report.parse, span, near)


def _touching(report: Report, span: Span, times: Iterable[TimeExpression]) -> TimeExpression | None:
    for time in times:
        if time.span.end <= span.start and span.start - time.span.end < _FAR:
            gap = report.text[time.span.end : span.start]
            if _AT_IT.fullmatch(gap) or (
                _BEFORE.fullmatch(gap) and (_OWNED.match(gap) or _only_names(report.parse, time.span.end, span.start))
            ):
                return time
        elif (
            span.end < time.span.start < span.end + _FAR
            and _AFTER.fullmatch(report.text[span.end : time.span.start])
            and not _is_circumstance(report.parse, span)
        ):
            return time
    return None


def _only_names(doc: Doc | None, start: int, end: int) -> bool:
    """Whether nothing but nouns and adjectives stands between, so that the time is part of the name's phrase."""
    words = doc.char_span(start, end, alignment_mode="contract") if doc is not None else None
    return words is not None and all(token.pos_ in _STEPS for token in words)


def _is_circumstance(doc: Doc | None, span: Span) -> bool:
    """Whether a time after the name may be that of the verb instead: "spoke after the summit on Friday"."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is None or not len(words):
        return True
    root = words.root
    return root.dep_ == "pobj" and root.head.lower_ in _CUES and root.head.head.lemma_.lower() not in _MARGINS


def _at_its_verb(doc: Doc | None, span: Span, times: Iterable[TimeExpression]) -> TimeExpression | None:
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if doc is None or words is None or not len(words):
        return None
    verb = _verb_of(words.root)
    if verb is None:
        return None
    for time in times:
        token = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if token is not None and len(token) and _governor(token.root) == verb.i:
            return time
    return None


def _verb_of(token: Token) -> Token | None:
    """The verb whose subject, object or place the occasion is; the occasion's own where it is told by one."""
    above: Token | None = token if token.pos_ == "VERB" else None
    if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        above = token.head
    elif token.dep_ == "pobj" and token.head.lower_ in _PLACING:
        above = token.head.head
    return above if above is not None and above.pos_ in ("VERB", "AUX") else None


def _governor(token: Token) -> int:
    """The word that a time depends on, past its preposition."""
    above: Token = token.head
    if token.dep_ == "pobj":
        above = above.head
    return int(above.i)
