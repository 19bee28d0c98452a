"""Towns and regions in a parse that tell who is at home there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, PageOf


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels left the Anbar province on Monday.", ["Anbar"]),
        ("They fled to Lagos.", ["Lagos"]),
        ("They fled to Peru.", []),
        ("They fled to the North.", []),
        ("Chechen fighters left.", ["Chechnya"]),
        ("", []),
    ],
)
def test_a_place_of_one_country_is_found_with_its_own_words(page: PageOf, text: str, names: list[str]) -> None:
    assert [one.text for one in dict.fromkeys(page(text).places.values())] == names


def test_who_is_named_by_a_region_is_of_its_country_and_office_there(actor_of: ActorOf) -> None:
    assert actor_of("Darfur rebels fled.", "Darfur rebels").country == "SDN"
    governor = actor_of("The governor of Lagos resigned.", "governor")
    assert (governor.country, governor.office) == ("NGA", "governor of Lagos")


def test_the_president_of_a_region_is_no_head_of_state(actor_of: ActorOf) -> None:
    assert actor_of("The Chechen president resigned.", "Chechen president").name != "Vladimir Putin"


def test_two_governors_of_one_state_stay_apart(actor_of: ActorOf) -> None:
    text = "Kano governor Jane Roe met the Lagos governor."
    assert actor_of(text, "Lagos governor").name == "governor of Lagos"
