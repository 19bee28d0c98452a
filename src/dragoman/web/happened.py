"""Merged events that are named one by one, as the timeline shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.record import sql
from dragoman.record.asking import Asked, narrowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.record import Store


def happened(store: Store, merged: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of `dragoman.record.timeline` of these merged events, in the order of the ids."""
    chosen = pa.table({"merged": pa.array(list(merged), pa.string())})
    with Asked(store) as asked:
        asked.table("chosen", chosen)
        few = narrowed(("members",), chosen, key="merged")
        members = asked.ask(
            "WITH {narrowed} one AS (SELECT 1) SELECT * FROM members SEMI JOIN chosen USING (merged)", {}, few
        )
        asked.table("told_by", members)
        tables = narrowed(("merged_events", "readouts", "members"), chosen, key="merged")
        told = narrowed(("events", "reports", "evidence"), members, "told_by")
        # both name their parameters by their own key, so that they don't meet
        rows = asked.ask(sql.TIMELINE, {}, tables, told).to_pylist()
    place = {name: no for no, name in enumerate(merged)}
    return sorted(rows, key=lambda row: place[row["id"]])
