"""Fifty requests at once for half a minute at a server under way; how many were answered, how, and how fast.

    python tests/ui/load.py ADDRESS [--at-once 50] [--seconds 30]

Asks the first page, the timeline with filters, reports and events in turn. 1 if any request failed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from itertools import chain, count
from statistics import median
from urllib.parse import urlsplit

TIMEOUT = 60


def main() -> int:
    """Ask, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--at-once", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    given = parser.parse_args()
    host = urlsplit(given.address).netloc
    paths = _paths(host)
    numbers, ends = count(), time.monotonic() + given.seconds

    def work(_: int) -> list[tuple[str, float]]:
        found = []
        while time.monotonic() < ends:
            found.append(_asked(host, paths[next(numbers) % len(paths)])[:2])
        return found

    with ThreadPoolExecutor(given.at_once) as many:
        answers = list(chain.from_iterable(many.map(work, range(given.at_once))))
    took = sorted(seconds for _, seconds in answers)
    outcomes = Counter(outcome for outcome, _ in answers)
    say = sys.stdout.write
    say(f"{len(answers)} requests, {given.at_once} at once, {given.seconds:.0f} s: {dict(outcomes)}\n")
    say(f"median {median(took):.2f} s, slowest {took[-1]:.2f} s, {len(answers) / given.seconds:.0f} a second\n")
    return int(set(outcomes) != {"200"})


def _paths(host: str) -> list[str]:
    """Addresses of all kinds of pages."""
    events = json.loads(_asked(host, "/timeline.json")[2])["events"]
    found = ["/", "/timeline", "/timeline?type=CONSULT", "/timeline?country=KOR", "/reports", "/help"]
    return [
        *found,
        *(f"/event/{one['id']}" for one in events[:20]),
        *(f"/report/{one['report']}" for one in events[:20]),
    ]


def _asked(host: str, path: str) -> tuple[str, float, bytes]:
    """The status, or what failed; how long it took; the answer."""
    began, body = time.monotonic(), b""
    connection = HTTPConnection(host, timeout=TIMEOUT)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        outcome, body = str(answer.status), answer.read()
    except (HTTPException, OSError) as error:
        outcome = repr(error)
    finally:
        connection.close()
    return outcome, time.monotonic() - began, body


if __name__ == "__main__":
    sys.exit(main())
