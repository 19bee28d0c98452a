"""How long a question to a large record takes, at most.

    python benchmarks/store_speed.py [--reports 100000] [--store FILE]

Fills a record with generated reports (some thousand made as objects and written as the program does, then multiplied
within DuckDB), asks each list and the timeline what the command line and a page of a browser would ask, each question
five times, and prints the best of these, the slowest first. Asked for is less than 200
ms for each.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.analysis import Chosen, choices, dyads, partners, periods, places, types
from dragoman.merge import merge
from dragoman.model import Actor, Event, EventDate, Interval, Mention, Place, Published, Quotation, Report, Source, Span
from dragoman.record import Kind, Query, Run, Side, Store, actors, count, events, quotes, reports, tellings, timeline
from dragoman.record.schema import BY_REPORT, MERGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

MOST = 200
"""Milliseconds."""
_BASE = 2000
_TYPES = ("CONSULT", "ACCUSE", "AGREE", "THREATEN", "AID", "SANCTION", "ASSAULT", "REQUEST", "SUPPORT", "PROTEST")
_VERBS = ("met", "accused", "joined", "threatened", "helped", "punished", "struck", "asked", "praised", "faced")
_CODES = ("KOR", "PRK", "CHN", "USA", "RUS", "DEU", "FRA", "GBR", "TUR", "IRN", "IND", "BRA", "JPN", "EGY", "UKR")
_SOUNDS = ("ba", "den", "fo", "gar", "hul", "ki", "lam", "mor", "nes", "pru", "ra", "sil", "ta", "vek", "wo", "zin")
_WORDS = ["".join(_SOUNDS[int(digit, 16)] for digit in f"{number * 7919 % 65536:x}") for number in range(20_000)]
_TOWNS = [f"Port {word.title()}" for word in _WORDS[100:370]]


def main() -> int:
    """Fill, ask, print; 1 if a question takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--store", type=Path, help="Keep the record here; one that is there already is asked as it is.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "large.duckdb"
        if not path.exists():
            began = time.perf_counter()
            fill(path, given.reports)
            print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)
        return ask_all(path)


