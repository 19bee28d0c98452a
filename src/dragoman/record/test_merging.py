"""A record that grows reading by reading is the one that reading everything at once makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.merge import merge
from dragoman.merge.test_growing import batches, collections
from dragoman.merge.test_made import PARK, XI, Said, any_report, day, made
from dragoman.record import Run, Store
from dragoman.record.test_judging import NOON, said
from dragoman.review import event_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dragoman.model import Report

RUN = Run.begin(program="0.1.0", codebook="2021")
MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20))
FRESH = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def grown(path: Path, lots: Iterable[Iterable[Report]]) -> Store:
    """A record into which these lots were read one after the other."""
    path.unlink(missing_ok=True)
    store = Store.open(path, create=True)
    for lot in lots:
        store.write(list(lot), RUN)
        store.merge_new(RUN)
    return store


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that was merged, by table, without the runs that wrote it."""
    tables = ("stories", "story_reports", "merged_events", "members", "readouts", "copies", "fulfils")
    return {
        table: store.connection.execute(f"SELECT * EXCLUDE (run) FROM {table} ORDER BY ALL").fetchall()
        for table in tables
    }


@FRESH
@given(collections() | st.lists(any_report(), max_size=6, unique_by=lambda one: one.id), st.lists(st.integers(0, 20)))
def test_any_order_and_lots_make_the_same_rows(tmp_path: Path, reports: list[Report], cuts: list[int]) -> None:
    with grown(tmp_path / "a.duckdb", batches(reports, cuts)) as bit_by_bit:
        found = rows(bit_by_bit)
        assert bit_by_bit.load_merged() == merge(reports)
        assert bit_by_bit.verify() == []
        bit_by_bit.replace_merged(merge(reports), RUN)
        assert found == rows(bit_by_bit)


@FRESH
@given(collections(), st.data())
def test_a_judgement_is_merged_as_if_all_were_merged_anew(
    tmp_path: Path, reports: list[Report], data: st.DataObject
) -> None:
    half = len(reports) // 2
    with grown(tmp_path / "a.duckdb", [reports[:half]]) as store:
        anchors = [event_anchor(report, event) for report in reports for event in report.events]
        for number in range(data.draw(st.integers(1, 3))):
            verb = data.draw(st.sampled_from(["reject", "correct", "merge", "part"]))
            one, other = data.draw(st.sampled_from(anchors)), data.draw(st.sampled_from(anchors))
            more: dict[str, object] = {"field": "status", "value": ("denied",)} if verb == "correct" else {}
            more |= {"others": (other,)} if verb in {"part", "merge"} else {}
            store.judge([replace(said(verb, one, **more), when=NOON + timedelta(number))], RUN)
            if data.draw(st.booleans()):
                store.merge_new(RUN)
        store.write(reports[half:], RUN)
        store.merge_new(RUN)
        assert store.verify() == []
        found = rows(store)
        store.replace_merged(merge(tuple(store.load_reports())), RUN)
        judged = rows(store)
        for table in ("merged_events", "fulfils"):  # what people made has no number of its own among the others
            found[table], judged[table] = (sorted(one[1:] for one in some[table]) for some in (found, judged))
        assert found == judged


def test_what_came_of_a_plan_stands_beside_what_it_was_merged_into(tmp_path: Path) -> None:
    plan = replace(MET, status="planned", type="AGREE", sentence="Xi Jinping will have met Park Geun-hye by then.")
    other = Said("Park Geun-hye praised Xi Jinping.", "praised", (PARK,), (XI,), "SUPPORT", day=day(2))
    reports = [made("r1", other, on=day(3)), made("r2", plan, on=day(10)), made("r3", MET, on=day(21))]
    with grown(tmp_path / "a.duckdb", [reports]) as store:
        [before] = store.load_merged().fulfils
        first = event_anchor(reports[1], reports[1].events[0])
        store.judge([said("merge", first, others=(event_anchor(reports[0], reports[0].events[0]),))], RUN)
        [after] = store.load_merged().fulfils
        both = next(event for event in store.load_merged().events if len(event.members) == 2)
        assert after == (before.event, both.id)
        store.merge_new(RUN)
        assert store.load_merged().fulfils == (after,)
        [judgement] = store.judgements()
        store.judge([said("undo", undoes=judgement.id)], RUN)
        assert store.load_merged().fulfils == (before,)


def test_only_what_a_new_report_touches_is_written_anew(tmp_path: Path) -> None:
    far = [made(f"r{number}", replace(MET, day=day(30 * number)), on=day(30 * number)) for number in range(1, 9)]
    with grown(tmp_path / "a.duckdb", [far]) as store:
        later = Run.begin(program="0.1.0", codebook="2021")
        store.write([made("r9", replace(MET, day=day(60)), on=day(61))], later)
        store.merge_new(later)
        query = "SELECT m.report FROM merged_events g JOIN members m USING (merged) WHERE g.run = ? ORDER BY ALL"
        assert store.connection.execute(query, [later.id]).fetchall() == [("r2",), ("r9",)]


def test_another_edition_of_merging_merges_all(tmp_path: Path) -> None:
    reports = [made("r1", MET, on=day(20)), made("r2", MET, on=day(20)), made("r3", MET, on=day(60))]
    with grown(tmp_path / "a.duckdb", [reports[:2]]) as store:
        store.connection.execute("UPDATE meta SET value = 'older' WHERE key = 'merging'")
        store.connection.execute("DELETE FROM story_reports")
        store.write(reports[2:], RUN)
        store.merge_new(RUN)
        assert store.load_merged() == merge(reports)


def test_a_report_whose_words_change_leaves_its_story(tmp_path: Path) -> None:
    reports = [made(f"r{number}", MET, on=day(20)) for number in range(4)]
    other = made("r1", replace(MET, sentence="Storms kept Xi Jinping from Seoul, and he met nobody."), on=day(20))
    with grown(tmp_path / "a.duckdb", [reports, [other]]) as store:
        assert store.load_merged() == merge([reports[0], other, *reports[2:]])
