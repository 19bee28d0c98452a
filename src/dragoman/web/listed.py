"""Events that are chosen already, with all that lists show of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.record import sql
from dragoman.record.asking import CODED, Asked, Source, narrowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.record import Store
    from dragoman.web.questions import Question

Row = dict[str, Any]


def ask(store: Store, query: str, question: Question | None = None, **more: object) -> list[Row]:
    """The rows of an answer; `query` may use the parameters of the question and those given here."""
    held = {**(question.values if question else {}), **more}
    with Asked(store) as asked:
        found: list[Row] = asked.ask(query, held).to_pylist()
    return found


def events(store: Store, ids: Sequence[str]) -> list[Row]:
    """The merged events with these ids in this order, as `dragoman.record.timeline` has them; others are left out."""
    with Asked(store) as asked:
        wanted = pa.table({"merged": pa.array(ids, pa.string())})
        asked.table("chosen", wanted)
        few = narrowed(("members",), wanted, key="merged")
        members = asked.ask("WITH {narrowed} one AS (SELECT 1) FROM members SEMI JOIN chosen USING (merged)", {}, few)
        asked.table("told_by", members)
        rows = asked.ask(
            sql.TIMELINE,
            {},
            narrowed(("merged_events", "readouts"), wanted, key="merged"),
            Source("members AS (FROM told_by), "),
            narrowed(("events", "reports", "evidence"), members, "told_by"),
        ).to_pylist()
    place = {name: at for at, name in enumerate(ids)}
    return sorted(rows, key=lambda row: place[row["id"]])


def tellings(store: Store, ids: Sequence[str]) -> dict[str, list[Row]]:
    """The tellings of merged events, or single ones ("report:event"), by that id, as `dragoman.record.tellings` has.

    Of single ones those too that people rejected, as the program coded them. What is not there has no entry.
    """
    single = [(one, *one.rpartition(":")[::2]) for one in ids if ":" in one]
    keys = [(row["merged"], row["report"], row["event"]) for row in _members(store, ids)] + single
    rows = {(row["report"], row["event"]): row for row in _told(store, keys, rejected=bool(single))}
    found: dict[str, list[Row]] = {}
    for row in rows.values():
        for name in (row["merged"], row["id"]):
            if name in set(ids):
                found.setdefault(name, []).append(row)
    return found


def _members(store: Store, ids: Sequence[str]) -> list[Row]:
    wanted = pa.table({"merged": pa.array(ids, pa.string())})
    query = "WITH {narrowed} one AS (SELECT 1) FROM members SEMI JOIN chosen USING (merged)"
    with Asked(store) as asked:
        asked.table("chosen", wanted)
        rows: list[Row] = asked.ask(query, {}, narrowed(("members",), wanted, key="merged")).to_pylist()
    return rows


def _told(store: Store, keys: Sequence[tuple[str, str, str]], *, rejected: bool) -> list[Row]:
    table = pa.table(
        {
            "report": pa.array([one[1] for one in keys], pa.string()),
            "event": pa.array([one[2] for one in keys], pa.string()),
        }
    )
    rows: list[Row] = []
    with Asked(store) as asked:
        asked.table("chosen", table)
        few = narrowed(("events", "roles", "actors", "evidence", "reports", "members"), table)
        for source in (few, CODED) if rejected else (few,):
            rows += asked.ask(sql.TELLINGS.replace("{order}", sql.AS_TOLD), {}, source).to_pylist()
    return rows
