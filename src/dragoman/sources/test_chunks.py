from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.chunks import (
    DamagedError,
    Line,
    TooLargeError,
    as_utf8,
    peek,
    read_chunks,
    split_lines,
    unzip,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[i : i + size] for i in range(0, len(data), size))


@given(st.binary(max_size=300), st.integers(1, 40))
def test_lines_are_the_same_however_the_stream_is_cut(data: bytes, size: int) -> None:
    expected = data.split(b"\n")
    if expected[-1] == b"":
        expected.pop()
    found = [line.content for line in split_lines(_cut(data, size), 1000)]
    assert found == [line.removesuffix(b"\r") for line in expected]


def test_a_line_too_long_is_passed_over_and_the_next_is_read() -> None:
    data = b"first\n" + b"x" * 500 + b"\nthird\n"
    assert list(split_lines(_cut(data, 7), 100)) == [Line(1, b"first"), Line(2, None), Line(3, b"third")]


@given(st.binary(max_size=300), st.integers(1, 40))
def test_peeking_takes_nothing_away(data: bytes, size: int) -> None:
    head, chunks = peek(_cut(data, size))
    assert head == data
    assert whole(chunks, 300) == data


def test_a_whole_has_its_limit() -> None:
    assert whole(iter([b"ab", b"c"]), 3) == b"abc"
    with pytest.raises(TooLargeError):
        whole(iter([b"ab", b"c"]), 2)


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=3), st.integers(1, 64))
def test_gzip_members_are_unpacked_one_after_the_other(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts)) + b"\0" * 5
    assert b"".join(unzip(_cut(packed, size))) == b"".join(parts)


def test_a_gzip_cut_short_gives_what_it_has_and_then_says_so() -> None:
    packed = gzip.compress(bytes(range(256)) * 400)
    taken: list[bytes] = []
    with pytest.raises(DamagedError, match="ends early"):
        taken.extend(unzip(_cut(packed[: len(packed) // 2], 100)))
    assert taken


def test_a_broken_gzip_says_so() -> None:
    with pytest.raises(DamagedError, match="broken"):
        list(unzip(iter([b"\x1f\x8b\x08\x00not gzip at all, not in the least"])))


def test_a_bomb_is_stopped() -> None:
    with pytest.raises(TooLargeError):
        for _ in unzip(_cut(gzip.compress(bytes(100 << 20)), 1 << 16)):
            pass


def test_utf16_becomes_utf8_across_chunk_ends() -> None:
    text = "Seoul — 서울 🕊"
    assert b"".join(as_utf8(_cut(text.encode("utf-16"), 3), "utf-16")).decode() == text


def test_a_file_is_read_to_its_end() -> None:
    assert b"".join(read_chunks(io.BytesIO(b"x" * 200_000))) == b"x" * 200_000
