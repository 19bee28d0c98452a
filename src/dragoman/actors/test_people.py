"""Who the office table says somebody is on a day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.found import Found
from dragoman.actors.people import by_full_name, by_surname, holder, only_country
from dragoman.model import Interval, Span

DAY = Interval(date(2015, 6, 15), date(2015, 6, 15))
LATER = Interval(date(2023, 6, 15), date(2023, 6, 15))


def _named(name: str, **said: str) -> Found:
    return Found(span=Span(0, 1), head=0, sentence=0, kind="person", via="name", name=name, **said)  # type: ignore[arg-type]  # strings where the fields are


def test_a_full_name_gives_person_country_and_the_office_of_the_day() -> None:
    person = by_full_name("Angela Merkel", None, DAY)
    assert person is not None
    assert (person.name, person.country) == ("Angela Merkel", "DEU")
    assert person.term is not None
    assert person.term.role == "head_of_government"


def test_after_the_term_or_without_a_day_no_office_is_known() -> None:
    for day in (LATER, None):
        person = by_full_name("Angela Merkel", None, day)
        assert person is not None
        assert person.term is None


def test_another_country_is_another_person() -> None:
    assert by_full_name("Angela Merkel", "PER", DAY) is None
    assert by_full_name("Jane Quill Roe", None, DAY) is None


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (_named("Merkel"), "Angela Merkel"),
        (_named("Merkel", country="DEU"), "Angela Merkel"),
        (_named("Merkel", role="head_of_government"), "Angela Merkel"),
        (_named("Merkel", role="foreign_minister"), None),
        (_named("Merkel", country="PER"), None),
        (_named("Quill"), None),
    ],
)
def test_a_surname_needs_an_office_that_fits(found: Found, name: str | None) -> None:
    person = by_surname(found, DAY, {"DEU"})
    assert (person.name if person else None) == name
    assert by_surname(found, None, {"DEU"}) is None


def test_a_bare_surname_that_others_bear_needs_the_rulers_state_in_the_report() -> None:
    assert by_surname(_named("Abbott"), DAY, {"AUS"}) is not None
    assert by_surname(_named("Abbott"), DAY, {"USA"}) is None


def test_a_surname_that_only_one_country_had_in_the_role_tells_the_country() -> None:
    assert only_country(_named("Mubarak", role="head_of_state")) == "EGY"
    assert only_country(_named("Mubarak")) is None
    assert only_country(_named("Quill", role="head_of_state")) is None


def test_an_office_has_a_holder_only_if_the_day_is_known_and_certain() -> None:
    person = holder("DEU", "head_of_government", DAY)
    assert person is not None
    assert person.name == "Angela Merkel"
    assert holder("DEU", "head_of_government", None) is None
    decades = Interval(date(1995, 1, 1), date(2015, 1, 1))
    assert holder("DEU", "head_of_government", decades) is None
