"""A small record with readouts, a plan, something undated and a hostile report, and a client that asks its server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from dragoman.merge import merge
from dragoman.merge.test_made import CHINA, KOREA, MINISTRY, NORTH, PARK, XI, Said, day, made
from dragoman.model import Quotation, Report, Span
from dragoman.record import Run, Store
from dragoman.web.app import make_app
from dragoman.web.desk import Desk
from dragoman.web.guard import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "127.0.0.1:8642"
OWN = {"Origin": f"http://{HOST}"}
"""What a browser sends with a form of the server's own."""

MET = Said("Xi Jinping met Park Geun-hye in Beijing.", "met", (XI, PARK), (XI, PARK), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))
PLANNED = Said("China will receive Park Geun-hye.", "receive", (CHINA,), (PARK,), "AGREE", "planned", day(36))
UNDATED = Said("South Korea rebuffed China.", "rebuffed", (KOREA,), (CHINA,), "REJECT")
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202egnirts\u202c \x1b[31mred\x1b[0m "
HOSTILE = Said(f"{SCRIPT}North Korea threatened South Korea.", "threatened", (NORTH,), (KOREA,), "THREATEN")


def corpus() -> list[Report]:
    """Two tellings of one meeting, an accusation, a plan, something undated, and a report that attacks its reader."""
    first = made("r1", MET, ACCUSED, title="Leaders meet", on=day(21), outlet="Morning Post")
    start = len("Leaders meet\n\n")
    spoken = Quotation(Span(start, start + 10), direct=True, cue=Span(start + 11, start + 14), speaker="a1")
    hostile = made("../h 1.json", HOSTILE, title=f"</title>{SCRIPT}", on=day(23), outlet='"><b onclick=x>')
    return [
        replace(first, quotes=(spoken,)),
        made("r2", replace(MET, by=MINISTRY), PLANNED, title="Ministry on the meeting", on=day(22)),
        made("r3", UNDATED),
        replace(hostile, source=replace(hostile.source, url="javascript:alert(3)", byline=SCRIPT)),
    ]


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    """The record's file."""
    made_at = tmp_path / "a.duckdb"
    run = Run.begin(program="0.1.0", codebook="2021")
    with Store.open(made_at, create=True) as store:
        store.write(corpus(), run)
        store.replace_merged(merge(corpus()), run)
    return made_at


@pytest.fixture
def desk(record_path: Path) -> Iterator[Desk]:
    """The record, open for a server."""
    with Desk(record_path, by="Ann") as opened:
        yield opened


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """Who asks the server as a browser on this machine does."""
    app = make_app(desk, Rules(frozenset({HOST})))
    with TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False) as asking:
        yield asking
