"""The dateline at the head of a story: "NAIROBI, March 3, 2014 (Agency) - "."""

from __future__ import annotations

import re

from dragoman.model import DateEvidence, Published, Span
from dragoman.sources.dates import days_of

_DATELINE = re.compile(
    r"\s*\[?(?P<place>[A-Z][A-Z .,'’/]{2,40}?)\]?,? +(?:\([^()\n]{2,30}\) +)?(?P<when>[^()\n–—]{6,30}?)"
    r" *(?:\([^()\n]{2,30}\) *)?[-–—]{1,2} ",
)
"""A place in capitals, words that should be a date, perhaps an agency, and a dash."""


def dated_by_dateline(text: str, body_start: int) -> Published:
    """The day that the body's dateline states in full; unknown where it has none, or no year in it."""
    match = _DATELINE.match(text, body_start)
    day = days_of(match["when"]) if match else None
    if match is None or day is None or day.first != day.last:
        return Published()
    evidence = DateEvidence(Span(*match.span("when")), f"dateline: {day.first}")
    return Published(day, "stated", (evidence,), match["when"])
