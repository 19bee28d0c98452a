"""POLECAT events: 40 columns under a header, tab-separated; a row for each source and target of each telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.export.column import Column, at, empty, tabbed
from dragoman.export.days import day, published
from dragoman.export.deeds import coded_deeds, words
from dragoman.export.where import country_name, kind, name_if
from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dragoman.analysis import Chosen
    from dragoman.export.deeds import Deed
    from dragoman.knowledge.codebook import EventType
    from dragoman.model import Actor, ActorKind

_SPLIT = "; "


def polecat_lines(chosen: Chosen) -> Iterator[str]:
    """The file's lines, the header first."""
    return tabbed(polecat_columns(), coded_deeds(chosen), header=True)


def polecat_columns() -> tuple[Column[Deed], ...]:
    """The columns; a list in one cell is split at "; ", as the format has it."""
    return (*_event_columns(), *_actor_columns(), *_recipient_columns(), *_place_columns(), *_story_columns())


def _event_columns() -> tuple[Column[Deed], ...]:
    return (
        Column("Event ID", "the telling's id with its two actors' (report:event:actor:actor)", at("id")),
        Column("Event Date", "the event's day, YYYY-MM-DD (see Days)", lambda d: _iso(day(d.event))),
        Column("Event Type", "PLOVER type", at("event.type")),
        Column("Event Mode", "PLOVER mode", at("event.mode")),
        Column("Intensity", "PLOVER's score of the mode, else of the type", _intensity),
        Column("Quad Code", "PLOVER's quad category, in words", _quad),
        Column("Contexts", "PLOVER contexts", lambda d: _listed(d.event.context)),
    )


def _actor_columns() -> tuple[Column[Deed], ...]:
    return (
        Column("Actor Name", "name of who acts", at("source.name")),
        Column(
            "Actor Country", "ISO 3166-1 alpha-3, KOS for Kosovo, or PLOVER's IGO, UNO...", lambda d: _code(d.source)
        ),
        *empty("Actor COW", says="empty: Correlates of War numbers are not kept"),
        Column("Primary Actor Sector", "PLOVER sector", at("source.sector")),
        Column("Actor Sectors", "the same: one sector is known", at("source.sector")),
        Column("Actor Title", "office held on the report's day", at("source.office")),
        Column("Actor Name Raw", "the words in the event's sentence", lambda d: words(d.report, d.event, d.source)),
        *empty("Wikipedia Actor ID", says="empty: a record has Wikidata items, not Wikipedia pages"),
    )


def _recipient_columns() -> tuple[Column[Deed], ...]:
    return (
        Column("Recipient Name", "name of who is acted on", at("target.name")),
        Column("Recipient Country", "as Actor Country", lambda d: _code(d.target)),
        *empty("Recipient COW", says="empty, as Actor COW"),
        Column("Primary Recipient Sector", "PLOVER sector", at("target.sector")),
        Column("Recipient Sectors", "the same", at("target.sector")),
        Column("Recipient Title", "office held on the report's day", at("target.office")),
        Column("Recipient Name Raw", "the words in the event's sentence", lambda d: words(d.report, d.event, d.target)),
        *empty("Wikipedia Recipient ID", says="empty, as Wikipedia Actor ID"),
    )


def _place_columns() -> tuple[Column[Deed], ...]:
    return (
        Column("Placename", "the event's place", at("event.place.name")),
        Column("City", "the place if it is a town", lambda d: name_if(d.event.place, "city")),
        Column("District", "if it is a second-level region", lambda d: name_if(d.event.place, "district")),
        Column("Province", "if it is a first-level region", lambda d: name_if(d.event.place, "province")),
        Column("Country", "name of the country in which it lies", _country),
        Column("Latitude", "degrees north", at("event.place.lat")),
        Column("Longitude", "degrees east", at("event.place.lon")),
        Column("GeoNames ID", "GeoNames id", at("event.place.geonames")),
        Column("Raw Placename", "the words for it in the report", _raw_place),
        Column("Feature Type", "country, province, district or city", lambda d: kind(d.event.place)),
    )


def _story_columns() -> tuple[Column[Deed], ...]:
    return (
        Column("Source", "the report's outlet", at("report.source.outlet")),
        Column(
            "Publication Date", "the report's day, if it is one", lambda d: _iso(published(d.report.published.interval))
        ),
        Column("Story People", "names of the report's persons", lambda d: _of_kind(d, "person")),
        Column("Story Organizations", "names of its organisations", lambda d: _of_kind(d, "organisation")),
        Column("Story Locations", "its toponyms", lambda d: _listed(place.name for place in d.report.places)),
        Column("Language", "the report's language, BCP 47", at("report.language")),
        Column("Version", "codebook's version", lambda _: codebook().version),
    )


def _entry(deed: Deed) -> EventType | None:
    return codebook().types.get(deed.event.type or "")


def _quad(deed: Deed) -> str | None:
    entry = _entry(deed)
    return entry.quad if entry else None


def _intensity(deed: Deed) -> float | None:
    entry = _entry(deed)
    if entry is None:
        return None
    mode = entry.modes.get(deed.event.mode or "")
    return entry.score if mode is None or mode.score is None else mode.score


def _code(actor: Actor | None) -> str | None:
    return None if actor is None else "KOS" if actor.country == "XKX" else actor.country


def _country(deed: Deed) -> str | None:
    return country_name(deed.event.place.country) if deed.event.place else None


def _raw_place(deed: Deed) -> str | None:
    return deed.event.place.span.of(deed.report.text) if deed.event.place else None


def _of_kind(deed: Deed, kind: ActorKind) -> str:
    return _listed(actor.name for actor in deed.report.actors if actor.kind == kind)


def _listed(names: Iterable[str]) -> str:
    return _SPLIT.join(dict.fromkeys(names))


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
