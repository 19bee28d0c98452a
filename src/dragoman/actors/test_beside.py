"""Descriptions find the name beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's foreign minister, Jane Roe, thanked Oman.",
        "Jane Roe, the foreign minister of Kenya, thanked Oman.",
        "The foreign minister of Kenya, Jane Roe, thanked Oman.",
        "Oman met Kenya's foreign minister, Jane Roe, in May.",
        "Jane Roe was named foreign minister of Kenya.",
        "Jane Roe became foreign minister of Kenya.",
    ],
)
def test_title_and_name_are_one_actor(actor_of: ActorOf, text: str) -> None:
    roe = actor_of(text, "Jane Roe")
    assert roe.office == "foreign minister of Kenya"
    assert len(roe.mentions) == 2


def test_what_the_text_says_outweighs_the_table(actor_of: ActorOf) -> None:
    text = "Kenya's president, William Ruto, spoke."
    assert actor_of(text, "William Ruto").office == "president of Kenya"
    assert actor_of(text, "Kenya's president").name == "William Ruto"


def test_who_is_denied_an_office_does_not_get_it(actor_of: ActorOf) -> None:
    assert actor_of("Jane Roe is not the president of Kenya.", "Jane Roe").office is None


def test_other_people_in_a_list_stay_apart(told: Told) -> None:
    mentions = told("Oman met the foreign minister of Kenya, Jane Roe, and the envoy of Peru.")
    assert all("envoy" not in " ".join(words) for name, words in mentions.items() if name == "Jane Roe")


def test_a_description_of_another_country_stays_apart(actor_of: ActorOf) -> None:
    text = "Kenya's president, the Ugandan envoy Tom Poe, spoke."
    assert actor_of(text, "Kenya's president").name != "Tom Poe"
