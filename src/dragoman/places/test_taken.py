"""Whose words a place may not claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import known_names
from dragoman.places.taken import taken

if TYPE_CHECKING:
    from dragoman.places.conftest import DocOf


def _words(doc: DocOf, text: str) -> tuple[set[str], set[str]]:
    parsed = doc(text)
    hold = taken(parsed, known_names(parsed))
    return {parsed[at].text for at in hold.persons}, {parsed[at].text for at in hold.bodies}


def test_a_persons_names_are_hers_and_her_surname_alone_too(doc: DocOf) -> None:
    persons, _ = _words(doc, "Mary Jordan resigned. Jordan said nothing.")
    assert {"Mary", "Jordan"} <= persons


def test_the_same_word_behind_a_placing_preposition_is_free(doc: DocOf) -> None:
    parsed = doc("Mary Jordan resigned. She lives in Jordan.")
    hold = taken(parsed, known_names(parsed))
    last = max(token.i for token in parsed if token.text == "Jordan")
    assert last not in hold.persons


def test_known_bodies_and_papers_keep_their_words(doc: DocOf) -> None:
    persons, bodies = _words(doc, "The Washington Post asked the Bank of England and the UN Security Council.")
    assert "Washington" in persons | bodies
    assert "Security" in bodies
