"""A user's own rows join every look-up, hold against ours, and leave without a trace."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.knowledge.offices import by_name, by_surname, held_on, in_office, name_key, terms
from dragoman.knowledge.organisations import organisation_names
from dragoman.knowledge.own import OwnActor, follows_own, own_actors, use

if TYPE_CHECKING:
    from collections.abc import Iterator


def _own(name: str, **given: object) -> OwnActor:
    row = {
        "aliases": (), "kind": "person", "country": None, "office": None, "sector": None, "first": None, "last": None,
        "wikidata": None, "source": "mine.csv, row 2",
    }  # fmt: skip
    return OwnActor(name=name, **{**row, **given})  # type: ignore[arg-type]  # the fields by name


@pytest.fixture(autouse=True)
def _leave_no_trace() -> Iterator[None]:
    before = terms()
    yield
    use(())
    assert terms() == before


def test_an_own_person_is_found_by_name_alias_and_surname_and_holds_the_office() -> None:
    use([_own("Jane Quill", aliases=("J. Quill",), country="PER", office="Foreign Minister", first=date(2026, 2, 1))])
    for found in (by_name()[name_key("JANE QUILL")], by_name()[name_key("J. Quill")], by_surname()["quill"]):
        assert [term.position for term in found] == ["Foreign Minister"]
    assert [term.person for term in in_office("PER", "foreign_minister", date(2026, 5, 1))] == ["Jane Quill"]


def test_an_own_holder_stands_in_the_place_of_ours_for_the_days_given() -> None:
    use([_own("Jane Quill", country="DEU", office="Chancellor", first=date(2024, 1, 1), last=date(2024, 12, 31))])
    assert [term.person for term in in_office("DEU", "head_of_government", date(2024, 6, 1))] == ["Jane Quill"]
    assert [term.person for term in in_office("DEU", "head_of_government", date(2020, 6, 1))] == ["Angela Merkel"]


def test_an_own_namesake_of_another_country_is_not_taken_for_ours() -> None:
    use([_own("Angela Merkel", country="NAM", office="mayor")])
    assert [term.country for term in by_name()[name_key("Angela Merkel")]] == ["NAM"]


def test_another_office_of_somebody_we_know_is_added() -> None:
    use([_own("Angela Merkel", country="DEU", office="special envoy", first=date(2026, 1, 1))])
    assert [term.position for term in by_name()[name_key("Angela Merkel")]] == ["special envoy", "Chancellor"]


def test_who_holds_no_office_is_known_by_name_and_holds_none_on_any_day() -> None:
    use([_own("Jane Quill", country="PER", sector="SOC")])
    (term,) = by_name()[name_key("Jane Quill")]
    assert not held_on(term, date(2020, 1, 1))
    assert (term.country, term.sector, term.own) == ("PER", "SOC", True)
    use([_own("Jane Quill")])
    assert [term.sector for term in by_name()[name_key("Jane Quill")]] == [""]


def test_own_bodies_and_groups_stand_beside_ours_and_take_a_name_that_both_have() -> None:
    widgets = _own("Widget Front", aliases=("NATO",), kind="group", country="MLI", sector="REB")
    use([widgets])
    assert organisation_names()["Widget Front"].country == "MLI"
    assert organisation_names()["NATO"].name == "Widget Front"
    assert organisation_names()["Nato"].name == "NATO"
    assert own_actors() == (widgets,)


def test_a_table_that_follows_own_rows_is_made_once_until_they_change() -> None:
    made: list[int] = []

    @follows_own
    def table() -> int:
        made.append(len(own_actors()))
        return len(made)

    assert (table(), table()) == (1, 1)
    use([_own("Jane Quill")])
    assert (table(), made) == (2, [0, 1])
