from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.record.test_store import RUN, filled, two
from dragoman.review import Judgement, event_anchor

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("UPDATE evidence SET words = 'saw' WHERE field = 'trigger'", "event.trigger [11, 14] does not cover 'saw'"),
        ("UPDATE mentions SET end_at = 9000", "report r1: mention [0, 9000] does not cover 'Xi Jinping'"),
        ("UPDATE reports SET text = text || '!' WHERE report = 'r1'", "its text is not the one that was written"),
        ("UPDATE events SET status = 'denied' WHERE report = 'r2'", "report r2: its rows are not the ones"),
        ("DELETE FROM actors WHERE report = 'r1'", "report r1: event e1 names a1, which is no actor of the report"),
        ("DELETE FROM members WHERE report = 'r1'", "event r1:e1: stands in 0 merged events, not in one"),
        ("DELETE FROM reports WHERE report = 'r1'", "report r1: event.evidence [0, 29] does not cover"),
        ("INSERT INTO reports FROM reports WHERE report = 'r1'", "report r1: stands there 2 times"),
        ("DELETE FROM runs", "report r1: no run"),
        ("DELETE FROM story_reports", "report r1: stands in 0 stories, not in one"),
        ("UPDATE copies SET origin = 'r9'", "report r2: is a copy of r9, and one of the two is not in the record"),
    ],
)
def test_verify_names_what_was_damaged(tmp_path: Path, damage: str, line: str) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        assert store.verify() == []
        store.connection.execute(damage)
        found = store.verify()
    assert any(line in one for one in found), found


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("UPDATE judgements SET who = 'Eve'", "is not the one that was written"),
        ("DELETE FROM judgements", "is not in the record, but bears on report r1"),
        ("UPDATE judgements SET run = 'none'", "no run none"),
        ("UPDATE coded.mentions SET words = 'He'", "does not cover 'He'"),
        ("UPDATE coded.events SET status = 'denied'", "report r1: its rows are not the ones"),
        ("DELETE FROM main.reports WHERE report = 'r1'", "as it was coded, but not as it is seen"),
    ],
)
def test_verify_names_what_was_damaged_of_decisions_and_of_what_they_changed(
    tmp_path: Path, damage: str, line: str
) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        report = two()[0]
        rejecting = Judgement("reject", "Ann", RUN.started, None, (event_anchor(report, report.events[0]),))
        store.judge([rejecting], RUN)
        assert store.verify() == []
        store.connection.execute(damage)
        found = store.verify()
    assert any(line in one for one in found), found
