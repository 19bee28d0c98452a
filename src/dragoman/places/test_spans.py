"""Which words are toponyms, and which only look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.places.spans import toponyms

if TYPE_CHECKING:
    from dragoman.places.conftest import DocOf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Michael Jordan flew to Jordan.", ["Jordan"]),
        ("The Boston Globe said a man from Boston was held.", ["Boston"]),
        ("She teaches at the University of Warwick.", []),
        ("He spoke in Turkish about Turkish politics.", ["Turkish"]),
        ("Talks were held in Baden-Württemberg and Saxony-Anhalt.", ["Baden-Württemberg", "Saxony-Anhalt"]),
        ("A storm hit St. John's, Newfoundland.", ["St. John's", "Newfoundland"]),
        ("The summit at Camp David ended.", ["Camp David"]),
        ("He crossed the South China Sea to Vietnam.", ["South China Sea", "Vietnam"]),
        ("The Marburg virus came back.", []),
    ],
)
def test_toponyms_are_found_whole_and_names_of_others_are_left(doc: DocOf, text: str, words: list[str]) -> None:
    parsed = doc(text)
    assert [parsed[one.start : one.end].text for one in toponyms(parsed)] == words


def test_a_name_found_once_is_found_again_where_the_parser_is_silent(doc: DocOf) -> None:
    parsed = doc("Shells fell in Mosul. Mosul Mayor Ann Roe fled. Western Mosul burned.")
    assert [parsed[one.start : one.end].text for one in toponyms(parsed)] == ["Mosul"] * 3


def test_a_metonym_that_no_preposition_places_is_no_building(doc: DocOf) -> None:
    parsed = doc("The Kremlin agreed, and the White House did not.")
    assert toponyms(parsed) == []


def test_adjectives_carry_their_country_and_regions_their_key(doc: DocOf) -> None:
    found = toponyms(doc("Syrian and European envoys met."))
    assert [(one.how, one.code, one.key) for one in found] == [
        ("adjective", "SYR", "syrian"),
        ("adjective", None, "european"),
    ]
