"""A toponym's words and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.places.toponym import toponym

if TYPE_CHECKING:
    from dragoman.places.conftest import DocOf


def test_span_and_key_are_those_of_its_words(doc: DocOf) -> None:
    text = "Rain fell on Saint-Denis."
    parsed = doc(text)
    first = next(token.i for token in parsed if token.text.startswith("Saint"))
    one = toponym(parsed, first, len(parsed) - 1, "named")
    assert one.span(parsed).of(text) == "Saint-Denis"
    assert one.key == "st denis"
