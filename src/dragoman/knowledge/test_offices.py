"""The table of offices is free of contradictions, and look-ups answer as of a day."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from typing import get_args

import pytest

from dragoman.knowledge.countries import countries
from dragoman.knowledge.offices import (
    Role,
    Term,
    by_name,
    by_surname,
    held_on,
    in_office,
    name_key,
    precedence,
    terms,
)
from dragoman.knowledge.table import rows

A_MONTH = timedelta(days=31)


def test_no_term_ends_before_it_begins() -> None:
    for term in terms():
        assert term.first or term.last, term
        assert term.first is None or term.last is None or term.first <= term.last, term


def test_roles_and_countries_are_known_ones() -> None:
    for term in terms():
        assert term.role in get_args(Role)
        assert term.country in countries() or term.country in {"UNO", "IGO", "EUR", "NGO"}
        assert term.role != "body_head" or term.country not in countries()
        assert term.position


def test_no_two_people_hold_one_office_for_more_than_a_month() -> None:
    assert [pair for pair in _rivals() if _together(*pair) > A_MONTH] == []


SHARED = {"vice_president", "spokesperson"}
BY_POSITION = {"body_head", "security_adviser", "envoy", "official"}
SEVERAL_AT_ONCE = {
    ("IRN", ""): "the Supreme Leader and the President are both heads of state",
    ("RUS", "Deputy Foreign Minister"): "the minister has several deputies",
}


def _rivals() -> list[tuple[dict[str, str], dict[str, str]]]:
    """Pairs in one office; whoever merely acts, and offices that several hold at once, apart."""
    offices = defaultdict(list)
    for row in rows("offices.csv"):
        if row["role"] in SHARED or row["position"].startswith("Acting"):
            continue
        if (row["country"], row["position"]) in SEVERAL_AT_ONCE:
            continue
        apart = row["role"] in BY_POSITION or (row["country"], "") in SEVERAL_AT_ONCE
        offices[row["country"], row["role"], row["position"] if apart else ""].append(row)
    return [pair for held in offices.values() for pair in combinations(held, 2)]


def _together(one: dict[str, str], other: dict[str, str]) -> timedelta:
    """How long both are in office, with a year or month alone read as short as it can be."""
    begins, ends = zip(_shortest(one), _shortest(other), strict=True)
    return min(ends) - max(begins)


def _shortest(row: dict[str, str]) -> tuple[date, date]:
    begin, end = row["first"] or row["last"], row["last"] or row["seen"]
    return date.fromisoformat(begin + "-12-28"[len(begin) - 4 :]), date.fromisoformat(end + "-01-01"[len(end) - 4 :])


@pytest.mark.parametrize(
    ("country", "role", "day", "person"),
    [
        ("KOR", "head_of_state", date(2013, 6, 1), "Park Geun-hye"),
        ("KOR", "foreign_minister", date(2014, 1, 17), "Yun Byung-se"),
        ("PRK", "head_of_state", date(2013, 2, 12), "Kim Jong-un"),
        ("CHN", "foreign_minister", date(2014, 1, 17), "Wang Yi"),
        ("CHN", "foreign_minister", date(2023, 3, 1), "Qin Gang"),
        ("CHN", "foreign_minister", date(2024, 3, 1), "Wang Yi"),
        ("USA", "head_of_state", date(2018, 3, 1), "Donald Trump"),
        ("USA", "head_of_state", date(2025, 3, 1), "Donald Trump"),
        ("USA", "foreign_minister", date(2013, 4, 12), "John Kerry"),
        ("GBR", "head_of_government", date(2024, 9, 1), "Keir Starmer"),
        ("DEU", "head_of_government", date(1995, 5, 5), "Helmut Kohl"),
        ("DEU", "foreign_minister", date(2022, 5, 5), "Annalena Baerbock"),
        ("MEX", "head_of_state", date(2024, 12, 1), "Claudia Sheinbaum"),
        ("TWN", "head_of_state", date(2024, 6, 1), "Lai Ching-te"),
        ("IND", "foreign_minister", date(2015, 5, 5), "Sushma Swaraj"),
        ("RUS", "head_of_state", date(1995, 5, 5), "Boris Yeltsin"),
        ("AFG", "head_of_state", date(2010, 5, 5), "Hamid Karzai"),
    ],
)
def test_who_held_an_office_on_a_day(country: str, role: Role, day: date, person: str) -> None:
    assert [term.person for term in in_office(country, role, day)] == [person]


def test_world_bodies_have_their_heads() -> None:
    heads = {term.position: term.person for term in in_office("IGO", "body_head", date(2013, 2, 12))}
    assert heads["IAEA Director General"] == "Yukiya Amano"
    assert heads["NATO Secretary General"] == "Anders Fogh Rasmussen"


def test_an_acting_holder_stands_beside_the_suspended_one() -> None:
    positions = {term.person: term.position for term in in_office("KOR", "head_of_state", date(2024, 12, 20))}
    assert positions == {"Yoon Suk-yeol": "President", "Han Duck-soo": "Acting President"}


def test_an_open_end_is_vouched_for_no_longer_than_its_source_speaks() -> None:
    (term,) = (each for each in by_name()[name_key("Sergei Lavrov")] if each.last is None)
    assert held_on(term, term.seen)
    assert not held_on(term, term.seen + timedelta(days=1))


def test_an_unknown_day_finds_nobody_rather_than_somebody() -> None:
    assert in_office("KOR", "head_of_state", date(1900, 1, 1)) == ()
    assert in_office("XXX", "head_of_state", date(2013, 1, 1)) == ()


@pytest.mark.parametrize(
    "form", ["Kim Jong Un", "KIM JONG-UN", "kim jongun", "Erdogan", "Angela Merkel", "Ban Ki Moon"]
)
def test_a_name_is_found_in_any_spelling(form: str) -> None:
    assert name_key(form) in by_name() or name_key(form) in by_surname()


def test_a_surname_has_all_who_bear_it() -> None:
    people = {term.person for term in by_surname()["park"] if term.country == "KOR"}
    assert {"Park Geun-hye", "Park Jin"} <= people
    assert {term.country for term in by_surname()["trump"]} == {"USA"}


def test_regnal_names_leave_no_surname() -> None:
    for row in rows("offices.csv"):
        if row["person"].startswith(("King ", "Queen ", "Pope ")):
            assert row["surname"] == ""


KEPT_WHOLE = (
    "USA GBR FRA RUS CHN DEU ITA CAN JPN KOR PRK IND PAK IDN AUS BRA ARG MEX TUR SAU ZAF EGY ISR IRN UKR SYR TWN VAT"
)
"""States whose heads, foreign and defence ministers are in the table without a gap since it begins, or 1990."""
VACANT = {
    ("BRA", "foreign_minister", 1993): "led by the ministry's secretary general",
    ("CHN", "defence_minister", 2023): "vacant after Li Shangfu's dismissal",
    ("IND", "foreign_minister", 1991): "held by Prime Minister Chandra Shekhar's cabinet without a minister",
    ("IRN", "foreign_minister", 2024): "an acting minister after the helicopter crash",
    ("IRN", "head_of_state", 2024): "an acting president after the helicopter crash",
    ("ISR", "foreign_minister", 2000): "an acting minister after David Levy resigned",
    ("KOR", "defence_minister", 2024): "an acting minister after the martial law",
    ("KOR", "head_of_government", 2025): "acting prime ministers before the election",
    ("PAK", "defence_minister", 2023): "a caretaker government",
    ("PAK", "foreign_minister", 1991): "ministers of state only",
    ("PAK", "foreign_minister", 1996): "a caretaker government",
    ("USA", "defence_minister", 2018): "acting secretaries after James Mattis resigned",
    ("VAT", "foreign_minister", 2006): "vacant between two secretaries for relations with states",
}
TWO_MONTHS = timedelta(days=62)


def test_offices_of_great_states_have_no_gap_but_those_that_are_known() -> None:
    assert {gap for gap in _gaps() if gap not in VACANT} == set()


def test_each_known_vacancy_is_still_one() -> None:
    assert set(VACANT) <= set(_gaps())


def _gaps() -> list[tuple[str, str, int]]:
    held = defaultdict(list)
    for term in terms():
        named = term.role in {"head_of_state", "head_of_government", "foreign_minister", "defence_minister"}
        if term.country in KEPT_WHOLE.split() and named and term.position != "Supreme Leader":
            held[term.country, term.role].append(term)
    return [(*office, day.year) for office, those in held.items() for day in _ends_without_heir(those)]


def _ends_without_heir(those: list[Term]) -> list[date]:
    """Last days after which nobody who doesn't merely act is in office for two months."""
    full = sorted((each for each in those if not each.position.startswith("Acting")), key=lambda each: str(each.first))
    ends: list[date] = []
    until = None
    for term in full:
        if until and term.first and term.first - until > TWO_MONTHS and term.first.year >= 1990:
            ends.append(until)
        until = max(filter(None, (until, term.last or term.seen)))
    return ends


