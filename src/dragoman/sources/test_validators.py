from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.errors import StoreError
from dragoman.sources.validators import Validator, load_validators, save_validators, validator_of

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_saved_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    assert load_validators(path) == {}
    given = {"https://m.example/1": Validator('"a"', None), "https://m.example/2": Validator(None, "yesterday")}
    save_validators(path, given)
    assert load_validators(path) == given
    assert [file.name for file in tmp_path.iterdir()] == ["seen.json"]


def test_conditions_are_the_headers_to_send() -> None:
    assert Validator('"a"', "b").conditions() == {"If-None-Match": '"a"', "If-Modified-Since": "b"}
    assert Validator(None, None).conditions() == {}


def test_only_values_that_can_be_sent_back_are_kept() -> None:
    assert validator_of({"ETag": 'W/"1"'}) == Validator('W/"1"', None)
    assert validator_of({"ETag": '"a\r\nX: y"', "Last-Modified": "é"}) is None
    assert validator_of({"ETag": "a" * 2000}) is None


@pytest.mark.parametrize(
    "content", [b"", b"words", b"[]", b'{"pages": 5}', b'{"pages": {"a": 5}}', b"\xff", b"[" * 100_000]
)
def test_a_file_of_something_else_is_neither_read_nor_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        load_validators(path)


def test_a_place_that_cant_be_written_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be written"):
        save_validators(tmp_path / "gone" / "seen.json", {})
    with pytest.raises(StoreError, match="can't be read"):
        load_validators(tmp_path)
