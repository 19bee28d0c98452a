from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError, UsageError
from dragoman.merge.test_made import KOREA, NORTH, PARK, XI, Said, day, made
from dragoman.model import Quotation, Report, Span
from dragoman.review import Anchor, Judgement, applied, event_anchor, from_json, in_force, mention_anchor, to_json
from dragoman.review.values import check

if TYPE_CHECKING:
    from dragoman.review.judgement import Verb

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC).replace(tzinfo=None)
MET = Said("Xi Jinping met Park Geun-hye, who met the press.", "met", (XI,), (PARK,), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))


def said(verb: str, *on: Anchor, after: int = 0, **more: Any) -> Judgement:
    return Judgement(verb, "Ann", NOON + timedelta(after), None, on, **more)  # type: ignore[arg-type]  # any verb


def correct(report: Report, field: str, *value: str, **more: Any) -> Report:
    anchor = event_anchor(report, report.events[0])
    return applied(report, [said("correct", anchor, field=field, value=value, **more)]).report


def test_an_event_is_held_by_its_words_not_its_number() -> None:
    one, other = made("r1", MET, ACCUSED), made("r1", ACCUSED, MET)
    assert event_anchor(one, one.events[0]) == event_anchor(other, other.events[1])
    assert event_anchor(one, one.events[0]) != event_anchor(made("r2", MET), one.events[0])


def test_of_equal_words_in_one_sentence_the_one_that_is_meant_is_held() -> None:
    report = made("r1", MET)
    second = report.text.rindex("met")
    later = replace(report.events[0], trigger=Span(second, second + 3))
    assert [event_anchor(report, one).nth for one in (report.events[0], later)] == [0, 1]


def test_white_space_makes_no_difference_to_an_anchor() -> None:
    spaced = replace(ACCUSED, sentence="North  Korea\naccused South Korea.")
    one, other = made("r1", ACCUSED), made("r1", spaced)
    assert event_anchor(one, one.events[0]) == event_anchor(other, other.events[0])


def test_another_type_takes_the_codes_of_the_old_one_with_it() -> None:
    report = made("r1", ACCUSED)
    coded = replace(report, events=(replace(report.events[0], mode="verbal", cameo="112", goldstein=-2.0),))
    event = correct(coded, "type", "AID").events[0]
    assert (event.type, event.mode, event.cameo) == ("AID", None, None)
    assert event.goldstein is not None
    assert event.goldstein > 0


def test_a_side_can_be_an_actor_of_the_report_a_country_or_one_that_is_described() -> None:
    report = made("r1", ACCUSED)
    names = {actor.id: actor for actor in correct(report, "source", "xi jinping", "Japan").actors}
    event = correct(report, "source", "xi jinping", "Japan").events[0]
    assert [names[one].name for one in event.source] == ["Xi Jinping", "Japan"]
    assert names[event.source[1]].country == "JPN"
    described = correct(report, "reported_by", "The Harbour Gazette", kind="organisation", country="CHN")
    assert described.events[0].reported_by == described.actors[-1].id


def test_a_name_that_nothing_describes_leaves_the_judgement_without_a_ruling() -> None:
    report = made("r1", ACCUSED)
    anchor = event_anchor(report, report.events[0])
    done = applied(report, [said("correct", anchor, field="source", value=("Nobody Known",))])
    assert (done.report, done.rulings) == (report, ())


def test_a_later_verdict_and_a_later_value_overrule_the_earlier() -> None:
    report = made("r1", ACCUSED)
    anchor = event_anchor(report, report.events[0])
    done = applied(report, [said("reject", anchor), said("confirm", anchor, after=1)])
    assert done.report == report
    assert [one.stands for one in done.rulings] == [False, True]


def test_a_link_moves_the_mention_and_what_rests_on_it_alone() -> None:
    report = made("r1", MET, ACCUSED)
    quote = Quotation(Span(11, 14), direct=False, speaker="a1", speaker_span=Span(0, 10))
    report = replace(report, quotes=(quote,))
    done = applied(report, [said("link", mention_anchor(report, Span(0, 10)), value=("Park Geun-hye",))])
    assert done.report.events[0].source == ("a2",)
    assert done.report.quotes[0].speaker == "a2"
    assert done.report.events[1] == report.events[1]
    mentions = {actor.name: [at.span.start for at in actor.mentions] for actor in done.report.actors}
    assert (mentions["Xi Jinping"], mentions["Park Geun-hye"]) == ([], [0, 15])


def test_an_undoing_and_its_undoing() -> None:
    one = said("reject", Anchor("r1", "a", "a"))
    undone = said("undo", undoes=one.id, after=1)
    again = said("undo", undoes=undone.id, after=2)
    assert in_force([one]) == [one]
    assert in_force([undone, one]) == []
    assert in_force([again, undone, one, one]) == [one]


@pytest.mark.parametrize("field", ["type", "date", "status", "mode", "colour"])
def test_a_value_that_a_field_cant_hold_is_refused(field: str) -> None:
    with pytest.raises(UsageError):
        check(field, ("nonsense",))


TEXT = st.text(max_size=8)
ANCHORS = st.lists(st.builds(Anchor, TEXT, TEXT, TEXT, st.integers(0, 3)), min_size=1, max_size=2).map(tuple)


@given(st.datetimes(), st.text(min_size=1), TEXT, ANCHORS, st.sampled_from(["confirm", "reject"]))
def test_any_judgement_comes_back_from_json(
    when: datetime, who: str, why: str, on: tuple[Anchor, ...], verb: Verb
) -> None:
    one = Judgement(verb, who, when, why, on)
    assert from_json(to_json(one), "line 1") == one


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"verb": "guess", "who": "Ann", "when": "2026-05-01"},
        {"verb": "reject", "who": "Ann", "when": "2026-05-01"},
        {"verb": "reject", "who": "", "when": "2026-05-01", "on": []},
        {"verb": "reject", "who": "Ann", "when": "soon", "on": []},
        {"verb": "reject", "who": "Ann", "when": "2026-05-01", "on": [{"report": "r1"}]},
        {"verb": "undo", "who": "Ann", "when": "2026-05-01"},
    ],
)
def test_what_is_no_judgement_is_refused_with_its_place(row: dict[str, object]) -> None:
    with pytest.raises(InputError, match="line 7"):
        from_json(row, "line 7")


def test_a_moment_with_a_zone_is_kept_in_utc() -> None:
    row = to_json(said("confirm", Anchor("r1", "a", "a"))) | {"when": "2026-05-01T14:00:00+02:00"}
    assert from_json(row, "-").when == NOON
