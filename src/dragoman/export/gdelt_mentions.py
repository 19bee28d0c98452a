"""GDELT 2.0 Mentions: 16 columns without a header, tab-separated; a row for each telling of each row of Events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from dragoman.export.column import Column, at, empty
from dragoman.export.days import day, published
from dragoman.export.deeds import named
from dragoman.export.gdelt import stamp

if TYPE_CHECKING:
    from dragoman.export.choosing import Telling
    from dragoman.export.deeds import Deed
    from dragoman.model import Actor, Report


class Retelling(NamedTuple):
    """A row of Mentions: the row of Events that it belongs to, and one telling of it.

    `first` is the telling that the row of Events was made from; its actors are known in this report by their names.
    """

    number: int
    first: Deed
    telling: Telling


def mention_columns() -> tuple[Column[Retelling], ...]:
    """The 16 columns."""
    return (
        Column("GLOBALEVENTID", "the row of Events", at("number")),
        Column(
            "EventTimeDate", "the event's day as in Events, and 000000", lambda r: stamp(day(r.first.event), "000000")
        ),
        Column("MentionTimeDate", "the report's day, and 000000, if it is one day", _published),
        Column("MentionType", "1 if the report has an address, else 2 (a citation)", lambda r: 1 if _url(r) else 2),
        Column("MentionSourceName", "the address's host, else the outlet", _source),
        Column("MentionIdentifier", "the address; without one headline, outlet and days of the report", _identifier),
        *empty("SentenceID", says="empty: a record counts characters, not sentences"),
        Column(
            "Actor1CharOffset",
            "where the first actor stands in the event's sentence",
            lambda r: _offset(r, r.first.source),
        ),
        Column("Actor2CharOffset", "where the second actor does", lambda r: _offset(r, r.first.target)),
        Column(
            "ActionCharOffset", "where the word that says the event begins", lambda r: r.telling.event.trigger.start
        ),
        Column("InRawText", "1: every event is read off the text as it stands", lambda _: 1),
        Column(
            "Confidence", "0 to 100, the model's; not calibrated", lambda r: round(r.telling.event.confidence * 100)
        ),
        Column("MentionDocLen", "characters of the report's text", lambda r: len(r.telling.report.text)),
        *empty("MentionDocTone", says="empty: tone is not measured"),
        *empty("MentionDocTranslationInfo", says="empty: nothing is translated"),
        Column("Extras", 'the telling\'s id ("report:event"), for dragoman show', at("telling.id")),
    )


def _published(row: Retelling) -> str | None:
    return stamp(published(row.telling.report.published.interval), "000000")


def _url(row: Retelling) -> str | None:
    return row.telling.report.source.url


def _source(row: Retelling) -> str | None:
    url = _url(row)
    return (urlsplit(url).hostname if url else None) or row.telling.report.source.outlet


def _identifier(row: Retelling) -> str:
    return _url(row) or citation(row.telling.report)


def citation(report: Report) -> str:
    """Headline, outlet and days of a report as far as they are known, or the report's id."""
    interval = report.published.interval
    on = None if interval is None else "/".join(dict.fromkeys(one.isoformat() for one in interval))
    return ", ".join(part for part in (report.title, report.source.outlet, on) if part) or report.id


def _offset(row: Retelling, actor: Actor | None) -> int | None:
    """Where this telling's sentence names the actor that the first telling has, itself or under the same name."""
    if actor is None:
        return None
    telling = row.telling
    ends = {*telling.event.source, *telling.event.target}
    same = (one for one in telling.report.actors if one.id in ends and one.name == actor.name)
    span = named(telling.event, next(same, None))
    return span.start if span else None
