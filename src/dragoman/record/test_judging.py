"""Judgements on a real record: what they change, and that nothing makes them go away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.merge import merge
from dragoman.merge.test_made import KOREA, NORTH, PARK, XI, Said, any_report, day, made
from dragoman.record import Query, Run, Store, count, events, tellings, timeline
from dragoman.review import Judgement, event_anchor, mention_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.model import Report
    from dragoman.review import Anchor

RUN = Run.begin(program="0.1.0", codebook="2021")
MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20))
AGAIN = Said("Xi Jinping and Park Geun-hye met in Beijing.", "met", (XI,), (PARK,), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC).replace(tzinfo=None)


def corpus() -> list[Report]:
    return [made("r1", MET, ACCUSED, on=day(21)), made("r2", AGAIN, on=day(22))]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.duckdb", create=True) as opened:
        opened.write(corpus(), RUN)
        opened.replace_merged(merge(corpus()), RUN)
        yield opened
        assert opened.verify() == []


def at(report: int, event: int) -> Anchor:
    one = corpus()[report]
    return event_anchor(one, one.events[event])


def decide(store: Store, *judgements: Judgement) -> None:
    store.judge([replace(one, when=NOON + timedelta(minutes=no)) for no, one in enumerate(judgements)], RUN)


def said(verb: str, *on: Anchor, **more: object) -> Judgement:
    return Judgement(verb, "Ann", NOON, "I was there", on, **more)  # type: ignore[arg-type]


def listed(store: Store) -> list[list[str]]:
    """The tellings of each event on the timeline."""
    ids = timeline(store, Query())["id"].to_pylist()
    return sorted(sorted(tellings(store, one)["id"].to_pylist()) for one in ids)


def test_a_rejected_event_is_listed_only_where_it_is_asked_for(store: Store) -> None:
    decide(store, said("reject", at(0, 1)))
    assert events(store, Query())["id"].to_pylist() == ["r1:e1", "r2:e1"]
    assert "ACCUSE" not in timeline(store, Query())["type"].to_pylist()
    asked = events(store, Query(rejected=True)).to_pylist()[0]
    assert (asked["id"], asked["verdict"], asked["judged_by"]) == ("r1:e2", "rejected", "Ann")
    assert timeline(store, Query(rejected=True)).to_pylist()[0]["verdict"] == "rejected"
    assert tellings(store, "r1:e2")["verdict"].to_pylist() == ["rejected"]
    assert events(store, Query(rejected=True, type="CONSULT")).num_rows == 2


@pytest.mark.parametrize("rejected", [(), (0,), (5, 6, 7), (0, 3, 11), tuple(range(12))])
def test_pages_with_those_rejected_are_the_whole_list_cut(tmp_path: Path, rejected: tuple[int, ...]) -> None:
    verbs = ("accused", "blamed", "denounced")
    many = [
        made(
            f"n{no}",
            *(
                replace(
                    ACCUSED, sentence=f"North Korea {verb} {no} times South Korea.", trigger=verb, day=day(1 + no // 2)
                )
                for verb in verbs[: 1 + no % 3]
            ),
        )
        for no in range(12)
    ]
    with Store.open(tmp_path / "many.duckdb", create=True) as store:
        store.write(many, RUN)
        store.replace_merged(merge(many), RUN)
        decide(store, *(said("reject", event_anchor(many[no], many[no].events[0])) for no in rejected))
        for ask in (events, timeline):
            whole = ask(store, Query(rejected=True))["id"].to_pylist()
            pages = [ask(store, Query(rejected=True, limit=4, offset=at))["id"].to_pylist() for at in range(0, 28, 4)]
            assert [one for page in pages for one in page] == whole
            assert len(set(whole)) == len(whole) == count(store, ask.__name__, Query(rejected=True))  # type: ignore[arg-type]
            assert [row["date_from"] for row in ask(store, Query(rejected=True)).to_pylist()] == sorted(
                row["date_from"] for row in ask(store, Query(rejected=True)).to_pylist()
            )


def test_a_corrected_field_shows_with_who_corrected_it_and_is_found_by_its_new_value(store: Store) -> None:
    decide(
        store,
        said("correct", at(0, 1), field="status", value=("denied",)),
        said("correct", at(0, 1), field="date", value=("2013-03-02/2013-03-03",)),
        said("correct", at(0, 1), field="target", value=("Park Geun-hye", "Japan")),
    )
    [row] = events(store, Query(status="denied")).to_pylist()
    assert (str(row["date_from"]), str(row["date_to"]), row["date_basis"]) == ("2013-03-02", "2013-03-03", "review")
    assert row["whom"] == ["Park Geun-hye", "Japan"]
    assert (row["corrected"], row["corrected_by"]) == (["status", "date", "target"], ["Ann"] * 3)
    [merged] = timeline(store, Query(type="ACCUSE")).to_pylist()
    assert (merged["status"], merged["whom"]) == ("denied", ["Japan", "Park Geun-hye"])
    assert merged["corrected"] == ["date", "status", "target"]


def test_of_two_decisions_the_later_holds_in_whatever_order_they_are_given(store: Store) -> None:
    late = said("correct", at(0, 0), field="type", value=("AID",), undoes=None)
    store.judge([replace(late, when=NOON + timedelta(days=1))], RUN)
    store.judge([said("correct", at(0, 0), field="type", value=("ACCUSE",))], RUN)
    assert tellings(store, "r1:e1")["type"].to_pylist() == ["AID"]
    assert tellings(store, "r1:e1")["corrected"].to_pylist() == [["type"]]


def test_an_undoing_brings_back_exactly_what_the_program_wrote(store: Store) -> None:
    before = (list(store.load_reports()), store.load_merged())
    first = said("reject", at(0, 0))
    second = said("correct", at(1, 0), field="type", value=("ASSAULT",))
    store.judge([first, second], RUN)
    assert listed(store) == [["r1:e2"], ["r2:e1"]]
    store.judge([said("undo", undoes=one.id) for one in (first, second)], RUN)
    assert (list(store.load_reports()), store.load_merged()) == before
    assert len(store.judgements()) == 4


def test_undoing_an_undoing_brings_a_judgement_into_force_again(store: Store) -> None:
    first = said("reject", at(0, 1))
    second = replace(said("undo", undoes=first.id), when=NOON + timedelta(1))
    store.judge([first, second], RUN)
    assert events(store, Query()).num_rows == 3
    store.judge([replace(said("undo", undoes=second.id), when=NOON + timedelta(2))], RUN)
    assert events(store, Query()).num_rows == 2


def test_two_events_are_merged_and_parted(store: Store) -> None:
    assert listed(store) == [["r1:e1", "r2:e1"], ["r1:e2"]]
    parting = said("part", at(1, 0), others=(at(0, 0),))
    store.judge([parting], RUN)
    assert listed(store) == [["r1:e1"], ["r1:e2"], ["r2:e1"]]
    merging = replace(said("merge", at(1, 0), others=(at(0, 1),)), when=NOON + timedelta(1))
    store.judge([merging], RUN)
    assert listed(store) == [["r1:e1"], ["r1:e2", "r2:e1"]]
    assert timeline(store, Query())["corrected"].to_pylist()[0] == ["members"]
    for one in (parting, merging):
        store.judge([replace(said("undo", undoes=one.id), when=NOON + timedelta(2))], RUN)
    assert store.load_merged() == merge(corpus())


def test_an_event_keeps_its_id_when_another_is_merged_with_it_or_leaves_it(store: Store) -> None:
    before = store.load_merged().events
    decide(store, said("part", at(1, 0), others=(at(0, 0),)), said("merge", at(1, 0), others=(at(0, 1),)))
    assert {one.id for one in before} == {one.id for one in store.load_merged().events}


def test_a_mention_is_linked_to_another_actor_and_its_events_follow(tmp_path: Path) -> None:
    report = made("r1", MET, ACCUSED, on=day(21))
    [mention] = next(actor for actor in report.actors if actor.name == "Xi Jinping").mentions
    with Store.open(tmp_path / "b.duckdb", create=True) as store:
        store.write([report], RUN)
        store.replace_merged(merge([report]), RUN)
        linking = said("link", mention_anchor(report, mention.span), value=("Li Keqiang",), kind="person")
        store.judge([linking], RUN)
        [row] = tellings(store, "r1:e1").to_pylist()
        assert (row["who"], row["corrected"]) == (["Li Keqiang"], ["source"])
        assert timeline(store, Query(actor="Keqiang")).num_rows == 1
        assert store.verify() == []
        store.judge([said("undo", undoes=linking.id)], RUN)
        assert store.report("r1") == report


def test_judgements_outlive_a_reading_that_finds_something_else_before_them(store: Store) -> None:
    decide(
        store,
        said("correct", at(0, 1), field="type", value=("THREATEN",)),
        said("reject", at(0, 0)),
        said("merge", at(1, 0), others=(at(0, 1),)),
    )
    before = listed(store)
    more = Said("China praised South Korea.", "praised", (XI,), (KOREA,), "SUPPORT", day=day(12))
    again = [made("r1", more, MET, ACCUSED, on=day(21)), corpus()[1]]
    assert store.write(again, RUN) == {"r1"}
    store.replace_merged(merge(tuple(store.load_reports())), RUN)
    assert tellings(store, "r1:e3")["type"].to_pylist() == ["THREATEN"]
    assert events(store, Query())["id"].to_pylist() == ["r1:e1", "r1:e3", "r2:e1"]
    assert before == [["r1:e2", "r2:e1"]]
    assert listed(store) == [["r1:e1"], ["r1:e3", "r2:e1"]]
    assert store.lost() == ()


def test_reading_a_judged_report_again_changes_nothing(store: Store) -> None:
    decide(store, said("correct", at(0, 1), field="type", value=("THREATEN",)), said("reject", at(0, 0)))
    rows = store.health().rows
    assert store.write(corpus(), RUN) == frozenset()
    assert store.health().rows == rows


def test_a_judgement_that_no_longer_fits_is_listed_and_fits_again_when_its_words_are_back(store: Store) -> None:
    decide(store, said("reject", at(0, 1)), said("merge", at(1, 0), others=(at(0, 1),)))
    store.write([made("r1", MET, on=day(21))], RUN)
    store.replace_merged(merge(tuple(store.load_reports())), RUN)
    assert [one.verb for one in store.lost()] == ["reject", "merge"]
    store.write(corpus(), RUN)
    store.replace_merged(merge(tuple(store.load_reports())), RUN)
    assert store.lost() == ()
    assert events(store, Query()).num_rows == 2


def test_a_judgement_is_there_once_however_often_it_is_given(store: Store) -> None:
    one = said("confirm", at(0, 0))
    assert store.judge([one, one], RUN) == (one,)
    assert store.judge([one], RUN) == ()
    assert store.judgements() == (one,)
    assert tellings(store, "r1:e1")["verdict"].to_pylist() == ["confirmed"]


def test_a_judgement_on_what_the_record_never_had_is_kept_as_lost(store: Store) -> None:
    store.judge([said("reject", at(0, 0)._replace(report="elsewhere"))], RUN)
    assert len(store.lost()) == 1


def test_what_was_judged_is_merged_anew_by_the_next_reading(store: Store) -> None:
    assert not store.merging_would_change()
    decide(store, said("confirm", at(0, 0)))
    assert store.merging_would_change()
    assert store.merged_is_current()


VERBS = st.sampled_from(["confirm", "reject", "status", "part", "merge", "undo"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_report(), min_size=1, max_size=3, unique_by=lambda one: one.id), st.data())
def test_any_judgements_leave_a_whole_record_and_their_undoing_the_first(
    tmp_path: Path, reports: list[Report], data: st.DataObject
) -> None:
    path = tmp_path / "any.duckdb"
    path.unlink(missing_ok=True)
    anchors = [event_anchor(report, event) for report in reports for event in report.events]
    if not anchors:
        return
    made_of = []
    for number, verb in enumerate(data.draw(st.lists(VERBS.filter(lambda verb: verb != "undo"), max_size=5))):
        one, other = data.draw(st.sampled_from(anchors)), data.draw(st.sampled_from(anchors))
        more: dict[str, object] = {"field": "status", "value": ("denied",)} if verb == "status" else {}
        more |= {"others": (other,)} if verb in {"part", "merge"} else {}
        judgement = said("correct" if verb == "status" else verb, one, **more)
        made_of.append(replace(judgement, when=NOON + timedelta(number)))
    with Store.open(path, create=True) as store:
        store.write(reports, RUN)
        store.replace_merged(merge(reports), RUN)
        before = (list(store.load_reports()), sorted(store.load_merged().events, key=lambda one: one.id))
        for judgement in made_of:
            store.judge([judgement], RUN)
            assert store.verify() == []
        for number, judgement in enumerate(made_of):
            store.judge([replace(said("undo", undoes=judgement.id), when=NOON + timedelta(100 + number))], RUN)
            assert store.verify() == []
        assert (list(store.load_reports()), sorted(store.load_merged().events, key=lambda one: one.id)) == before
