from __future__ import annotations

from dataclasses import replace

from dragoman.merge.readouts import independent_sources, readouts
from dragoman.merge.tellings import Telling, tellings
from dragoman.merge.test_made import MINISTRY, PARK, XI, Said, day, made

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
