"""Rows of the record's tables back into the nouns."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from dragoman.merge import Copy, Fulfilment, Merged
from dragoman.model import (
    Actor,
    DateEvidence,
    Event,
    EventDate,
    Interval,
    Member,
    Mention,
    MergedEvent,
    Place,
    Published,
    Quotation,
    RawSpan,
    Readout,
    Report,
    Source,
    Span,
    Story,
    TimeExpression,
)
from dragoman.record.schema import BY_REPORT, MERGED, REGROUPED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb

Row = dict[str, Any]  # by column, typed by the schema
Rows = defaultdict[str, list[Row]]
_READ = tuple(table for table in BY_REPORT if table != "passages")
"""What a report is made of; passages are its text once more, to be searched."""


def load_reports(connection: duckdb.DuckDBPyConnection, ids: Sequence[str], schema: str = "main") -> Iterator[Report]:
    """The reports with these ids, in this order, as they were written; ids that are not there are passed over.

    The schema "coded" has those in which a judgement changed something, as the program coded them.
    """
    tables = {table: _by(_select(connection, f"{schema}.{table}", ids), "report") for table in _READ}
    for name in ids:
        for row in tables["reports"][name]:
            yield _report(row, {table: tables[table][name] for table in _READ})


def _select(connection: duckdb.DuckDBPyConnection, table: str, ids: Sequence[str]) -> list[Row]:
    order = "" if table.endswith(".reports") else " ORDER BY no"
    query = f"SELECT * FROM {table} WHERE report IN (SELECT unnest(?)){order}"  # noqa: S608 - the schema's own names
    return as_dicts(connection.execute(query, [list(ids)]))


def as_dicts(answer: duckdb.DuckDBPyConnection) -> list[Row]:
    """The rows of an answer, each by column."""
    names = [str(column[0]) for column in answer.description or ()]
    return [dict(zip(names, values, strict=True)) for values in answer.fetchall()]


def _by(rows: Sequence[Row], *columns: str) -> Rows:
    """The rows by a column's value, or by several values in one string."""
    found: Rows = defaultdict(list)
    for row in rows:
        found["\n".join(str(row[column]) for column in columns)].append(row)
    return found


def _report(row: Row, tables: dict[str, list[Row]]) -> Report:
    evidence = _by(tables["evidence"], "kind", "no")
    mentions, roles = _by(tables["mentions"], "actor"), _by(tables["roles"], "event", "role")
    return Report(
        id=row["report"],
        source=Source(row["path"], row["sha256"], row["url"], row["outlet"], row["byline"]),
        title=row["title"],
        text=row["text"],
        body_start=row["body_start"],
        language=row["language"],
        published=_published(row, tables["dating"]),
        raw=tuple(_raw(one) for one in tables["raw_spans"]),
        times=tuple(_time(time) for time in tables["times"]),
        actors=tuple(_actor(actor, mentions[actor["actor"]]) for actor in tables["actors"]),
        places=tuple(_place(place, _span(place)) for place in tables["places"]),
        quotes=tuple(_quote(quote, _fields(evidence[f"quote\n{quote['no']}"])) for quote in tables["quotes"]),
        events=tuple(_event(event, _fields(evidence[f"event\n{event['no']}"]), roles) for event in tables["events"]),
    )


def _published(row: Row, dating: Sequence[Row]) -> Published:
    evidence = tuple(DateEvidence(_span(item), item["rule"]) for item in dating)
    return Published(_days(row), row["date_basis"], evidence, row["date_stated"], row["date_best"])


def _raw(row: Row) -> RawSpan:
    return RawSpan(_span(row), Span(row["raw_start"], row["raw_end"]), row["raw_line"])


def _time(row: Row) -> TimeExpression:
    return TimeExpression(_span(row), row["type"], row["value"], _days(row))


def _actor(row: Row, mentions: Sequence[Row]) -> Actor:
    found = tuple(Mention(_span(mention), mention["via"]) for mention in mentions)
    about = (row["country"], row["office"], row["sector"], row["wikidata"])
    return Actor(row["actor"], row["name"], row["kind"], found, *about)


def _place(row: Row, span: Span) -> Place:
    return Place(span, row["name"], row["country"], row["lat"], row["lon"], row["geonames"])


