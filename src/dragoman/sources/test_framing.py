from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.framing import Broken, Record, cut_records
from dragoman.sources.members import Gap

if TYPE_CHECKING:
    from dragoman.sources.heads import Head

_GAP = Gap("damaged", "fetch it again", begun=True)


def _record(name: str, block: bytes = b"words", claims: object = None, end: bytes = b"\r\n\r\n") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {name}\r\nContent-Length: {len(block) if claims is None else claims}\r\n\r\n"
    return head.encode() + block + end


def _wanted(head: Head, first: bytes) -> bool:
    return head.get("WARC-Type") != "unwanted" and not first.startswith(b"picture")


def _cut(*pieces: bytes | Gap, limit: int = 10_000) -> list[str]:
    """Each record found as "number name: block", a broken one as "number name! why"."""
    found = []
    for one in cut_records(iter(pieces), _wanted, limit):
        name = one.head.get("WARC-Type") if one.head else ""
        said = f": {(one.block or b'too long').decode()}" if isinstance(one, Record) else f"! {one.why.split(':')[0]}"
        found.append(f"{one.number} {name}{said}")
    return found


@given(st.integers(1, 60))
def test_records_are_counted_and_the_wanted_ones_are_cut_out(size: int) -> None:
    data = _record("a") + _record("unwanted") + _record("b", b"picture") + _record("c", b"")
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert _cut(*pieces) == ["1 a: words", "4 c: too long"]


def test_line_ends_may_be_short_or_missing() -> None:
    data = _record("a", end=b"\n\n") + _record("b", end=b"") + _record("c", end=b"\r\n\r\n\r\n") + _record("d", end=b"")
    assert _cut(data) == ["1 a: words", "2 b: words", "3 c: words", "4 d: words"]


@pytest.mark.parametrize("claims", [1, 20, 60, 100, 150, "none", "-5", "9" * 18, "9" * 30])
def test_a_record_with_a_wrong_length_costs_itself_only(claims: object) -> None:
    block = b"many words\r\n" * 9
    found = _cut(_record("a") + _record("b", block, claims) + _record("c") + _record("d"))
    assert found[:2] == ["1 a: words", "2 b! damaged"] or claims == "9" * 18
    assert found[-1] == "4 d: words" or claims == "9" * 18


def test_a_length_beyond_the_end_costs_what_follows_only_where_it_is_not_held() -> None:
    data = _record("a") + _record("b", b"words", 9000) + _record("c")
    assert _cut(data) == ["1 a: words", "2 b! damaged", "3 c: words"]
    assert _cut(data, limit=100) == ["1 a: words", "2 b! cut short"]


def test_rubbish_between_records_is_one_error_and_takes_nothing_with_it() -> None:
    found = _cut(_record("a") + b"rubbish\r\n" * 9000 + _record("b"))
    assert found == ["1 a: words", "2 ! damaged", "3 b: words"]


@pytest.mark.parametrize("lost", [5, 6, 8, 12, 30, 50])
def test_a_record_cut_short_is_an_error_after_what_came_before(lost: int) -> None:
    assert _cut((_record("a") + _record("b"))[:-lost])[0] == "1 a: words"
    assert _cut((_record("a") + _record("b"))[:-lost])[1:] in (["2 b! cut short"], ["2 ! cut short"])


def test_a_gap_breaks_the_record_that_it_lies_in() -> None:
    whole, half = _record("a"), _record("b")[:-7]
    assert _cut(whole, half, _GAP, _record("c")) == ["1 a: words", "2 b! damaged", "3 c: words"]
    assert _cut(whole, half[:20], _GAP, _record("c")) == ["1 a: words", "2 ! damaged", "3 c: words"]
    assert _cut(_record("unwanted")[:-7], _GAP, _record("c")) == ["1 unwanted! damaged", "2 c: words"]
    assert _cut(_GAP, _GAP._replace(begun=False), whole) == ["1 ! damaged", "2 ! damaged", "3 a: words"]


def test_bytes_before_a_gap_count_only_if_the_gap_took_none_of_theirs() -> None:
    assert _cut(_record("a"), _GAP, _record("b")) == ["1 a! damaged", "2 b: words"]
    assert _cut(_record("a"), _GAP._replace(begun=False), _record("b")) == ["1 a: words", "2 ! damaged", "3 b: words"]


def test_a_record_longer_than_may_be_held_is_told_and_the_next_is_read() -> None:
    assert _cut(_record("a", b"x" * 200) + _record("b"), limit=100) == ["1 a: too long", "2 b: words"]


_PIECES = st.sampled_from([_record("a"), _record("b", b"", 7), b"WARC/1.0\r\n", b"\r\n", b"x" * 50, _record("c")[:40]])


@given(st.lists(st.one_of(_PIECES, st.binary(max_size=60), st.just(_GAP)), max_size=12))
def test_any_stream_ends_in_records_and_errors_counted_upwards(pieces: list[bytes | Gap]) -> None:
    found = list(cut_records(iter(pieces), _wanted, 1000))
    numbers = [one.number for one in found]
    assert numbers == sorted(set(numbers))
    assert all(one.why and one.do for one in found if isinstance(one, Broken))
