from __future__ import annotations

from typing import Any

import pytest

LED = "Chad bombed a village in Sudan on Monday. "


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        (LED + "Peru condemned the bombing.", "condemned", {"TCD"}),
        (LED + "Peru condemned the attack.", "condemned", {"TCD"}),
        ("Chad proposed a truce with Sudan. Peru praised the proposal.", "praised", {"TCD", "SDN"}),
        ("Kosovo offered Serbia a new plan. President Ana Roe of Serbia refused to sign the plan.", "refused", {"XKX"}),
    ],
)
def test_an_answer_is_aimed_at_those_who_did_what_it_answers(
    tell: Any, text: str, trigger: str, target: set[str]
) -> None:
    told = tell(text)
    answers = [one for one, word in zip(told.report.events, told.words, strict=True) if word == trigger]
    assert answers
    assert all(told.countries(one.target) == target for one in answers)


@pytest.mark.parametrize(
    "text",
    [
        "Peru condemned the bombing.",
        "Chad shelled a village in Sudan. Peru condemned racism.",
        "Peru bombed a village in Sudan. Later Peru condemned the bombing.",
    ],
)
def test_nobody_is_blamed_for_a_deed_that_was_not_told_or_is_the_own(tell: Any, text: str) -> None:
    told = tell(text)
    assert [told.countries(one.target) & {"TCD", "PER"} for one in told.report.events if one.type == "ACCUSE"] == [
        set()
    ]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad and Sudan held talks on Monday. Both sides will exchange prisoners.", "exchange"),
        ("Chad and Sudan held talks on Monday. Their foreign ministers will meet in June.", "meet"),
        ("Chad and Sudan held talks on Monday. The two countries agreed to reopen the border.", "agreed"),
    ],
)
def test_both_sides_are_the_two_of_whom_was_told(tell: Any, text: str, trigger: str) -> None:
    assert tell(text).sides(trigger) == ({"TCD", "SDN"}, {"TCD", "SDN"})


def test_a_deed_that_is_named_again_is_done_to_the_same(tell: Any) -> None:
    told = tell("Chad attacked Sudan on Monday. Peru said that the attack killed a monk.")
    assert told.sides("attack") == ({"TCD"}, {"SDN"})


def test_who_is_meant_by_words_before_is_said_with_where_they_stand(tell: Any) -> None:
    told = tell(LED + "Peru condemned the bombing.")
    (answer,) = [one for one in told.report.events if one.type == "ACCUSE"]
    start = LED.index("bombed")
    assert answer.because.count(f'; target: of "bombed" at {start}') == 1


def test_their_ministers_are_those_of_whom_the_word_before_tells_not_of_others_told_of_since(tell: Any) -> None:
    told = tell(
        "Chad and Sudan agreed on Friday to restore ties. The two governments thanked Peru and Chile for hosting talks."
        " Their foreign ministers will meet."
    )
    assert told.sides("meet") == ({"TCD", "SDN"}, {"TCD", "SDN"})


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad deployed frigates against Sudan. The deployment worried Peru.", ({"TCD"}, {"SDN"})),
        ("Chad tested a missile off Sudan. The deployment worried Peru.", (set(), set())),
        ("Chad arrested monks from Sudan. The blockade went on.", (set(), set())),
    ],
)
def test_a_deed_told_again_is_one_of_its_name(tell: Any, text: str, sides: tuple[set[str], set[str]]) -> None:
    told = tell(text)
    again = [(told.countries(one.source), told.countries(one.target)) for one in told.report.events[1:]]
    assert all(one == sides for one in again)
    assert bool(again) == any(map(bool, sides))


def test_what_somebody_is_thanked_for_was_done_for_who_thanks(tell: Any) -> None:
    told = tell("Peru thanked Chad for its delivery of grain and for its condemnation of the raid.")
    assert told.event("delivery").status == "actual"
    assert told.sides("delivery") == ({"TCD"}, {"PER"})
    assert "PER" not in told.sides("condemnation")[1]


def test_a_test_is_not_by_who_answers_it(tell: Any) -> None:
    assert tell("Peru deployed two destroyers on Monday, following a missile test in May.").words == ["deployed"]


def test_what_is_said_to_be_so_is_aimed_at_who_did_it(tell: Any) -> None:
    told = tell("Peru was angered by Chad's arrest of a monk, saying it was a breach of the treaty.")
    assert "angered" not in told.words
    assert told.sides("arrest")[0] == {"TCD"}
    assert told.sides("saying") == ({"PER"}, {"TCD"})
