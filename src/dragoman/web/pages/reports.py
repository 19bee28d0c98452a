"""All reports by date, also those in which no event was found."""

from __future__ import annotations

from dragoman.record import count, reports
from dragoman.web.filtering import ROWS, form_of, page_number, query_of
from dragoman.web.page import Answer, Asked, Page


def _answer(asked: Asked) -> Answer:
    form, page, query = form_of(asked.query), page_number(asked.query), query_of(asked.query)
    rows, total = reports(asked.store, query).to_pylist(), count(asked.store, "reports", query)
    data = {"filters": form.used, "page_number": page, "total": total, "reports": rows[:ROWS]}
    return Answer(data, {"form": form, "more": len(rows) > ROWS, "last_page": -(-total // ROWS)})


PAGES = (Page("/reports", "reports.html", _answer, nav="Reports", order=15, steady=True),)
