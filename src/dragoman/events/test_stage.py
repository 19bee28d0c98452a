from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events.conftest import Told
from dragoman.events.worth import LEAST_CONFIDENCE
from dragoman.knowledge.codebook import cameo, codebook

SOME = (
    "Chad Sudan the president of accused attacked denied will talks with sanctions on and . , “ ” said that he Monday "
    "imposed by not to visit North Korea"
)
WORDS = st.lists(st.sampled_from([*SOME.split(), "\n\n"]), max_size=30)


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_any_text_gives_events_whose_spans_hold_and_whose_codes_are_in_the_codebook(words: list[str]) -> None:
    told = Told(" ".join(words), dated=True)
    text, known = told.report.text, {actor.id for actor in told.report.actors}
    for event in told.report.events:
        assert event.evidence.holds(event.trigger)
        assert event.trigger.of(text) == event.trigger.of(text).strip() != ""
        assert {*event.source, *event.target} <= known
        assert event.source or event.target
        assert event.type in codebook().types
        assert event.cameo is None or event.cameo in cameo()
        assert LEAST_CONFIDENCE <= event.confidence <= 1
        assert event.because
    assert [event.id for event in told.report.events] == [f"e{n}" for n in range(1, len(told.report.events) + 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine in Geneva.",
        "Spain beat Portugal 2-0.",
        "Rice prices rose in Ghana.",
        "",
        "\n\n",
        "He said.",
        "Ana Roe, a spokesman for the Western Command of the army of Peru, is 40.",
    ],
)
def test_where_nothing_is_done_to_anybody_there_is_no_event(tell: Any, text: str) -> None:
    assert tell(text).words == []


@pytest.mark.parametrize("text", ["Cuba called the summit a farce.", "Cuba opened what the government calls a school."])
def test_giving_a_thing_a_name_is_no_request(tell: Any, text: str) -> None:
    assert not {"called", "calls"} & set(tell(text).words)


def test_a_promise_is_one_event_by_what_it_commits_to(tell: Any) -> None:
    assert tell("Ghana agreed to lift the ban on rice from Togo.").words == ["agreed"]
    assert tell("Greece threatened to expel Turkish diplomats.").words == ["threatened"]


def test_the_sentences_own_verb_is_primary(tell: Any) -> None:
    told = tell("Bolivia complained that Chile had seized a ship.")
    assert told.event("complained").primary
    assert not told.event("seized").primary


def test_what_somebody_charges_is_reported_by_them_and_their_own_act_is_not(tell: Any) -> None:
    told = tell("Bolivia complained that Chile had seized a ship.")
    assert told.name(told.event("seized").reported_by) == "Bolivia"
    assert told.event("complained").reported_by is None


def test_a_leaf_brings_mode_and_goldstein_score(tell: Any) -> None:
    imposed = tell("Norway imposed sanctions on Belarus last year.").event("imposed")
    assert imposed.cameo == "163"
    assert (imposed.mode, imposed.goldstein) == (cameo()["163"].mode, cameo()["163"].goldstein)


def test_the_particle_belongs_to_the_trigger(tell: Any) -> None:
    assert "called off" in tell("India called off talks with Pakistan.").words


def test_an_attack_on_computers_is_coercion(tell: Any) -> None:
    event = tell("Albania blamed Iran for a cyber attack on its border registers.").event("attack")
    assert (event.type, event.mode, event.cameo) == ("COERCE", "cyber", "176")


def test_who_would_like_to_do_it_says_so_now(tell: Any) -> None:
    assert tell("Kenya would like to host the talks with Sudan.").event("like").status == "actual"


def test_what_is_told_on_a_day_is_of_that_day(tell: Any) -> None:
    told = tell(
        "Norway's fisheries minister said on Monday in Bergen that Oslo was ready to share its cod quota with Iceland."
    )
    assert told.event("ready").date.interval == (date(2014, 6, 9), date(2014, 6, 9))


def test_nobody_makes_a_promise_to_the_own_country(tell: Any) -> None:
    told = tell("Prime Minister Saara Kuugongelwa of Namibia promised that Namibia would ratify the pact.")
    assert told.sides("promised") == ({"NAM"}, set())


def test_own_words_that_another_passes_on_are_reported_by_who_passes_them_on(tell: Any) -> None:
    told = tell(
        '"Kenya is ready to help Uganda," President Ruto told farmers, according to the Kenyan foreign ministry.'
    )
    event = next(one for one in told.report.events if one.type == "AGREE")
    assert told.name(event.reported_by) == "foreign ministry of Kenya"


def test_what_several_do_without_a_target_they_do_with_one_another(tell: Any) -> None:
    assert tell("French and Tunisian warships on Monday held war games off Bizerte.").sides("held") == (
        {"FRA", "TUN"},
        {"FRA", "TUN"},
    )


def test_soldiers_who_are_sent_are_those_who_go(tell: Any) -> None:
    assert tell("Fresh Chadian troops were deployed after the floods.").sides("deployed") == ({"TCD"}, set())


def test_what_somebody_will_not_do_is_a_refusal_that_was_made(tell: Any) -> None:
    refused = tell("Kenya said it would not accept the verdict of the court.").event("accept")
    assert (refused.type, refused.status) == ("REJECT", "actual")
    assert tell("Peru did not reject Chile's proposal.").event("reject").status == "negated"


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Chad proposed that Sudan withdraw its troops.", "withdraw", "Chad"),
        ("Chad suspects Sudan of arming rebels in Darfur.", "arming", "Chad"),
        ("President Ana Roe said she would visit Sudan in May.", "visit", "Ana Roe"),
        ("President Ana Roe said she was willing to help Sudan.", "willing", None),
    ],
)
def test_what_is_no_fact_is_told_by_who_asks_plans_or_charges_it(
    tell: Any, text: str, trigger: str, name: str | None
) -> None:
    told = tell(text)
    assert told.name(told.event(trigger).reported_by) == name


def test_the_ground_that_forces_are_sent_to_does_not_go_there_itself(tell: Any) -> None:
    told = tell("“Troops were deployed to Haifa,” General Ana Roe of Peru said.")
    assert all("ISR" not in told.countries(one.source) for one in told.report.events)


def test_what_a_thing_threatens_nobody_does(tell: Any) -> None:
    assert "threaten" not in tell("Peru's premier said that a flood would threaten Chad.").words
    assert "threatened" in tell("Serb units threatened to shell a town in Chad.").words
