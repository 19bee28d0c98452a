from __future__ import annotations

import datetime as dt
import io
import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.columns import parse_map
from dragoman.sources.parquet import is_parquet, parquet_pages

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = [f"Report number {n}, and the envoys met.\n" for n in range(300)]


def _written(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=100)
    return out.getvalue()


def _read(data: bytes, *said: str) -> list[RawPage | InputError]:
    return list(parquet_pages(io.BytesIO(data), "dump.parquet", parse_map(said)))


def _pages(data: bytes, *said: str) -> list[RawPage]:
    found = _read(data, *said)
    assert not [error for error in found if isinstance(error, InputError)]
    return [page for page in found if isinstance(page, RawPage)]


def _error(data: bytes, *said: str) -> InputError:
    (error,) = _read(data, *said)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    return error


def test_a_row_becomes_the_article_that_the_record_would_be(tmp_path: Path) -> None:
    record = {"id": "r1", "title": "Talks", "text": "The envoys met.", "date": "2015-05-31", "outlet": "The Meridian"}
    path = tmp_path / "dump.parquet"
    path.write_bytes(_written(**{column: [value] for column, value in record.items()}))
    with path.open("rb") as handle:
        assert is_parquet(handle)
        (page,) = parquet_pages(handle, str(path))
    assert isinstance(page, RawPage)
    assert (page.path, page.kind, page.content) == (f"{path}:1", "article", "The envoys met.")
    assert page.metadata == Metadata("r1", "Talks", "2015-05-31", outlet="The Meridian")
    assert page.sha256 == sha256(json.dumps(record, separators=(",", ":")).encode()).hexdigest()


def test_rows_come_in_order_over_all_row_groups() -> None:
    rows = _pages(_written(article_id=range(300), Body=_TEXTS, other=[[1]] * 300))
    assert [row.content for row in rows] == _TEXTS
    assert [row.path for row in rows] == [f"dump.parquet:{n}" for n in range(1, 301)]
    assert [row.metadata.id for row in rows] == [str(n) for n in range(300)]


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
)
def test_strings_of_any_make_are_text(kind: pa.DataType) -> None:
    (page,) = _pages(_written(words=pa.array(["The envoys met."]).cast(kind)), "text=words")
    assert page.content == "The envoys met."


_NIGHT = dt.datetime(2015, 5, 31, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (pa.array([dt.date(2015, 5, 31)]), "2015-05-31"),
        (pa.array([dt.date(2015, 5, 31)], pa.date64()), "2015-05-31"),
        (pa.array([_NIGHT.replace(tzinfo=None)], pa.timestamp("s")), "2015-05-31T23:30:00.000"),
        (pa.array([_NIGHT.replace(tzinfo=None)], pa.timestamp("ns")), "2015-05-31T23:30:00.000000000"),
        (pa.array([_NIGHT], pa.timestamp("s", "UTC")), "2015-05-31T23:30:00.000Z"),
        (pa.array([_NIGHT], pa.timestamp("s", "+09:00")), "2015-06-01T08:30:00.000+0900"),
        (pa.array([20150531]), "20150531"),
        (pa.array([20150531233000]), "20150531"),
        (pa.array([None]), None),
        (pa.array([None], pa.timestamp("s")), None),
    ],
)
def test_dates_and_times_are_iso_and_their_day_is_that_of_their_zone(value: pa.Array, date: str | None) -> None:
    (page,) = _pages(_written(text=["The envoys met."], date=value))
    assert page.metadata.date == date


@pytest.mark.parametrize(
    ("columns", "what"),
    [
        ({"text": [["nested"]]}, 'the column "text" holds nested values (list<'),
        ({"text": [{"a": "b"}]}, 'the column "text" holds nested values (struct<'),
        ({"text": [17]}, 'the column "text" holds int64 values, not a string'),
        ({"body": [b"bytes"]}, 'the column "body" holds binary values, not a string'),
        ({"text": ["x"], "id": [1.5]}, 'the column "id" holds double values, not a string or whole number'),
        ({"text": ["x"], "date": [True]}, 'the column "date" holds bool values, not a date'),
        ({"text": ["x"], "title": [1]}, 'the column "title" holds int64 values'),
        ({"words": ["x"]}, "no column with the reports' words"),
        ({"SOURCEURL": ["x"], "GLOBALEVENTID": [1]}, "GDELT's table of events"),
        ({"text": pa.array([], pa.string())}, "a table without rows"),
    ],
)
def test_a_column_that_is_no_text_is_one_error_that_names_it(columns: dict[str, object], what: str) -> None:
    assert what in _error(_written(**columns)).what


def test_a_column_found_by_its_name_only_is_let_be_if_it_is_no_text() -> None:
    (page,) = _pages(_written(text=["The envoys met."], source=[{"name": "x"}], timestamp=[1.5]))
    assert page.metadata == Metadata()


def test_a_bad_row_is_named_and_the_others_are_read() -> None:
    texts = pa.array([b"one", None, b"t\xe9wo", b"bin\0ary", b"two", b"\xe2\x98\xae"]).view(pa.string())
    dates = [None, None, None, None, "2013-02-31", "2013-02-28"]
    first, *errors, last = _read(_written(text=texts, date=dates))
    assert isinstance(first, RawPage)
    assert isinstance(last, RawPage)
    assert (last.path, last.content) == ("dump.parquet:6", "☮")
    assert [str(error).split("; ")[0] for error in errors] == [
        "dump.parquet:2: a record without text",
        "dump.parquet:3: a row that is not UTF-8",
        "dump.parquet:4: binary data in a row",
        "dump.parquet:5: '2013-02-31' is no date",
    ]


def test_the_user_says_which_column_is_what() -> None:
    data = _written(text=["nonsense"], words=["The envoys met."], timestamp=[1394470370698])
    assert "is no date" in _error(data).what
    assert _pages(data, "text=words", "date=")[0].content == "The envoys met."
    assert "name one of text, words" in _error(data, "text=wrods").do


def test_a_damaged_file_is_one_error_after_the_rows_that_could_be_read() -> None:
    whole = _written(text=_TEXTS)
    assert "damaged" in _error(whole[:-200]).what
    assert "damaged" in _error(b"PAR1 and nothing more").what
    broken = bytearray(whole)
    begin = pq.ParquetFile(io.BytesIO(whole)).metadata.row_group(1).column(0).dictionary_page_offset
    broken[begin : begin + 300] = b"\xff" * 300
    *rows, error = _read(bytes(broken))
    assert len(rows) == 100
    assert isinstance(error, InputError)
    assert str(error) == "dump.parquet: a damaged Parquet file; write it again; 100 rows could be read"


def test_a_bomb_is_given_up() -> None:
    one = pa.array(["envoys " * 500_000])
    bomb = pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 100, pa.int32()), one)})
    out = io.BytesIO()
    pq.write_table(bomb, out, store_schema=False)
    *_, error = _read(out.getvalue())
    assert isinstance(error, InputError)
    assert "bomb" in error.what


def test_only_files_with_the_mark_are_parquet(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"PAR")
    with path.open("rb") as handle:
        assert not is_parquet(handle)
        assert handle.tell() == 0


@given(st.integers(min_value=4), st.binary(min_size=1, max_size=8))
def test_any_damage_gives_pages_or_errors(place: int, damage: bytes) -> None:
    data = bytearray(_SMALL)
    place %= len(data)
    data[place : place + len(damage)] = damage
    for found in _read(bytes(data)):
        assert isinstance(found, (RawPage, InputError))


_SMALL = _written(id=range(20), text=_TEXTS[:20], date=[dt.date(2015, 5, 31)] * 20)
