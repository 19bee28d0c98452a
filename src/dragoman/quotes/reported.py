"""Reported speech: what verbs report by their grammar, brought into line with the quotation marks in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.quotes.content import STOPS, content_of
from dragoman.quotes.marks import trimmed
from dragoman.quotes.said import Said
from dragoman.quotes.speaker import speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Span
    from dragoman.quotes.cues import Cue
    from dragoman.quotes.direct import Link
    from dragoman.quotes.marks import Marked

_QUOTED = 0.8
"""Share of what is said that stands in one pair of marks from which it counts as direct speech."""


def reported(text: str, units: Sequence[Marked], links: Sequence[Link | None], cues: Sequence[Cue]) -> Iterator[Said]:
    """What each verb outside quotation marks reports as a clause, an object or an infinitive, marks included.

    Verbs within direct speech are left alone: the parse of speech inside a sentence is too often wrong.
    """
    starts, opens = [cue.span.start for cue in cues], [unit.outer.start for unit in units]
    linked: dict[int, list[int]] = {}
    for at, link in enumerate(links):
        if link is not None:
            linked.setdefault(link.cue.span.start, []).append(at)
    for number, cue in enumerate(cues):
        holder = bisect_right(opens, cue.span.start) - 1
        if not cue.asserted or (holder >= 0 and units[holder].outer.end > cue.span.start):
            continue
        content = content_of(cue)
        if content is None:
            continue
        later = max(number + 1, bisect_left(starts, content.start))
        content = _cut(text, content, cues[later : later + _LOOK])
        touched = _touched(units, opens, content)
        if not any(at in touched for at in linked.get(cue.span.start, ())):
            yield _said(text, cue, content, units[touched.start : touched.stop])


_LOOK = 8
"""Verbs looked at within what another verb reports."""


def _cut(text: str, content: Span, later: Sequence[Cue]) -> Span:
    """What is said without a following ", adding that ...", which is a statement of its own."""
    for cue in later:
        verb = cue.token
        if cue.span.start >= content.end:
            break
        if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "conj"} and verb.nbor(-1).text == "," and content_of(cue):
            return trimmed(text, content.start, verb.idx, STOPS)
    return content


def _touched(units: Sequence[Marked], opens: Sequence[int], span: Span) -> range:
    """The numbers of the stretches in marks that share words with the span."""
    first = bisect_right(opens, span.start) - 1
    if first < 0 or units[first].outer.end <= span.start:
        first += 1
    return range(first, max(first, bisect_left(opens, span.end)))


def _said(text: str, cue: Cue, content: Span, touched: Sequence[Marked]) -> Said:
    """The content widened to whole quotations; direct speech if next to nothing else is said."""
    head = speaker_of(cue.token)
    if not touched:
        return Said(content, direct=False, cue=cue.span, head=head)
    first, last = touched[0].outer, touched[-1].outer
    wide = trimmed(text, min(content.start, first.start), max(content.end, last.end), ",;:")
    if len(touched) == 1 and first.end - first.start >= _QUOTED * (wide.end - wide.start):
        return Said(touched[0].inner, direct=True, cue=cue.span, head=head)
    return Said(wide, direct=False, cue=cue.span, head=head)
