"""Actors: the list of them, and of each one offices, names, deeds, quotations, partners, and what is uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.knowledge.offices import by_name, name_key
from dragoman.record import Query, actors
from dragoman.record.asking import Asked as Question
from dragoman.web import actor_facts
from dragoman.web.actor_rows import actor_id, called, is_id, rows_of
from dragoman.web.filtering import ROWS, form_of, page_number, query_of
from dragoman.web.happened import happened
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.spoken import MINE, Sought, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.record import Store

_EVENTS = 20
_QUOTES = 5
_SAID = (Sought(by=MINE, query=Query(limit=_QUOTES)), Sought(about=MINE, query=Query(limit=_QUOTES)))


def _list(asked: Asked) -> Answer:
    """Who appears, most mentioned first."""
    form, page, query = form_of(asked.query), page_number(asked.query), query_of(asked.query)
    rows = [{"id": actor_id(row), **row} for row in actors(asked.store, query).to_pylist()]
    data = {"filters": form.used, "page_number": page, "actors": rows[:ROWS]}
    return Answer(data, {"form": form, "more": len(rows) > ROWS})


def _one(asked: Asked) -> Answer:
    """One actor; of several who have a name the choice."""
    name = asked.path["id"]
    choice = [] if is_id(name) else called(asked.store, name)
    if len(choice) > 1:
        return Answer({"name": name, "several": choice})
    name = choice[0]["id"] if choice else name
    rows = rows_of(asked.store, name)
    if not rows.num_rows:
        raise InputError("no such actor in this record", where=name, do="take one from the list at /actors")
    with Question(asked.store) as question:
        question.table("mine", rows)
        data = _found(asked.store, question, name, rows.to_pylist())
    return Answer({**data, "several": []})


def _found(store: Store, question: Question, name: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    who = _head(name, rows)
    aliases = actor_facts.aliases(question)
    actor_facts.open_deeds(question)
    doubts, latest = actor_facts.doubts(question), actor_facts.latest(question, _EVENTS)
    rows_by_id = {row["id"]: row for row in happened(store, list(dict.fromkeys([*latest, *doubts["least"]])))}
    by, about = (spoken(question, store, one, latest=True) for one in _SAID)
    return {
        **who,
        "offices": actor_facts.offices(question),
        "held": _held(who),
        "aliases": aliases,
        "types": actor_facts.types(question),
        "dyads": actor_facts.dyads(question),
        "partners": actor_facts.partners(question),
        "events": [rows_by_id[one] for one in latest],
        "quotes_by": by._asdict(),
        "quotes_about": about._asdict(),
        "uncertain": {
            **doubts,
            "least": [rows_by_id[one] for one in doubts["least"]],
            "mentions": sum(row["mentions"] for row in aliases),
            "not_by_name": sum(row["mentions"] - row["by_name"] for row in aliases),
            "date_basis": actor_facts.bases(question),
            "namesakes": [one for one in called(store, who["name"]) if one["id"] != name],
        },
    }


def _head(name: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Who it is, by what most of the reports say."""
    return {
        "id": name,
        "name": _most(rows, "name"),
        "kind": _most(rows, "kind"),
        "country": _most(rows, "country"),
        "sector": _most(rows, "sector"),
        "wikidata": _most(rows, "wikidata"),
        "reports": len({row["report"] for row in rows}),
    }


def _most(rows: Sequence[Mapping[str, Any]], field: str) -> str | None:
    counts: dict[str, int] = {}
    for row in rows:
        if row[field] is not None:
            counts[row[field]] = counts.get(row[field], 0) + 1
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def _held(who: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The offices that the program's tables know of a person, by first day."""
    if who["kind"] != "person":
        return []
    known = [one for one in by_name().get(name_key(who["name"]), ()) if one.wikidata == who["wikidata"]]
    found = [
        {"office": one.position, "first": one.first, "last": one.last, "seen": one.seen, "source": one.source}
        for one in dict.fromkeys(known)
    ]
    return sorted(found, key=lambda one: (str(one["first"] or ""), one["office"]))


PAGES = (
    Page("/actors", "actors.html", _list, nav="Actors", order=20),
    Page("/actor/{id:id}", "actor.html", _one),
)
