from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.heads import HEAD_LIMIT, read_head


def test_a_head_has_a_first_line_fields_in_any_case_and_a_size() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length:  5 \r\n\r\nwords"
    head = read_head(data)
    assert head is not None
    assert head.first_line == "WARC/1.0"
    assert head.get("warc-TYPE") == "response"
    assert head.get("content-length") == "5"
    assert head.get("no-such-field") == ""
    assert data[head.size :] == b"words"


def test_lines_may_end_without_a_carriage_return_and_go_on_in_the_next() -> None:
    data = bytearray(b"HTTP/1.1 200 OK\nContent-Type: text/html;\n charset=utf-8\n\nwords")
    head = read_head(data)
    assert head is not None
    assert head.get("Content-Type") == "text/html; charset=utf-8"
    assert data[head.size :] == b"words"


def test_what_ends_nowhere_is_no_head() -> None:
    assert read_head(b"") is None
    assert read_head(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n") is None
    assert read_head(b"HTTP/1.1 200 OK\r\nX: " + b"x" * HEAD_LIMIT + b"\r\n\r\n") is None


@given(st.binary(max_size=200))
def test_any_bytes_have_a_head_or_none(data: bytes) -> None:
    head = read_head(data + b"\r\n\r\n")
    assert head is None or 0 < head.size <= len(data) + 4
