"""Names found as spaCy's own entity recogniser finds them, all words of a batch at once.

The recogniser walks word by word, and what it decides at a word outside every name rests on that word alone: so all
words are decided at once as if outside, then all names grow together, a word a step, and last the names that begin
within another fall away. The same sums in the same order as spaCy's, so the same names, without its loop, which takes
and gives back the interpreter's lock some dozens of times a word.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

_ROWS = 4096
"""Words scored at once: the scores of a book in one array would take more memory than its parse."""


class Moves(NamedTuple):
    """Of each move of the recogniser its sort (B, I, L, U or O); of each move, where its label's I and L stand."""

    sort: NDArray[np.str_]
    label: list[str]
    inside: Ints
    last: Ints


class Words(NamedTuple):
    """What names may not do: the words that are blank space, and those after which a name can't go on."""

    space: NDArray[np.bool_]
    stop: NDArray[np.bool_]


def moves_of(ner: Any) -> Moves:  # noqa: ANN401  # spaCy has no types
    """The moves of a trained recogniser, in the order of its scores."""
    names = [ner.moves.get_class_name(at) for at in range(ner.moves.n_moves)]
    at = {name: number for number, name in enumerate(names)}
    parts = [name.partition("-") for name in names]
    inside, last = (np.array([at.get(f"{sort}-{label}", -1) for _, _, label in parts]) for sort in "IL")
    return Moves(np.array([sort for sort, _, _ in parts]), [label for _, _, label in parts], inside, last)


def set_entities(ner: Any, moves: Moves, docs: Sequence[Doc]) -> None:  # noqa: ANN401  # spaCy has no types
    """Set the entities of Docs that have sentences and no entities; those run over blank space are ended there."""
    held = [doc for doc in docs if len(doc)]
    if not held:
        return
    words = _words(held)
    score = partial(_scores, ner.model, ner.model.get_ref("lower").predict(_vectors(ner.model, held)))
    guesses = _outside(score, moves, words)
    ends = _grown(score, moves, words, guesses)
    first = 0
    for doc in held:
        found = _kept(guesses[first : first + len(doc)], ends[first : first + len(doc)] - first, moves)
        spans = [part for start, end, label in found for part in _unbroken(doc, start, end, label)]
        doc.set_ents(spans)
        first += len(doc)


def _vectors(model: Any, docs: Sequence[Doc]) -> Floats:  # noqa: ANN401  # spaCy has no types
    vectors: Floats = model.get_ref("tok2vec").predict(docs)
    return vectors


def _words(docs: Sequence[Doc]) -> Words:
    columns = [doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs]
    space = np.concatenate(columns)[:, 0].astype(bool)
    stop = np.concatenate([np.append(column[1:, 1] == 1, True) for column in columns])
    return Words(space, stop)


def _scores(model: Any, parts: Floats, at: Ints, start: Ints) -> Floats:  # noqa: ANN401  # spaCy has no types
    """Scores of the moves at words, each within the name that begins at `start`; -1 where none is open.

    `parts` is what each word adds as the word itself, as a name's first and as its latest; row 0 is for none.
    """
    latest = np.where(start < 0, 0, at)
    total = parts[at + 1, 0] + parts[start + 1, 1]
    total += parts[latest, 2]
    total += model.get_ref("lower").get_param("b")
    scores: Floats = model.get_ref("upper").predict(total.max(axis=2))
    return scores


def _outside(score: Callable[[Ints, Ints], Floats], moves: Moves, words: Words) -> Ints:
    """The move at each word as if no name were open."""
    never = np.isin(moves.sort, ["I", "L"]) | ((moves.sort == "U") & (np.array(moves.label) == ""))
    found = []
    for first in range(0, len(words.space), _ROWS):
        at = np.arange(first, min(first + _ROWS, len(words.space)))
        scores = score(at, np.full(len(at), -1))
        scores[:, never] = -np.inf
        scores[np.ix_(words.space[at], np.isin(moves.sort, ["B", "U"]))] = -np.inf
        scores[np.ix_(words.stop[at], moves.sort == "B")] = -np.inf
        found.append(scores.argmax(axis=1))
    return np.concatenate(found)


def _grown(score: Callable[[Ints, Ints], Floats], moves: Moves, words: Words, guesses: Ints) -> Ints:
    """Of each word the end, exclusive, of the name that would begin at it."""
    ends = np.arange(1, len(guesses) + 1)
    start = np.flatnonzero(moves.sort[guesses] == "B")
    at = start + 1
    while len(start):
        inside, last = moves.inside[guesses[start]], moves.last[guesses[start]]
        scores, row = score(at, start), np.arange(len(start))
        more, done = scores[row, inside], scores[row, last]
        on = ~words.stop[at] & ((more > done) | ((more == done) & (inside < last)))
        ends[start] = at + 1
        start, at = start[on], at[on] + 1
    return ends


def _kept(guesses: Ints, ends: Ints, moves: Moves) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of the names of one Doc, in order; what begins within one is none."""
    free = 0
    for start in np.flatnonzero(np.isin(moves.sort[guesses], ["B", "U"])).tolist():
        if start >= free:
            free = int(ends[start])
            yield start, free, moves.label[guesses[start]]


def _unbroken(doc: Doc, first: int, last: int, label: str) -> list[Span]:
    """The runs of words of an entity between blank spaces: the tagger runs a name on into the next paragraph."""
    parts, start = [], first
    for at in range(first, last + 1):
        if at == last or doc[at].is_space:
            if start < at:
                parts.append(Span(doc, start, at, label))
            start = at + 1
    return parts
