"""GDELT 2.0 Events: 61 columns without a header, tab-separated; a row for each source and target of each real event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.export.cameo_actors import cameo_actor, cameo_country, cameo_types, known_group
from dragoman.export.column import Column, at, empty
from dragoman.export.days import day, days, parts, published
from dragoman.export.deeds import quad
from dragoman.export.where import country_name, fips, kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dragoman.export.column import Value
    from dragoman.export.deeds import Deed
    from dragoman.model import Actor


class Coverage(NamedTuple):
    """How much reported a real event is: tellings, reports, and outlets (None where one report's is unknown)."""

    tellings: int
    reports: int
    outlets: int | None


class Happening(NamedTuple):
    """A row of Events: its number, the telling published first with one source and target, and how it is reported."""

    number: int
    deed: Deed
    coverage: Coverage


_Columns = tuple[Column[Happening], ...]


def gdelt_columns() -> _Columns:
    """The 61 columns."""
    return (
        Column(
            "GLOBALEVENTID", "number made from the real event's id and the names of its two actors", lambda h: h.number
        ),
        *_day_columns(),
        *_actor_columns("Actor1", "who acts", lambda h: h.deed.source),
        *_actor_columns("Actor2", "who is acted on", lambda h: h.deed.target),
        *_code_columns(),
        *_actor_places("Actor1"),
        *_actor_places("Actor2"),
        *_place_columns(),
        Column("DATEADDED", "the first report's day, YYYYMMDD and 000000 for the hour, if it is one day", _added),
        Column("SOURCEURL", "the first report's address", at("deed.report.source.url")),
    )


def _day_columns() -> _Columns:
    return (
        Column("SQLDATE", "the event's day, YYYYMMDD (see Days)", lambda h: stamp(day(h.deed.event))),
        Column("MonthYear", "YYYYMM, if its days lie in one month", lambda h: _agreed(h, 2)),
        Column("Year", "YYYY, if its days lie in one year", lambda h: _agreed(h, 1)),
        Column("FractionDate", "year + ((month - 1) * 30 + day) / 365, four decimals", _fraction),
    )


def _actor_columns(end: str, who: str, of: Callable[[Happening], Actor | None]) -> _Columns:
    def name(row: Happening) -> str | None:
        actor = of(row)
        return actor.name.upper() if actor else None

    def type_at(place: int) -> Callable[[Happening], Value]:
        return lambda row: dict(enumerate(cameo_types(of(row)))).get(place)

    return (
        Column(f"{end}Code", f"CAMEO's country, group and role of {who}, in one", lambda h: cameo_actor(of(h))),
        Column(f"{end}Name", f"name of {who}, in capitals", name),
        Column(f"{end}CountryCode", "CAMEO's country", lambda h: cameo_country(of(h))),
        Column(f"{end}KnownGroupCode", "UNO for the United Nations' bodies, else empty", lambda h: known_group(of(h))),
        *empty(f"{end}EthnicCode", f"{end}Religion1Code", f"{end}Religion2Code", says="empty: not coded"),
        Column(f"{end}Type1Code", "CAMEO's role, from the PLOVER sector", type_at(0)),
        Column(f"{end}Type2Code", "the sector's where the first is a body's", type_at(1)),
        *empty(f"{end}Type3Code", says="empty: a record has one sector of an actor"),
    )


def _code_columns() -> _Columns:
    return (
        Column(
            "IsRootEvent",
            "1 if the first report tells it in headline or first paragraph, else 0",
            lambda h: int(in_lead(h.deed)),
        ),
        Column("EventCode", "CAMEO code, a two-figure root where no leaf is sure", at("deed.event.cameo")),
        Column("EventBaseCode", "its first three figures", lambda h: _figures(h, 3)),
        Column("EventRootCode", "its first two figures", lambda h: _figures(h, 2)),
        Column("QuadClass", "1 to 4, of the PLOVER type", lambda h: quad(h.deed)),
        Column("GoldsteinScale", "Goldstein score", at("deed.event.goldstein")),
        Column("NumMentions", "tellings of the event", at("coverage.tellings")),
        Column(
            "NumSources", "outlets that tell it; empty if one report's outlet is unknown", lambda h: h.coverage.outlets
        ),
        Column("NumArticles", "reports that tell it", at("coverage.reports")),
        *empty("AvgTone", says="empty: tone is not measured"),
    )


_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")


def _actor_places(end: str) -> _Columns:
    return empty(*(f"{end}Geo_{part}" for part in _GEO), says="empty: places are tied to events, not to actors")


def _place_columns() -> _Columns:
    return (
        Column("ActionGeo_Type", "1 country, 2 US state, 3 US town, 4 town, 5 first-level region", _geo_type),
        Column("ActionGeo_FullName", "the place and its country's name", _full_name),
        Column("ActionGeo_CountryCode", "FIPS 10-4 of the country", _country),
        *empty("ActionGeo_ADM1Code", "ActionGeo_ADM2Code", says="empty: FIPS codes of regions are not kept"),
        Column("ActionGeo_Lat", "degrees north", at("deed.event.place.lat")),
        Column("ActionGeo_Long", "degrees east", at("deed.event.place.lon")),
        Column("ActionGeo_FeatureID", "FIPS of a country, else empty: GDELT's are not GeoNames' ids", _feature),
    )


def stamp(on: date | None, hour: str = "") -> str | None:
    """A day as GDELT writes it, YYYYMMDD, with the hour where it has to have one."""
    return f"{on.year:04d}{on.month:02d}{on.day:02d}{hour}" if on else None


def in_lead(deed: Deed) -> bool:
    """Whether the report tells the event in its headline or in the first paragraph of its body."""
    report = deed.report
    end = report.text.find("\n\n", report.body_start)
    return end < 0 or deed.event.trigger.start < end


def _agreed(row: Happening, count: int) -> str | None:
    """Year, or year and month, where all of the event's days agree on them."""
    on = day(row.deed.event)
    found = (on.year, on.month) if on else parts(days(row.deed.event))
    return f"{found[0]:04d}" + "".join(f"{part:02d}" for part in found[1:count]) if len(found) >= count else None


def _fraction(row: Happening) -> str | None:
    on = day(row.deed.event)
    return f"{on.year + ((on.month - 1) * 30 + on.day) / 365:.4f}" if on else None


def _figures(row: Happening, count: int) -> str | None:
    code = row.deed.event.cameo
    return code[:count] if code else None


def _geo_type(row: Happening) -> int | None:
    place = row.deed.event.place
    american = place is not None and place.country == "USA"
    types = {"country": 1, "province": 2 if american else 5, "city": 3 if american else 4}
    return types.get(kind(place) or "")


def _full_name(row: Happening) -> str | None:
    place = row.deed.event.place
    if place is None:
        return None
    country = country_name(place.country)
    return place.name if country is None or kind(place) == "country" else f"{place.name}, {country}"


def _country(row: Happening) -> str | None:
    place = row.deed.event.place
    return fips(place.country) if place else None


def _feature(row: Happening) -> str | None:
    return _country(row) if kind(row.deed.event.place) == "country" else None


def _added(row: Happening) -> str | None:
    return stamp(published(row.deed.report.published.interval), "000000")
