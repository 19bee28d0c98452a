from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.merge import merge
from dragoman.merge.test_made import day, made
from dragoman.record import Run, Store
from dragoman.record.test_judging import ACCUSED, AGAIN, MET, corpus
from dragoman.record.watching import CAME, forget, keep, mark_seen, newest, watch, watches
from dragoman.review import Judgement, event_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.model import Report

START = datetime(2026, 5, 1, tzinfo=UTC).replace(tzinfo=None)


def run(hour: int) -> Run:
    return Run(f"run{hour}", "0.1.0", "2021", START + timedelta(hours=hour))


def read(store: Store, hour: int, *reports: Report) -> None:
    store.write(reports, run(hour))
    store.replace_merged(merge(tuple(store.load_reports())), run(hour))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.duckdb", create=True) as opened:
        yield opened
        assert opened.verify() == []


def came(store: Store) -> dict[str, int]:
    """The hour in which each event came, by the first of its tellings."""
    firsts = f"SELECT m.report || ':' || m.event, c.came FROM ({CAME.format(only='')}) c JOIN members m USING (merged)"
    rows = store.connection.execute(f"{firsts} WHERE m.no = 0").fetchall()
    return {name: (moment - START).seconds // 3600 for name, moment in rows}


def test_an_event_came_with_the_first_telling_that_was_read_however_many_follow(store: Store) -> None:
    assert newest(store) is None
    read(store, 1, made("r2", AGAIN, on=day(22)))
    read(store, 2, made("r1", MET, ACCUSED, on=day(21)))
    assert came(store) == {"r1:e1": 1, "r1:e2": 2}
    assert newest(store) == START + timedelta(hours=2)


def test_what_people_decide_makes_nothing_new(store: Store) -> None:
    read(store, 1, *corpus())
    first = corpus()[0]
    anchor = event_anchor(first, first.events[1])
    said = Judgement("correct", "Ann", START, None, (anchor,), field="type", value=("AID",))
    store.judge([said, replace(said, verb="confirm", field=None, value=None)], run(5))
    assert set(came(store).values()) == {1}


def test_what_is_not_merged_yet_has_not_come(store: Store) -> None:
    read(store, 1, made("r2", AGAIN, on=day(22)))
    store.write([made("r1", ACCUSED, on=day(21))], run(2))
    assert newest(store) == START + timedelta(hours=1)
    store.replace_merged(merge(tuple(store.load_reports())), run(2))
    assert newest(store) == START + timedelta(hours=2)


def test_a_question_is_kept_seen_and_forgotten(store: Store) -> None:
    kept = keep(store, "  anything \n planned ", {"status": "planned"})
    assert watches(store) == [kept]
    assert (kept.name, kept.query, kept.seen) == ("anything planned", {"status": "planned"}, None)
    later, earlier = START + timedelta(hours=2), START
    mark_seen(store, kept.id, later)
    mark_seen(store, kept.id, earlier)
    assert watch(store, kept.id).seen == later
    forget(store, kept.id)
    assert watches(store) == []
    for ask in (watch, forget):
        with pytest.raises(InputError):
            ask(store, kept.id)


def test_a_question_needs_a_name(store: Store) -> None:
    for name in (" ", "a" * 201):
        with pytest.raises(UsageError):
            keep(store, name, {})
