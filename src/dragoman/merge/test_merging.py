from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.merge import Copy, merge
from dragoman.merge.test_made import CHINA, KOREA, MINISTRY, NORTH, PARK, XI, Said, any_report, day, made
from dragoman.model import Actor, Event, EventDate, Interval, Member, MergedEvent, Report, Span, Status

MET = Said("Xi Jinping met Park Geun-hye in Beijing.", "met", (XI,), (PARK,), day=day(20))
TESTED = Said("North Korea tested a missile.", "tested", (NORTH,), (), "MOBILIZE", day=day(12))


def members(*reports: Report) -> set[frozenset[str]]:
    """Which events stand together, as "report:event"."""
    found = merge(reports).events
    return {frozenset(f"{member.report}:{member.event}" for member in event.members) for event in found}


def only(*reports: Report) -> MergedEvent:
    [event] = merge(reports).events
    return event


@settings(max_examples=40, deadline=None)
@given(st.lists(any_report(), max_size=6, unique_by=lambda report: report.id), st.randoms(use_true_random=False))
def test_order_makes_no_difference_to_any_reports(reports: list[Report], random: st.Random) -> None:  # type: ignore[name-defined]  # st.Random is the drawn type
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(reports)


@settings(max_examples=40, deadline=None)
@given(st.lists(any_report(), max_size=6, unique_by=lambda report: report.id))
def test_each_report_stands_in_one_story_and_each_event_in_one_merged_event(reports: list[Report]) -> None:
    merged = merge(reports)
    told = [report for story in merged.stories for report in story.reports]
    assert sorted(told) == sorted(report.id for report in reports)
    found = [member for event in merged.events for member in event.members]
    assert sorted(found) == sorted(Member(report.id, event.id) for report in reports for event in report.events)
    for event in merged.events:
        assert sorted(member for readout in event.readouts for member in readout.members) == sorted(event.members)
        assert 1 <= event.independent_sources <= len(event.members)
    ids = [story.id for story in merged.stories] + [event.id for event in merged.events]
    assert len(set(ids)) == len(ids)


@settings(max_examples=40, deadline=None)
@given(st.permutations([0, 1, 2, 3, 4, 5]))
def test_order_makes_no_difference_to_reports_that_tell_one_event(order: list[int]) -> None:
    again = replace(MET, sentence="On the day Park Geun-hye met Xi Jinping for talks.", source=(PARK,), target=(XI,))
    reports = [
        made("r0", MET, TESTED, on=day(21)),
        made("r1", again, on=day(21)),
        made("r2", replace(MET, day=None), on=day(21)),
        made("r3", TESTED),
        made("r4", replace(MET, status="planned"), on=day(18)),
        made("r5", replace(again, by=MINISTRY), TESTED, on=day(22)),
    ]
    assert merge([reports[number] for number in order]) == merge(reports)


def test_one_meeting_told_by_two_reports_is_one_event() -> None:
    other = Said("Park Geun-hye has met Xi Jinping.", "met", (PARK,), (XI,), day=day(20))
    event = only(made("r1", MET), made("r2", other))
    assert event.members == (Member("r1", "e1"), Member("r2", "e1"))
    assert event.date == Interval(day(20), day(20))
    assert event.status == "actual"


def test_names_are_the_fullest_that_are_told() -> None:
    park = Actor("a2", "Park", "person", (), "KOR")
    report = made("r2", MET)
    short = replace(report, actors=tuple(park if actor.id == "a2" else actor for actor in report.actors))
    event = only(made("r1", MET), short)
    assert event.target == ("Park Geun-hye",)


def test_the_day_may_differ_by_one_but_not_by_two() -> None:
    assert len(members(made("r1", MET), made("r2", replace(MET, day=day(21))))) == 1
    assert len(members(made("r1", MET), made("r2", replace(MET, day=day(22))))) == 2


@pytest.mark.parametrize("status", ["planned", "proposed", "conditional", "denied", "alleged", "negated", "habitual"])
def test_what_happened_is_not_what_was_planned_or_denied(status: Status) -> None:
    assert len(members(made("r1", MET), made("r2", replace(MET, status=status)))) == 2


def test_a_plan_and_a_proposal_are_one() -> None:
    planned, proposed = replace(MET, status="planned"), replace(MET, status="proposed")
    assert len(members(made("r1", planned), made("r2", proposed))) == 1


def test_other_dyads_and_types_are_other_events() -> None:
    sentence = "Xi Jinping met envoys."
    north = Said(sentence, "met", (XI,), (NORTH,), day=day(20))
    south = replace(north, target=(KOREA,))
    assert len(members(made("r1", north), made("r2", south), made("r3", replace(south, type="AGREE")))) == 3


