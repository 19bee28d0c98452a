"""Train the trigger model on the sentences in training/ and write it into the package.

    python scripts/train_triggers.py [--check]

With --check nothing is written: the model is trained on four fifths of the sentences and measured on the rest.
Deterministic for one set of library versions; needs the `train` extra (scikit-learn).
"""

from __future__ import annotations

import csv
import json
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.events.classes import NOTHING, STATEMENT
from dragoman.events.features import candidates, features, is_candidate, lemma
from dragoman.knowledge.codebook import cameo
from dragoman.language.parse import model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/dragoman/events/model/triggers.npz"
WEIGHTS = {
    "plain": 1.0, "none_and_status": 1.0, "varied": 0.25, "several": 1.0, "leaves": 1.0, "leaves_b": 1.0, "long_c": 1.0,
    "long_d": 1.0,
}  # fmt: skip
"""`varied` has rare verbs and near misses far above their share in news: at full weight it costs 2 points of F1."""
LEAST_COUNT = 2
OFTEN = 0.15
"""A word is often a trigger when this share of its uses is marked."""
UNMARKED = 0.2
INVERSE_PENALTY = 3.0
STEPS = 80


class Example(NamedTuple):
    """One word of one training sentence."""

    features: list[str]
    label: str
    weight: float
    fold: int
    whole: bool
    """Whether every event of its sentence is marked, so that an unmarked word is surely none."""


def sentences() -> list[tuple[str, dict[str, Any]]]:
    """The training sentences with the name of their set."""
    return [
        (name, json.loads(line))
        for name in WEIGHTS
        for line in (ROOT / f"training/{name}.jsonl").read_text("utf-8").splitlines()
    ]


def examples() -> Iterator[Example]:
    """The head word of each marked trigger under its type; every other candidate outside the marks as no event."""
    rows = sentences()
    docs = model().pipe([str(row["text"]) for _, row in rows], batch_size=64)
    for (name, row), doc in zip(rows, docs, strict=True):
        fold = zlib.crc32(str(row["text"]).encode()) % 5
        for token, label in _labels(doc, marks(row)):
            yield Example(features(token), label, WEIGHTS[name], fold, whole="events" in row)


def marks(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The marked events of a row: one in most sets, all that the sentence has in `several`."""
    return list(row["events"]) if "events" in row else [row]


def label_of(row: dict[str, Any]) -> str:
    """The type that the codebook gives the row's CAMEO code, so that the two never part; else the row's own."""
    code = cameo().get(str(row.get("cameo")))
    return str((code.type if code else None) or row["type"] or STATEMENT)


def leaves() -> list[tuple[str, str, str]]:
    """Trigger words, type and the CAMEO leaf that four in five of their sentences have, seen three times or more."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    rows = [row for _, row in sentences() if row.get("cameo")]
    for row, doc in zip(rows, model().pipe([str(row["text"]) for row in rows], batch_size=64), strict=True):
        head = _head(_inside(doc, row))
        if head is not None:
            carried = [child for child in head.children if child.dep_ in {"dobj", "prt"}]
            for words in (lemma(head), *(f"{lemma(head)}+{lemma(child)}" for child in carried)):
                counts[words, label_of(row)][str(row["cameo"])] += 1
    best = {key: codes.most_common(1)[0] for key, codes in counts.items()}
    return sorted(
        (words, kind, code)
        for (words, kind), (code, count) in best.items()
        if count >= 3 and 5 * count >= 4 * counts[words, kind].total()
    )


def _inside(doc: Doc, mark: dict[str, Any]) -> list[Token]:
    spans = [tuple(span) for span in mark["trigger"]]
    return [token for token in doc if any(token.idx < end and token.idx + len(token) > start for start, end in spans)]


def _head(inside: list[Token]) -> Token | None:
    head = next((t for t in inside if is_candidate(t) and t.head not in inside), None)
    return head or next((t for t in inside if is_candidate(t)), None)


def _labels(doc: Doc, marked: list[dict[str, Any]]) -> Iterator[tuple[Token, str]]:
    inside = [_inside(doc, mark) for mark in marked]
    heads = {head.i: label_of(mark) for mark, words in zip(marked, inside, strict=True) if (head := _head(words))}
    covered = {token.i for words in inside for token in words}
    for token in candidates(doc):
        if token.i in heads:
            yield token, heads[token.i]
        elif token.i not in covered:
            yield token, NOTHING


def lightened(rows: list[Example]) -> list[Example]:
    """Weigh a word's unmarked uses down where it is often a trigger.

    In most sets one event a sentence is marked, so "talks" outside a mark may well be one too: such rows are unlabelled
    rather than negative. At full weight they cost 3 points of type F1 on GSR and a fifth of the events of plain news.
    """
    marked = Counter(row.features[0] for row in rows if row.label != NOTHING)
    seen = Counter(row.features[0] for row in rows)

    def often(word: str) -> bool:
        return marked[word] >= LEAST_COUNT and marked[word] >= OFTEN * seen[word]

    return [
        row._replace(weight=UNMARKED * row.weight) if row.label == NOTHING and often(row.features[0]) else row
        for row in rows
    ]


def matrix(rows: list[Example], columns: dict[str, int]) -> csr_matrix:
    """One row an example, one column a feature, ones where it holds."""
    found = [sorted({columns[name] for name in row.features if name in columns}) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(found), ends), shape=(len(rows), len(columns)))


def fit(rows: list[Example]) -> tuple[dict[str, int], LogisticRegression]:
    """The feature columns and the trained model."""
    counts = Counter(name for row in rows for name in set(row.features))
    columns = {name: at for at, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))}
    trained = LogisticRegression(C=INVERSE_PENALTY, max_iter=STEPS, tol=1e-3, fit_intercept=False)
    trained.fit(matrix(rows, columns), [row.label for row in rows], sample_weight=[row.weight for row in rows])
    return columns, trained


def check(rows: list[Example]) -> None:
    """Print how well a model trained on four fifths finds and types the triggers of the last fifth."""
    columns, trained = fit(lightened([row for row in rows if row.fold]))
    held = [row for row in rows if not row.fold]
    truth = np.array([row.label for row in held])
    chances: NDArray[np.float64] = trained.predict_proba(matrix(held, columns))
    classes = list(trained.classes_)
    said = 1 - chances[:, classes.index(NOTHING)] >= 0.5
    chances[:, classes.index(NOTHING)] = 0
    typed = np.array(classes)[chances.argmax(axis=1)]
    events = truth != NOTHING
    print(f"triggers held out {events.sum()}")
    print(f"found {(said & events).sum() / events.sum():.3f}, right of those {(said & events).sum() / said.sum():.3f}")
    print(f"type right, trigger given {(typed == truth)[events].mean():.3f}")


def main() -> None:
    """Train and write, or check."""
    rows = list(examples())
    print(f"{len(rows)} words from {len(sentences())} sentences")
    if "--check" in sys.argv[1:]:
        check(rows)
        return
    columns, trained = fit(lightened(rows))
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        TARGET,
        features=np.frombuffer("\n".join(columns).encode(), dtype=np.uint8),
        classes=np.frombuffer("\n".join(trained.classes_).encode(), dtype=np.uint8),
        weights=trained.coef_.T.astype(np.float16),
    )
    with (TARGET.parent / "leaves.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerows([("words", "type", "cameo"), *leaves()])
    print(f"{TARGET.relative_to(ROOT)}: {len(columns)} features, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
