"""Countries and organisations of the tables, as actors or as ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.describe import found_phrases
from dragoman.actors.ground_words import PLACE

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf, Told


def _via(doc: DocOf, text: str, words: str) -> list[tuple[str, str]]:
    return [(one.kind, one.via) for one in found_phrases(doc(text)) if one.span.of(text) == words]


@pytest.mark.parametrize(
    ("text", "words", "via"),
    [
        ("Lima protested.", "Lima", "country capital"),
        ("Peru protested.", "Peru", "country name"),
        ("They met in Lima.", "Lima", PLACE),
        ("They met in Lima and Oslo.", "Oslo", PLACE),
        ("He arrived in Lima.", "Lima", "country capital"),
        ("They sent it to Lima.", "Lima", "country capital"),
    ],
)
def test_a_capital_acts_or_is_the_place(doc: DocOf, text: str, words: str, via: str) -> None:
    assert _via(doc, text, words) == [("country", via)]


def test_nationals_are_a_group_of_people(doc: DocOf) -> None:
    assert _via(doc, "Syrians fled.", "Syrians") == [("group", "country national")]


def test_an_accord_named_after_a_town_is_no_government(doc: DocOf) -> None:
    assert _via(doc, "They signed the Lima accord.", "Lima") == []
    assert _via(doc, "They signed the Peruvian accord.", "Peruvian") == [("country", "country adjective")]


def test_an_organisation_comes_with_what_the_table_knows(doc: DocOf) -> None:
    (one,) = [one for one in found_phrases(doc("The EU protested.")) if one.kind == "organisation"]
    assert (one.name, one.country) == ("European Union", "EUR")


def test_an_armed_group_is_a_group(doc: DocOf) -> None:
    assert _via(doc, "Hezbollah protested.", "Hezbollah") == [("group", "name")]


@pytest.mark.parametrize(
    ("text", "words", "vias"),
    [
        ("Rebels shelled Kyoto.", "Kyoto", ["place"]),
        ("Rebels fought in the Anbar province.", "Anbar", ["place"]),
        ("Rebels fired on Lagos.", "Lagos", ["place"]),
        ("Kyoto University protested.", "Kyoto", []),
    ],
)
def test_a_town_is_ground_that_is_handed_on_to_nobody(
    doc: DocOf, told: Told, text: str, words: str, vias: list[str]
) -> None:
    assert [via for _, via in _via(doc, text, words)] == vias
    assert not {"Japan", "Iraq", "Nigeria"} & set(told(text))
