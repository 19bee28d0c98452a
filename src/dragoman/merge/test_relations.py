from __future__ import annotations

from dataclasses import replace

from dragoman.merge import merge
from dragoman.merge.test_made import MINISTRY, NORTH, Said, day, made
from dragoman.merge.test_merging import MET, TESTED


def test_what_came_of_a_plan_stands_beside_it() -> None:
    plan = replace(MET, status="planned", type="AGREE", sentence="Xi Jinping will have met Park Geun-hye by then.")
    merged = merge([made("r1", plan, on=day(10)), made("r2", MET, on=day(21))])
    by_status = {event.status: event.id for event in merged.events}
    assert merged.fulfils == ((by_status["actual"], by_status["planned"]),)


def test_a_plan_made_afterwards_was_not_fulfilled() -> None:
    plan = replace(MET, status="planned")
    assert merge([made("r1", plan, on=day(25)), made("r2", MET, on=day(21))]).fulfils == ()


def test_another_event_fulfils_no_plan() -> None:
    plan = replace(MET, status="planned")
    assert merge([made("r1", plan, on=day(10)), made("r2", TESTED, on=day(21))]).fulfils == ()


def test_a_denial_finds_an_undated_claim_of_its_story() -> None:
    claim = Said(
        "North Korea hacked the bank, it says.", "hacked", (NORTH,), (), "COERCE", "alleged", day(20), MINISTRY
    )
    denial = Said("North Korea never hacked the bank.", "hacked", (NORTH,), (), "COERCE", "denied", by=NORTH)
    found = {event.status: event for event in merge([made("r1", claim, denial)]).events}
    assert found["alleged"].readouts[0].conflicts_with == ("North Korea",)
