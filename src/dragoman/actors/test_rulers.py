"""Rulers by their surname alone, where the parser sees nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told


def test_a_ruler_in_office_is_known_by_a_rare_surname(actor_of: ActorOf) -> None:
    assert actor_of("Envoys said that Buhari attended the summit.", "Buhari").country == "NGA"


@pytest.mark.parametrize(
    "text",
    ["BUHARI ATTENDED THE SUMMIT.", "The Buhari sank.", "They met in Buhari.", "They bought buhari there."],
)
def test_the_same_word_otherwise_is_nobody(told: Told, text: str) -> None:
    assert "Muhammadu Buhari" not in told(text)


def test_out_of_office_nobody_is_guessed(told: Told) -> None:
    assert "Muhammadu Buhari" not in told("Buhari attended the summit.", date(2005, 6, 15))


def test_who_is_named_in_full_bears_the_name(actor_of: ActorOf) -> None:
    assert actor_of("Carl Buhari, a miner, spoke. Buhari wept.", "Buhari").name == "Carl Buhari"
