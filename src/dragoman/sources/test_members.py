from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.members import Gap, begins_archive, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = st.integers(1, 3000)


def _member(name: str, size: int = 2000) -> bytes:
    """A packed member that hardly packs, so that it has bytes to damage."""
    return gzip.compress(b"WARC/1.0 " + name.encode() + random.Random(name).randbytes(size))


def _read(packed: bytes, size: int = 1 << 16) -> list[bytes | Gap]:
    return list(unpack(_cut(packed, size)))


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _whys(found: list[bytes | Gap]) -> list[tuple[str, bool]]:
    return [(one.why, one.begun) for one in found if isinstance(one, Gap)]


def _bytes(found: list[bytes | Gap]) -> bytes:
    return b"".join(one for one in found if isinstance(one, bytes))


@given(st.lists(st.binary(max_size=300), max_size=4), _SIZES)
def test_whole_members_are_unpacked_however_the_stream_is_cut(parts: list[bytes], size: int) -> None:
    packed = b"\0\0".join(map(gzip.compress, parts)) + b"\0"
    assert _bytes(_read(packed, size)) == b"".join(parts)


@given(_SIZES)
def test_a_damaged_member_is_a_gap_and_the_next_is_read(size: int) -> None:
    bad = bytearray(_member("b"))
    bad[len(bad) // 2 :] = bytes(len(bad) - len(bad) // 2)
    found = _read(_member("a") + bytes(bad) + _member("c"), size)
    assert [why for why, _ in _whys(found)] == ["damaged"]
    assert _bytes(found).startswith(gzip.decompress(_member("a")))
    assert _bytes(found).endswith(gzip.decompress(_member("c")))


def test_a_member_whose_checksum_is_wrong_is_a_gap() -> None:
    bad = bytearray(_member("a"))
    bad[-6] ^= 1
    assert [why for why, _ in _whys(_read(bytes(bad) + _member("b")))] == ["damaged"]


def test_rubbish_between_members_is_a_gap_that_took_nothing_with_it() -> None:
    found = _read(_member("a") + b"rubbish \x1f\x8b\x08 and more" + _member("b"))
    assert _whys(found) == [("damaged", False)]
    assert _bytes(found) == gzip.decompress(_member("a")) + gzip.decompress(_member("b"))


def test_a_cut_end_is_a_gap_after_what_could_be_unpacked() -> None:
    found = _read(_member("a") + _member("b")[:-300])
    assert _whys(found) == [("cut short", True)]
    assert _bytes(found).startswith(gzip.decompress(_member("a")))
    assert _whys(_read(_member("a") + _member("b")[:5])) == [("cut short", False)]


def test_a_bomb_is_a_gap_and_its_neighbours_are_read() -> None:
    bomb = gzip.compress(b"WARC/1.0 " + bytes(150 << 20), 6)
    sizes, whys = 0, []
    for found in unpack(iter([_member("a") + bomb + _member("b"), _member("c")])):
        if isinstance(found, Gap):
            whys.append(found.why)
        else:
            sizes += len(found)
            last = found
    assert whys == ["a packed bomb"]
    assert sizes < 130 << 20
    assert gzip.decompress(_member("c")).endswith(last)


def test_the_beginning_of_an_archive_is_told_from_other_packed_files() -> None:
    assert begins_archive(_member("a")[:200])
    assert not begins_archive(gzip.compress(b"The envoys met."))
    assert not begins_archive(b"WARC/1.0")
    assert not begins_archive(b"\x1f\x8b\x08")


@given(st.lists(st.tuples(st.integers(0, 6500), st.integers(0, 255)), max_size=6), _SIZES)
def test_any_damage_leaves_whole_members_or_gaps(changes: list[tuple[int, int]], size: int) -> None:
    packed = bytearray(b"".join(_member(name) for name in "abc"))
    for at, value in changes:
        packed[at % len(packed)] = value
    found = _read(bytes(packed), size)
    assert all(isinstance(one, Gap) or len(one) <= 1 << 16 for one in found)
    assert len(_whys(found)) <= 3 + len(changes)
