from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.merge.joining import SPAN
from dragoman.merge.stories import find_stories
from dragoman.model import Interval, Published, Report, Source

BRIDGE = "Engineers opened the new bridge over the river in Lisbon; the mayor cut a ribbon before thousands of walkers."
BRIDGE_AGAIN = "In Lisbon thousands walked over the new river bridge that the mayor opened with a ribbon and engineers."
VOTE = "Parliament in Oslo passed the fisheries bill after midnight; the opposition promised to challenge the quota."
START = date(2015, 6, 1)


def report(name: str, text: str, days: int | None = 0, *, bare: bool = False) -> Report:
    published = Published()
    if days is not None:
        when = START + timedelta(days=days)
        published = Published(Interval(when, when), "given")
    start = len(text) if bare else 0
    return Report(name, Source(name, ""), text if bare else None, text, start, published=published)


def stories(*reports: Report) -> set[tuple[str, ...]]:
    return {story.reports for story in find_stories(reports)}


def test_two_reports_of_one_happening_are_a_story() -> None:
    assert stories(report("a", BRIDGE), report("b", BRIDGE_AGAIN, 1), report("c", VOTE)) == {("a", "b"), ("c",)}


def test_the_same_words_a_year_later_are_another_story() -> None:
    assert stories(report("a", BRIDGE), report("b", BRIDGE, 365)) == {("a",), ("b",)}


def test_an_undated_report_joins_by_its_words() -> None:
    assert stories(report("a", BRIDGE, None), report("b", BRIDGE_AGAIN), report("c", VOTE)) == {("b", "a"), ("c",)}


def test_an_undated_report_does_not_bridge_two_years() -> None:
    found = stories(report("a", BRIDGE), report("b", BRIDGE, None), report("c", BRIDGE, 365))
    assert len(found) == 2
    assert not any({"a", "c"} <= set(story) for story in found)


def test_a_story_told_every_day_does_not_chain_for_ever() -> None:
    found = find_stories([report(f"r{day:02}", BRIDGE, day) for day in range(60)])
    widths = [(story.interval.last - story.interval.first).days for story in found if story.interval]
    assert len(widths) == len(found) > 1
    assert max(widths) < SPAN


def test_bare_headlines_are_compared_too() -> None:
    found = stories(
        report("a", "Mayor opens new Lisbon bridge", bare=True),
        report("b", "Lisbon gets new bridge as mayor cuts ribbon", bare=True),
        report("c", "Oslo parliament passes fisheries bill", bare=True),
    )
    assert found == {("a", "b"), ("c",)}


def test_empty_reports_stand_alone() -> None:
    assert stories(report("a", ""), report("b", "")) == {("a",), ("b",)}


def test_a_vaguely_dated_report_does_not_widen_its_story() -> None:
    year = Published(Interval(date(2015, 1, 1), date(2015, 12, 31)), "inferred")
    vague = replace(report("b", BRIDGE_AGAIN), published=year)
    [story] = find_stories([report("a", BRIDGE), vague])
    assert story.interval == Interval(START, START)
    [alone] = find_stories([vague])
    assert alone.interval == year.interval


def test_the_id_of_a_story_stays_when_later_reports_join_it() -> None:
    [first] = find_stories([report("x", BRIDGE)])
    [joined] = find_stories([report("a", BRIDGE_AGAIN, 2), report("x", BRIDGE)])
    assert joined.id == first.id
