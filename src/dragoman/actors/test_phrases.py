"""Noun phrases: trimmed, with titles and names whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors.conftest import report_of
from dragoman.actors.phrases import phrases

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf


def _words(doc: DocOf, text: str) -> list[str]:
    parsed = doc(text)
    return [parsed[one.start : one.end].text for one in phrases(parsed)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The old envoy left.", "old envoy"),
        ("Both envoys left.", "envoys"),
        ("Oman's envoy left.", "Oman"),
        ("They met the Secretary of State Jane Roe.", "Secretary of State Jane Roe"),
        ("The Ministry of Foreign Affairs spoke.", "Ministry of Foreign Affairs"),
        ("NAIROBI - Troops fired on a crowd.", "Troops"),
    ],
)
def test_articles_possessives_and_datelines_are_cut_and_titles_joined(doc: DocOf, text: str, words: str) -> None:
    assert words in _words(doc, text)


def test_what_the_tagger_sees_as_one_name_is_one_phrase(doc: DocOf) -> None:
    assert "President Abdel Karim al-Basri" in _words(doc, "President Abdel Karim al-Basri spoke.")


def test_two_persons_in_one_phrase_are_parted(doc: DocOf) -> None:
    text = (
        "President Donald Trump and North Korean leader Kim Jong Un signed a joint statement in Singapore on Tuesday."
    )
    words = _words(doc, text)
    assert "President Donald Trump" in words
    assert "North Korean leader Kim Jong Un" in words


def test_of_without_a_title_joins_nothing(doc: DocOf) -> None:
    words = _words(doc, "The envoy of Peru left.")
    assert {"envoy", "Peru"} <= set(words)


def test_pronouns_possess_nothing_here(doc: DocOf) -> None:
    assert "his" not in _words(doc, "Oman met his envoy.")


@given(st.lists(st.sampled_from(["the", "'s", "of", "-", "Secretary", "State", "Roe", "envoy", ",", "left", "."])))
@settings(max_examples=30, deadline=None)
def test_a_phrase_holds_its_head_and_heads_are_in_order(words: list[str]) -> None:
    parsed = report_of(" ".join(words)).parse
    assert parsed is not None
    found = list(phrases(parsed))
    assert all(one.start <= one.head < one.end <= len(parsed) for one in found)
    assert [one.head for one in found] == sorted({one.head for one in found})
