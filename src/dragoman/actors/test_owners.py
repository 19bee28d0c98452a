"""Whose people are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("King Otto of Norway left. His envoy stayed.", "envoy", "NOR"),
        ("Norway's army said its soldiers had left.", "soldiers", "NOR"),
        ("King Otto of Norway sent his envoy for Peru.", "envoy", "NOR"),
        ("The head of Norway's army left.", "head", "NOR"),
    ],
)
def test_a_person_is_from_where_the_owner_is(actor_of: ActorOf, text: str, words: str, country: str) -> None:
    assert actor_of(text, words).country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("King Otto of Norway dismissed his brother, Jane Roe, on Monday.", "NOR"),
        ("King Otto of Norway dismissed his cousin and mentor, Jane Roe, on Monday.", "NOR"),
        ("King Otto of Norway met his rival, Jane Roe, on Monday.", None),
        ("Somebody met his brother, Jane Roe, on Monday.", None),
    ],
)
def test_kin_are_of_one_country(actor_of: ActorOf, text: str, country: str | None) -> None:
    assert actor_of(text, "Jane Roe").country == country


def test_who_serves_a_body_has_it_in_the_office(actor_of: ActorOf) -> None:
    text = "A senior official of the Lagos Port Authority spoke."
    assert actor_of(text, "senior official").office == "senior official of Lagos Port Authority"


def test_a_counterpart_is_the_holder_of_the_same_office(actor_of: ActorOf) -> None:
    text = "Peru's foreign minister met his Chilean counterpart. Chile's foreign minister, Jane Roe, smiled."
    assert actor_of(text, "Chilean counterpart").name == "Jane Roe"


def test_a_counterpart_whose_office_nobody_holds_stays_apart(actor_of: ActorOf) -> None:
    text = "Peru's foreign minister met his Chilean counterpart. Jane Roe of Chile smiled."
    assert actor_of(text, "Chilean counterpart").name != "Jane Roe"


def test_words_for_two_tell_nothing_of_one(actor_of: ActorOf) -> None:
    text = "Peru and Chile spoke. Officials of the two countries smiled."
    assert actor_of(text, "Officials").country is None


def test_who_leads_a_body_has_its_sector(actor_of: ActorOf) -> None:
    assert actor_of("The leaders of the Taliban met.", "leaders").sector == "REB"


def test_the_predecessor_of_an_office_holder_held_that_office(actor_of: ActorOf) -> None:
    actor = actor_of("President Jane Roe of Peru thanked her predecessor, Tom Poe.", "Tom Poe")
    assert (actor.office, actor.sector) == ("former president of Peru", "ELI")


def test_the_successor_of_a_former_holder_is_the_holder(actor_of: ActorOf) -> None:
    text = "Peru's president, Tom Poe, left. Former President Jane Roe of Peru said that her successor was wrong."
    assert actor_of(text, "successor").name == "Tom Poe"


def test_the_successor_of_a_sitting_holder_is_nobody_yet(actor_of: ActorOf) -> None:
    text = "President Jane Roe of Peru awaits her successor."
    assert actor_of(text, "successor").name != "Jane Roe"
