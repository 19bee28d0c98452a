from __future__ import annotations

import gzip
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest
from urllib3.util import parse_url

from dragoman.sources.chunks import TooLargeError
from dragoman.sources.transport import Answer, Limits, NoAnswerError, ask

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def _server(answer: bytes, asked: list[bytes]) -> Iterator[int]:
    """A server on loopback that answers one connection with the bytes given, whatever it is asked."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with listener.accept()[0] as peer, suppress(OSError):
                asked.append(peer.recv(1 << 16))
                peer.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def _ask(answer: bytes, scheme: str = "http", asked: list[bytes] | None = None, size: int = 1 << 20) -> Answer:
    with _server(answer, [] if asked is None else asked) as port:
        url = parse_url(f"{scheme}://m.example:{port}/a?b=1")
        return ask(url, ["127.0.0.1"], {"X-A": "1"}, Limits(silence=5, whole=5, size=size))


def _http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def test_the_name_is_asked_for_at_the_address_that_was_looked_at() -> None:
    asked: list[bytes] = []
    answer = _ask(_http(b"words", "Content-Length: 5", 'ETag: "1"'), asked=asked)
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, b"words", '"1"')
    lines = asked[0].decode().split("\r\n")
    assert lines[0] == "GET /a?b=1 HTTP/1.1"
    assert any(line.startswith("Host: m.example:") for line in lines)
    assert "X-A: 1" in lines


def test_the_body_of_what_is_no_page_is_not_read() -> None:
    assert _ask(_http(b"w" * 100, "Content-Length: 100", status="404 Not Found"), size=10).body == b""


def test_packed_bodies_are_unpacked_within_the_bound() -> None:
    packed = gzip.compress(b"w" * 100_000)
    answer = _http(packed, "Content-Encoding: gzip", f"Content-Length: {len(packed)}")
    assert len(_ask(answer).body) == 100_000
    with pytest.raises(TooLargeError):
        _ask(answer, size=99_999)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"words\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        _http(b"short", "Content-Length: 100"),
        _http(b"zz\r\nwords", "Transfer-Encoding: chunked"),
        _http(b"no gzip", "Content-Encoding: gzip", "Content-Length: 7"),
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    ],
)
def test_a_broken_answer_is_no_answer(answer: bytes) -> None:
    with pytest.raises(NoAnswerError):
        _ask(answer)


def test_a_server_without_a_certificate_is_not_believed() -> None:
    with pytest.raises(NoAnswerError, match="certificate or encryption"):
        _ask(_http(b"words"), scheme="https")


def test_the_next_address_is_tried_where_one_isnt_reached() -> None:
    with _server(_http(b"words", "Content-Length: 5"), []) as port:
        url = parse_url(f"http://m.example:{port}/")
        assert ask(url, ["127.0.0.9", "127.0.0.1"], {}, Limits(silence=5, whole=5)).body == b"words"
