from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.merge.tellings import Telling, tellings
from dragoman.merge.test_made import CHINA, MINISTRY, PARK, XI, Said, day, made

MET = Said("Xi Jinping met Park Geun-hye in Beijing.", "met", (XI,), (PARK,), day=day(20), by=MINISTRY)


def told(said: Said) -> Telling:
    [telling] = tellings(made("r1", said, outlet="The Courier"))
    return telling


def test_a_telling_holds_names_and_words_not_ids() -> None:
    telling = told(MET)
    assert (telling.who, telling.whom) == (("Xi Jinping",), ("Park Geun-hye",))
    assert telling.reporter == "Ministry of Foreign Affairs of China"
    assert telling.outlet == "The Courier"
    assert telling.words == {"met", "beijin"}
    assert telling.trigger == {"met"}
    assert telling.sentence == MET.sentence


def test_the_sides_of_a_meeting_have_no_order() -> None:
    assert told(MET).block == told(replace(MET, source=(PARK,), target=(XI,))).block
    there, back = replace(MET, type="ACCUSE"), replace(MET, type="ACCUSE", source=(PARK,), target=(XI,))
    assert told(there).block != told(back).block


def test_both_sides_in_both_roles_make_any_type_mutual() -> None:
    both = replace(MET, type="AGREE", source=(XI, PARK), target=(XI, PARK))
    assert told(both).block == told(replace(both, source=(PARK, XI))).block


def test_a_president_and_a_country_are_one_side() -> None:
    assert told(MET).block == told(replace(MET, source=(CHINA,))).block


def test_bodies_of_many_states_go_by_name() -> None:
    council, court = (replace(CHINA, name=name, country="UNO") for name in ("Security Council", "Court of Justice"))
    report = made("r1", MET)
    blocks = [
        tellings(replace(report, actors=(replace(body, id="a1"), *report.actors[1:])))[0].block
        for body in (council, court)
    ]
    assert blocks[0] != blocks[1]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("They met for a third round of talks.", {("3", "round")}),
        ("They met for a third nuclear test.", {("3", "nuclea"), ("3", "test")}),
        ("They met for the 21st session and the second dinner.", {("21", "sessio"), ("2", "dinner")}),
        ("They met on the 20th of March and on 3rd March.", set()),
        ("They met for the first time.", set()),
        ("They met.", set()),
    ],
)
def test_ordinals_are_those_that_count_something(sentence: str, counted: set[tuple[str, str]]) -> None:
    assert told(replace(MET, sentence=sentence)).counted == counted


def test_years_are_four_digits_that_can_be_years() -> None:
    assert told(replace(MET, sentence="In 2009 they met 3000 people of 1200 villages.")).years == {"2009"}


def test_a_mark_does_not_depend_on_the_number_of_an_event() -> None:
    report = made("r1", MET)
    [renumbered] = tellings(replace(report, events=(replace(report.events[0], id="e17"),)))
    assert renumbered.mark == told(MET).mark


def test_two_events_with_one_trigger_have_marks_of_their_own() -> None:
    report = made("r1", MET)
    one, other = tellings(replace(report, events=(report.events[0], replace(report.events[0], id="e2"))))
    assert one.mark != other.mark


def test_of_what_is_ahead_agreeing_to_do_a_thing_is_the_thing() -> None:
    plan = replace(MET, status="planned")
    assert told(plan).kind == told(replace(plan, type="AGREE")).kind
    assert told(MET).kind != told(replace(MET, type="AGREE")).kind
