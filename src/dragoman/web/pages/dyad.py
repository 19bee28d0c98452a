"""Dyads: which countries have to do with each other, and of two of them cooperation and conflict over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.analysis import PERIODS, Chosen, count, dyads, timeline
from dragoman.api.filters import checked
from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.countries import countries
from dragoman.record import Query, Side
from dragoman.web.dyad_series import QUADS, series, whole
from dragoman.web.filtering import ROWS, page_number
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.siding import side_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams

    from dragoman.analysis import Period

_PAIRS = 200
_NOBODY: Mapping[str, object] = {"one": None, "pairs": [], "more": False}


def _list(asked: Asked) -> Answer:
    """The dyads of the record or of one country, most events first; of two countries that are named, their own page."""
    a, b = (asked.query.get(name, "").strip() for name in ("a", "b"))
    if a and b:
        return _shown(asked, a, b)
    country = _side(a or b).country if a or b else None
    rows = dyads(Chosen(asked.store, Query(country=country, limit=None if country else _PAIRS + 1))).to_pylist()
    rows = [row for row in rows if country in {None, row["a"], row["b"]}]
    fields = ("a", "b", "events", "forth", "back", *QUADS, "goldstein_mean")
    pairs = [{name: row[name] for name in fields} for row in rows[:_PAIRS]]
    for pair in pairs:
        pair |= {"a_name": called(pair["a"]), "b_name": called(pair["b"])}
    data = {"country": country, "dyads": pairs}
    return Answer(data, {**_NOBODY, "pairs": pairs, "more": len(rows) > _PAIRS, "asked": a or b})


def _one(asked: Asked) -> Answer:
    return _shown(asked, asked.path["a"], asked.path["b"])


def _shown(asked: Asked, first: str, second: str) -> Answer:
    a, b = _side(first), _side(second)
    if a == b:
        raise UsageError("a dyad has two sides", where=first, do="name two different countries")
    query, page = Query(dyad=(a, b)), page_number(asked.query)
    found = series(asked.store, query, _period(asked.query))
    chosen = Chosen(asked.store, _behind(asked.query, a, b, page))
    rows = timeline(chosen).to_pylist()
    point = _point(chosen.query)
    data = {
        "a": a.label,
        "b": b.label,
        "a_name": called(a.label),
        "b_name": called(b.label),
        "total": whole(asked.store, query),
        "by": found.by,
        "series": found.rows,
        "elsewhere": found.elsewhere,
        "from": chosen.query.first,
        "to": chosen.query.last,
        "page_number": page,
        "events_total": count(chosen, "timeline"),
        "events": [{**row, "counted": _counted(row, chosen.query)} for row in rows[:ROWS]],
    }
    quads = {name: one.quad.lower() for name, one in codebook().types.items()}
    return Answer(data, {"one": data, "more": len(rows) > ROWS, "periods": PERIODS, "quads": quads, "point": point})


def called(code: str) -> str:
    """A country's name; a body of many states has its code alone."""
    return countries()[code].name if code in countries() else code


def _side(text: str) -> Side:
    """A country by code or name; UsageError for what is none."""
    side = side_of(text)
    if side.country is None:
        raise UsageError(f"{text!r} is not known", where="dyad", do="name a country or its code, such as KOR or China")
    return side


def _period(query: QueryParams) -> Period | None:
    wanted = query.get("by")
    for one in PERIODS:
        if one == wanted:
            return one
    if wanted:
        raise UsageError(f"{wanted!r} is no period", where="by", do=f"use one of {', '.join(PERIODS)}")
    return None


def _behind(query: QueryParams, a: Side, b: Side, page: int) -> Query:
    """The events behind a point, or behind all of them: those that happened, of its days."""
    days = checked({"first": query.get("from") or None, "last": query.get("to") or None})
    return Query(
        first=days["first"],
        last=days["last"],
        status="actual",
        dyad=(a, b),
        limit=ROWS + 1,
        offset=(page - 1) * ROWS,
    )


def _point(query: Query) -> dict[str, Any]:
    """The days asked for as an address has them."""
    return {name: day for name, day in (("from", query.first), ("to", query.last)) if day}


def _counted(row: Mapping[str, Any], query: Query) -> bool:
    """Whether an event is counted in the series' point: a statement is not, nor what may lie outside of its days."""
    after = query.first is None or (row["date_from"] is not None and row["date_from"] >= query.first)
    before = query.last is None or (row["date_to"] is not None and row["date_to"] <= query.last)
    return row["type"] is not None and after and before


PAGES = (
    Page("/dyads", "dyad.html", _list, nav="Dyads", order=30),
    Page("/dyad/{a:id}/{b:id}", "dyad.html", _one),
)
