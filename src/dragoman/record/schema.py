"""The tables of a record, as DuckDB makes them.

Every row names the `run` that wrote it; `no` is a thing's place in its report (or merged event), from 0. Offsets are
code points into `reports.text`, end exclusive, and the words that they cover stand beside them.
"""

from __future__ import annotations

VERSION = 4
"""Of the tables; `dragoman.record.migrating` brings a record that an earlier dragoman wrote up to it."""

BY_REPORT = (
    "reports",
    "raw_spans",
    "dating",
    "times",
    "actors",
    "mentions",
    "places",
    "quotes",
    "events",
    "roles",
    "evidence",
    "passages",
)
"""Tables that belong to a report, replaced with it; `report` is its id."""

MERGED = ("stories", "story_reports", "merged_events", "members", "readouts", "copies", "fulfils")
"""Tables that `replace_merged` replaces."""

REGROUPED = ("merged_events", "members", "readouts")
"""Tables of MERGED in which judgements change something."""

CODED = (*BY_REPORT, *REGROUPED)
"""Tables that stand a second time in the schema `coded`: the program's own rows where a judgement changed them."""

OTHER = ("runs", "failures", "judgements", "rulings", "watches")

TABLES = (*BY_REPORT, *MERGED, *OTHER)

FULFILS = """
CREATE TABLE fulfils (run VARCHAR NOT NULL, no INTEGER NOT NULL, event VARCHAR NOT NULL, plan VARCHAR NOT NULL);
"""
"""Merged events (ids) that happened, and those that were planned before."""

PASSAGES = """
CREATE TABLE IF NOT EXISTS passages (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, words VARCHAR NOT NULL
);
"""
"""The paragraphs of each report's text in small letters, to look for words in."""

WATCHES = """
CREATE TABLE IF NOT EXISTS watches (
    watch VARCHAR NOT NULL, name VARCHAR NOT NULL, query VARCHAR NOT NULL, created TIMESTAMP NOT NULL, seen TIMESTAMP
);
"""
"""Questions that people keep: `query` is JSON, `seen` the start of the newest run whose events they have seen."""

_ANCHORS = "STRUCT(report VARCHAR, sentence VARCHAR, words VARCHAR, nth INTEGER)[]"

JUDGED = f"""
CREATE TABLE judgements (
    run VARCHAR NOT NULL, judgement VARCHAR NOT NULL, verb VARCHAR NOT NULL, who VARCHAR NOT NULL,
    decided TIMESTAMP NOT NULL, why VARCHAR, "on" {_ANCHORS} NOT NULL, others {_ANCHORS} NOT NULL, field VARCHAR,
    "value" VARCHAR[], was VARCHAR[], kind VARCHAR, country VARCHAR, undoes VARCHAR
);
CREATE TABLE rulings (
    run VARCHAR NOT NULL, judgement VARCHAR NOT NULL, report VARCHAR NOT NULL, event VARCHAR, verb VARCHAR NOT NULL,
    side VARCHAR NOT NULL, field VARCHAR, was VARCHAR[], stands BOOLEAN NOT NULL
);
CREATE SCHEMA coded;
""" + "".join(f"CREATE TABLE coded.{table} AS FROM {table} WITH NO DATA;\n" for table in CODED)
"""`judgements` is only ever added to: what people decided, when and why. `rulings` says on which events of which report
each of them that is in force bears now, and is made anew with the report; `stands` is false where a later one overrules
it."""

