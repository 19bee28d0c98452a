"""Questions that people keep, and which events have come to the record since they last looked.

When an event came is when the run started that wrote the first of its tellings: of a report in which people corrected
something the run that coded it, of one that was read again and coded otherwise the run that did so. Tellings count once
they are merged. So what a reading under way has written is new to who looks while it goes on, and still new afterwards.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from dragoman.errors import InputError, UsageError
from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.record.store import Store

CAME = """
    SELECT m.merged, min(u.started) AS came
    FROM members m
    JOIN (SELECT report, coalesce(c.run, r.run) AS run FROM main.reports r LEFT JOIN coded.reports c USING (report)) w
         USING (report)
    JOIN runs u ON u.run = w.run {only} GROUP BY m.merged
"""
"""SQL for when merged events came to the record (merged, came); `{only}` may narrow the rows `m` of members."""
_NEWEST = f"SELECT max(came) FROM ({CAME.replace('{only}', '')})"  # noqa: S608 - a constant of this file
_ALL = "SELECT watch, name, query, created, seen FROM main.watches"
_LONGEST = 200


class Watch(NamedTuple):
    """A question that is kept: its id, name, what it asks for by name, when it was made (UTC), and `seen`.

    `seen` is when the newest event came that was there when somebody last said that they have seen them all; None
    before the first time.
    """

    id: str
    name: str
    query: Mapping[str, str]
    created: datetime
    seen: datetime | None


def watches(store: Store) -> list[Watch]:
    """All that are kept, the oldest first."""
    with translated(store.path):
        rows = store.connection.execute(f"{_ALL} ORDER BY created, watch").fetchall()
    return [Watch(name, title, json.loads(query), created, seen) for name, title, query, created, seen in rows]


def watch(store: Store, watch_id: str) -> Watch:
    """One of them; InputError if it is not there."""
    for one in watches(store):
        if one.id == watch_id:
            return one
    raise InputError("no such question is kept in this record", where=watch_id, do="take one from the page Watch")


def keep(store: Store, name: str, query: Mapping[str, str]) -> Watch:
    """Keep a question under a name, all of it unseen; UsageError for a name that is none."""
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST:
        raise UsageError("a question needs a name", where="name", do=f"give one of 1 to {_LONGEST} characters")
    made = Watch(f"w{uuid4().hex[:12]}", name, dict(query), datetime.now(UTC).replace(tzinfo=None), None)
    row = [made.id, made.name, json.dumps(made.query, ensure_ascii=False, sort_keys=True), made.created, made.seen]
    with translated(store.path):
        store.connection.execute("INSERT INTO main.watches VALUES (?, ?, ?, ?, ?)", row)
    return made


def forget(store: Store, watch_id: str) -> None:
    """Keep it no longer; InputError if it is not there."""
    watch(store, watch_id)
    with translated(store.path):
        store.connection.execute("DELETE FROM main.watches WHERE watch = ?", [watch_id])


def newest(store: Store) -> datetime | None:
    """When the newest event came, None in a record without events: what who looks now has seen up to."""
    with translated(store.path):
        [(moment,)] = store.connection.execute(_NEWEST).fetchall()
    return moment if isinstance(moment, datetime) else None


def mark_seen(store: Store, watch_id: str, until: datetime) -> None:
    """Say that what came up to this moment, one of `newest`, is seen; what was seen before stays seen."""
    watch(store, watch_id)
    query = "UPDATE main.watches SET seen = greatest(coalesce(seen, $until), $until) WHERE watch = $watch"
    with translated(store.path):
        store.connection.execute(query, {"until": until, "watch": watch_id})
