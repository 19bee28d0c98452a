"""Mentions are linked from the surest pass to the least sure, and never across countries or offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of
from dragoman.actors.describe import found_phrases
from dragoman.actors.link import Linker

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told


def test_each_link_says_which_pass_made_it() -> None:
    text = "Peru's foreign minister, Jane Roe, left. Roe smiled. The minister was tired. She slept."
    report = add_actors(report_of(text))
    vias = {one.span.of(text): one.via for actor in report.actors for one in actor.mentions}
    assert vias["Jane Roe"] == "name"
    assert vias["Roe"] == "alias"
    assert vias["Peru's foreign minister"] == "apposition"
    assert vias["minister"] == "head"
    assert vias["She"] == "pronoun"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("North Korea met South Korea.", "North Korea", "South Korea"),
        ("Peru's president met Chile's president.", "Peru's president", "Chile's president"),
        ("The president of Peru met the prime minister of Peru.", "president", "prime minister"),
        ("Mr Carl Roe met Ms Joan Roe.", "Mr Carl Roe", "Ms Joan Roe"),
        ("President Otto Roe of Peru met Otto Roe.", "Peru", "Otto Roe"),
        ("Chile's army met Peru's army.", "Chile's army", "Peru's army"),
    ],
)
def test_another_country_office_or_gender_never_merges(actor_of: ActorOf, text: str, one: str, other: str) -> None:
    assert actor_of(text, one).id != actor_of(text, other).id


def test_a_title_tells_which_of_two_with_one_surname(actor_of: ActorOf) -> None:
    text = "Mr Carl Roe met Ms Joan Roe. Ms Roe smiled. Mr Roe left."
    assert actor_of(text, "Ms Roe").name == "Joan Roe"
    assert actor_of(text, "Mr Roe").name == "Carl Roe"


def test_a_surname_means_who_has_been_named_before_it(told: Told) -> None:
    mentions = told("President Park Han-oh spoke. Park smiled. Later envoy Park Mi-rae spoke.")
    assert "Park" in mentions["Park Han-oh"]


def test_a_surname_that_fits_two_is_given_to_neither(told: Told) -> None:
    mentions = told("Envoy Carl Roe met envoy Joan Roe. Roe smiled.")
    assert "Roe" not in mentions["Carl Roe"] + mentions["Joan Roe"]


def test_the_office_of_the_day_names_its_holder(actor_of: ActorOf) -> None:
    assert actor_of("The German chancellor spoke.", "German chancellor").name == "Angela Merkel"
    assert actor_of("The German chancellor spoke.", "German chancellor", None).name != "Angela Merkel"


def test_a_new_person_of_a_known_title_is_another() -> None:
    text = "A Peruvian official spoke. Another Peruvian official left."
    report = add_actors(report_of(text))
    assert len([actor for actor in report.actors if actor.kind == "person"]) == 2


def test_a_phrase_that_gave_way_is_forgotten_only_if_it_was_alone() -> None:
    parsed = report_of("Peru met the ministers. Peru left.").parse
    assert parsed is not None
    linker = Linker(parsed, None)
    linker.link(found_phrases(parsed))
    before = len(linker.clusters)
    linker.forget(0)
    assert len(linker.clusters) == before
    head = next(token.i for token in parsed if token.text == "ministers")
    linker.forget(head)
    assert len(linker.clusters) == before - 1
    assert head not in linker.at
