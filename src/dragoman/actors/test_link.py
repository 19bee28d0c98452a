"""Mentions are linked from the surest pass to the least sure, and never across countries or offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of
from dragoman.actors.describe import found_phrases
from dragoman.actors.link import Linker
from dragoman.knowledge.own import OwnActor, use

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


def test_a_king_is_found_by_the_name_that_holds_the_title(actor_of: ActorOf) -> None:
    king = actor_of("Envoys met King Salman in Riyadh.", "King Salman")
    assert (king.country, king.wikidata) == ("SAU", "Q367825")


def test_an_own_person_without_an_office_has_the_sector_of_the_row(actor_of: ActorOf) -> None:
    row = OwnActor("Jane Quill", (), "person", "PER", None, "SOC", None, None, None, "mine.csv, row 2")
    try:
        use([row])
        quill = actor_of("Jane Quill left.", "Jane Quill")
    finally:
        use(())
    assert (quill.sector, quill.office, quill.country) == ("SOC", None, "PER")


def test_a_body_is_what_stands_in_apposition_to_it(actor_of: ActorOf) -> None:
    text = "The rebel group Red Oar Front, a movement of Chad, attacked."
    body = actor_of(text, "Red Oar Front")
    assert (body.country, body.sector) == ("TCD", "REB")
    assert actor_of(text, "rebel group").id == actor_of(text, "movement").id == body.id


def test_what_the_table_says_of_a_body_stands_against_what_it_is_called(actor_of: ActorOf) -> None:
    assert actor_of("The charity Hezbollah protested.", "Hezbollah").sector == "REB"


def test_two_bodies_joined_by_and_stay_two(actor_of: ActorOf) -> None:
    text = "The army, the navy and Acme Holdings protested."
    assert actor_of(text, "army").id != actor_of(text, "Acme Holdings").id
