"""Training sentences as arrays: word pieces, and for each word what the encoder should say of it."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dragoman.events.classes import CLASSES, NOTHING, STATEMENT, STATUSES
from dragoman.events.encoder import MOST_PIECES, laid_out
from dragoman.events.features import is_candidate, lemma
from dragoman.knowledge.codebook import cameo
from dragoman.language.parse import model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

ROOT = Path(__file__).resolve().parents[2]
LEAST_COUNT = 2
OFTEN = 0.15
"""A word is often a trigger when this share of its uses is marked."""
UNMARKED = 0.2
"""In most sets one event a sentence is marked: an unmarked use of a word that is often a trigger is unlabelled rather
than none, and counts this much."""
MOST_EVENTS = 12
STEP = 16
"""Lengths are rounded up to this, so that few shapes are compiled."""


class Marked(NamedTuple):
    """One event of a sentence: its word, type, status, and the words that head its sources and targets."""

    word: int
    type: int
    status: int
    sources: tuple[int, ...]
    targets: tuple[int, ...]


class Example(NamedTuple):
    """A sentence: its word pieces, the first piece of each word, and what is marked.

    `labels` and `weights` have one row a word; a word of weight 0 teaches nothing. `held` is the tenth of the sentences
    that --check keeps back.
    """

    pieces: tuple[int, ...]
    first: NDArray[np.int64]
    labels: NDArray[np.int64]
    weights: NDArray[np.float32]
    events: tuple[Marked, ...]
    weight: float
    held: bool


class _Row(NamedTuple):
    doc: Doc
    marks: list[dict[str, Any]]
    whole: bool
    weight: float


def examples(weights: Mapping[str, float]) -> list[Example]:
    """The sentences of the named sets, each with its set's weight, that fit the encoder."""
    rows = list(_rows(weights))
    often = _often(rows)
    made = (_example(row, often) for row in rows)
    return [one for one in made if len(one.pieces) < MOST_PIECES]


def _rows(weights: Mapping[str, float]) -> Iterator[_Row]:
    for name, weight in weights.items():
        lines = (ROOT / f"training/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        for row, doc in zip(rows, model().pipe([str(row["text"]) for row in rows], batch_size=64), strict=True):
            whole = "events" in row
            yield _Row(doc, list(row["events"]) if whole else [row] if row["trigger"] else [], whole, weight)


def _often(rows: Iterable[_Row]) -> frozenset[str]:
    """Words that are marked as triggers in a fair share of their uses."""
    marked: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row in rows:
        seen.update(_word(token) for token in row.doc if is_candidate(token))
        heads = (_trigger(row.doc, mark) for mark in row.marks)
        marked.update(_word(head) for head in heads if head is not None)
    return frozenset(one for one, n in marked.items() if n >= LEAST_COUNT and n >= OFTEN * seen[one])


def _word(token: Token) -> str:
    return f"{lemma(token)}/{token.pos_}"


def _example(row: _Row, often: frozenset[str]) -> Example:
    layout = laid_out(token.text for token in row.doc)
    labels = np.zeros(len(row.doc), dtype=np.int64)
    weights = np.zeros(len(row.doc), dtype=np.float32)
    covered = {token.i for mark in row.marks for token in _inside(row.doc, mark["trigger"])}
    for token in row.doc:
        if is_candidate(token) and token.i not in covered:
            weights[token.i] = row.weight * (UNMARKED if not row.whole and _word(token) in often else 1)
    events = tuple(_events(row))
    for one in events:
        labels[one.word], weights[one.word] = one.type, row.weight
    held = zlib.crc32(row.doc.text.encode()) % 10 == 0
    return Example(tuple(layout.ids), np.asarray(layout.first), labels, weights, events, max(row.weight, 0.5), held)


def _events(row: _Row) -> Iterator[Marked]:
    for mark in row.marks:
        head = _trigger(row.doc, mark)
        if head is not None:
            sides = [tuple(sorted(_heads(row.doc, mark[side]))) for side in ("source", "target")]
            yield Marked(head.i, CLASSES.index(_label(mark)), STATUSES.index(mark["status"]), *sides)


def _label(mark: Mapping[str, Any]) -> str:
    """The type that the codebook gives the mark's CAMEO code, so that the two never part; else the mark's own."""
    code = cameo().get(str(mark.get("cameo")))
    label = str((code.type if code else None) or mark["type"] or STATEMENT)
    return label if label in CLASSES else NOTHING


def _inside(doc: Doc, spans: Iterable[Sequence[int]]) -> list[Token]:
    return [t for t in doc if any(t.idx < end and t.idx + len(t) > start for start, end in spans)]


def _trigger(doc: Doc, mark: Mapping[str, Any]) -> Token | None:
    inside = _inside(doc, mark["trigger"])
    head = next((one for one in inside if is_candidate(one) and one.head not in inside), None)
    return head or next((one for one in inside if is_candidate(one)), None)


def _heads(doc: Doc, spans: Iterable[Sequence[int]]) -> Iterator[int]:
    """The words that head the spans."""
    for span in spans:
        inside = _inside(doc, [span])
        within = {one.i for one in inside}
        yield from [one.i for one in inside if one.head == one or one.head.i not in within][:1]


def batch(chosen: Sequence[Example], size: int) -> dict[str, NDArray[Any]]:
    """Up to `size` examples as padded arrays; rows that are not filled weigh nothing."""
    pieces = _up(max(len(one.pieces) for one in chosen))
    words = _up(max(len(one.first) for one in chosen))
    shapes: dict[str, tuple[tuple[int, ...], type]] = {
        "ids": ((size, pieces), np.int32), "mask": ((size, pieces), np.float32), "first": ((size, words), np.int32),
        "is_word": ((size, words), np.float32), "labels": ((size, words), np.int32),
        "weights": ((size, words), np.float32), "at": ((size, MOST_EVENTS), np.int32),
        "event_weights": ((size, MOST_EVENTS), np.float32), "statuses": ((size, MOST_EVENTS), np.int32),
        "sources": ((size, MOST_EVENTS, words), np.float32), "targets": ((size, MOST_EVENTS, words), np.float32),
    }  # fmt: skip
    arrays: dict[str, NDArray[Any]] = {name: np.zeros(shape, dtype) for name, (shape, dtype) in shapes.items()}
    for row, one in enumerate(chosen):
        _fill(arrays, row, one)
    return arrays


def _fill(arrays: dict[str, NDArray[Any]], row: int, one: Example) -> None:
    arrays["ids"][row, : len(one.pieces)] = one.pieces
    arrays["mask"][row, : len(one.pieces)] = 1
    for name, values in (("first", one.first), ("is_word", 1), ("labels", one.labels), ("weights", one.weights)):
        arrays[name][row, : len(one.first)] = values
    for number, event in enumerate(one.events[:MOST_EVENTS]):
        arrays["at"][row, number] = event.word
        arrays["event_weights"][row, number] = one.weight
        arrays["statuses"][row, number] = event.status
        arrays["sources"][row, number, list(event.sources)] = 1
        arrays["targets"][row, number, list(event.targets)] = 1


def _up(length: int) -> int:
    return -(-length // STEP) * STEP
