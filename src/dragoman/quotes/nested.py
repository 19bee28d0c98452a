"""Quotations within quotations: keep those that tell of a second speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.quotes.told import Told


def outermost(found: Iterable[Told]) -> list[Told]:
    """The quotations by place in the text, without what is no statement of its own within another's.

    "He said he hoped to go": the hope is what he said. "Xi said that Park had asked for help" keeps both
    speakers: Park's words have Xi for their `relay`.
    """
    kept: list[Told] = []
    around: list[Told] = []
    for one in sorted(found, key=_widest_first):
        around = [outer for outer in around if outer.span.end > one.span.start]
        holders = [outer for outer in around if outer.span.holds(one.span)]
        if not holders or _speaks(one, holders):
            passed_on = [outer.speaker for outer in holders if outer.cue_kind == "speech" and outer.speaker is not None]
            kept.append(one._replace(relay=passed_on[-1] if passed_on else None))
            around.append(one)
    return sorted(kept, key=_place)


def _speaks(one: Told, holders: list[Told]) -> bool:
    if one.cue_kind != "speech" or any(one.speaker_span == outer.speaker_span for outer in holders):
        return False
    if one.speaker is None:
        return one.direct and one.speaker_span is not None
    return all(one.speaker != outer.speaker for outer in holders)


def _widest_first(one: Told) -> tuple[int, int, Span]:
    return one.span.start, -one.span.end, one.cue or Span(-1, -1)


def _place(one: Told) -> tuple[Span, Span]:
    return one.span, one.cue or Span(-1, -1)
