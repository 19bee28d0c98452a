"""Names that two bear, or that are words, months, ships or capitals: right or unlinked, never a sure wrong link."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told

IN_2017 = date(2017, 8, 15)


def test_a_surname_that_is_a_month_is_the_person_only_where_no_month_is_meant(told: Told) -> None:
    text = "In May, Theresa May met envoys. May said she would go. Talks in May failed. They may meet on May 3."
    assert told(text, IN_2017)["Theresa May"] == ["Theresa May", "May", "she"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The Moon is bright. The moon landing was off.", "Moon Jae-in"),
        ("Moon said the moon was bright.", "Moon Jae-in"),
        ("The Moon family left. Moon rock was sold.", "Moon Jae-in"),
        ("May flowers grew. May be that it rains.", "Theresa May"),
        ("Abbott of Texas wept.", "Tony Abbott"),
    ],
)
def test_a_word_or_a_stranger_is_no_ruler(told: Told, text: str, holder: str) -> None:
    assert holder not in told(text, IN_2017)
    assert holder not in told(text, date(2015, 6, 15))


def test_a_ruler_with_a_words_name_is_known_where_the_state_is_told_of(actor_of: ActorOf) -> None:
    text = "South Korea will send an envoy, Moon said."
    assert actor_of(text, "Moon", IN_2017).name == "Moon Jae-in"


def test_two_of_one_surname_stay_two_and_the_bare_name_is_given_to_neither(told: Told) -> None:
    mentions = told("Carl Han, a miner, met Joan Han, a nurse. Han smiled. Ms Han left.")
    assert mentions["Carl Han"] == ["Carl Han", "miner"]
    assert "Han" not in mentions["Joan Han"]


def test_a_ruler_and_a_namesake_do_not_share_a_bare_name(told: Told) -> None:
    mentions = told("President Park Geun-hye of South Korea met the envoy Park Mi-rae of Peru. Park spoke.")
    assert "Park" not in mentions["Park Geun-hye"] + mentions["Park Mi-rae"]


@pytest.mark.parametrize("ship", ["The Quill left port.", "The ship Jane Quill left.", "The Jane Quill sank."])
def test_a_ship_is_not_the_person_of_its_name(told: Told, ship: str) -> None:
    assert told(f"Jane Quill, a lawyer, spoke. {ship} She wept.")["Jane Quill"] == ["Jane Quill", "lawyer", "She"]


@pytest.mark.parametrize(
    "text",
    [
        "PERU'S PRESIDENT MEETS CHILEAN MINISTER IN LIMA",
        "MAY MEETS MOON IN LONDON",
        "president moon met theresa may in london. may said so.",
    ],
)
def test_in_capitals_only_or_none_no_person_is_named(text: str) -> None:
    actors = add_actors(report_of(text, IN_2017)).actors
    assert all(actor.kind == "country" for actor in actors)


@pytest.mark.parametrize(
    "title", ["deputy " * 200 + "minister", "minister of " + "fish and " * 100 + "boats", "Fish " * 200 + "Minister"]
)
def test_a_title_of_two_hundred_words_ends_in_no_wrong_person(title: str) -> None:
    report = add_actors(report_of(f"The {title} of Peru met Jane Roe.", IN_2017))
    people = [actor for actor in report.actors if actor.kind == "person"]
    assert all(actor.wikidata is None and actor.country in {None, "PER"} for actor in people)
    assert all(len(actor.office or "") < 100 for actor in people)


def test_each_link_of_a_name_says_how_it_was_made() -> None:
    text = "Theresa May met envoys. May said she would go."
    (may,) = (actor for actor in add_actors(report_of(text, IN_2017)).actors if actor.name == "Theresa May")
    assert [one.via for one in may.mentions] == ["name", "alias", "pronoun"]
