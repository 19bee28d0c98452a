"""Whatever a report holds, every format is written and read back whole."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.analysis import Chosen
from dragoman.export.conftest import writable
from dragoman.export.formats import WRITERS, export
from dragoman.export.tables import TABLES
from dragoman.merge.test_made import any_report
from dragoman.record import Query, Run, Store

if TYPE_CHECKING:
    from dragoman.model import Report


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(any_report())
def test_any_report_is_written_in_every_format_and_read_back(report: Report) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "a.duckdb", create=True) as store:
            store.write([report], Run.begin(program="1", codebook="1"))
            for form in writable(WRITERS):
                export(form, Chosen(store, Query(status=report.events[0].status if report.events else None)), folder)
        check(folder, report)


def check(folder: Path, report: Report) -> None:
    for name, columns in (("events.export.CSV", 61), ("events.mentions.CSV", 16), ("events.polecat.tsv", 40)):
        lines = (folder / name).read_text(encoding="utf-8").split("\n")[:-1]
        assert {line.count("\t") for line in lines} <= {columns - 1}
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
            header, *others = csv.reader(rows)
        assert all(len(row) == len(header) for row in others)
    annotations = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    for one in annotations["first"]["items"]:
        for target in one["target"]:
            start, end = target["selector"][0]["start"], target["selector"][0]["end"]
            assert report.text[start:end] == target["selector"][1]["exact"]
    read_by_others(folder)


def read_by_others(folder: Path) -> None:
    pytest.importorskip("networkx").read_graphml(folder / "events.graphml", force_multigraph=True)
    assert len(pytest.importorskip("rispy").loads((folder / "reports.ris").read_text(encoding="utf-8"))) <= 1
    bib = pytest.importorskip("bibtexparser").parse_string((folder / "reports.bib").read_text(encoding="utf-8"))
    assert bib.failed_blocks == []
    followthemoney = pytest.importorskip("followthemoney")
    for line in (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines():
        assert followthemoney.model.get_proxy(json.loads(line)).id
