"""Merging bit by bit gives what merging all at once gives, whatever comes first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge import Merged, merge
from dragoman.merge.dates import first_day
from dragoman.merge.growing import grow
from dragoman.merge.kept import Trace
from dragoman.merge.stories import outline
from dragoman.merge.tellings import tellings
from dragoman.merge.test_made import CHINA, KOREA, MINISTRY, NORTH, PARK, XI, Said, any_report, day, made
from dragoman.model import Actor, Interval, Member, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dragoman.merge import Copy
    from dragoman.merge.kept import Change
    from dragoman.merge.stories import Outline
    from dragoman.model import Report, Story


@dataclass
class Memory:
    """A record that is nowhere but here: all reports, and what was merged of some."""

    written: dict[str, Report] = field(default_factory=dict)
    merged: Merged = field(default_factory=lambda: Merged((), (), ()))

    def outlines(self, reports: Collection[str]) -> Iterable[Outline]:
        return [outline(self.written[name]) for name in reports]

    def outlines_within(self, spans: Sequence[Interval] | None) -> Iterable[Outline]:
        every = [outline(report) for report in self.written.values()]
        return [one for one in every if one.days is None or spans is None or any(_meet(one.days, s) for s in spans)]

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        return [self.written[name] for name in ids]

    def stories(self, reports: Collection[str]) -> Sequence[Story]:
        return [story for story in self.merged.stories if not set(reports).isdisjoint(story.reports)]

    def copies(self, reports: Collection[str]) -> Iterable[Copy]:
        return [copy for copy in self.merged.copies if copy.report in reports]

    def members(self, reports: Collection[str]) -> Collection[Member]:
        return [one for event in self.merged.events for one in event.members if one.report in reports]

    def events(self, members: Collection[Member]) -> Mapping[str, Sequence[Member]]:
        return {one.id: one.members for one in self.merged.events if not set(members).isdisjoint(one.members)}

    def against(self, events: Collection[str]) -> Iterable[Member]:
        gone = [one for one in self.merged.events if one.id in events]
        if any(readout.conflicts_with for one in gone for readout in one.readouts):
            return [one.members[0] for one in self.merged.events if any(r.conflicts_with for r in one.readouts)]
        return []

    def traces(self, kinds: Collection[tuple[str, str]]) -> Iterable[Trace]:
        found = [one for report in self.written.values() for one in tellings(report)]
        return [
            Trace(one.member, one.kind, one.countries, one.interval, one.sentence) for one in found if one.kind in kinds
        ]

    def clashes(self, prefixes: Collection[str], but: Collection[str]) -> bool:
        ids = {*(story.id for story in self.merged.stories), *(event.id for event in self.merged.events)}
        return any(name[:9] in prefixes for name in ids - {*but})

    def take(self, new: Iterable[Report], touched: Iterable[Report] = ()) -> None:
        """Merge these into what is there."""
        new, touched = list(new), list(touched)
        self.written |= {report.id: report for report in (*new, *touched)}
        change = grow(self, [one.id for one in new], [one.id for one in touched])
        self.merged = merge(list(self.written.values())) if change is None else changed(self.merged, change)


def _meet(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def changed(old: Merged, by: Change) -> Merged:
    """What was merged, with the change made."""
    coming = {event.id for event in by.events}
    stories = [story for story in old.stories if story.id not in by.gone]
    events = [event for event in old.events if event.id not in by.gone | coming]
    copies = [copy for copy in old.copies if copy.report not in by.recopied]
    fulfils = [one for one in old.fulfils if by.gone.isdisjoint(one)]
    return Merged(
        tuple(sorted([*stories, *by.stories], key=lambda story: (first_day(story.interval), story.id))),
        tuple(sorted([*events, *by.events], key=lambda event: (first_day(event.date), event.id))),
        tuple(sorted([*copies, *by.copies], key=lambda copy: copy[::-1])),
        tuple(sorted([*fulfils, *by.fulfils])),
    )


SENTENCES: tuple[tuple[str, str, tuple[Actor, ...], tuple[Actor, ...], str], ...] = (
    ("Xi Jinping met Park Geun-hye in Beijing for talks on trade.", "met", (XI,), (PARK,), "CONSULT"),
    ("On the day Park Geun-hye met Xi Jinping, ferries stood still.", "met", (PARK,), (XI,), "CONSULT"),
    ("North Korea tested a third missile off its eastern coast.", "tested", (NORTH,), (), "MOBILIZE"),
    ("That third missile was tested at dawn by North Korea.", "tested", (NORTH,), (), "MOBILIZE"),
    ("China warned South Korea over the new base near the border.", "warned", (CHINA,), (KOREA,), "THREATEN"),
    ("China warned its neighbour over the new base near the border.", "warned", (CHINA,), (), "THREATEN"),
    ("North Korea hacked the bank in Seoul, officials say.", "hacked", (NORTH,), (KOREA,), "COERCE"),
)


STATUSES: tuple[Status, ...] = ("actual", "actual", "planned", "denied", "alleged")


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    """Something said of one of few happenings, which another report may tell too."""
    sentence, trigger, source, target, code = draw(st.sampled_from(SENTENCES))
    status: Status = draw(st.sampled_from(STATUSES))
    when = draw(st.none() | st.integers(1, 6).map(day))
    by = draw(st.sampled_from([None, None, MINISTRY, NORTH]))
    return Said(sentence, trigger, source, target, code, status, when, by)


@st.composite
def collections(draw: st.DrawFn) -> list[Report]:
    """Reports of few happenings on neighbouring days, some of vague or unknown date, some copies."""
    found = []
    for number in draw(st.permutations(range(draw(st.integers(1, 14))))):
        said = draw(st.lists(sayings(), min_size=1, max_size=3))
        on = draw(st.none() | st.sampled_from([1, 2, 4, 8, 15, 30, 400]).map(day))
        report = made(f"r{number}", *said, on=on, outlet=draw(st.sampled_from([None, "The Herald"])))
        if on and draw(st.integers(0, 9)) == 0:
            published = replace(report.published, interval=Interval(on, on.replace(year=on.year + 1)))
            report = replace(report, published=published)
        found.append(report)
    return found


def batches(reports: list[Report], cuts: Iterable[int]) -> list[list[Report]]:
    """The reports in several lots."""
    edges = [0, *sorted(cut % (len(reports) + 1) for cut in cuts), len(reports)]
    return [reports[start:end] for start, end in pairwise(edges)]


@settings(max_examples=150, deadline=None)
@given(collections(), st.lists(st.integers(0, 20), max_size=5))
def test_merging_in_any_lots_and_order_is_merging_at_once(reports: list[Report], cuts: list[int]) -> None:
    record = Memory()
    for lot in batches(reports, cuts):
        record.take(lot)
    assert record.merged == merge(reports)


@settings(max_examples=60, deadline=None)
@given(st.lists(any_report(), max_size=7, unique_by=lambda one: one.id), st.lists(st.integers(0, 7), max_size=3))
def test_so_it_is_with_any_reports(reports: list[Report], cuts: list[int]) -> None:
    record = Memory()
    for lot in batches(reports, cuts):
        record.take(lot)
    assert record.merged == merge(reports)


@settings(max_examples=100, deadline=None)
@given(collections(), st.data())
def test_what_is_coded_otherwise_is_merged_otherwise(reports: list[Report], data: st.DataObject) -> None:
    record = Memory()
    record.take(reports)
    again = []
    for report in data.draw(st.lists(st.sampled_from(reports), max_size=3, unique_by=lambda one: one.id)):
        events = [replace(event, status=data.draw(st.sampled_from(["actual", "denied"]))) for event in report.events]
        again.append(replace(report, events=tuple(events[data.draw(st.integers(0, 1)) :])))
    record.take([], again)
    assert record.merged == merge(list(record.written.values()))


def test_what_nothing_touches_is_not_made_anew() -> None:
    record = Memory()
    record.take(made(f"r{number}", Said(*SENTENCES[0], day=day(9 * number)), on=day(9 * number)) for number in range(9))
    far = made("r9", Said(*SENTENCES[0], day=day(40)), on=day(40))
    record.written["r9"] = far
    change = grow(record, ["r9"])
    assert change is not None
    assert {name for story in change.stories for name in story.reports} < record.written.keys()
    assert len(change.events) < len(record.merged.events)


WORDS = ["envoy", "ferry", "bridge", "vote", "budget", "storm", "harvest", "strike", "summit", "grain", "prison"]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(WORDS), min_size=3, max_size=6), st.none() | st.integers(1, 40)), max_size=24
    ),
    st.lists(st.integers(0, 30), max_size=6),
)
def test_so_it_is_with_headlines_that_share_some_words(
    heads: list[tuple[list[str], int | None]], cuts: list[int]
) -> None:
    reports = []
    for number, (words, on) in enumerate(heads):
        text = f"{' '.join(words)} {number % 5}"
        report = made(f"r{number}", on=day(on) if on else None)
        reports.append(replace(report, title=text, text=text, body_start=len(text)))
    record = Memory()
    for lot in batches(reports, cuts):
        record.take(lot)
    assert record.merged == merge(reports)
