from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.merge.readouts import independent_sources, readouts
from dragoman.merge.tellings import Telling, tellings
from dragoman.merge.test_made import MINISTRY, PARK, XI, Said, day, made

if TYPE_CHECKING:
    from dragoman.model import Actor

MET = Said("Xi Jinping met Park Geun-hye in Beijing.", "met", (XI,), (PARK,), day=day(20))
OTHERS = ["Park Geun-hye has met Xi Jinping.", "Both leaders met over dinner.", "They had met before, aides recall."]


def told(*said: Said, outlets: tuple[str | None, ...] = ()) -> list[Telling]:
    """One report a telling, each in its own words."""
    names = outlets or (None,) * len(said)
    pairs = enumerate(zip(said, names, strict=True))
    return [one for n, (each, outlet) in pairs for one in tellings(made(f"r{n}", each, outlet=outlet))]


def own(found: list[Telling]) -> dict[str, str]:
    return {telling.member.report: telling.member.report for telling in found}


def different(number: int, **changes: object) -> Said:
    return replace(MET, sentence=OTHERS[number], **changes)  # type: ignore[arg-type]  # Said's own fields


def test_reports_in_their_own_words_are_independent() -> None:
    found = told(MET, different(0), different(1))
    assert independent_sources(found, own(found)) == 3


def test_copies_of_one_text_are_one_source() -> None:
    found = told(MET, different(0), different(1))
    assert independent_sources(found, own(found) | {"r1": "r0"}) == 2


def test_one_sentence_in_two_reports_is_one_source() -> None:
    found = told(MET, replace(MET, sentence="xi jinping met Park Geun-hye, in Beijing"))
    assert independent_sources(found, own(found)) == 1


def test_one_ministry_in_two_reports_is_one_source() -> None:
    found = told(different(0, by=MINISTRY), different(1, by=MINISTRY), different(2))
    assert independent_sources(found, own(found)) == 2


def test_a_ministry_named_in_full_in_one_report_and_in_short_in_another_is_one_source_and_one_readout() -> None:
    unnamed = replace(MINISTRY, id="a7", name="Ministry")
    found = told_by(unnamed)
    assert independent_sources(found, own(found)) == 1
    [one] = readouts(found, (), origins=1)
    assert (one.reported_by, len(one.members), one.only_here) == (MINISTRY.name, 2, True)


def test_an_unnamed_ministry_that_two_could_be_or_that_tells_of_others_stays_by_itself() -> None:
    unnamed = replace(MINISTRY, id="a7", name="Ministry")
    rival = replace(MINISTRY, id="a8", name="Ministry of Defence", country="KOR")
    assert len(readouts(told_by(unnamed, rival), (), origins=3)) == 3
    other_doer = [
        replace(one, who=("Park Geun-hye",)) if one.reporter == "Ministry" else one for one in told_by(unnamed)
    ]
    assert len(readouts(other_doer, (), origins=2)) == 2


def told_by(*others: Actor) -> list[Telling]:
    """Tellings of one event by the ministry and by these, a report each."""
    [first, *rest] = told(*(different(number, by=MINISTRY) for number in range(len(others) + 1)))
    return [first, *(replace(one, reporter=by.name) for one, by in zip(rest, others, strict=True))]


def test_two_sides_in_copies_of_one_text_are_two_sources() -> None:
    found = told(different(0, by=MINISTRY), different(1, by=PARK))
    assert independent_sources(found, dict.fromkeys(own(found), "r0")) == 2


def test_one_outlet_is_one_source_however_often_it_writes() -> None:
    found = told(MET, different(0), outlets=("The Courier", "the courier"))
    assert independent_sources(found, own(found)) == 1


def test_readouts_group_by_who_reports() -> None:
    found = told(different(0, by=PARK), MET, different(1, by=MINISTRY), different(2, by=PARK))
    given = readouts(found, (), origins=3)
    assert [readout.reported_by for readout in given] == [None, MINISTRY.name, PARK.name]
    assert [len(readout.members) for readout in given] == [1, 1, 2]
    assert not any(readout.only_here for readout in given)
    assert all(readout.conflicts_with == () for readout in given)


def test_what_one_origin_alone_says_is_only_here() -> None:
    found = told(different(0, by=PARK), different(1, by=PARK))
    assert readouts(found, (), origins=1)[0].only_here
    assert not readouts(told(MET, different(0)), (), origins=2)[0].only_here


def test_a_reporter_is_not_in_conflict_with_itself() -> None:
    found, counter = told(different(0, by=PARK)), told(different(1, by=PARK), different(2))
    assert readouts(found, counter, origins=1)[0].conflicts_with == ("the reports",)
