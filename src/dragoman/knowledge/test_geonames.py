"""GeoNames' towns and regions by name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.geonames import _table, entries, weight
from dragoman.knowledge.place_names import place_key


@pytest.mark.parametrize(
    ("name", "kind", "country", "geonames"),
    [
        ("Nairobi", "P", "KEN", 184745),
        ("Srebrenica", "P", "BIH", 3190159),
        ("Alberta", "A", "CAN", 5883102),
        ("Los Angeles County", "B", "USA", 5368381),
    ],
)
def test_towns_and_regions_of_both_levels_are_found(name: str, kind: str, country: str, geonames: int) -> None:
    found = [each for each in entries(place_key(name)) if each.geonames == geonames]
    assert [(each.kind, each.country) for each in found] == [(kind, country)]


def test_another_name_is_marked_as_such() -> None:
    kyiv = next(each for each in entries("kiev") if each.country == "UKR" and each.kind == "P")
    assert not kyiv.own
    assert kyiv.name == "Kyiv"


def test_every_namesake_is_handed_back() -> None:
    states = {each.admin1 for each in entries("springfield") if each.country == "USA"}
    assert {"IL", "MO", "MA", "OR"} <= states


def test_the_table_is_sorted_so_that_every_name_in_it_is_found() -> None:
    lines = _table()[1:-1].split(b"\n")
    keys = [line.split(b"\t", 1)[0] + b"\t" for line in lines]
    assert all(before <= after for before, after in pairwise(keys))
    for line in (*lines[:3], *lines[::9973], *lines[-3:]):
        cells = line.decode().split("\t")
        assert int(cells[-1]) in {each.geonames for each in entries(cells[0])}


@given(st.text(max_size=20))
@settings(max_examples=60)
def test_any_key_gives_only_places_of_that_name(key: str) -> None:
    for each in entries(place_key(key)):
        assert -90 <= each.lat <= 90
        assert -180 <= each.lon <= 180
    assert entries("") == ()


def test_a_name_weighs_by_the_people_and_by_whether_it_is_the_places_own() -> None:
    kyiv = next(each for each in entries("kiev") if each.country == "UKR" and each.kind == "P")
    small = min(entries("springfield"), key=lambda each: each.population)
    assert weight(kyiv) > weight(small)
    assert weight(kyiv._replace(own=True)) > weight(kyiv)
    assert weight(kyiv._replace(kind="B")) < weight(kyiv)