DDL = (
    """
CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL);
CREATE TABLE runs (
    run VARCHAR NOT NULL, program VARCHAR NOT NULL, codebook VARCHAR NOT NULL, started TIMESTAMP NOT NULL
);
CREATE TABLE failures (
    run VARCHAR NOT NULL, kind VARCHAR NOT NULL, place VARCHAR NOT NULL, what VARCHAR NOT NULL, remedy VARCHAR NOT NULL
);
CREATE TABLE reports (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, path VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, url VARCHAR,
    outlet VARCHAR, byline VARCHAR, title VARCHAR, language VARCHAR NOT NULL, text VARCHAR NOT NULL,
    body_start INTEGER NOT NULL, date_from DATE, date_to DATE, date_basis VARCHAR NOT NULL, date_stated VARCHAR,
    date_best DATE, text_sha256 VARCHAR NOT NULL, coding_sha256 VARCHAR NOT NULL
);
CREATE TABLE raw_spans (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, raw_start INTEGER NOT NULL, raw_end INTEGER NOT NULL,
    raw_line INTEGER NOT NULL
);
CREATE TABLE dating (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, rule VARCHAR NOT NULL
);
CREATE TABLE times (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, type VARCHAR NOT NULL, value VARCHAR NOT NULL, date_from DATE,
    date_to DATE
);
CREATE TABLE actors (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, actor VARCHAR NOT NULL, name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, country VARCHAR, office VARCHAR, sector VARCHAR, wikidata VARCHAR,
    mentions INTEGER NOT NULL, events INTEGER NOT NULL, quotes INTEGER NOT NULL, deeds VARCHAR NOT NULL
);
CREATE TABLE mentions (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, actor VARCHAR NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, words VARCHAR NOT NULL, via VARCHAR NOT NULL
);
CREATE TABLE places (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, name VARCHAR NOT NULL, country VARCHAR, lat DOUBLE, lon DOUBLE,
    geonames BIGINT
);
CREATE TABLE quotes (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, direct BOOLEAN NOT NULL, speaker VARCHAR,
    cue_kind VARCHAR NOT NULL, parts INTEGER[] NOT NULL, addressee VARCHAR, relay VARCHAR, medium VARCHAR
);
CREATE TABLE events (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, event VARCHAR NOT NULL, type VARCHAR,
    mode VARCHAR, context VARCHAR[] NOT NULL, cameo VARCHAR, goldstein DOUBLE, date_from DATE, date_to DATE,
    date_basis VARCHAR, status VARCHAR NOT NULL, reported_by VARCHAR, background BOOLEAN NOT NULL,
    is_primary BOOLEAN NOT NULL, confidence DOUBLE NOT NULL, because VARCHAR NOT NULL, place VARCHAR,
    place_country VARCHAR, place_lat DOUBLE, place_lon DOUBLE, place_geonames BIGINT, acting VARCHAR NOT NULL,
    acted_on VARCHAR NOT NULL, saying VARCHAR NOT NULL, words VARCHAR NOT NULL
);
CREATE TABLE roles (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, event VARCHAR NOT NULL, role VARCHAR NOT NULL,
    actor VARCHAR NOT NULL
);
CREATE TABLE evidence (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, kind VARCHAR NOT NULL, no INTEGER NOT NULL, field VARCHAR NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, words VARCHAR NOT NULL
);
CREATE TABLE stories (
    run VARCHAR NOT NULL, no INTEGER NOT NULL, story VARCHAR NOT NULL, date_from DATE, date_to DATE
);
CREATE TABLE story_reports (
    run VARCHAR NOT NULL, no INTEGER NOT NULL, story VARCHAR NOT NULL, report VARCHAR NOT NULL
);
CREATE TABLE merged_events (
    run VARCHAR NOT NULL, no INTEGER NOT NULL, merged VARCHAR NOT NULL, type VARCHAR, source VARCHAR[] NOT NULL,
    target VARCHAR[] NOT NULL, date_from DATE, date_to DATE, status VARCHAR NOT NULL,
    independent_sources INTEGER NOT NULL
);
CREATE TABLE members (
    run VARCHAR NOT NULL, no INTEGER NOT NULL, merged VARCHAR NOT NULL, report VARCHAR NOT NULL, event VARCHAR NOT NULL,
    readout INTEGER NOT NULL
);
CREATE TABLE readouts (
    run VARCHAR NOT NULL, no INTEGER NOT NULL, merged VARCHAR NOT NULL, reported_by VARCHAR, only_here BOOLEAN NOT NULL,
    conflicts_with VARCHAR[] NOT NULL
);
CREATE TABLE copies (run VARCHAR NOT NULL, no INTEGER NOT NULL, report VARCHAR NOT NULL, origin VARCHAR NOT NULL);
"""
    + PASSAGES
    + FULFILS
    + WATCHES
    + JUDGED
)
"""`deeds` of an actor are type and status of each event in which it acts or is acted on, " CONSULT/actual /denied " (a
statement has no type), so that a question need not look at events. `parts` of a quotation are its starts and ends in
turn; `dating` holds the evidence of publication dates; `roles` who acts in an event ("source" or "target"); `evidence`
the spans of events (kind "event": trigger, evidence, place) and of quotations (kind "quote": cue, speaker); `copies`
which report has the words of which other, published before it. `acting`, `acted_on`, `saying` and `words` of an event
are to be looked for (seeking.py): who takes part, and the evidence in small letters."""
