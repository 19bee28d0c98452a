"""Copies, stories and events of all that was coded, found by many machines: what one machine finds, row for row."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.merge import EDITION
from dragoman.merge.events import Placed
from dragoman.merge.stories import outline
from dragoman.merge.tellings import tellings
from dragoman.scale.merged import MERGED, report_of
from dragoman.scale.spark.events import TOLD, events, told_row
from dragoman.scale.spark.flow import by_key, kept, mapped, rows_of, widen, write
from dragoman.scale.spark.ids import named, node
from dragoman.scale.spark.places import place, publish, read, remove
from dragoman.scale.spark.stories import OUTLINES, stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.scale.spark.flow import Frame, Row
    from dragoman.scale.task import Task

_TEXT = pa.string()
_CODED = pa.schema(dict.fromkeys(("id", "path", "coded", "text"), _TEXT).items())
_REPORTS = pa.schema([*OUTLINES, ("told", pa.binary())])

_BOTH = "bit_xor(CAST(conv(substr(stem, 1, 15), 16, 10) AS BIGINT))"
_PLACED = """
    WITH places AS (SELECT reports[0] AS story, explode(arrays_zip(reports, origins)) AS place FROM {stories})
    SELECT r.told, p.story, p.place.origins AS origin FROM {reports} r JOIN places p ON r.id = p.place.reports
"""
_COPIES = """
    SELECT place.reports AS report, place.origins AS origin FROM
    (SELECT explode(arrays_zip(reports, origins)) AS place FROM {stories}) WHERE place.reports <> place.origins
"""


def merge_tables(done: Frame, out: str, task: Task) -> dict[str, int]:
    """Merge the coded reports in the tables of `out` that the rows of `done` name by `stem`; the rows by table.

    The tables are those of `dragoman.scale.merged`; what was merged before is not merged again.
    """
    both = done.selectExpr(_BOTH).first()[0]
    key = f"{both:015x}-{task.key()}-{EDITION}"
    there = place(out).at(f"merged-{key}.json")
    if content := read(there):
        counts: dict[str, int] = json.loads(content)
        return counts
    stages = f"{out}/merged-{key}.stages"
    tables = merged(_coded_in(done, out), stages)
    counts = {name: write(frame, f"{out}/merged-{key}/{name}", MERGED[name]) for name, frame in tables.items()}
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        path = Path(scratch) / "counts.json"
        path.write_text(json.dumps(counts) + "\n", encoding="utf-8")
        publish(path, there)
    remove(place(stages))
    return counts


def merged(coded: Frame, folder: str) -> dict[str, Frame]:
    """What merging makes of coded reports, by table; `coded` has id, path, coding and text, as `reports` has them.

    What is worked out on the way is kept in `folder`.
    """
    spark = coded.sparkSession
    reports, count = kept(by_key(coded, _report, _REPORTS, "path", "coded"), f"{folder}/reports", _REPORTS)
    widen(spark, count)
    found = stories(reports.drop("told"), f"{folder}/stories")
    told = mapped(spark.sql(_PLACED, reports=reports, stories=found), _tellings, TOLD)
    told, count = kept(told, f"{folder}/told", TOLD)
    widen(spark, count)
    real, fulfilled = events(told, f"{folder}/events")
    whole = named(found).selectExpr("name AS story", "reports", "date_from", "date_to")
    copies = spark.sql(_COPIES, stories=found)
    return {"stories": whole, "copies": copies, "events": real, "fulfilments": fulfilled}


def _coded_in(done: Frame, out: str) -> Frame:
    """The coded reports of these files."""

    def rows(stems: Iterable[Row]) -> Iterator[Row]:
        for (stem,) in stems:
            there = place(out).at(f"{stem}.reports.parquet")
            with there.system.open_input_file(there.path) as file:
                batches = pq.ParquetFile(file).iter_batches(500, columns=_CODED.names)
                yield from (row for row in rows_of(batches) if row[2])

    return mapped(done.select("stem"), rows, _CODED)


def _report(rows: list[Row]) -> Iterator[Row]:
    """What merging needs of a report; of those with one id the first."""
    report = report_of(rows[0])
    one, days = outline(report), report.published.interval
    first, last = (days.first.toordinal(), days.last.toordinal()) if days else (None, None)
    told = pickle.dumps(tellings(report), pickle.HIGHEST_PROTOCOL)
    yield report.id, node(report.id), first, last, one.days is not None, one.bare, report.text, told


def _tellings(rows: Iterable[Row]) -> Iterator[Row]:
    """The tellings of reports, each with the story it belongs to."""
    for told, story, origin in rows:
        for one in pickle.loads(told):  # noqa: S301 - written by a task of this very job
            yield told_row(Placed(one, story), origin)
