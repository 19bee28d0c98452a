"""A small record with everything in it that an export has to carry, hostile words included."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from dragoman.analysis import Chosen
from dragoman.merge import merge
from dragoman.merge.test_made import CHINA, KOREA, MINISTRY, NORTH, PARK, XI, Said, day, made
from dragoman.model import Event, EventDate, Interval, Place, Quotation, Report, Span
from dragoman.record import Run, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LIBRARIES = {"ftm": "followthemoney", "ris": "rispy", "bibtex": "bibtexparser"}
"""What some formats can't be written without; tests of these are passed over where it isn't installed."""


def writable(names: Iterable[str]) -> list[str]:
    """Those of the formats that can be written here."""
    return [name for name in names if name not in LIBRARIES or find_spec(LIBRARIES[name])]


FORMULA = '=HYPERLINK("http://evil.example","click")'
MET = Said("Xi Jinping met Park Geun-hye in Beijing.", "met", (XI, PARK), (XI, PARK), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))
PLANNED = Said("China will receive Park Geun-hye.", "receive", (CHINA,), (PARK,), "AGREE", "planned", day(36))
UNDATED = Said("South Korea rebuffed\tChina.", "rebuffed", (KOREA,), (CHINA,), "REJECT")
NOBODY = Said("Shots were fired.", "fired", (), (), "ASSAULT", day=day(15))
TYPELESS = Said("China said that.", "said", (CHINA,), (), None, day=day(15))
CODES = {"CONSULT": ("040", 1.0), "ACCUSE": ("1121", -2.0), "AGREE": ("03", 4.0)}


def corpus() -> list[Report]:
    """Two tellings of one meeting, an accusation, a plan, something undated; one report has an odd id."""
    first = coded(made("r1", MET, ACCUSED, NOBODY, title=FORMULA, on=day(21), outlet="Morning Post"))
    source = replace(first.source, url="https://post.example/2013/03/21/a?b=c&d=e_f", byline="Jörg Weiß & Ana Só")
    spoken = Quotation(Span(43, 53), direct=True, cue=Span(54, 57), speaker="a1", speaker_span=Span(43, 53))
    second = coded(made("../r 2", replace(MET, by=MINISTRY), PLANNED, title="50% of {all} _talks_ #1 🕊", on=day(22)))
    return [
        replace(first, source=source, quotes=(spoken,), events=(in_beijing(first), *first.events[1:])),
        second,
        coded(made("r3", UNDATED, TYPELESS)),
    ]


def coded(report: Report) -> Report:
    """The report with CAMEO codes and Goldstein scores."""
    events = []
    for one in report.events:
        code, score = CODES.get(one.type or "", (None, None))
        events.append(replace(one, cameo=code, goldstein=score))
    return replace(report, events=tuple(events))


def in_beijing(report: Report) -> Event:
    """The report's first event, placed."""
    at = report.text.index("Beijing")
    place = Place(Span(at, at + 7), "Beijing", "CHN", 39.91, 116.4, 1816670)
    two_days = EventDate(Interval(day(20), day(20)), "expression")
    return replace(report.events[0], place=place, date=two_days)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The record, merged."""
    path: Path = tmp_path_factory.mktemp("exported") / "a.duckdb"
    run = Run.begin(program="0.1.0", codebook="2021")
    with Store.open(path, create=True) as opened:
        opened.write(corpus(), run)
        opened.replace_merged(merge(corpus()), run)
        yield opened


@pytest.fixture
def chosen(store: Store) -> Chosen:
    """All of it."""
    return Chosen(store)
