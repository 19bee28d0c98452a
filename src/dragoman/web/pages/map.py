"""The map: where events took place, as far as reports say so, and the events of one place."""

from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import Chosen, count
from dragoman.web.filtering import ROWS, form_of, page_number, query_of
from dragoman.web.happened_at import Spot, at, spots
from dragoman.web.page import Answer, Asked, Page

_MOST = 1000


def _answer(asked: Asked) -> Answer:
    form, page, query = form_of(asked.query), page_number(asked.query), query_of(asked.query)
    found = spots(asked.store, replace(query, limit=None, offset=0))
    name = asked.query.get("place")
    spot = Spot(name, asked.query.get("in") or "") if name else None
    here = at(asked.store, spot, query) if spot else None
    data = {
        "filters": form.used,
        "events_total": count(Chosen(asked.store, query), "timeline"),
        "places_total": len(found),
        "places": found[:_MOST],
        "place": spot and spot.name,
        "in": spot and spot.country,
        "page_number": page,
        "place_events_total": here.total if here else 0,
        "events": here.rows[:ROWS] if here else [],
    }
    placed = sum(row["events"] for row in found)
    return Answer(data, {"form": form, "more": here is not None and len(here.rows) > ROWS, "placed": placed})


PAGES = (Page("/map", "map.html", _answer, nav="Map", order=40),)
