"""What Spark brings together is what one machine would compare, and each block by itself comes out as among all."""

from __future__ import annotations

import pickle
from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from dragoman.merge.events import Placed, alike_pairs, cluster
from dragoman.merge.groups import groups
from dragoman.merge.merging import event_ids, made_events
from dragoman.merge.relations import contrary_tellings, fulfilments
from dragoman.merge.tellings import tellings
from dragoman.model import Actor, Event, EventDate, Interval, Published, Report, Source, Span, Status
from dragoman.scale.merged import event_row
from dragoman.scale.spark.events import _in_block, _pairs, _related, _whole, told_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.scale.spark.flow import Row

STATES = ("AAX", "BBX", "CCX", "DDX")
STATUSES: tuple[Status, ...] = ("actual", "actual", "planned", "denied", "alleged")


def reports(seed: int) -> Iterator[Report]:
    """Reports of an event each, many much alike: on a few days or undated, a side open or not, in few words."""
    chance = Random(seed)
    for number in range(200):
        day = date(2015, 3, 1) + timedelta(days=chance.randrange(12))
        words = chance.sample(["envoy", "treaty", "harbour", "quota", "visa", "second", "round"], 5)
        text = f"{' '.join(words)} ."
        actors = tuple(Actor(f"a{at}", f"State {one}", "country", (), one) for at, one in enumerate(sides(chance)))
        when = EventDate(Interval(day, day), "expression") if chance.random() < 0.7 else None
        told = Event(
            "e1",
            chance.choice(("CONSULT", "AGREE", "AID", None)),
            ("a0",),
            tuple(actor.id for actor in actors[1:]),
            Span(0, len(words[0])),
            Span(0, len(text)),
            chance.choice(STATUSES),
            0.5,
            "made",
            date=when,
            reported_by=chance.choice(("a0", None)),
        )
        published = Published(Interval(day, day), "given")
        yield Report(f"r{number:03}", Source("", ""), None, text, 0, published=published, actors=actors, events=(told,))


def sides(chance: Random) -> list[str]:
    return chance.sample(STATES, chance.choice((1, 2, 2, 3)))


def placed(seed: int) -> list[Placed]:
    return [Placed(one, f"s{int(report.id[1:]) // 4}") for report in reports(seed) for one in tellings(report)]


def by_first(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows by their first column, as Spark hands them to a task."""
    found: defaultdict[object, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return [*found.values()]


@pytest.mark.parametrize("seed", range(4))
def test_all_pairs_that_may_be_joined_meet_in_some_place_and_no_others(seed: int) -> None:
    told = [told_row(one, "") for one in placed(seed)]
    node_of = {one.telling.member: row[0] for one, row in zip(placed(seed), told, strict=True)}
    expected = {frozenset(node_of[one.telling.member] for one in pair) for pair in alike_pairs(placed(seed))}
    meeting = by_first((key, node, packed) for node, near, packed, _ in told for key in near)
    assert {frozenset(pair) for rows in meeting for pair in _pairs(rows)} == expected
    assert expected


@pytest.mark.parametrize("seed", range(4))
def test_events_made_block_by_block_are_those_that_one_machine_makes(seed: int) -> None:
    whole = placed(seed)
    told = [told_row(one, one.telling.member.report) for one in whole]
    meeting = by_first((key, node, packed) for node, near, packed, _ in told for key in near)
    block_of = groups([row[0] for row in told], [pair for rows in meeting for pair in _pairs(rows)])
    blocks = by_first((block_of[node], packed, origin) for node, _, packed, origin in told)
    assert 1 < max(len(block) for block in blocks) < len(told)
    found = [event for block in blocks for event in _in_block(block)]
    assert clusters(found) == sorted([one.telling.member for one in some] for some in cluster(whole))

    relating = by_first((key, long, head) for _, long, near, _, head, _ in found for key in near)
    related = {row for rows in relating for row in _related(rows)}
    assert {row[0] for row in related} == {True, False}
    who = {long: reporters for _, long, _, reporters, _, _ in found}
    against = {
        one: [name for fulfils, a, b in related if (fulfils, a) == (False, one) for name in who[b]] for one in who
    }
    events = sorted(_whole((short, packed, against[long]) for short, long, _, _, _, packed in found), key=repr)
    assert events == sorted(on_one_machine(whole), key=repr)
    short_of = {long: short for short, long, *_ in found}
    fulfils = {(short_of[event], short_of[plan]) for is_plan, event, plan in related if is_plan}
    assert fulfils == {
        (event_ids(cluster(whole))[a], event_ids(cluster(whole))[b]) for a, b in fulfilments(cluster(whole))
    }


def clusters(found: list[Row]) -> list[list[object]]:
    return sorted([one.member for one in pickle.loads(packed)[0]] for *_, packed in found)


def on_one_machine(whole: list[Placed]) -> list[Row]:
    found = cluster(whole)
    origin_of = {one.telling.member.report: one.telling.member.report for one in whole}
    made = made_events(found, event_ids(found), contrary_tellings(found), origin_of)
    return [event_row(event) for event in made]
