"""Whose a body is that names no country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya's president left. The government declined to comment.", "government", "KEN"),
        ("Kenya's president left.\n\nThe foreign ministry denied it.", "foreign ministry", "KEN"),
        ("Kenya accused Uganda. The army denied firing.", "army", "KEN"),
        ("Chile's navy left.\n\nKenya's president left. The government declined to comment.", "government", "KEN"),
        ("NAIROBI, May 3 (XYZ) - The foreign ministry denied it.", "foreign ministry", "KEN"),
        ("[NAIROBI] The foreign ministry denied it.", "foreign ministry", "KEN"),
        ("Police in Lima fired. The protest was banned, said the interior ministry.", "interior ministry", "PER"),
    ],
)
def test_the_only_state_that_is_heard_is_taken(actor_of: ActorOf, text: str, words: str, country: str) -> None:
    assert actor_of(text, words).country == country


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya's president met Uganda's president. The government declined to comment.", "government"),
        ("The government declined to comment.", "government"),
        ("Kenya's president left.\n\nIt rained.\n\nIt rained again.\n\nThe government was silent.", "government"),
        ("Kenya spoke. The ambassador protested.", "ambassador"),
        ("Kenya spoke. African troops left.", "African troops"),
        ("NAIROBI - Troops fired on a crowd.", "Troops"),
        ("Kenya's president met Uganda's president.\n\nThe leader's boat sank off Peru.", "leader"),
        ("The UN secretary-general spoke. The ministry was silent.", "ministry"),
    ],
)
def test_two_states_or_none_leave_it_unknown(actor_of: ActorOf, text: str, words: str) -> None:
    assert actor_of(text, words).country is None


def test_companies_and_untitled_people_are_left_alone(actor_of: ActorOf) -> None:
    text = "Kenya's president met Harbour Holdings and Jane Roe."
    assert actor_of(text, "Jane Roe").country is None


def test_the_yoon_government_is_that_of_the_person(actor_of: ActorOf) -> None:
    text = "Prime Minister Jane Quill of Norway left. The Quill government fell."
    assert actor_of(text, "Quill government").country == "NOR"


@pytest.mark.parametrize(
    ("text", "words"),
    [("The rebels fled into Chad.", "rebels"), ("Qatar said hackers had planted the remarks.", "hackers")],
)
def test_rebels_and_criminals_are_not_given_the_country_that_they_may_fight(
    actor_of: ActorOf, text: str, words: str
) -> None:
    assert actor_of(text, words).country is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Crowds stormed the parliament in Lima.", "Crowds", "PER"),
        ("Demonstrators burned flags in Peruvian cities.", "Demonstrators", "PER"),
        ("Peru sent a delegation to Chile.", "delegation", "PER"),
        ("Kenya said it would deploy 90 peacekeepers in Haiti.", "90 peacekeepers", "KEN"),
        ("President Jane Roe of Peru told parliament that Chile was right.", "parliament", "PER"),
        ("In Lima, a foreign ministry spokesman thanked Chile and Kenya.", "foreign ministry spokesman", "PER"),
        ("LIMA: The foreign ministry denied it.", "foreign ministry", "PER"),
        ("Kenya spoke to Chile. Both will free prisoners.", "prisoners", None),
    ],
)
def test_crowds_stand_on_their_own_ground_and_envoys_are_their_senders(
    actor_of: ActorOf, text: str, words: str, country: str | None
) -> None:
    assert actor_of(text, words).country == country
