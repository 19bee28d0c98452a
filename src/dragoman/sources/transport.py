"""One HTTP request to one address, bounded in time and size.

urllib3 does the talking: it is well kept, typed, comes with trafilatura already, and lets one connect to an address
that was looked at while TLS checks the name (httpx and requests resolve the name again by themselves). No proxy of the
environment is used, no cookie kept, no redirect followed.
"""

from __future__ import annotations

import ssl
from contextlib import closing, suppress
from http.client import HTTPException
from socket import SHUT_RDWR
from threading import Event, Timer
from typing import TYPE_CHECKING, NamedTuple

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from dragoman.sources.chunks import CHUNK, TooLargeError

if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping, Sequence

    from urllib3 import BaseHTTPResponse
    from urllib3.util import Url

PORTS = {"http": 80, "https": 443}
_OK = 200
_TOO_LONG = "it took too long"


class Limits(NamedTuple):
    """Bounds of one request: seconds without a byte, seconds in all, and bytes of the unpacked body."""

    silence: float = 20.0
    whole: float = 120.0
    size: int = 64 << 20


class Answer(NamedTuple):
    """A response: status, headers, and the unpacked body of a 200 (empty for all others)."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class NoAnswerError(Exception):
    """A server couldn't be reached, broke off, took too long, or spoke no HTTP."""


class _NotReachedError(NoAnswerError):
    """No connection came about at all."""


def ask(url: Url, addresses: Sequence[str], headers: Mapping[str, str], limits: Limits) -> Answer:
    """The answer to a GET of `url` from the first of the host's numeric addresses that can be reached.

    Raises NoAnswerError, or TooLargeError.
    """
    for address in addresses[:-1]:
        with suppress(_NotReachedError):
            return _ask(url, address, headers, limits)
    return _ask(url, addresses[-1], headers, limits)


def _ask(url: Url, address: str, headers: Mapping[str, str], limits: Limits) -> Answer:
    connection = _connection(url, address, limits)
    sockets: list[socket.socket] = []
    late = Event()
    clock = Timer(limits.whole, _cut, (late, connection, sockets))
    clock.daemon = True
    clock.start()
    try:
        connection.connect()
        sockets.append(connection.sock)
        named = {"Host": url.netloc or "", "Accept-Encoding": "gzip", **headers}
        connection.request("GET", url.request_uri, headers=named, preload_content=False, decode_content=True)
        with closing(connection.getresponse()) as response:
            answer = Answer(response.status, response.headers, _body(response, limits))
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        kind = NoAnswerError if sockets else _NotReachedError
        raise kind(_why(error, late=late.is_set())) from error
    finally:
        clock.cancel()
        connection.close()
    if late.is_set():  # a body without a length looks whole when it is cut off
        raise NoAnswerError(_TOO_LONG)
    return answer


def _connection(url: Url, address: str, limits: Limits) -> HTTPConnection:
    port = url.port or PORTS[url.scheme or ""]
    if url.scheme == "http":
        return HTTPConnection(address, port, timeout=limits.silence)
    host = (url.host or "").strip("[]")
    return HTTPSConnection(
        address, port, timeout=limits.silence, server_hostname=host, ssl_context=ssl.create_default_context()
    )


def _cut(late: Event, connection: HTTPConnection, sockets: list[socket.socket]) -> None:
    """Break off a server that sends a byte at a time: no timeout between two bytes ever ends it."""
    late.set()
    for held in (*sockets, connection.sock):
        if held is not None:
            with suppress(OSError):
                held.shutdown(SHUT_RDWR)


def _body(response: BaseHTTPResponse, limits: Limits) -> bytes:
    if response.status != _OK:
        return b""
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(CHUNK, decode_content=True):
        size += len(piece)
        if size > limits.size:
            raise TooLargeError
        pieces.append(piece)
    return b"".join(pieces)


def _why(error: Exception, *, late: bool) -> str:
    if late:
        return _TOO_LONG
    if isinstance(error, ssl.SSLError) or "certificate" in str(error).lower():
        return "its certificate or encryption doesn't hold"
    if isinstance(error, TimeoutError) or "timed out" in str(error).lower():
        return "it didn't answer in time"
    return "no connection, or it broke off"
