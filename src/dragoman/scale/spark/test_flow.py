from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.scale.spark.flow import AT_ONCE, as_batches, rows_of

SCHEMA = pa.schema([("name", pa.string()), ("number", pa.int64()), ("names", pa.list_(pa.string()))])
WORDS = st.text(st.characters(codec="utf-8"), max_size=5)
ROWS = st.lists(
    st.tuples(st.none() | WORDS, st.integers(-(2**63), 2**63 - 1), st.lists(WORDS, max_size=2)), max_size=20
)


@settings(deadline=None)  # a machine that does much else may take its time
@given(ROWS)
def test_rows_come_back_from_batches_as_they_were(rows: list[tuple[str | None, int, list[str]]]) -> None:
    assert list(rows_of(as_batches(rows, SCHEMA))) == rows


def test_batches_are_of_a_size_that_a_task_can_hold_and_there_is_none_without_a_row() -> None:
    rows: list[tuple[str, int, list[str]]] = [("a", number, []) for number in range(AT_ONCE + 1)]
    assert [len(batch) for batch in as_batches(rows, SCHEMA)] == [AT_ONCE, 1]
    assert list(as_batches([], SCHEMA)) == []
