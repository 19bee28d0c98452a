"""Tell which times are the two ends of one stretch: "from late May till June 3", "Monday through Friday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.times.tagging import Hit

_FROM = re.compile(r"(?i:\b(?P<word>from|between)\s+(?:about\s+)?)$")
_TO = re.compile(r"(?i:\s+(?:to|till|until|through|and)\s+|\s*[-–—]\s*)")
_TO_ALONE = re.compile(r"(?i:\s+(?:till|until|through)\s+|\s?[-–—]\s?)")
_MOVED = re.compile(
    r"(?i:\b(?:postpon\w+|mov(?:ed?|es|ing)|delay\w*|chang\w+|reschedul\w+|shift\w*|defer\w*|brought|push\w*|put|extend\w*"
    r"|prolong\w*)\b[^.;:\n]{0,40})$"
)
_WINDOW = 20


def linked(hits: Iterable[Hit], text: str) -> list[Hit]:
    """The hits, those that close a stretch opened by the one before with a part "link".

    What was moved "from March to May" lasts no such stretch. "To" and "and" need a "from" or a "between".
    """
    done: list[Hit] = []
    for hit in hits:
        closes = bool(done) and _closes(done[-1], hit, text)
        done.append(hit._replace(parts={**hit.parts, "link": ("to",)}) if closes else hit)
    return done


def _closes(opener: Hit, closer: Hit, text: str) -> bool:
    start, end = opener.span
    gap = closer.span.start - end
    if gap > _WINDOW or opener.rule == "clock" or closer.rule == "clock":
        return False
    between = text[end : closer.span.start]
    opened = _FROM.search(text, max(0, start - _WINDOW), start)
    if opened is None:
        return _TO_ALONE.fullmatch(between) is not None
    if _TO.fullmatch(between) is None:
        return False
    word = opened["word"].lower()
    return word == "between" or _MOVED.search(text, max(0, opened.start() - 60), opened.start()) is None
