"""A find covers exactly its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.found import Found, found_at
from dragoman.actors.phrases import Phrase

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf


@pytest.mark.parametrize(("start", "end", "words"), [(0, 1, "Peru"), (2, 4, "Jane Roe"), (5, 7, "in Lima")])
def test_the_span_is_the_words_of_the_tokens(doc: DocOf, start: int, end: int, words: str) -> None:
    text = "Peru met Jane Roe  in Lima."
    found = found_at(doc(text), Phrase(start, end, end - 1), "person", "name", name="x")
    assert found.span.of(text) == words
    assert (found.head, found.sentence, found.name) == (end - 1, 0, "x")


def test_the_sentence_is_that_of_the_head(doc: DocOf) -> None:
    parsed = doc("Rain fell. Peru left.")
    assert found_at(parsed, Phrase(3, 4, 3), "country", "name").sentence == 3


def test_what_is_not_said_is_unknown(doc: DocOf) -> None:
    found = found_at(doc("Peru left."), Phrase(0, 1, 0), "country", "name")
    assert found == Found(span=found.span, head=0, sentence=0, kind="country", via="name")
    assert (found.country, found.title, found.gender, found.plural) == (None, None, None, False)
