from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.events.participants import Participants, first, is_hyphened
from dragoman.language import parse
from dragoman.language.parse import model
from dragoman.model import Actor, Mention, Place, Quotation, Report, Source, Span


def _participants(text: str, **said: Any) -> tuple[Any, Participants]:
    report = parse(Report("r1", Source("test", "0" * 64), None, text, 0, **said))
    return report.parse, Participants(report, report.parse)


def _actor(name: str, text: str, words: str, via: str = "name") -> Actor:
    start = text.index(words)
    return Actor(name, words, "country", (Mention(Span(start, start + len(words)), via),), "XXX")


def test_the_us_is_a_country_and_not_us() -> None:
    text = "Iran blamed the US."
    doc, who = _participants(text, actors=(_actor("a1", text, "US"),))
    assert who.of(doc[3]) == ("a1",)


def test_we_in_a_quotation_is_the_speaker_and_nobody_outside() -> None:
    text = "We agree. They said we agree."
    quotes = (Quotation(Span(20, 29), direct=False, speaker="a1"),)
    doc, who = _participants(text, quotes=quotes)
    assert who.at(doc[0]) == ()
    assert who.at(doc[5]) == ("a1",)


def test_joined_phrases_give_all_their_actors_in_order() -> None:
    text = "They condemned Peru and Chile."
    doc, who = _participants(text, actors=(_actor("a2", text, "Chile"), _actor("a1", text, "Peru")))
    assert who.of(doc[2]) == ("a1", "a2")


def test_a_possessor_stands_for_a_thing_that_is_no_actor() -> None:
    text = "They rejected Iran's proposal."
    doc, who = _participants(text, actors=(_actor("a1", text, "Iran"),))
    assert who.of(doc[4]) == ("a1",)


def test_ground_of_a_country_that_is_no_actor_becomes_one_if_it_is_used() -> None:
    text = "They fired rockets at Haifa and Jaffa in Israel."
    words = [(22, 27, "Haifa"), (32, 37, "Jaffa"), (41, 47, "Israel")]
    places = tuple(Place(Span(start, end), name, "ISR") for start, end, name in words)
    doc, who = _participants(text, actors=(_actor("a1", text, "They"),), places=places)
    assert who.of(doc[8]) == ()
    assert who.placed(doc[8]) == who.placed(doc[4]) == ("a2",)
    assert who.countries({"a2"}) == {"ISR"}
    assert who.grounds({"a1"}) == ()
    (ground,) = who.grounds({"a2"})
    assert [one.span.of(text) for one in ground.mentions] == ["Haifa", "Jaffa", "Israel"]
    assert {one.via for one in ground.mentions} == {"ground"}


def test_the_ground_of_a_country_that_acts_elsewhere_is_known_by_its_places() -> None:
    text = "Israel spoke. They shelled Haifa."
    actors = (replace(_actor("a1", text, "Israel"), country="ISR"),)
    doc, who = _participants(text, actors=actors, places=(Place(Span(27, 32), "Haifa", "ISR"),))
    assert who.placed(doc[5]) == ("a1",)
    assert who.of(doc[5]) == ()


def test_a_place_that_is_an_actors_name_is_no_ground() -> None:
    text = "Israel spoke."
    doc, who = _participants(text, actors=(_actor("a1", text, "Israel"),), places=(Place(Span(0, 6), "Israel", "ISR"),))
    assert who.placed(doc[0]) == ()


def test_one_mention_may_stand_for_two_actors() -> None:
    text = "They warned the Koreas."
    actors = (_actor("a1", text, "Koreas"), _actor("a2", text, "Koreas"))
    doc, who = _participants(text, actors=actors)
    assert who.of(doc[3]) == ("a1", "a2")


def test_the_first_reading_that_names_anybody_is_taken() -> None:
    assert first([(), ("a2",), ("a1",)]) == ("a2",)
    assert first([]) == ()


def test_who_is_named_beside_a_word_of_kin_stands_at_it(tell: Any) -> None:
    told = tell("Peruvian police arrested the mayor's brother, Luis Roe, at Lima airport.")
    assert "Luis Roe" in [told.name(one) for one in told.event("arrested").target]


def test_the_second_half_of_a_hyphened_pair_may_have_a_word_of_its_own() -> None:
    words = {token.text: token for token in model()("The French-South Sudanese talks failed.")}
    assert is_hyphened(words["French"], words["Sudanese"])
    assert not is_hyphened(words["French"], words["talks"])
