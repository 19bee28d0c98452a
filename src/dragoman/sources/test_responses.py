from __future__ import annotations

import gzip
import zlib
from io import BytesIO

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.chunks import DamagedError, TooLargeError
from dragoman.sources.responses import body, read_response

_WORDS = b"<p>The envoys met in the harbour. " * 90
_LIMIT = 1 << 20


def _answer(content: bytes, *fields: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html", *fields, "", ""]).encode() + content


def _body(content: bytes, *fields: str, limit: int = _LIMIT) -> bytes:
    data = _answer(content, *fields)
    response = read_response(data)
    assert response is not None
    return body(data, response, limit)


def _bare(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def _written(writer: type[BrotliWriter | ZstdWriter], content: bytes) -> bytes:
    out = BytesIO()
    packer = writer(out)
    packer.write(content)
    packer.close()
    return out.getvalue()


_PACKED = {
    "gzip": gzip.compress(_WORDS),
    "x-gzip": gzip.compress(_WORDS),
    "deflate": zlib.compress(_WORDS),
    "Deflate": _bare(_WORDS),
    "br": _written(BrotliWriter, _WORDS),
    "zstd": _written(ZstdWriter, _WORDS),
    "identity": _WORDS,
    "deflate, gzip": gzip.compress(zlib.compress(_WORDS)),
}


def _in_chunks(content: bytes, size: int = 70) -> bytes:
    parts = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(b"%X ;x=y\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\nTrailer: x\r\n\r\n"


def test_the_head_says_status_type_and_charset() -> None:
    response = read_response(b'HTTP/2 204\r\ncontent-type: Text/HTML; x=y; Charset="Windows-1252"\r\n\r\n')
    assert response is not None
    assert (response.status, response.media_type, response.charset) == (204, "text/html", "Windows-1252")
    assert read_response(b"SIP/2.0 200 OK\r\nContent-Type: text/html\r\n\r\n") is None
    bare = read_response(b"HTTP/1.1 twohundred\r\n\r\n")
    assert bare is not None
    assert (bare.status, bare.media_type, bare.charset, bare.codings, bare.chunked) == (0, "", "", (), False)


@pytest.mark.parametrize("coding", _PACKED)
def test_packed_bodies_are_unpacked_in_chunks_and_without(coding: str) -> None:
    assert _body(_PACKED[coding], f"Content-Encoding: {coding}") == _WORDS
    assert _body(_in_chunks(_PACKED[coding]), f"Content-Encoding: {coding}", "Transfer-Encoding: chunked") == _WORDS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_bodies_that_the_archive_unpacked_are_taken_as_they_are(coding: str) -> None:
    fields = f"Content-Encoding: {coding}", "Transfer-Encoding: chunked"
    for words in (_WORDS, "The envoys met in Málaga.\n".encode(), "<p>The envoys met".encode("utf-16")):
        assert _body(words, *fields) == words


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_damaged_and_cut_bodies_are_refused(coding: str) -> None:
    packed = _PACKED[coding]
    with pytest.raises(DamagedError, match="can't be unpacked"):
        _body(packed[: len(packed) - 10], f"Content-Encoding: {coding}")


def test_unknown_and_endless_packings_are_refused() -> None:
    with pytest.raises(DamagedError, match="'compress'"):
        _body(b"\x1f\x9dxx", "Content-Encoding: compress")
    with pytest.raises(DamagedError, match="too often"):
        _body(_WORDS, "Content-Encoding: " + ", ".join(["gzip"] * 500))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_unpacks_to_more_than_its_limit_is_refused(coding: str) -> None:
    with pytest.raises(TooLargeError):
        _body(_PACKED[coding], f"Content-Encoding: {coding}", limit=len(_WORDS) - 1)


def test_chunks_that_are_cut_or_lie_about_their_size_are_refused() -> None:
    whole = _in_chunks(_WORDS)
    assert _body(whole[: whole.index(b"0\r\nTrailer")], "Transfer-Encoding: chunked") == _WORDS
    for broken in (
        whole[:50],
        b"5\r\nhello\r\n-5\r\nhello\r\n",
        b"FFFFFFFFFFFFFF\r\nhello",
        b"3\r\nhello\r\n0\r\n\r\n",
    ):
        with pytest.raises(DamagedError):
            _body(broken, "Transfer-Encoding: chunked")


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "zstd", "identity"]))
def test_any_body_is_bytes_or_refused(content: bytes, coding: str) -> None:
    try:
        found = _body(content, f"Content-Encoding: {coding}", "Transfer-Encoding: chunked", limit=1000)
    except (DamagedError, TooLargeError):
        return
    assert len(found) <= 1000
