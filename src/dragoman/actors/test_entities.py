"""What the tagger alone takes for an actor, once and without its mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.describe import found_phrases
from dragoman.actors.entities import once
from dragoman.actors.found import Found
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The International Fund for River Safety (IFRS) met in May.", "International Fund for River Safety"),
        ("Harbour Holdings' profit fell.", "Harbour Holdings"),
    ],
)
def test_a_tagged_name_is_found_once_and_whole(doc: DocOf, text: str, name: str) -> None:
    assert [one.name for one in found_phrases(doc(text)) if one.via == "entity"].count(name) == 1


def _one(start: int, end: int, via: str, kind: str = "organisation") -> Found:
    return Found(span=Span(start, end), head=start, sentence=0, kind=kind, via=via)  # type: ignore[arg-type]  # literals


def test_a_longer_tagged_name_outweighs_a_description_in_it() -> None:
    name, inside = _one(0, 30, "entity"), _one(10, 15, "description")
    assert once([name, inside]) == [name]


def test_a_description_as_long_or_longer_outweighs_the_tagger() -> None:
    name, around = _one(5, 15, "entity"), _one(0, 15, "description")
    assert once([name, around]) == [around]
    assert once([_one(0, 15, "entity"), around]) == [around]


def test_a_country_in_a_tagged_name_is_an_actor_too() -> None:
    name, country = _one(0, 30, "entity"), _one(10, 15, "country name", "country")
    assert once([name, country]) == [name, country]


def test_words_apart_leave_each_other_alone() -> None:
    found = [_one(0, 5, "entity"), _one(6, 9, "description"), _one(10, 12, "entity")]
    assert once(found) == found


def test_points_of_the_compass_and_lower_case_are_no_names(doc: DocOf) -> None:
    text = "The North and the solidarity movement met."
    assert not [one for one in found_phrases(doc(text)) if one.via == "entity" and one.name in {"North", "solidarity"}]
