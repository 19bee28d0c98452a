"""Train the triage's classifier and write its weights into the package.

    python scripts/train_triage.py [--check]

A sentence in training/*.jsonl tells an event or none, as it is marked; no sentence of the pages in training/elsewhere/,
written or made, tells one. With --check nothing is written: the written pages are left out in turn, and how many of
them would be parsed is printed. Deterministic for one set of library versions; needs the `train` extra (scikit-learn).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from pages_elsewhere import made
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.triage.decide import LEAST, score
from dragoman.triage.looking import look, looks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/dragoman/triage/model/triage.npz"
MADE = 200
LEAST_COUNT = 3
WEIGHT_OF_NONE = 3.0
"""Of a sentence without an event: they are a fifth of the training and most of the news."""
INVERSE_PENALTY = 0.1
STEPS = 200
PARTS = 4
"""Into which the written pages are cut to be left out in turn."""


class Example(NamedTuple):
    """One sentence: its features, whether it tells an event, and the part of the written pages it is from, or -1."""

    features: frozenset[str]
    tells: bool
    part: int = -1


def of_sentences() -> Iterator[Example]:
    """The training sentences; a row may hold several, and is looked at as a whole, as its marks are the row's."""
    for path in sorted((ROOT / "training").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Example(look(row["text"]).features, any(one["type"] for one in row.get("events", [row])))


def written(half: str) -> list[str]:
    """The texts of the written pages of a half."""
    path = ROOT / f"training/elsewhere/{half}.jsonl"
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def of_pages() -> Iterator[Example]:
    """The sentences of the pages about other things."""
    for number, text in enumerate(written("train")):
        yield from (Example(one.features, tells=False, part=number % PARTS) for one in looks(text))
    for page in made("train", MADE):
        yield from (Example(one.features, tells=False) for one in looks(page["text"]))


def fit(rows: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weight of each feature, and the bias."""
    counts = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST_COUNT)
    columns = {name: at for at, name in enumerate(names)}
    trained = LogisticRegression(C=INVERSE_PENALTY, max_iter=STEPS)
    weights = [1.0 if row.tells else WEIGHT_OF_NONE for row in rows]
    trained.fit(_matrix(rows, columns), [row.tells for row in rows], sample_weight=weights)
    return dict(zip(names, trained.coef_[0].tolist(), strict=True)), float(trained.intercept_[0])


def _matrix(rows: Sequence[Example], columns: Mapping[str, int]) -> csr_matrix:
    found = [sorted(columns[name] for name in row.features if name in columns) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    places = np.fromiter((at for row in found for at in row), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix((np.ones(ends[-1]), places, ends), shape=(len(rows), len(columns)))


def check(rows: Sequence[Example]) -> None:
    """Print how many of the written pages are taken to be worth a parse by a model that has not seen them."""
    texts, kept = written("train"), 0
    for part in range(PARTS):
        weights, bias = fit([row for row in rows if row.part != part])
        for text in texts[part::PARTS]:
            odds = [bias + sum(weights.get(name, 0.0) for name in one.features) for one in looks(text)]
            kept += score(odds) >= LEAST
    print(f"pages about other things kept, each left out of the training: {kept} of {len(texts)}")


def main() -> None:
    """Train and write, or check."""
    rows = [*of_sentences(), *of_pages()]
    print(f"{len(rows)} sentences, {sum(row.tells for row in rows)} of them with an event")
    if "--check" in sys.argv[1:]:
        check(rows)
        return
    weights, bias = fit(rows)
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        TARGET,
        features=np.frombuffer("\n".join(weights).encode(), dtype=np.uint8),
        weights=np.array(list(weights.values()), dtype=np.float16),
        bias=np.float32(bias),
    )
    print(f"{TARGET.relative_to(ROOT)}: {len(weights)} features, {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
