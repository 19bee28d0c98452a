"""Tables without any report's words: the well-known ones are told apart, since there is something to do about each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.sources.columns import listed, plain

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Dataset(NamedTuple):
    """What a table is and what to do, told by columns that all of them have, or by the shape of its first row.

    GDELT's files come without a header, so what is taken for the names is a row of data, `width` cells wide.
    """

    what: str
    do: str
    columns: frozenset[str]
    width: tuple[int, ...] = ()
    starts: tuple[str, ...] = ()


def _fetch(column: str) -> str:
    return f"fetch the pages that its {column} names and read those, or add their words to it as a column text"


_NUMBER, _STAMP = r"\d+", r"\d{14}"
_DATASETS = (
    _Dataset(
        "GDELT's table of events, which has no text column",
        _fetch("SOURCEURL (the last column)"),
        frozenset({"globaleventid", "sourceurl"}),
        (57, 58, 61),
        (_NUMBER, r"\d{8}", r"\d{6}", r"\d{4}"),
    ),
    _Dataset(
        "GDELT's table of mentions, which has no text column",
        _fetch("MentionIdentifier (column 6)"),
        frozenset({"globaleventid", "mentionidentifier"}),
        (16,),
        (_NUMBER, _STAMP, _STAMP, _NUMBER),
    ),
    _Dataset(
        "GDELT's knowledge graph, which has no text column",
        _fetch("DocumentIdentifier (column 5)"),
        frozenset({"documentidentifier", "sourcecommonname"}),
        (27,),
        (r"\d{14}-T?\d+", _STAMP),
    ),
    _Dataset(
        "ICEWS' table of events, which has no text column (its Event Text is the code's name)",
        "read the reports themselves",
        frozenset({"eventid", "cameocode"}),
    ),
    _Dataset(
        "POLECAT's table of events, which has no text column",
        "read the reports themselves",
        frozenset({"eventid", "eventmode", "quadcode"}),
    ),
)


def without_text(names: Sequence[str]) -> tuple[str, str]:
    """What to say of a table with these column names and no text among them: what it is, and what to do."""
    known = frozenset(map(plain, names))
    for dataset in _DATASETS:
        if dataset.columns <= known or _is_row_of(dataset, names):
            return dataset.what, dataset.do
    what = "no column with the reports' words is known"
    return what, f"say which has them, as in --map text=NAME, out of {listed(names)}"


def _is_row_of(dataset: _Dataset, cells: Sequence[str]) -> bool:
    return len(cells) in dataset.width and all(map(re.fullmatch, dataset.starts, cells))
