"""What lies in what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.places.candidate import candidates, of_country
from dragoman.places.spans import toponyms
from dragoman.places.within import containers, kilometres, lies_in, listed

if TYPE_CHECKING:
    from dragoman.places.candidate import Candidate
    from dragoman.places.conftest import DocOf


def _one(key: str, country: str, kind: str) -> Candidate:
    return next(each for each in candidates(key) if (each.country, each.kind) == (country, kind))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("He lives in Chicago, Illinois.", ("chicago", "illinois")),
        ("Fighting goes on in Mosul in Iraq.", ("mosul", "iraq")),
        ("Shells hit the Syrian town of Azaz.", ("azaz", "syrian")),
        ("Troops hold Iraq's Mosul.", ("mosul", "iraq")),
    ],
)
def test_the_words_between_tell_what_may_lie_in_what(doc: DocOf, text: str, pair: tuple[str, str]) -> None:
    parsed = doc(text)
    assert [(one.key, other.key) for one, other in containers(parsed, toponyms(parsed))] == [pair]


def test_neighbours_in_a_list_are_told_in_both_orders(doc: DocOf) -> None:
    parsed = doc("Fires burned in Oregon and Idaho.")
    pairs = [(one.key, other.key) for one, other in listed(parsed, toponyms(parsed))]
    assert pairs == [("oregon", "idaho"), ("idaho", "oregon")]


def test_a_town_lies_in_its_state_and_country_and_in_no_other() -> None:
    town = _one("chicago", "USA", "P")
    assert lies_in(town, _one("illinois", "USA", "state"))
    assert lies_in(town, of_country("USA"))
    assert not lies_in(town, _one("texas", "USA", "state"))
    assert not lies_in(town, of_country("CAN"))
    assert not lies_in(of_country("USA"), of_country("USA"))


def test_distances_are_those_of_the_globe() -> None:
    paris, london = _one("paris", "FRA", "P"), _one("london", "GBR", "P")
    assert kilometres(paris, london) == pytest.approx(344, abs=5)
    assert kilometres(paris, paris) == 0
    assert kilometres(paris, paris._replace(lat=None)) == float("inf")
