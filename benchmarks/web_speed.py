"""How long the server works at each kind of page of a large record, when it has not kept the page.

    python benchmarks/web_speed.py --store FILE [--most 300]

The record is one that `store_speed.py` filled (`fill`). Each page is asked three times of the application itself, with
nothing kept between; printed is the best, since others may use the machine, the slowest page first. 1 if one is over.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from starlette.testclient import TestClient

from dragoman.web import Desk, make_app
from dragoman.web.addresses import address
from dragoman.web.guard import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 300
"""Milliseconds."""
_HOST = "127.0.0.1:8642"
_TIMES = 3


class Took(NamedTuple):
    """Milliseconds at best, how much came, and the page."""

    best: float
    size: int
    path: str


def main() -> int:
    """Ask, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--most", type=float, default=MOST)
    given = parser.parse_args()
    with Desk(given.store, read_only=True, by="Ann") as desk:
        app = make_app(desk, Rules(frozenset({_HOST})))
        with TestClient(app, base_url=f"http://{_HOST}") as client:
            client.get("/help")
            found = sorted((_asked(client, desk, path) for path in _paths(client)), reverse=True)
    late = sum(one.best > given.most for one in found)
    for one in found:
        print(f"{one.best:7.0f} ms {one.size / 1024:6.0f} kB  {one.path}{'  over' if one.best > given.most else ''}")
    print(f"{len(found)} pages, {late} over {given.most:.0f} ms")
    return int(late > 0)


def _asked(client: TestClient, desk: Desk, path: str) -> Took:
    took, size = [], 0
    for _ in range(_TIMES):
        desk.version += 1  # as a change does: what was kept is out of date
        began = time.perf_counter()
        answer = client.get(path)
        took.append((time.perf_counter() - began) * 1000)
        answer.raise_for_status()
        size = len(answer.content)
    return Took(min(took), size, path)


def _paths(client: TestClient) -> Iterator[str]:
    """An address of each kind of page, and those whose filters cost most."""
    events = client.get("/timeline.json?page=50").json()["events"]
    first = max(events, key=lambda one: one["reports"])
    filters: tuple[dict[str, object], ...] = (
        {},
        {"page": 500},
        {"rejected": 1},
        {"rejected": 1, "page": 500},
        {"country": "KOR"},
        {"dyad": "CHN, KOR"},
        {"actor": "elim7"},
        {"type": "THREATEN", "status": "denied"},
        {"outlet": "herald 7"},
        {"words": "fo"},
        {"words": "talks", "country": "KOR"},
        {"from": "2014", "to": "2015-06"},
    )
    for path in ("/timeline", "/reports", "/review", "/brief", "/map", "/actors"):
        for one in filters:
            yield address(path, None, **one, reviewer="Ann" if path == "/review" else None)
    yield from ("/", "/review", "/watch", "/watch?country=KOR", "/watch?words=fo&by=CHN", "/dyads", "/dyads?a=KOR")
    yield from ("/dyad/CHN/KOR", "/dyad/CHN/KOR?by=day", "/dyad/CHN/KOR?from=2014-05-01&to=2014-05-31")
    yield from ("/quotations", "/quotations?by=elim7", "/quotations?about=KOR", "/quotations?words=fo&whom=CHN")
    spot = client.get("/map.json").json()["places"][0]
    yield address("/map", None, place=spot["place"], **{"in": spot["country"]})
    yield address("/event", first["id"])
    yield address("/event", f"{first['report']}:{first['event']}")
    yield address("/report", first["report"])
    yield f"{address('/report', first['report'])}/raw"
    yield address("/actor", first["who"][0])
    top = client.get("/actors.json").json()["actors"][0]
    yield address("/actor", top["id"])
    many = [("event", one["id"]) for one in events[:50]]
    yield f"/brief/page?{urlencode(many)}"


if __name__ == "__main__":
    sys.exit(main())