def _quote(row: Row, spans: dict[str, Span]) -> Quotation:
    edges = iter(row["parts"])
    return Quotation(
        span=_span(row),
        direct=row["direct"],
        cue=spans.get("cue"),
        speaker=row["speaker"],
        speaker_span=spans.get("speaker"),
        cue_kind=row["cue_kind"],
        parts=tuple(Span(start, end) for start, end in zip(edges, edges, strict=True)),
        addressee=row["addressee"],
        relay=row["relay"],
        medium=row["medium"],
    )


def _event(row: Row, spans: dict[str, Span], roles: Rows) -> Event:
    interval = _days(row)
    return Event(
        id=row["event"],
        type=row["type"],
        source=tuple(role["actor"] for role in roles[f"{row['event']}\nsource"]),
        target=tuple(role["actor"] for role in roles[f"{row['event']}\ntarget"]),
        trigger=spans["trigger"],
        evidence=spans["evidence"],
        status=row["status"],
        confidence=row["confidence"],
        because=row["because"],
        mode=row["mode"],
        context=tuple(row["context"]),
        cameo=row["cameo"],
        goldstein=row["goldstein"],
        date=EventDate(interval, row["date_basis"]) if interval else None,
        place=_event_place(row, spans),
        reported_by=row["reported_by"],
        background=row["background"],
        primary=row["is_primary"],
    )


def _event_place(row: Row, spans: dict[str, Span]) -> Place | None:
    if row["place"] is None:
        return None
    about = (row["place_country"], row["place_lat"], row["place_lon"], row["place_geonames"])
    return Place(spans["place"], row["place"], *about)


def _fields(rows: Sequence[Row]) -> dict[str, Span]:
    return {row["field"]: _span(row) for row in rows}


def _span(row: Row) -> Span:
    return Span(row["start_at"], row["end_at"])


def _days(row: Row) -> Interval | None:
    return Interval(row["date_from"], row["date_to"]) if row["date_from"] else None


def load_merged(connection: duckdb.DuckDBPyConnection) -> Merged:
    """The stories, merged events and copies that are in the record, in the order in which they were written."""
    tables: dict[str, list[Row]] = {}
    for table in MERGED:
        query = f"SELECT * FROM {table} ORDER BY no"  # noqa: S608 - the schema's own names
        tables[table] = as_dicts(connection.execute(query))
    there = {row["merged"] for row in tables["merged_events"]}
    told_in = _by(tables["story_reports"], "story")
    return Merged(
        tuple(_story(row, told_in[row["story"]]) for row in tables["stories"]),
        _merged_events(tables),
        tuple(Copy(row["report"], row["origin"]) for row in tables["copies"]),
        tuple(
            sorted(
                Fulfilment(row["event"], row["plan"])
                for row in tables["fulfils"]
                if {row["event"], row["plan"]} <= there
            )
        ),
    )


def load_merged_events(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str], schema: str = "main"
) -> tuple[MergedEvent, ...]:
    """The merged events with these ids, as they stand in a schema."""
    tables: dict[str, list[Row]] = {}
    for table in REGROUPED:
        query = f"SELECT * FROM {schema}.{table} WHERE merged IN (SELECT unnest(?)) ORDER BY no"  # noqa: S608 - the schema's own names
        tables[table] = as_dicts(connection.execute(query, [list(ids)]))
    return _merged_events(tables)


def _merged_events(tables: dict[str, list[Row]]) -> tuple[MergedEvent, ...]:
    members, readouts = _by(tables["members"], "merged"), _by(tables["readouts"], "merged")
    return tuple(_merged(row, members[row["merged"]], readouts[row["merged"]]) for row in tables["merged_events"])


def _story(row: Row, told_in: Sequence[Row]) -> Story:
    return Story(row["story"], tuple(report["report"] for report in told_in), _days(row))


def _merged(row: Row, members: Sequence[Row], readouts: Sequence[Row]) -> MergedEvent:
    return MergedEvent(
        id=row["merged"],
        members=tuple(Member(member["report"], member["event"]) for member in members),
        type=row["type"],
        source=tuple(row["source"]),
        target=tuple(row["target"]),
        date=_days(row),
        status=row["status"],
        independent_sources=row["independent_sources"],
        readouts=tuple(_readout(readout, members) for readout in readouts),
    )


def _readout(row: Row, members: Sequence[Row]) -> Readout:
    found = tuple(Member(member["report"], member["event"]) for member in members if member["readout"] == row["no"])
    return Readout(row["reported_by"], found, row["only_here"], tuple(row["conflicts_with"]))
