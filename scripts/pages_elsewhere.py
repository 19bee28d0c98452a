"""Pages that are not about diplomacy or conflict, made from training/elsewhere/grammar.txt.

    python scripts/pages_elsewhere.py [--half train|held] [--pages N] > pages.jsonl

The same pages for the same half and number. The halves share what fills a sentence's slots, and no sentence.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

GRAMMAR = Path(__file__).resolve().parent.parent / "training/elsewhere/grammar.txt"
SEED = 7
PARAGRAPH = 3
"""Sentences."""


class Grammar(NamedTuple):
    """What may fill a slot, by its name, and the lines of each topic and half, headlines with "! " before them."""

    slots: Mapping[str, Sequence[str]]
    lines: Mapping[tuple[str, str], Sequence[str]]


def grammar() -> Grammar:
    """The grammar as its file has it."""
    slots: defaultdict[str, list[str]] = defaultdict(list)
    lines: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    into: list[str] = []
    for line in GRAMMAR.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            into = slots[rest]
        elif mark == ">":
            topic, half = rest.split()
            into = lines[topic, half]
        elif line and mark != "#":
            into.append(line)
    return Grammar(slots, lines)


def made(half: str, count: int) -> Iterator[dict[str, str]]:
    """So many pages of a half, its topics in turn, each with its `topic` and `text`."""
    given, draw = grammar(), random.Random(f"{SEED} {half}")  # noqa: S311 - nothing secret hangs on these pages
    topics = sorted(topic for topic, of in given.lines if of == half)
    for number in range(count):
        topic = topics[number % len(topics)]
        yield {"topic": topic, "text": _page(given.lines[topic, half], given.slots, draw)}


def _page(lines: Sequence[str], slots: Mapping[str, Sequence[str]], draw: random.Random) -> str:
    headline = draw.choice([line.removeprefix("! ") for line in lines if line.startswith("! ")])
    body = [_filled(line, slots, draw) for line in lines if not line.startswith("! ")]
    draw.shuffle(body)
    paragraphs = [" ".join(body[at : at + PARAGRAPH]) for at in range(0, len(body), PARAGRAPH)]
    return "\n\n".join([_filled(headline, slots, draw), *paragraphs])


def _filled(line: str, slots: Mapping[str, Sequence[str]], draw: random.Random) -> str:
    whole = re.sub(r"\{(\w+)\}", lambda slot: draw.choice(slots[slot[1]]), line)
    return whole[0].upper() + whole[1:]


def main() -> None:
    """Print the pages as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("train", "held"), default="train")
    parser.add_argument("--pages", type=int, default=80, metavar="N")
    options = parser.parse_args()
    for page in made(options.half, options.pages):
        sys.stdout.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
