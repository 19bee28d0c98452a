"""The timeline: what happened, day by day, each real event once; filters, counts, pages."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dragoman.record import count, timeline
from dragoman.web.filtering import ROWS, form_of, page_number, query_of
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.periods import counted
from dragoman.web.wording import days

if TYPE_CHECKING:
    from collections.abc import Sequence


def _answer(asked: Asked) -> Answer:
    form, page, query = form_of(asked.query), page_number(asked.query), query_of(asked.query)
    rows = timeline(asked.store, query).to_pylist()
    total, counts = count(asked.store, "timeline", query), counted(asked.store, query)
    data = {
        "filters": form.used,
        "page_number": page,
        "total": total,
        "by": counts.by,
        "counts": [one._asdict() for one in counts.rows],
        "elsewhere": counts.elsewhere,
        "events": rows[:ROWS],
    }
    view = {"form": form, "more": len(rows) > ROWS, "last_page": -(-total // ROWS), "by_day": _by_day(rows[:ROWS])}
    return Answer(data, view)


def _by_day(rows: Sequence[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The rows under their days; of those that begin on one day the shorter time comes first."""
    found = []
    for _, together in groupby(rows, key=itemgetter("date_from")):
        ordered = sorted(together, key=lambda row: row["date_to"] or row["date_from"] or date.min)
        found += [(day, list(under)) for day, under in groupby(ordered, key=_days)]
    return found


def _days(row: dict[str, Any]) -> str:
    return days(row["date_from"], row["date_to"])


PAGES = (Page("/timeline", "timeline.html", _answer, nav="Timeline", order=10, steady=True),)
