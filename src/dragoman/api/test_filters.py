from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.api.filters import CheckedSide, Filters, checked, checked_dyad, days
from dragoman.errors import UsageError
from dragoman.record import Query


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        (" 2013-06-27 ", date(2013, 6, 27), date(2013, 6, 27)),
    ],
)
def test_a_year_a_month_and_a_day_cover_their_days(text: str, first: date, last: date) -> None:
    assert days(text, "first") == (first, last)


@pytest.mark.parametrize(
    "text", ["2013-02-31", "2013-13", "0000", "yesterday", "", "27/06/2013", "2013-6-7", "２０１３"]
)
def test_what_is_no_day_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(UsageError, match=r"^first: .*(2013-06-27|calendar)"):
        days(text, "first")


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_that_python_knows_is_taken_as_written(day: date) -> None:
    assert days(day.isoformat(), "first") == (day, day)


@given(st.text())
def test_any_text_is_a_span_of_days_or_a_usage_error(text: str) -> None:
    try:
        covered = days(text, "last")
    except UsageError:
        return
    assert covered.first <= covered.last


def test_a_month_begins_the_span_on_its_first_day_and_ends_it_on_its_last() -> None:
    found = checked(Filters(first="2013-06", last="2013-06"))
    assert (found["first"], found["last"]) == (date(2013, 6, 1), date(2013, 6, 30))


def test_no_filter_asks_for_everything() -> None:
    assert Query(**checked(Filters())) == Query()


def test_types_and_statuses_are_taken_in_any_case() -> None:
    found = checked(Filters(type="consult", status="Planned"))
    assert (found["type"], found["status"]) == ("CONSULT", "planned")


@pytest.mark.parametrize(
    ("country", "code"), [("kor", "KOR"), ("South Korea", "KOR"), ("north korea", "PRK"), ("IGO", "IGO")]
)
def test_a_country_is_meant_by_its_code_or_its_name(country: str, code: str) -> None:
    assert checked(Filters(country=country))["country"] == code


@pytest.mark.parametrize(
    ("filters", "line"),
    [
        (Filters(type="MEETING"), r"type: 'MEETING' is not known; use one of AGREE, .*ASSAULT"),
        (Filters(status="certain"), r"status: 'certain' is not known; use one of actual, .*habitual"),
        (Filters(country="Ruritania"), r"country: 'Ruritania' is not known; use a code such as KOR"),
        (Filters(limit=0), "limit: 0 is too few; use 1 or more"),
        (Filters(offset=-1), "offset: -1 is less than none; use 0 or more"),
        (Filters(first="2015", last="2014"), "first: 2015-01-01 lies after 2014-12-31"),
    ],
)
def test_a_wrong_value_is_named_beside_what_is_allowed(filters: Filters, line: str) -> None:
    with pytest.raises(UsageError, match=line):
        checked(filters)


@pytest.mark.parametrize(
    "dyad", [("CHN", "South Korea"), "chn,kor", " China , KOR ", ("china", "Republic of Korea"), ("CHN", " KOR ")]
)
def test_the_sides_of_a_dyad_may_be_countries_in_every_spelling(dyad: tuple[str, str] | str) -> None:
    assert checked_dyad(dyad) == (CheckedSide("CHN", None), CheckedSide("KOR", None))


def test_what_is_no_country_is_part_of_a_name() -> None:
    assert checked_dyad("Wang Yi, IND") == (CheckedSide(None, "Wang Yi"), CheckedSide("IND", None))
    assert checked_dyad(None) is None


@pytest.mark.parametrize("dyad", ["", "CHN", "CHN,", ("CHN", ""), "CHN,KOR,JPN", ",", ("", "")])
def test_a_dyad_has_two_sides(dyad: tuple[str, str] | str) -> None:
    with pytest.raises(UsageError, match=r'^dyad: .* has not two sides; name two, like "CHN, KOR"'):
        checked(Filters(dyad=dyad))
