from __future__ import annotations

import pytest

from dragoman.language.parse import model
from dragoman.quotes.around import addressee_of, medium_of
from dragoman.quotes.cues import verb_cues
from dragoman.quotes.speaker import speaker_of


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The envoy told the king in a phone call that the talks failed.", "phone call"),
        ("The envoy said at a briefing that the talks failed.", "briefing"),
        ("The ministry said in a statement that the talks failed.", "statement"),
        ("The statement said that the talks failed.", "statement"),
        ("The envoy tweeted that the talks failed.", "tweet"),
        ("The envoy said in an interview that the talks failed.", "interview"),
        ("The envoy said in Oslo that the talks failed.", None),
    ],
)
def test_the_medium_is_what_the_phrases_beside_the_verb_name(text: str, medium: str | None) -> None:
    verb = next(verb_cues(model()(text))).token
    assert medium_of(verb, speaker_of(verb)) == medium


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("The envoy told reporters that the talks failed.", "reporters"),
        ("The envoy said to the king that the talks failed.", "king"),
        ("Peru urged Chile to withdraw its troops.", "Chile"),
        ("Peru called on Chile to withdraw its troops.", "Chile"),
        ("The envoy said that the talks failed.", None),
        ("Peru condemned the raid.", None),
    ],
)
def test_the_addressee_is_who_is_told_or_asked(text: str, listener: str | None) -> None:
    found = addressee_of(next(verb_cues(model()(text))).token)
    assert (found.text if found else None) == listener
