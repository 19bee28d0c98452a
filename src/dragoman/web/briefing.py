"""A brief: chosen events in plain words, each with its evidence and numbered citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.record.connecting import translated
from dragoman.record.loading import load_reports
from dragoman.web.citing import cited, plain
from dragoman.web.listed import tellings
from dragoman.web.wording import days, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Report
    from dragoman.record import Store

CITED = 5
"""Tellings of one event that are cited; how many more there are is said."""
DEEDS = {
    "AGREE": "an agreement, promise or plan to do something for the other side",
    "CONSULT": "a meeting, visit, call or talks",
    "SUPPORT": "support in words or form",
    "CONCEDE": "giving way in words or rules",
    "COOPERATE": "doing something real together",
    "AID": "help given",
    "RETREAT": "giving way in fact",
    "REQUEST": "a request, appeal or demand",
    "ACCUSE": "blame or an accusation",
    "REJECT": "a refusal",
    "THREATEN": "a threat",
    "PROTEST": "a protest",
    "SANCTION": "a tie cut back",
    "MOBILIZE": "forces readied or moved",
    "COERCE": "power used over people or property",
    "ASSAULT": "violence",
}
"""PLOVER's types as nouns, which claim no more than the status beside them does."""
_TOLD = {
    "actual": "It is told as having happened",
    "planned": "It is told as planned",
    "proposed": "It is told as wanted or called for",
    "conditional": "It is told as depending on something else",
    "denied": "It is told as denied",
    "alleged": "It is told as alleged",
    "negated": "It is told as not having happened",
    "habitual": "It is told as happening now and again",
}


class Passage(NamedTuple):
    """An event of a brief: its id, its days, what happened and who says so, its evidence, and its notes' numbers."""

    id: str
    days: str
    what: str
    told: str
    quotation: str
    notes: tuple[int, ...]


class Brief(NamedTuple):
    """A brief: title and note as given, the events by day, the citations from 1, and ids that are not in the record."""

    title: str
    note: str | None
    passages: tuple[Passage, ...]
    citations: tuple[str, ...]
    missing: tuple[str, ...]


def brief(store: Store, ids: Sequence[str], title: str, note: str | None) -> Brief:
    """The brief of these events (ids of merged ones or of single tellings), what was rejected left out."""
    wanted = list(dict.fromkeys(ids))
    told = tellings(store, wanted)
    found = {name: [row for row in rows if row["verdict"] != "rejected"] for name, rows in told.items()}
    there = sorted((name for name in wanted if found.get(name)), key=lambda name: _order(found[name][0]))
    reports = _reports(store, [row["report"] for name in there for row in found[name][:CITED]])
    citations: dict[str, int] = {}
    passages = [_passage(name, found[name], reports, citations) for name in there]
    missing = tuple(name for name in wanted if not found.get(name))
    return Brief(title, note, tuple(passages), tuple(citations), missing)


def _order(row: dict[str, Any]) -> tuple[bool, str, str]:
    return row["date_from"] is None, str(row["date_from"]), row["id"]


def _reports(store: Store, ids: Sequence[str]) -> dict[str, Report]:
    with translated(store.path):
        return {one.id: one for one in load_reports(store.connection, sorted(set(ids)))}


def _passage(
    name: str, told: Sequence[dict[str, Any]], reports: dict[str, Report], citations: dict[str, int]
) -> Passage:
    """The passage of an event; its citations are added to those there are, a report's words cited once."""
    notes = []
    for row in told[:CITED]:
        report = reports[row["report"]]
        event = next(one for one in report.events if one.id == row["event"])
        notes.append(citations.setdefault(plain(cited(report, event)), len(citations) + 1))
    first = told[0]
    quotation = " ".join(first["evidence"].split())
    when = days(first["date_from"], first["date_to"])
    return Passage(name, when, what(first), sayers(told), quotation, tuple(dict.fromkeys(notes)))


def what(row: dict[str, Any]) -> str:
    """Who, to whom and what in a line, with the type's own name beside what it means."""
    deed = DEEDS[row["type"]] if row["type"] else "a statement"
    code = f" ({', '.join(filter(None, (row['type'], row['mode'])))})" if row["type"] else ""
    place = f", in {row['place']}" if row["place"] else ""
    together = len(row["who"]) > 1 and set(row["who"]) == set(row["whom"])
    whom = " with each other" if together else f" → {names(row['whom'])}" if row["whom"] else ""
    return f"{names(row['who']) if row['who'] else 'Unknown'}{whom}: {deed}{code}{place}"


def sayers(told: Sequence[dict[str, Any]]) -> str:
    """Its status and who says so, and in how many reports."""
    first = told[0]
    says = list(dict.fromkeys(row["reported_by"] for row in told if row["reported_by"]))
    own = any(row["reported_by"] is None for row in told)
    by = [*(["the reports themselves" if len(told) > 1 else "the report itself"] if own else []), *says]
    reports = len({row["report"] for row in told})
    cites = f", of which {CITED} passages are cited" if len(told) > CITED else ""
    return f"{_TOLD[first['status']]}, by {'; '.join(by)}, in {reports} report{'s' if reports != 1 else ''}{cites}."