def test_the_two_directions_of_an_accusation_are_two_events() -> None:
    there = Said("The two accused each other.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(20))
    back = replace(there, source=(KOREA,), target=(NORTH,))
    assert len(members(made("r1", there), made("r2", back))) == 2


def test_the_id_of_an_event_stays_when_later_reports_join_it() -> None:
    first = made("r5", MET, on=day(21))
    assert only(first).id == only(first, made("r1", MET, on=day(22))).id


def test_the_ids_of_events_do_not_depend_on_their_numbers() -> None:
    report = made("r1", MET, TESTED)
    renumbered = tuple(replace(event, id=f"x{9 - number}") for number, event in enumerate(report.events))
    found = [merge([one]).events for one in (report, replace(report, events=renumbered[::-1]))]
    assert {event.id for event in found[0]} == {event.id for event in found[1]}


def test_an_unknown_target_may_be_the_known_one_when_all_else_agrees() -> None:
    whole = Said("China warned South Korea over the new base.", "warned", (CHINA,), (KOREA,), "THREATEN", day=day(20))
    open_ended = Said("China warned its neighbour over the new base.", "warned", (CHINA,), (), "THREATEN", day=day(20))
    assert len(members(made("r1", whole), made("r2", open_ended))) == 1
    elsewhere = replace(open_ended, sentence="Beijing threatened retaliation yesterday.", trigger="threatened")
    assert len(members(made("r1", whole), made("r2", elsewhere))) == 2


def test_an_unknown_target_does_not_make_one_of_two_known_ones() -> None:
    north = Said("China warned North Korea over the new base.", "warned", (CHINA,), (NORTH,), "THREATEN", day=day(20))
    south = replace(north, sentence="China warned South Korea over the new base.", target=(KOREA,))
    nobody = replace(north, sentence="China warned a neighbour over the new base.", target=())
    found = members(made("r1", north), made("r2", south), made("r3", nobody))
    assert len(found) == 2
    assert not any({"r1:e1", "r2:e1"} <= event for event in found)


def test_a_headline_and_the_sentence_below_it_tell_one_event() -> None:
    body = Said("Envoys of China urged South Korea to lower its fishing fees.", "urged", (CHINA,), (KOREA,), "REQUEST")
    report = made("r1", body, title="China presses South Korea on fishing fees")
    trigger = Span(6, 13)
    told = replace(report.events[0], id="e0", trigger=trigger, evidence=Span(0, len(report.title or "")))
    assert len(members(replace(report, events=(told, *report.events)))) == 1


def test_one_counted_thing_is_one_event_though_one_report_says_only_the_year() -> None:
    exact = Said("North Korea tested a third device.", "tested", (NORTH,), (), "MOBILIZE", day=day(12))
    vague = Said("That year came its third device, detonated deep below.", "detonated", (NORTH,), (), "MOBILIZE")
    one, other = made("r1", exact, on=day(13)), made("r2", vague, on=day(1).replace(year=2014))
    year = EventDate(Interval(day(1).replace(month=1, day=1), day(1).replace(month=12, day=31)), "clause")
    other = replace(other, events=(replace(other.events[0], date=year),))
    assert len(members(one, other)) == 1
    next_year = EventDate(Interval(date(2014, 1, 1), date(2014, 12, 31)), "clause")
    assert len(members(one, replace(other, events=(replace(other.events[0], date=next_year),)))) == 2


def test_the_same_report_twice_counts_once() -> None:
    assert merge([made("r1", MET), made("r1", MET)]) == merge([made("r1", MET)])


def test_different_reports_under_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two different reports have the id 'r1'"):
        merge([made("r1", MET), made("r1", TESTED)])


def test_copies_are_marked_with_the_report_published_first() -> None:
    late, early = made("r1", MET, TESTED, on=day(22)), made("r2", MET, TESTED, on=day(21))
    merged = merge([late, early, made("r3", TESTED)])
    assert merged.copies == (Copy("r1", "r2"),)
    assert {event.independent_sources for event in merged.events} == {1}


def test_an_actor_id_that_names_nobody_is_passed_over() -> None:
    report = made("r1", MET)
    event: Event = replace(report.events[0], source=("a1", "nobody"), reported_by="nobody")
    found = only(replace(report, events=(event,)))
    assert found.source == ("Xi Jinping",)
    assert found.readouts[0].reported_by is None


def test_nothing_merges_to_nothing() -> None:
    assert merge([]) == ((), (), (), ())


def test_a_denial_stands_against_the_claim() -> None:
    claim = Said("North Korea hacked China.", "hacked", (NORTH,), (CHINA,), "COERCE", "alleged", day(20), by=MINISTRY)
    denial = replace(claim, status="denied", by=NORTH)
    found = {event.status: event for event in merge([made("r1", claim), made("r2", denial)]).events}
    assert found["alleged"].readouts[0].conflicts_with == ("North Korea",)
    assert found["denied"].readouts[0].conflicts_with == ("Ministry of Foreign Affairs of China",)
