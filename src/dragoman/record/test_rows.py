from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from dragoman.merge.test_made import any_report, made
from dragoman.model import Report, Source
from dragoman.record import Run
from dragoman.record.rows import coding_hash, report_rows, text_hash
from dragoman.record.test_store import MET, RUN


def test_runs_have_ids_of_their_own() -> None:
    assert Run.begin(program="1", codebook="1").id != Run.begin(program="1", codebook="1").id


@settings(deadline=None)
@given(any_report())
def test_every_row_says_its_run_and_report(report: Report) -> None:
    rows = report_rows([report], RUN)
    assert {row[:2] for table in rows.values() for row in table} == {(RUN.id, report.id)}


def test_the_words_stand_beside_the_span_that_covers_them() -> None:
    [row] = [row for row in report_rows([made("r1", MET)], RUN)["evidence"] if "trigger" in row]
    assert row == (RUN.id, "r1", "event", 0, "trigger", 11, 14, "met")


def test_the_coding_hash_changes_with_anything_and_the_text_hash_with_the_text() -> None:
    report = made("r1", MET)
    moved = replace(report, source=Source("elsewhere.txt", report.source.sha256))
    assert coding_hash(report) == coding_hash(made("r1", MET))
    assert coding_hash(moved) != coding_hash(report)
    assert text_hash(moved) == text_hash(report)
    assert len({coding_hash(replace(report, events=())), coding_hash(replace(report, actors=()))}) == 2
