"""Whom pronouns stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


def _who(mentions: dict[str, list[str]], word: str) -> set[str]:
    return {name for name, said in mentions.items() if word in said}


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Ms Anna Roe told Mr Tom Poe a joke. He laughed.", "He", {"Tom Poe"}),
        ("The king received the spokeswoman, Leila Roe. She left.", "She", {"Leila Roe"}),
        ("Peter Roe met Mary Poe. She left.", "She", {"Mary Poe"}),
        ("Minister Han Sool met Minister Li Bo. He left.", "He", {"Han Sool"}),
        ("Minister Roe said Minister Poe had lost his seal.", "his", {"Poe"}),
        ("Kenya's president, Jane Roe, met the envoy of Peru. She left.", "She", {"Jane Roe"}),
        ("Peru accused Chile. It closed the border.", "It", {"Peru"}),
        ("Peru and Chile met. They made peace.", "They", {"Peru", "Chile"}),
        ("Peru's rebels fled. They left arms.", "They", {"rebels of Peru"}),
        ("Mr Roe and Mr Poe met. Mr Poe spoke. His boat sank.", "His", {"Poe"}),
        (
            "Peru spoke.\n\nIn Lima, where he met Ann Lee on Monday, President Tom Poe said rain would fall.",
            "he",
            {"Tom Poe"},
        ),
        ("Peru ordered Chile to close its port.", "its", {"Chile"}),
    ],
)
def test_gender_number_and_the_subject_decide(told: Told, text: str, word: str, who: set[str]) -> None:
    assert _who(told(text), word) == who


def test_a_chain_keeps_to_one_gender(told: Told) -> None:
    mentions = told("Li Bo met Tom Poe. She said he was late.")
    assert _who(mentions, "She") == {"Li Bo"}
    assert _who(mentions, "he") == {"Tom Poe"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru spoke. It is known that rain falls.", "It"),
        ("Peru spoke. It is difficult to sail.", "It"),
        ("Peru spoke. It was their first storm.", "It"),
        ("Peru spoke about IT and trade.", "IT"),
        ("Jane Roe spoke.\n\nRain fell.\n\nThen he left.", "he"),
        ("Envoy Ban Oru and envoy Ban Uro spoke. He left.", "He"),
        ("Ms Anna Roe left. He sat.", "He"),
        ("Mr Tom Poe told him a joke.", "him"),
        ("After talks with Mr Poe he left.", "he"),
        ("I saw us.", "us"),
        ("Oman spoke to Peru and Chile. They sat.", "They"),
        ("Peru read the plan and signed it.", "it"),
        ("Peru and Chile have not signed it.", "it"),
        ("Peru spoke. It remains to be seen who won.", "It"),
        ("Farmers met in Peru. It was closed.", "It"),
        ("Peru and Chile met. Oman fears storms since they come at night.", "they"),
    ],
)
def test_dummies_and_what_fits_nobody_or_two_stay_unlinked(told: Told, text: str, word: str) -> None:
    assert _who(told(text), word) == set()


@given(st.lists(st.sampled_from(["he", "She", "it", "They", "their", "Peru", "Jane Roe", "said", ".", "and", "\n\n"])))
@settings(max_examples=25, deadline=None)
def test_any_row_of_words_is_taken(words: list[str]) -> None:
    text = " ".join(words)
    report = add_actors(report_of(text))
    assert all(one.span.of(text).strip() for actor in report.actors for one in actor.mentions)
