from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.scale import parts as module
from dragoman.scale.parts import parts_in, put_together, write_part
from dragoman.scale.rows import error_batches

PAGES = [error_batches(InputError(f"fault {n}", where=f"a#{n}", do="-")) if n % 3 else {} for n in range(40)]


@pytest.fixture(autouse=True)
def _small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_USUAL_GROUP", 7)


def whole(folder: Path, edges: list[int]) -> bytes:
    """The bytes of the table of errors, put together of parts with these edges."""
    parts = [write_part(folder, first + 1, PAGES[first:last]) for first, last in pairwise(edges)]
    assert parts_in(folder) == parts
    rows = put_together(parts, "errors", folder / "errors.parquet")
    assert rows == sum(bool(page) for page in PAGES)
    return (folder / "errors.parquet").read_bytes()


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(1, len(PAGES) - 1), max_size=6))
def test_where_parts_end_makes_no_difference_to_the_table(cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), len(PAGES)]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        assert whole(Path(one), edges) == whole(Path(other), [0, len(PAGES)])


def test_a_table_has_all_rows_in_the_order_of_the_pages(tmp_path: Path) -> None:
    whole(tmp_path, [0, 11, len(PAGES)])
    places = pq.read_table(tmp_path / "errors.parquet")["place"].to_pylist()
    assert places == [f"a#{n}" for n in range(40) if n % 3]


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    assert put_together([], "events", tmp_path / "events.parquet") == 0
    assert pq.read_schema(tmp_path / "events.parquet").names[0] == "id"


def test_parts_beyond_a_gap_and_one_half_made_are_removed(tmp_path: Path) -> None:
    kept = write_part(tmp_path, 1, PAGES[:5])
    write_part(tmp_path, 9, PAGES[8:])
    (tmp_path / "making").mkdir()
    assert parts_in(tmp_path) == [kept]
    assert [path.name for path in tmp_path.iterdir()] == ["000000001-000000005"]
