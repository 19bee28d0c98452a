"""Judgements as rows: added, never changed, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.record.inserting import insert
from dragoman.record.loading import as_dicts
from dragoman.review import Anchor, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import duckdb

    from dragoman.record.rows import Row
    from dragoman.review import Ruling

_ALL = "SELECT * FROM judgements ORDER BY decided, judgement"


def load_judgements(connection: duckdb.DuckDBPyConnection) -> list[Judgement]:
    """All judgements, in the order in which they were made."""
    return [_judgement(row) for row in as_dicts(connection.execute(_ALL))]


def add_judgements(
    connection: duckdb.DuckDBPyConnection, judgements: Iterable[Judgement], run: str
) -> tuple[Judgement, ...]:
    """Add those that are not there yet, and return them."""
    there = {str(one) for (one,) in connection.execute("SELECT judgement FROM judgements").fetchall()}
    new = {one.id: one for one in judgements if one.id not in there}
    insert(connection, "judgements", [_row(one, run) for one in new.values()])
    return tuple(new.values())


def add_rulings(connection: duckdb.DuckDBPyConnection, rulings: Sequence[Ruling], run: str) -> None:
    """Add what judgements bear on."""
    rows: list[Row] = [
        (
            run,
            *(one.judgement, one.report, one.event, one.verb, one.side, one.field),
            *(None if one.was is None else list(one.was), one.stands),
        )
        for one in rulings
    ]
    insert(connection, "rulings", rows)


def _row(one: Judgement, run: str) -> Row:
    value, was = (None if held is None else list(held) for held in (one.value, one.was))
    on, others = ([anchor._asdict() for anchor in anchors] for anchors in (one.on, one.others))
    about = (one.field, value, was, one.kind, one.country, one.undoes)
    return (run, one.id, one.verb, one.who, one.when, one.why, on, others, *about)


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(
        verb=row["verb"],
        who=row["who"],
        when=row["decided"],
        why=row["why"],
        on=_anchors(row["on"]),
        others=_anchors(row["others"]),
        field=row["field"],
        value=None if row["value"] is None else tuple(row["value"]),
        was=None if row["was"] is None else tuple(row["was"]),
        kind=row["kind"],
        country=row["country"],
        undoes=row["undoes"],
    )


def _anchors(held: list[dict[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(Anchor(one["report"], one["sentence"], one["words"], one["nth"]) for one in held)
