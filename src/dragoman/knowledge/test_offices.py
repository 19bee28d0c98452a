"""The table of offices is free of contradictions, and look-ups answer as of a day."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

import pytest

from dragoman.knowledge.countries import countries
from dragoman.knowledge.offices import (
    Role,
    by_name,
    by_surname,
    held_on,
    in_office,
    name_key,
    terms,
)
from dragoman.knowledge.table import rows

ROLES = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "vice_president", "body_head"}
A_MONTH = timedelta(days=31)


def test_no_term_ends_before_it_begins() -> None:
    for term in terms():
        assert term.first or term.last, term
        assert term.first is None or term.last is None or term.first <= term.last, term


def test_roles_and_countries_are_known_ones() -> None:
    for term in terms():
        assert term.role in ROLES
        assert term.country in countries() or (
            term.role == "body_head" and term.country in {"UNO", "IGO", "EUR", "NGO"}
        )
        assert term.position


def test_no_two_people_hold_one_office_for_more_than_a_month() -> None:
    assert [pair for pair in _rivals() if _together(*pair) > A_MONTH] == []


def _rivals() -> list[tuple[dict[str, str], dict[str, str]]]:
    """Pairs in one office; whoever merely acts, and states with two of a role (Iran), apart."""
    offices = defaultdict(list)
    for row in rows("offices.csv"):
        if row["role"] != "vice_president" and not row["position"].startswith("Acting"):
            apart = row["position"] if row["role"] == "body_head" or row["country"] == "IRN" else ""
            offices[row["country"], row["role"], apart].append(row)
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
