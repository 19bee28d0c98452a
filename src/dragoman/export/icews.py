"""ICEWS events: 20 columns under a header, tab-separated; a row for each source and target of each telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.export.column import Column, at, empty, tabbed
from dragoman.export.days import day
from dragoman.export.deeds import coded_deeds
from dragoman.export.numbers import Numbers
from dragoman.export.where import country_name, name_if
from dragoman.knowledge.codebook import cameo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.analysis import Chosen
    from dragoman.export.deeds import Deed

_Columns = tuple[Column["Deed"], ...]


def icews_lines(chosen: Chosen) -> Iterator[str]:
    """The file's lines, the header first."""
    return tabbed(icews_columns(), coded_deeds(chosen), header=True)


def icews_columns() -> _Columns:
    """The columns, with numbers for one export."""
    events, stories = Numbers(), Numbers()
    return (
        Column("Event ID", "number made from the telling's id and its two actors'", lambda d: events.of(d.id)),
        Column("Event Date", "the event's day, YYYY-MM-DD (see Days)", _day),
        Column("Source Name", "name of who acts", at("source.name")),
        Column("Source Sectors", "their PLOVER sector", at("source.sector")),
        Column(
            "Source Country", "their country's name", lambda d: country_name(d.source.country) if d.source else None
        ),
        Column("Event Text", "name of the CAMEO code, in our table's words", _event_text),
        Column("CAMEO Code", "CAMEO code, a two-figure root where no leaf is sure", at("event.cameo")),
        Column("Intensity", "Goldstein score", at("event.goldstein")),
        Column("Target Name", "name of who is acted on", at("target.name")),
        Column("Target Sectors", "their PLOVER sector", at("target.sector")),
        Column(
            "Target Country", "their country's name", lambda d: country_name(d.target.country) if d.target else None
        ),
        Column("Story ID", "number made from the report's id", lambda d: stories.of(d.report.id)),
        *empty("Sentence Number", says="empty: a record counts characters, not sentences"),
        Column("Publisher", "the report's outlet", at("report.source.outlet")),
        Column("City", "the event's place if it is a town", lambda d: name_if(d.event.place, "city")),
        Column("District", "if it is a second-level region", lambda d: name_if(d.event.place, "district")),
        Column("Province", "if it is a first-level region", lambda d: name_if(d.event.place, "province")),
        Column("Country", "name of the country in which the place lies", _country),
        Column("Latitude", "degrees north", at("event.place.lat")),
        Column("Longitude", "degrees east", at("event.place.lon")),
    )


def _day(deed: Deed) -> str | None:
    on = day(deed.event)
    return on.isoformat() if on else None


def _event_text(deed: Deed) -> str | None:
    code = cameo().get(deed.event.cameo or "")
    return code.name if code else None


def _country(deed: Deed) -> str | None:
    return country_name(deed.event.place.country) if deed.event.place else None
