"""The record as FollowTheMoney entities, JSON Lines, made and checked by its library (extra `ftm`).

Actors become Person, Organization or PublicBody; a state becomes a PublicBody, a group a LegalEntity. Reports become
Article and real events Event, which name the actors as involved and the reports as proof.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from dragoman.export.choosing import tellings
from dragoman.export.days import parts
from dragoman.export.identity import identity
from dragoman.export.optional import library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.analysis import Chosen
    from dragoman.export.choosing import Telling
    from dragoman.model import Actor, Report

    Facts = Mapping[str, object]

_PUBLIC = {"GOV", "MIL", "JUD", "LEG", "COP", "SPY"}
"""PLOVER sectors of a state's own bodies."""
_SCHEMATA = {"person": "Person", "organisation": "Organization", "country": "PublicBody", "group": "LegalEntity"}


def ftm_lines(chosen: Chosen) -> Iterator[str]:
    """The file's lines, an entity each: those that the chosen tellings are made of."""
    model = library("followthemoney", extra="ftm").model
    entities: dict[str, Any] = {}
    for telling in tellings(chosen):
        for schema, name, facts in _entities(telling):
            found = entities.get(name) or entities.setdefault(name, model.make_entity(schema))
            found.id = name
            for fact, value in facts.items():
                found.add(fact, value)
    yield from (json.dumps(one.to_dict(), ensure_ascii=False, sort_keys=True) + "\n" for one in entities.values())


def _entities(telling: Telling) -> Iterator[tuple[str, str, Facts]]:
    """Schema, id and facts of what a telling is about; several tellings add to one event."""
    sides = {*telling.event.source, *telling.event.target}
    actors = [actor for actor in telling.report.actors if actor.id in sides]
    for actor in actors:
        yield _schema(actor), identity(actor), _actor(actor)
    yield "Article", _id("report", telling.report.id), _report(telling.report)
    yield "Event", _id("event", telling.merged), _event(telling, actors)


def _schema(actor: Actor) -> str:
    public = actor.kind == "organisation" and actor.sector in _PUBLIC
    return "PublicBody" if public else _SCHEMATA[actor.kind]


def _actor(actor: Actor) -> Facts:
    position = {"position": actor.office} if actor.kind == "person" else {}
    country = None if actor.country is None else actor.country.lower()
    return {"name": actor.name, "country": country, "wikidataId": actor.wikidata, **position}


def _report(report: Report) -> Facts:
    source = report.source
    return {
        "title": report.title,
        "author": source.byline,
        "publisher": source.outlet,
        "sourceUrl": source.url,
        "language": report.language,
        "publishedAt": _day(parts(report.published.interval)),
        "fileName": source.path,
    }


def _event(telling: Telling, actors: list[Actor]) -> Facts:
    event, names = telling.event, {actor.id: actor.name for actor in telling.report.actors}
    who, whom = ("; ".join(names[one] for one in ids) or "–" for ids in (event.source, event.target))
    days = event.date.interval if event.date else None
    return {
        "name": f"{who} → {whom}: {event.type or 'statement'}",
        "summary": event.evidence.of(telling.report.text),
        "keywords": [word for word in (event.type, event.mode, event.status, *event.context) if word],
        "startDate": days.first.isoformat() if days else None,
        "endDate": days.last.isoformat() if days else None,
        "location": event.place.name if event.place else None,
        "country": event.place.country.lower() if event.place and event.place.country else None,
        "involved": [identity(actor) for actor in actors],
        "proof": _id("report", telling.report.id),
        "sourceUrl": telling.report.source.url,
        "recordId": telling.id,
    }


def _day(date: tuple[int, ...]) -> str | None:
    return "-".join(f"{part:02d}" for part in date).zfill(4) if date else None


def _id(kind: str, name: str) -> str:
    return f"{kind[0]}{sha256(name.encode()).hexdigest()[:16]}"
