"""What a phrase says of an actor by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.describe import found_phrases

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf
    from dragoman.actors.found import Found


def _found(doc: DocOf, text: str, words: str) -> list[Found]:
    return [one for one in found_phrases(doc(text)) if one.span.of(text) == words]


def test_a_titled_person_has_name_title_country_and_sector(doc: DocOf) -> None:
    (roe,) = _found(doc, "Peruvian Foreign Minister Jane Roe left.", "Peruvian Foreign Minister Jane Roe")
    assert (roe.kind, roe.name, roe.title, roe.role) == ("person", "Jane Roe", "foreign minister", "foreign_minister")
    assert (roe.country, roe.sector, roe.gender, roe.former) == ("PER", "GOV", "f", False)


def test_a_former_office_is_known_as_former(doc: DocOf) -> None:
    found = found_phrases(doc("Peru's ousted president left and its president stayed."))
    assert [one.former for one in found if one.title == "president"] == [True, False]


@pytest.mark.parametrize(
    ("text", "words", "kind", "plural"),
    [
        ("The Peruvian army left.", "Peruvian army", "organisation", False),
        ("Peruvian troops left.", "Peruvian troops", "group", True),
        ("A Peruvian envoy left.", "Peruvian envoy", "person", False),
        ("Peruvian envoys left.", "Peruvian envoys", "group", True),
    ],
)
def test_a_description_is_a_person_a_body_or_a_group(
    doc: DocOf, text: str, words: str, kind: str, plural: bool
) -> None:
    (one,) = _found(doc, text, words)
    assert (one.kind, one.plural, one.country, one.name) == (kind, plural, "PER", None)


@pytest.mark.parametrize("text", ["Peruvian and Chilean forces left.", "The defence ministers of Peru and Chile left."])
def test_people_of_two_countries_are_two_finds_with_the_same_words(doc: DocOf, text: str) -> None:
    groups = [one for one in found_phrases(doc(text)) if one.kind == "group"]
    assert [one.country for one in groups] == ["PER", "CHL"]
    assert groups[0].span == groups[1].span


def test_a_person_in_a_town_is_not_from_there(doc: DocOf) -> None:
    (roe,) = _found(doc, "Oman met Ms Jane Roe in Lima.", "Ms Jane Roe")
    assert roe.country is None


def test_a_name_with_an_office_behind_it_is_a_person(doc: DocOf) -> None:
    text = "Rho Mi-rae, manager of a bank, left."
    assert [one.kind for one in _found(doc, text, "Rho Mi-rae")] == ["person"]


def test_actors_inside_a_phrase_that_is_none_are_found(doc: DocOf) -> None:
    text = "They closed Peruvian airspace and read a United Nations report."
    found = {one.span.of(text) for one in found_phrases(doc(text))}
    assert {"Peruvian", "United Nations"} <= found


def test_finds_come_in_the_order_of_the_text_the_same_every_time(doc: DocOf) -> None:
    parsed = doc("Peru met Chile. Peruvian and Chilean troops left Harbour Holdings and Jane Roe.")
    found = found_phrases(parsed)
    assert found == found_phrases(parsed)
    assert [one.sentence for one in found] == sorted(one.sentence for one in found)
