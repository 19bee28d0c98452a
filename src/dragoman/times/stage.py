"""The stage: from a report's text to its times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language import once_a_parse, text_of
from dragoman.model import Interval, Report, TimeExpression
from dragoman.times.named_days import named
from dragoman.times.resolve import resolve
from dragoman.times.stretches import linked
from dragoman.times.tagging import Hit, tag
from dragoman.times.tense import direction_of
from dragoman.times.vetoes import keep_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.times.reading import Direction, Reading


class TaggedTimes(NamedTuple):
    """The times of a report found but not yet set on days: each hit, and whether its verb looks back or ahead."""

    hits: tuple[Hit, ...]
    directions: tuple[Direction | None, ...]


def add_times(report: Report) -> Report:
    """The report with its times, in the order of the text, resolved against `published.interval`.

    `parse` may be None; then no tense helps. See `resolve_times` for what an interval wider than a day leaves open.
    """
    return replace(report, times=resolve_times(tag_times(report), report.published.interval))


def tag_times(report: Report) -> TaggedTimes:
    """The times of a report, whenever it is of: the costly part, done once however many days are tried."""
    return _tagged(report.text, None) if report.parse is None else _tagged_in(report.parse)


@once_a_parse
def _tagged_in(doc: Doc) -> TaggedTimes:
    return _tagged(text_of(doc), doc)


def _tagged(text: str, doc: Doc | None) -> TaggedTimes:
    hits = named(linked(keep_times(tag(text), text, doc), text), doc)
    return TaggedTimes(tuple(hits), tuple(direction_of(doc, hit.span, text) for hit in hits))


def resolve_times(tagged: TaggedTimes, days: Interval | None) -> tuple[TimeExpression, ...]:
    """What the times mean in a report of one of these days, in the order of the text.

    Where `days` is wider than a day, only as far as its first and last agree (a later report never makes a time
    earlier, so the days between agree too). Else a time stays relative: a value such as "XXXX-WXX-5" or "PAST_REF" and
    no interval. Both ends of "from early June until mid-August" bear the days of the whole.
    """
    return tuple(
        TimeExpression(hit.span, reading.type, reading.value, reading.interval)
        for hit, reading in zip(tagged.hits, _agreed(tagged, days), strict=True)
        if reading
    )


def _agreed(tagged: TaggedTimes, days: Interval | None) -> list[Reading | None]:
    """Readings that hold on the first and on the last day that the report may be of, else those of an undated one."""
    if days is None:
        return resolve(*tagged, None)
    early = resolve(*tagged, days.first)
    if days.first == days.last:
        return early
    late, undated = resolve(*tagged, days.last), resolve(*tagged, None)
    return [one if one == other else none for one, other, none in zip(early, late, undated, strict=True)]