@pytest.mark.parametrize(
    ("country", "role", "day", "people"),
    [
        ("USA", "security_adviser", date(2018, 6, 12), {"John Bolton"}),
        ("KOR", "security_adviser", date(2018, 3, 8), {"Chung Eui-yong"}),
        ("CHN", "spokesperson", date(2021, 3, 1), {"Hua Chunying", "Zhao Lijian", "Wang Wenbin", "Wu Qian"}),
        ("JPN", "foreign_minister", date(2025, 10, 25), {"Toshimitsu Motegi"}),
        ("UKR", "defence_minister", date(2025, 9, 1), {"Denys Shmyhal"}),
    ],
)
def test_advisers_spokespersons_and_the_newest_ministers_are_there(
    country: str, role: Role, day: date, people: set[str]
) -> None:
    assert {term.person for term in in_office(country, role, day)} == people


def test_the_part_used_alone_is_known_in_each_spelling_of_the_name() -> None:
    assert {term.person for term in by_surname()["zelensky"]} == {"Volodymyr Zelenskyy"}


def test_of_several_offices_the_one_that_news_names_comes_last() -> None:
    rubio = [term for term in by_name()[name_key("Marco Rubio")] if held_on(term, date(2025, 6, 15))]
    assert {term.role for term in rubio} == {"foreign_minister", "security_adviser"}
    assert max(rubio, key=precedence).position == "Secretary of State"
    xi = [term for term in by_name()[name_key("Xi Jinping")] if held_on(term, date(2014, 1, 1))]
    assert max(xi, key=precedence).role == "head_of_state"
