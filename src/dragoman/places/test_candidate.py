"""What a name may stand for."""

from __future__ import annotations

from dragoman.knowledge.place_names import place_key
from dragoman.places.candidate import (
    adjective_for,
    candidates,
    is_by_hand,
    likelihood,
    of_country,
    regions_named,
    short_for,
)


def test_a_country_stands_at_geonames_point() -> None:
    assert of_country("USA")[4:7] == (39.76, -98.5, 6252001)


def test_namesakes_are_all_there_and_the_likeliest_is_the_largest() -> None:
    found = candidates("paris")
    assert {"FRA", "USA", "CAN"} <= {each.country for each in found}
    assert max(found, key=lambda each: each.prior).country == "FRA"


def test_a_place_kept_by_hand_hides_its_twin_and_takes_its_region() -> None:
    texas = [each for each in candidates("texas") if each.is_region]
    assert [(each.country, each.admin1, each.geonames) for each in texas] == [("USA", "TX", 4736286)]


def test_names_that_two_countries_share_are_both() -> None:
    assert {each.country for each in candidates("congo")} == {"COD", "COG"}


def test_signs_adjectives_and_regions_have_their_own_tables() -> None:
    assert [each.name for each in short_for(place_key("Ont."))] == ["Ontario"]
    assert [each.name for each in adjective_for("chechen")] == ["Chechnya"]
    assert regions_named("ohio")
    assert not regions_named("barrie")


def test_nobody_bears_a_nonsense_name_or_one_of_two_letters() -> None:
    assert likelihood("zzyzzyx qua") == 0
    assert candidates("us") == ()


def test_kinds_that_are_seldom_persons_are_sure_by_name() -> None:
    assert is_by_hand("donbas", all_kinds=False)
    assert not is_by_hand("bor", all_kinds=False)
    assert is_by_hand("bor", all_kinds=True)
