"""Records that an earlier dragoman wrote, brought up to the tables of today, a version at a time.

Before each step the record is copied beside itself ("korea.duckdb" of version 2 to "korea.v2.duckdb"), and a step is
done wholly or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record.loading import load_reports
from dragoman.record.rows import coding_hash
from dragoman.record.schema import FULFILS, JUDGED, PASSAGES, VERSION, WATCHES

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

_QUOTES = """
ALTER TABLE quotes ADD COLUMN IF NOT EXISTS cue_kind VARCHAR DEFAULT 'speech';
ALTER TABLE quotes ADD COLUMN IF NOT EXISTS parts INTEGER[] DEFAULT [];
ALTER TABLE quotes ADD COLUMN IF NOT EXISTS addressee VARCHAR;
ALTER TABLE quotes ADD COLUMN IF NOT EXISTS relay VARCHAR;
ALTER TABLE quotes ADD COLUMN IF NOT EXISTS medium VARCHAR;
"""  # version 2 was written without them first

_COUNTS = """
ALTER TABLE actors ADD COLUMN mentions INTEGER DEFAULT 0;
ALTER TABLE actors ADD COLUMN events INTEGER DEFAULT 0;
ALTER TABLE actors ADD COLUMN quotes INTEGER DEFAULT 0;
ALTER TABLE actors ADD COLUMN deeds VARCHAR DEFAULT ' ';
UPDATE actors SET mentions = counted.n
FROM (SELECT report, actor, count(*) AS n FROM mentions GROUP BY ALL) counted
WHERE actors.report = counted.report AND actors.actor = counted.actor;
UPDATE actors SET events = counted.n, deeds = concat(' ', array_to_string(list_sort(counted.deeds), ' '), ' ')
FROM (SELECT report, actor, count(DISTINCT event) AS n, list(DISTINCT concat(type, '/', status)) AS deeds
      FROM roles JOIN events USING (report, event) GROUP BY ALL) counted
WHERE actors.report = counted.report AND actors.actor = counted.actor;
UPDATE actors SET quotes = counted.n
FROM (SELECT report, speaker AS actor, count(*) AS n FROM quotes WHERE speaker IS NOT NULL GROUP BY ALL) counted
WHERE actors.report = counted.report AND actors.actor = counted.actor;
"""

_SOUGHT_IN = """
ALTER TABLE {schema}.events ADD COLUMN IF NOT EXISTS acting VARCHAR DEFAULT chr(10);
ALTER TABLE {schema}.events ADD COLUMN IF NOT EXISTS acted_on VARCHAR DEFAULT chr(10);
ALTER TABLE {schema}.events ADD COLUMN IF NOT EXISTS saying VARCHAR DEFAULT chr(10);
ALTER TABLE {schema}.events ADD COLUMN IF NOT EXISTS words VARCHAR DEFAULT '';
UPDATE {schema}.events SET acting = concat(chr(10), found.acting), acted_on = concat(chr(10), found.acted_on)
FROM (SELECT report, event, string_agg(entry, '' ORDER BY no) FILTER (role = 'source') AS acting,
             string_agg(entry, '' ORDER BY no) FILTER (role = 'target') AS acted_on
      FROM (SELECT r.report, r.event, r.role, r.no, concat(lower(a.name), chr(9), a.country, chr(10)) AS entry
            FROM {schema}.roles r JOIN {schema}.actors a USING (report, actor))
      GROUP BY ALL) found
WHERE events.report = found.report AND events.event = found.event;
UPDATE {schema}.events SET saying = concat(chr(10), lower(a.name), chr(9), a.country, chr(10))
FROM {schema}.actors a WHERE events.report = a.report AND events.reported_by = a.actor;
UPDATE {schema}.events SET words = lower(v.words)
FROM {schema}.evidence v
WHERE events.report = v.report AND events.no = v.no AND v.kind = 'event' AND v.field = 'evidence';
INSERT INTO {schema}.passages BY NAME
SELECT run, report, (unnest(range(len(parts))))::INTEGER AS no, unnest(parts) AS words
FROM (SELECT run, report, string_split(lower(text), concat(chr(10), chr(10))) AS parts FROM {schema}.reports);
"""  # of a record from before version 3 the tables were made with these columns just before
_SOUGHT = f"{PASSAGES}CREATE TABLE IF NOT EXISTS coded.passages AS FROM passages WITH NO DATA;" + "".join(
    _SOUGHT_IN.replace("{schema}", schema) for schema in ("main", "coded")
)

_HASHED = 3
"""The version from which on hashes cover what they cover now."""

STEPS = {
    1: """
ALTER TABLE reports ADD COLUMN IF NOT EXISTS date_best DATE;
CREATE TABLE raw_spans (
    run VARCHAR NOT NULL, report VARCHAR NOT NULL, no INTEGER NOT NULL, start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL, words VARCHAR NOT NULL, raw_start INTEGER NOT NULL, raw_end INTEGER NOT NULL,
    raw_line INTEGER NOT NULL
);
CREATE TABLE copies (run VARCHAR NOT NULL, no INTEGER NOT NULL, report VARCHAR NOT NULL, origin VARCHAR NOT NULL);
""",
    2: _QUOTES + _COUNTS + FULFILS + PASSAGES + JUDGED,
    3: _SOUGHT + WATCHES,
}
"""The SQL that leads from each version to the one after it."""

_BATCH = 500
_HASHES = """
UPDATE reports SET coding_sha256 = anew.hash FROM (SELECT unnest(?) AS report, unnest(?) AS hash) anew
WHERE reports.report = anew.report
"""


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, version: int) -> None:
    """Bring the record, open for writing at `path` and of this version, up to `VERSION`."""
    for step in range(version, VERSION):
        _copy(connection, path.with_suffix(f".v{step}{path.suffix}"))
        connection.begin()
        try:
            connection.execute(STEPS[step])
            if step + 1 == VERSION and version < _HASHED:
                _hash_again(connection)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", [str(step + 1)])
            connection.commit()
        except BaseException:  # Ctrl-C too: a step is done whole or not at all
            connection.rollback()
            raise


def _copy(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copy the record by way of DuckDB: to read the file beside it would give up the lock on it (fcntl's manner).

    Under another name until it is whole, so that what an interruption leaves is never taken for a copy.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    [(name,)] = connection.execute("SELECT current_database()").fetchall()
    connection.execute(f"ATTACH '{str(part).replace(chr(39), chr(39) * 2)}' AS kept")
    connection.execute(f'COPY FROM DATABASE "{name.replace(chr(34), chr(34) * 2)}" TO kept')
    connection.execute("DETACH kept")
    part.replace(path)


def _hash_again(connection: duckdb.DuckDBPyConnection) -> None:
    """Hash the coding of each report anew: the rows have columns that they were not hashed with."""
    ids = [str(one) for (one,) in connection.execute("SELECT report FROM reports ORDER BY report").fetchall()]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        hashes = [coding_hash(report) for report in load_reports(connection, batch)]
        connection.execute(_HASHES, [batch, hashes])
