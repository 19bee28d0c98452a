"""Whose somebody is by the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.modifiers import STRICT, code_of, home_of
from dragoman.actors.phrases import phrases
from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from dragoman.actors.conftest import PageOf


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Peruvian envoy", "PER"),
        ("Lima's envoy", "PER"),
        ("police in Lima", "PER"),
        ("the president of Peru", "PER"),
        ("the UN envoy", "UNO"),
        ("the envoy", None),
        ("the envoy with Peru", None),
    ],
)
def test_a_country_in_the_phrase_or_behind_it_is_found(page: PageOf, text: str, code: str | None) -> None:
    got = page(text)
    head = next(token.i for token in got.doc if token.text in {"envoy", "police", "president"})
    phrase = next(one for one in phrases(got.doc) if one.head == head)
    assert home_of(got, phrase).code == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Peruvian and Chilean police", ["PER", "CHL"]),
        ("police of Peru and Chile", ["PER", "CHL"]),
        ("police of Peru, Chile and Oman", ["PER", "CHL", "OMN"]),
        ("Peruvian police of Chile", ["PER"]),
        ("police of Peru and of Peru", ["PER"]),
    ],
)
def test_several_countries_only_if_joined(page: PageOf, text: str, codes: list[str]) -> None:
    got = page(text)
    phrase = next(one for one in phrases(got.doc) if got.doc[one.head].text == "police")
    assert home_of(got, phrase, titles()["police"]).codes == codes


@pytest.mark.parametrize(("title", "code"), [("envoy", None), ("troops", None), ("police", "PER")])
def test_who_is_sent_abroad_is_not_from_where_he_is(page: PageOf, title: str, code: str | None) -> None:
    got = page(f"the {title} in Peru")
    phrase = next(one for one in phrases(got.doc) if got.doc[one.head].text == title)
    assert home_of(got, phrase, titles()[title]).code == code


def test_fewer_prepositions_may_be_asked_for(page: PageOf) -> None:
    got = page("police in Peru")
    phrase = next(iter(phrases(got.doc)))
    assert home_of(got, phrase, None, STRICT).codes == []


def test_a_person_has_no_country_by_name_alone(page: PageOf) -> None:
    (known,) = set(page("Angela Merkel spoke.").known.values())
    assert code_of(known) is None


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Lagos police", "NGA", "Lagos"),
        ("police in Lagos", "NGA", "Lagos"),
        ("police of the city of Lagos", "NGA", "Lagos"),
        ("Chechen police", "RUS", "Chechnya"),
        ("police based in Oman", "OMN", None),
        ("Peruvian police in Lagos", "PER", None),
        ("Birmingham police", None, None),
    ],
)
def test_a_town_or_region_tells_the_country_where_none_is_named(
    page: PageOf, text: str, code: str | None, place: str | None
) -> None:
    got = page(f"The {text} left.")
    phrase = next(one for one in phrases(got.doc) if got.doc[one.head].text == "police")
    home = home_of(got, phrase, titles()["police"])
    assert (home.code, home.place) == (code, place)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Peru's Turkish minority", "PER"), ("the Turkish minority of Peru", "PER"), ("the Turkish minority", None)],
)
def test_a_minority_is_of_the_state_in_which_it_lives(page: PageOf, text: str, code: str | None) -> None:
    got = page(f"They met {text}.")
    phrase = next(one for one in phrases(got.doc) if got.doc[one.head].text == "minority")
    assert home_of(got, phrase, titles()["minority"]).code == code
