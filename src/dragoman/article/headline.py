"""Which line above a story is its headline, and which lines below that are its subheads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.article.prose import Line, could_head, share, topics

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZONE = 80  # lines above the story that are searched
_GIST = 12  # paragraphs that say well enough what a story is about
_LATE = 4  # paragraphs of furniture that may stand above a headline
_BESIDE = ("dateline", "byline", "duplicate")

# How far a line of so few words can be trusted to be a headline and no section's or topic's name.
_TRUST = {2: 0.35, 3: 0.7, 4: 0.9}
_BESIDE_STORY = 0.25
_AGAIN = 0.8
_FIRST_OF = 0.7  # a headline stands above its subhead, which tells more of the story
_LEAST = 0.2  # score below which only a line of some length is taken
_LONG = 5

_POINTS = frozenset({"key points", "highlights", "story highlights", "in summary", "in brief", "at a glance"})
_SUBHEAD = 6
_SUBHEAD_BELOW = 7
_SUBHEAD_APART = 10
_ON_SUBJECT = 0.3


def find_headline(read: Sequence[Line], labels: Sequence[str | None], lead: int) -> int | None:
    """The line that heads the story whose first paragraph is line `lead`; None where no line above it fits.

    Each candidate is scored by the share of its topics that the story has, too, and by its place: beside a stamp or
    byline, right above the story, repeated. The first of the best is taken. Furniture that reads like prose can stand
    above the headline; then a line beside a stamp or byline among the first paragraphs is.
    """
    gist = _gist(read, labels, lead)
    zone = [i for i in range(max(0, lead - _ZONE), min(lead, len(read))) if labels[i] is None and could_head(read[i])]
    repeated = Counter(line.key for line in read if could_head(line))
    scored = {i: _score(read, labels, i, gist, repeated, lead) for i in zone}
    best = max((score for i, score in scored.items() if score >= _LEAST or read[i].words >= _LONG), default=0.0)
    if best > 0:
        found = next(i for i, score in scored.items() if score >= _FIRST_OF * best)
        return _topmost(read, labels, found, gist)
    if late := _late(read, labels, lead, gist):
        return late
    whole = [i for i, line in enumerate(read) if line.text]
    likely = [i for i in zone if read[i].words > 3 and (len(zone) == 1 or _beside(labels, i, lead))]
    return likely[-1] if likely else (zone[0] if zone and len(whole) <= 3 else None)


def is_subhead(read: Sequence[Line], head: int, i: int, lead: int) -> bool:
    """Whether a line between the headline and the story's lead is a subhead.

    The line right below a headline is one if it has some length, and so are the points below "Key points"; any other
    must share the story's subject, too.
    """
    if read[i].words < _SUBHEAD or i > lead:
        return False
    if read[i].strong or (read[i].words >= _SUBHEAD_BELOW and not any(line.text for line in read[head + 1 : i])):
        return True
    if any(line.key in _POINTS for line in read[head + 1 : i]):
        return True
    subject = share(topics(read[i].text), _gist(read, [None] * len(read), lead))
    return subject >= _ON_SUBJECT or (read[i].words >= _SUBHEAD_APART and subject > 0)


def _gist(read: Sequence[Line], labels: Sequence[str | None], lead: int) -> frozenset[str]:
    prose = [i for i in range(lead, len(read)) if labels[i] is None and read[i].ended][:_GIST]
    return frozenset().union(*(topics(read[i].text[:2000]) for i in prose))


def _next(labels: Sequence[str | None], i: int) -> int:
    """The next line that isn't blank."""
    return next((j for j in range(i + 1, len(labels)) if labels[j] != "blank"), len(labels))


def _topmost(read: Sequence[Line], labels: Sequence[str | None], found: int, gist: frozenset[str]) -> int:
    """The line itself, or the one right above it if that is on the subject, too: then this one is its subhead.

    A topic's name above a headline may be taken for one so; the headline is then kept as a subhead and not lost.
    """
    above = next((i for i in range(found - 1, -1, -1) if labels[i] != "blank"), -1)
    if above < 0 or labels[above] is not None or not could_head(read[above]) or read[above].words <= max(_TRUST) - 1:
        return found
    return above if share(topics(read[above].text), gist) >= _ON_SUBJECT else found


def _beside(labels: Sequence[str | None], i: int, lead: int) -> bool:
    """Whether a stamp, a byline or the story itself follows a line."""
    below = _next(labels, i)
    return below == lead or (below < len(labels) and labels[below] in _BESIDE)


def _score(  # noqa: PLR0913, PLR0917 - six plain facts of one line's place
    read: Sequence[Line],
    labels: Sequence[str | None],
    i: int,
    gist: frozenset[str],
    repeated: Counter[str],
    lead: int,
) -> float:
    words = (
        share(topics(read[i].text), gist)
        + 0.25 * _beside(labels, i, lead)
        + 0.8 * (repeated[read[i].key] > 1 and read[i].words > 2)
    )
    return words * _TRUST.get(read[i].words, 1.0)


def _late(read: Sequence[Line], labels: Sequence[str | None], lead: int, gist: frozenset[str]) -> int | None:
    prose = 0
    for i in range(lead, len(read)):
        prose += labels[i] is None and read[i].strong and not could_head(read[i])
        if prose > _LATE:
            break
        below = _next(labels, i)
        stamped = below < len(labels) and labels[below] in _BESIDE
        if stamped and labels[i] is None and could_head(read[i]) and read[i].words > 3:
            own = topics(read[i].text)
            if share(own, gist) >= 0.5:
                return i
    return None
