"""The types of the encoder alone, its actors given.

    python benchmarks/score_types.py PLV.jsonl

For each row the encoder reads the sentence; the event is the word at which it points best at the given source and
target, and its type is the likeliest there. No grammar, no word model, no actors of our own. Prints the share of right
types, CONCEDE and RETREAT taken as one (YIELD), as the set has them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.events.classes import CLASSES, NOTHING, STATEMENT
from dragoman.events.encoder import Reading, read
from dragoman.events.features import is_candidate
from dragoman.language.parse import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
UNTYPED = [CLASSES.index(NOTHING), CLASSES.index(STATEMENT)]


def typed(doc: Doc, reading: Reading, source: str, target: str) -> str:
    """The type of the event that has this source and target; YIELD for those that the set folds."""
    places = [token.i for token in doc if is_candidate(token)] or list(range(len(doc)))
    types = reading.types[places].copy()
    types[:, UNTYPED] = 0
    sides = [(reading.sources, source), (reading.targets, target)]
    fits = [side[np.ix_(places, _words(doc, text))].max(axis=1, initial=0.01) for side, text in sides]
    scores = types * (fits[0] * fits[1])[:, None] ** 0.5
    by_type: dict[str, float] = {}
    for kind, score in zip(CLASSES, scores.max(axis=0).tolist(), strict=True):
        folded = FOLDED.get(kind, kind)
        by_type[folded] = max(by_type.get(folded, 0), score)
    return max(by_type, key=lambda kind: by_type[kind])


def _words(doc: Doc, text: str) -> list[int]:
    start = doc.text.find(text)
    return [token.i for token in doc if start >= 0 and start <= token.idx < start + len(text)]


def score(rows: Sequence[dict[str, Any]]) -> float:
    """The share of rows whose type is right."""
    docs = list(model().pipe([str(row["text"]) for row in rows]))
    readings = read([doc[:] for doc in docs])
    found = (
        typed(doc, reading, row["source_text"], row["target_text"])
        for doc, reading, row in zip(docs, readings, rows, strict=True)
    )
    return sum(kind in _right(row) for kind, row in zip(found, rows, strict=True)) / len(rows)


def _right(row: dict[str, Any]) -> set[str]:
    return {FOLDED.get(kind, kind) for kind in row.get("event_ok", [row["event"]])}


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    print(f"type accuracy with source and target given: {score([json.loads(line) for line in lines]):.4f}")
