"""Words that stand for two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


def _who(mentions: dict[str, list[str]], words: str) -> set[str]:
    return {name for name, said in mentions.items() if words in said}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Peru and Chile made peace. The two countries will trade.", "two countries", {"Peru", "Chile"}),
        ("Peru met Chile. Both sides smiled.", "Both sides", {"Peru", "Chile"}),
        ("Jane Roe of Peru met Tom Poe of Chile. The two leaders smiled.", "two leaders", {"Jane Roe", "Tom Poe"}),
        ("Minister Jane Roe met Minister Tom Poe. Both ministers smiled.", "Both ministers", {"Jane Roe", "Tom Poe"}),
        ("Peru's envoy met Chile's envoy. The two countries will trade.", "two countries", {"Peru", "Chile"}),
        (
            "Peru and Chile met. It rained. It rained again. The two countries will trade.",
            "two countries",
            {"Peru", "Chile"},
        ),
        ("Peru and Chile met.\n\nIran and Iraq urged the two sides to talk.", "two sides", {"Peru", "Chile"}),
        ("Oman said Peru and Chile made peace. The two sides will trade.", "two sides", {"Peru", "Chile"}),
        ("Peru, Chile and Oman made peace. Peru met Chile. Both sides smiled.", "Both sides", {"Peru", "Chile"}),
        ("Peru and Chile plan a drill. The allies say that it is annual.", "allies", {"Peru", "Chile"}),
        ("Norway and the U.K. stage landings. The allies left.", "allies", {"Norway", "United Kingdom"}),
    ],
)
def test_exactly_two_of_the_right_kind_are_meant(told: Told, text: str, words: str, who: set[str]) -> None:
    assert _who(told(text), words) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru, Chile and Oman met. The two countries will trade.", "two countries"),
        ("Iran and Iraq mediated between the two sides.", "two sides"),
        ("Peru left. The two countries will trade.", "two countries"),
        ("Peru met Chile. The allies smiled.", "allies"),
        ("Peru and Chile met. The western allies smiled.", "allies"),
        ("Peru and Chile met. The allies of Iran smiled.", "allies"),
        ("Peru, Chile and Oman made peace. Peru left a port, and Oman is sending ships. Both sides won.", "Both sides"),
        ("Jane Roe met Tom Poe and Ann Lee. The two leaders smiled.", "two leaders"),
        ("King Otto met Minister Tom Poe. The two ministers smiled.", "two ministers"),
        ("Peru and Chile sent two ministers.", "two ministers"),
    ],
)
def test_three_or_one_or_none_link_nobody(told: Told, text: str, words: str) -> None:
    mentions = told(text)
    assert not {
        name for name in _who(mentions, words) if name in {"Peru", "Chile", "Jane Roe", "Tom Poe", "Otto", "Iran"}
    }


def test_a_chain_of_such_words_follows_the_same_two(told: Told) -> None:
    mentions = told("Peru and Chile met. The two sides agreed. Both countries will trade.")
    assert mentions["Peru"] == ["Peru", "two sides", "Both countries"]
    assert mentions["Chile"] == ["Chile", "two sides", "Both countries"]


def test_a_country_that_only_its_people_stood_for_becomes_an_actor(told: Told) -> None:
    mentions = told("Peruvian envoy Jane Roe met Chilean envoy Tom Poe. The two countries will trade.")
    assert mentions["Peru"] == mentions["Chile"] == ["two countries"]


def test_a_second_title_of_one_person_makes_no_pair(told: Told) -> None:
    mentions = told("Peru's ambassador and special envoy left. They were late.")
    assert not [name for name, said in mentions.items() if "They" in said]


def test_both_armies_are_those_of_the_two_states(told: Told) -> None:
    mentions = told("Peru's army fought Chile. Both armies withdrew, and their guns fell silent.")
    assert mentions["army of Peru"] == ["Peru's army", "Both armies", "their"]
    assert mentions["army of Chile"] == ["Both armies", "their"]
