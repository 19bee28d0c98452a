"""Phoenix events: 26 columns without a header, tab-separated; a row for each source and target of each telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.export.cameo_actors import cameo_country, cameo_type
from dragoman.export.column import Column, at, empty, tabbed
from dragoman.export.days import day
from dragoman.export.deeds import coded_deeds, quad
from dragoman.export.gdelt import stamp
from dragoman.export.where import country_name, name_if

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dragoman.analysis import Chosen
    from dragoman.export.deeds import Deed
    from dragoman.model import Actor


def phoenix_lines(chosen: Chosen) -> Iterator[str]:
    """The file's lines."""
    return tabbed(phoenix_columns(), coded_deeds(chosen), header=False)


def phoenix_columns() -> tuple[Column[Deed], ...]:
    """The columns; the names are descriptive, as the format's files have none."""
    return (
        Column("EventID", "the telling's id with its two actors'", at("id")),
        Column("Date", "the event's day, YYYYMMDD (see Days)", lambda d: stamp(day(d.event))),
        Column("Year", "its year", lambda d: _part(d, 0, 4)),
        Column("Month", "its month, two figures", lambda d: _part(d, 4, 6)),
        Column("Day", "its day, two figures", lambda d: _part(d, 6, 8)),
        *_side("Source", "who acts", lambda d: d.source),
        *_side("Target", "who is acted on", lambda d: d.target),
        Column("EventCode", "CAMEO code", at("event.cameo")),
        Column("EventRootCode", "its first two figures", lambda d: d.event.cameo and d.event.cameo[:2]),
        Column("QuadClass", "1 to 4, of the PLOVER type", quad),
        Column("GoldsteinScore", "Goldstein score", at("event.goldstein")),
        *empty("Issues", says="empty: no issues are coded"),
        Column("Lat", "degrees north of the event's place", at("event.place.lat")),
        Column("Lon", "degrees east", at("event.place.lon")),
        Column("LocationName", "the place's name", at("event.place.name")),
        Column("StateName", "the place if it is a first-level region", lambda d: name_if(d.event.place, "province")),
        Column("CountryName", "name of the country in which it lies", _country),
        Column("SentenceID", "the report's id and where the sentence begins and ends in its text", _sentence),
        Column("URLs", "the report's address", at("report.source.url")),
        Column("NewsSources", "its outlet", at("report.source.outlet")),
    )


def _side(end: str, who: str, of: Callable[[Deed], Actor | None]) -> tuple[Column[Deed], ...]:
    def full(deed: Deed) -> str:
        return (cameo_country(of(deed)) or "") + (cameo_type(of(deed)) or "")

    return (
        Column(f"{end}ActorFull", f"CAMEO's country and role of {who}, in one", full),
        Column(f"{end}ActorEntity", "its country", lambda d: cameo_country(of(d))),
        Column(f"{end}ActorRole", "its role", lambda d: cameo_type(of(d))),
        *empty(f"{end}ActorAttribute", says="empty: a record has one role of an actor"),
    )


def _part(deed: Deed, start: int, end: int) -> str | None:
    on = stamp(day(deed.event))
    return on[start:end] if on else None


def _country(deed: Deed) -> str | None:
    return country_name(deed.event.place.country) if deed.event.place else None


def _sentence(deed: Deed) -> str:
    start, end = deed.event.evidence
    return f"{deed.report.id}_{start}_{end}"