def fill(path: Path, count: int) -> None:
    """Write a record of so many reports."""
    chance = random.Random(8)  # noqa: S311 - the same record each time
    people = [_person(number, chance) for number in range(1500)]
    base = [_report(number, people, chance) for number in range(min(_BASE, count))]
    run = Run.begin(program="benchmark", codebook="2021")
    with Store.open(path, create=True) as store:
        store.write(base, run)
        store.replace_merged(merge(base), run)
        for table in (*BY_REPORT, *MERGED):
            _multiply(store, table, count // len(base))
        store.connection.execute("CHECKPOINT")


def _multiply(store: Store, table: str, times: int) -> None:
    """Copy what there is under other ids; a whole copy after the other, or compression would find them side by side.

    Ids look like the program's own, so that nothing in their order helps a question.
    """
    keys = ("event", "plan") if table == "fulfils" else ("report", "origin", "story", "merged")
    ids = [name for name in keys if name in store.connection.table(table).columns]
    changed = ", ".join(f"left({name}, 1) || left(md5({name} || $k), length({name}) - 1) AS {name}" for name in ids)
    store.connection.execute(f"CREATE TEMP TABLE base AS FROM {table}")
    query = f"INSERT INTO {table} BY NAME SELECT * REPLACE ({changed}) FROM base"  # noqa: S608 - own names
    for k in range(1, times):
        store.connection.execute(query, {"k": str(k)})
    store.connection.execute("DROP TABLE base")


def _person(number: int, chance: random.Random) -> Actor:
    name = f"{chance.choice('ABCDEFGHIKLMNOPRSTVWZ')}anor {chance.choice('BCDFGKLMNPRST')}elim{number}"
    return Actor("", name, "person", (), chance.choice(_CODES), "Foreign Minister", "GOV")


def _report(number: int, people: list[Actor], chance: random.Random) -> Report:
    """A report of a headline and five paragraphs, an event in each, a quotation in the last two; some 3,000 letters."""
    cast = [people[int(len(people) * chance.random() ** 2)] for _ in range(6)]
    cast = list({one.name: one for one in cast}.values())
    day = date(2010, 1, 1) + timedelta(days=chance.randrange(5000))
    text, found, said = f"Talks number {number}\n\n", [], []
    mentions: list[list[Mention]] = [[] for _ in cast]
    body = len(text)
    for no in range(5):
        start, who, whom = len(text), chance.randrange(len(cast)), chance.randrange(len(cast))
        kind, town = chance.randrange(len(_TYPES)), chance.randrange(len(_TOWNS))
        sentence = f"{cast[who].name} {_VERBS[kind]} {cast[whom].name} at {_TOWNS[town]} {_prose(chance, 12)}."
        trigger = Span(start + len(cast[who].name) + 1, start + len(cast[who].name) + 1 + len(_VERBS[kind]))
        at = start + sentence.index(_TOWNS[town])
        mentions[who].append(Mention(Span(start, start + len(cast[who].name)), "name"))
        mentions[whom].append(Mention(Span(trigger.end + 1, trigger.end + 1 + len(cast[whom].name)), "name"))
        text += f"{sentence} {_prose(chance, 80)}.\n\n"
        days = day - timedelta(days=chance.randrange(4))
        spot = Place(Span(at, at + len(_TOWNS[town])), _TOWNS[town], chance.choice(_CODES), town / 5, town / 3, town)
        found.append(
            Event(
                id=f"e{no + 1}",
                type=_TYPES[kind],
                source=(f"a{who}",),
                target=(f"a{whom}",),
                trigger=trigger,
                evidence=Span(start, start + len(sentence)),
                status=chance.choice(["actual", "actual", "planned", "denied"]),
                confidence=0.5,
                because="made for a benchmark",
                date=EventDate(Interval(days, days), "expression"),
                place=spot if chance.random() < 0.4 else None,
            )
        )
        if no > 2:
            at = start + len(sentence) + 1
            said.append(
                Quotation(Span(at, at + 160), direct=True, cue=trigger, speaker=f"a{who}", addressee=f"a{whom}")
            )
    return Report(
        id=f"r{sha256(str(number).encode()).hexdigest()[:12]}",
        source=Source(f"{number}.txt", "0" * 64, outlet=f"The Herald {number % 90}"),
        title=f"Talks number {number}",
        text=text.rstrip(),
        body_start=body,
        published=Published(Interval(day, day), "given"),
        actors=tuple(replace(one, id=f"a{no}", mentions=tuple(mentions[no])) for no, one in enumerate(cast)),
        quotes=tuple(said),
        events=tuple(found),
    )


def _prose(chance: random.Random, count: int) -> str:
    """So many words, as rare and as common as those of a language are (Zipf)."""
    return " ".join(_WORDS[min(int(20_000 ** chance.random()), 20_000) - 1] for _ in range(count))


_PAGE = 100  # rows that a page or a screen shows
_MAY = date(2014, 5, 1)
_FILTERS: dict[str, dict[str, Any]] = {
    "a month": {"first": _MAY, "last": date(2014, 5, 31)},
    "years": {"first": date(2012, 1, 1), "last": date(2016, 1, 1)},
    "a name": {"actor": "elim7"},
    "a person": {"actor": "elim77"},
    "a country": {"country": "KOR"},
    "a type": {"type": "THREATEN"},
    "a status": {"status": "denied"},
    "two countries": {"dyad": (Side("CHN"), Side("KOR"))},
    "a country and a name": {"dyad": (Side("CHN"), Side(name="elim7"))},
    "an outlet": {"outlet": "herald 7"},
    "a rare word": {"words": _WORDS[15_000]},
    "a common word": {"words": f" {_WORDS[20]} "},
    "a phrase": {"words": f"{_WORDS[3]} {_WORDS[5]}"},
}
_PAIRS = (
    ("a month", "a country"),
    ("years", "a name"),
    ("a country", "a type"),
    ("a name", "a country"),
    ("two countries", "years"),
    ("two countries", "a common word"),
    ("an outlet", "a rare word"),
    ("an outlet", "a country"),
    ("a common word", "a status"),
    ("a name", "a common word"),
)
_ASKED = {
    "nothing": Query(),
    **{name: Query(**filters) for name, filters in _FILTERS.items()},
    **{f"{one}, {other}": Query(**_FILTERS[one], **_FILTERS[other]) for one, other in _PAIRS},
    "with rejected": Query(rejected=True),
    "two countries, with rejected": Query(rejected=True, **_FILTERS["two countries"]),
}
_LISTS: dict[Kind, Callable[[Store, Query], pa.Table]] = {
    "timeline": timeline,
    "events": events,
    "quotes": quotes,
    "actors": actors,
    "reports": reports,
}
_COUNTS: dict[str, Callable[[Chosen], pa.Table]] = {
    "by day": lambda chosen: periods(chosen, "day"),
    "by month": lambda chosen: periods(chosen, "month"),
    "by type": types,
    "places": places,
    "partners": partners,
    "dyad series": lambda chosen: dyads(chosen, "month"),
}


def _questions() -> Iterator[tuple[str, Callable[[Store], int]]]:
    """What is asked: a name, and what asks it and says how many rows came."""
    for verb, question in _LISTS.items():
        for name, query in _ASKED.items():
            page = replace(query, limit=_PAGE)
            yield f"{verb}: {name}", lambda at, ask=question, page=page: ask(at, page).num_rows  # type: ignore[misc]
            yield f"{verb}, how many: {name}", lambda at, verb=verb, query=query: count(at, verb, query)  # type: ignore[misc]
        far = Query(limit=_PAGE, offset=20_000)
        yield f"{verb}: page 201", lambda at, ask=question, far=far: ask(at, far).num_rows  # type: ignore[misc]
        week = Query(first=_MAY, last=_MAY + timedelta(days=6))
        yield f"{verb}: a week, all of it", lambda at, ask=question, week=week: ask(at, week).num_rows  # type: ignore[misc]
    for name, counted in _COUNTS.items():
        for said, query in _ASKED.items():
            if name == "partners" and not (query.actor or query.country):
                continue
            chosen = partial(Chosen, query=query)
            yield f"{name}: {said}", lambda at, ask=counted, chosen=chosen: ask(chosen(at)).num_rows  # type: ignore[misc]
    yield "values of filters", lambda at: choices(at).num_rows


def ask_all(path: Path) -> int:
    """Ask each question; 1 if one takes longer than it may."""
    took: list[tuple[float, int, str]] = []
    with Store.open(path, read_only=True) as store:
        rows = {name: _count(store, name) for name in ("reports", "events", "merged_events", "quotes", "actors")}
        print(", ".join(f"{count:,} {name}" for name, count in rows.items()))
        took += [(*_timed(store, ask), name) for name, ask in _questions()]
        event = str(timeline(store, Query(limit=1))["id"][0])
        took.append((*_timed(store, lambda at: tellings(at, event).num_rows), "show: one event"))
    for milliseconds, found, name in sorted(took, reverse=True):
        print(f"{milliseconds:7.0f} ms  {found:>7,} rows  {name}")
    slowest = max(took)
    late = sum(one[0] >= MOST for one in took)
    print(f"{len(took)} questions, {late} of {MOST} ms or more; slowest: {slowest[0]:.0f} ms ({slowest[2]})")
    return int(late > 0)


def _count(store: Store, table: str) -> int:
    [(count,)] = store.connection.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608 - names above
    return int(count)


def _timed(store: Store, ask: Callable[[Store], int]) -> tuple[float, int]:
    """Milliseconds (the best of five: others may use the machine) and rows."""
    took, found = [], 0
    for _ in range(5):
        began = time.perf_counter()
        found = ask(store)
        took.append(time.perf_counter() - began)
    return min(took) * 1000, found


if __name__ == "__main__":
    sys.exit(main())
