"""The pieces that formats are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import UsageError
from dragoman.export.cameo_actors import cameo_actor, cameo_country, cameo_types
from dragoman.export.choosing import Telling
from dragoman.export.days import day as one_day
from dragoman.export.days import parts
from dragoman.export.deeds import deeds, named
from dragoman.export.formats import export
from dragoman.export.numbers import Numbers
from dragoman.export.optional import library
from dragoman.export.where import country_name, fips, kind
from dragoman.export.writing import write_lines
from dragoman.merge.test_made import CHINA, KOREA, PARK, XI, Said, day, made
from dragoman.model import Actor, EventDate, Interval, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.analysis import Chosen

REPORT = made("r1", Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20)))


@pytest.mark.parametrize(
    ("interval", "basis", "found"),
    [
        ((20, 20), "clause", day(20)),
        ((20, 21), "report", day(21)),
        ((20, 21), "clause", None),
        ((19, 21), "report", None),
    ],
)
def test_an_event_of_several_days_has_no_day_unless_it_is_the_reports_news(
    interval: tuple[int, int], basis: str, found: date | None
) -> None:
    event = replace(REPORT.events[0], date=EventDate(Interval(*map(day, interval)), basis))
    assert one_day(event) == found


def test_an_undated_event_has_no_day() -> None:
    assert one_day(replace(REPORT.events[0], date=None)) is None


@pytest.mark.parametrize(
    ("first", "last", "agreed"),
    [
        (day(1), day(1), (2013, 3, 1)),
        (day(1), day(9), (2013, 3)),
        (day(1), day(40), (2013,)),
        (date(2012, 3, 1), date(2013, 3, 1), ()),
    ],
)
def test_a_date_is_given_as_far_as_its_days_agree(first: date, last: date, agreed: tuple[int, ...]) -> None:
    assert parts(Interval(first, last)) == agreed


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        (("a1",), ("a2",), [("a1", "a2")]),
        (("a1", "a2"), ("a1", "a2"), [("a1", "a2"), ("a2", "a1")]),
        (("a1",), (), [("a1", None)]),
        ((), ("a2",), [(None, "a2")]),
        (("a1",), ("a1",), []),
        ((), (), []),
    ],
)
def test_each_source_stands_with_each_target_but_itself(
    source: tuple[str, ...], target: tuple[str, ...], pairs: list[tuple[str | None, str | None]]
) -> None:
    telling = Telling(REPORT, replace(REPORT.events[0], source=source, target=target), "e0")
    found = [(one.source and one.source.id, one.target and one.target.id) for one in deeds(telling)]
    assert found == pairs


def test_an_actor_who_is_not_in_the_sentence_has_no_words_there() -> None:
    event = REPORT.events[0]
    assert named(event, REPORT.actors[0]) == Span(0, 10)
    assert named(event, REPORT.actors[2]) is None
    assert named(event, None) is None


def test_a_number_stands_for_a_name_always_and_for_one_only() -> None:
    numbers = Numbers()
    first = numbers.of("a")
    assert (numbers.of("a"), Numbers().of("a")) == (first, first)
    assert 0 <= first < 1 << 53
    taken = Numbers()
    taken._names[first] = "another"  # noqa: SLF001 - two names on one number can't be found by trying
    assert (taken.of("a"), taken.of("a")) == (first + 1, first + 1)


@pytest.mark.parametrize(
    ("country", "sector", "code"),
    [
        ("CHN", "GOV", "CHNGOV"),
        ("CHN", None, "CHN"),
        ("ROU", "MIL", "ROMMIL"),
        ("XKX", "GOV", "GOV"),
        ("UNO", None, "IGOUNO"),
        ("NGO", "MED", "NGOHLH"),
        ("FRA", "JRN", "FRAMED"),
        ("FRA", "PTY", "FRA"),
        (None, None, None),
    ],
)
def test_actors_have_cameos_codes_where_it_has_them(country: str | None, sector: str | None, code: str | None) -> None:
    assert cameo_actor(Actor("a", "X", "organisation", (), country, None, sector)) == code


def test_nobody_has_no_code() -> None:
    assert (cameo_country(None), cameo_types(None), cameo_actor(None)) == (None, (), None)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place(Span(0, 1), "Beijing", "CHN", 39.9, 116.4, 1816670), "city"),
        (Place(Span(0, 1), "China", "CHN", 35.0, 105.0, 1814991), "country"),
        (Place(Span(0, 1), "Nowhere", "CHN", 39.9, 116.4, 1), None),
        (Place(Span(0, 1), "Beijing", "CHN"), None),
        (None, None),
    ],
)
def test_the_kind_of_a_place_is_what_geonames_says(place: Place | None, found: str | None) -> None:
    assert kind(place) == found


def test_countries_have_names_and_fips_codes_and_bodies_have_none() -> None:
    assert (country_name("KOR"), fips("KOR"), fips("DEU"), fips("XKX")) == ("South Korea", "KS", "GM", "KV")
    assert (country_name("UNO"), fips("UNO"), country_name(None), fips(None)) == (None, None, None, None)
    assert {CHINA.country, KOREA.country} == {"CHN", "KOR"}


def test_a_file_that_could_not_be_written_whole_leaves_the_one_before(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "deep" / "a.txt", ["whole\n"])

    def broken() -> Iterator[str]:
        yield "half"
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        write_lines(path, broken())
    assert path.read_text(encoding="utf-8") == "whole\n"
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"]


def test_what_can_not_be_meant_is_said(chosen: Chosen, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'xlsx' is not known; use one of parquet, csv"):
        export("xlsx", chosen, tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file; name a folder"):
        export("csv", chosen, tmp_path / "file")


def test_a_file_is_named_or_put_into_a_folder(chosen: Chosen, tmp_path: Path) -> None:
    assert export("csl", chosen, tmp_path) == (tmp_path / "reports.csl.json",)
    assert export("csl", chosen, tmp_path / "mine.json") == (tmp_path / "mine.json",)


def test_a_library_that_is_not_there_is_named_with_the_extra_that_brings_it() -> None:
    with pytest.raises(UsageError, match=r"no_such_library; install it with pip install 'dragoman\[ftm\]'"):
        library("no_such_library", extra="ftm")
