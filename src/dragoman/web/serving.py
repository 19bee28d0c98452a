"""The server on a socket, until Ctrl-C."""

from __future__ import annotations

import ipaddress
import os
import socket
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from dragoman.errors import UsageError
from dragoman.web.app import make_app
from dragoman.web.desk import Desk
from dragoman.web.guard import LOOPBACK, Rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

PORT = 8642
_SHORTEST = 8
_GRACE = 3  # seconds that requests under way have at the end


def serve(  # noqa: PLR0913 - each a choice of the user's, given by name
    store: str | PathLike[str],
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    token: str | None = None,
    read_only: bool = False,
    by: str | None = None,
    on_ready: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve the record at `store`, which is made if it is not there, until the process is interrupted.

    `on_ready` is told the address; port 0 takes any that is free. Raises UsageError if the host is not this machine and
    there is no token, or the address can't be had, and StoreError if the record can't be opened.
    """
    check_open(host, token)
    with _bound(host, port) as listening, Desk(store, read_only=read_only, by=by) as desk:
        port = int(listening.getsockname()[1])
        app = make_app(desk, Rules(_hosts(host, port), token))
        config = uvicorn.Config(
            app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE, ws="none"
        )
        # DuckDB loads this when it is first handed a table, for more than a second: not while a page is waited for.
        Thread(target=import_module, args=("pyarrow.dataset",), daemon=True).start()
        on_ready(f"http://{_in_address(host)}:{port}/")
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            return


def check_open(host: str, token: str | None) -> None:
    """Raise UsageError if others than this machine's could read and change the record without a token."""
    if token is not None and len(token) < _SHORTEST:
        raise UsageError(f"is shorter than {_SHORTEST} characters", where="--token", do="give a longer one")
    if token is None and not _is_own(host):
        what = "opens the record to others than this machine's"
        raise UsageError(what, where=f"--host {host}", do="give --token WORD, which they then have to know")


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _hosts(host: str, port: int) -> frozenset[str]:
    """The names by which the server may be called: on this machine its own; elsewhere any, since the token guards."""
    if not _is_own(host):
        return frozenset()
    return frozenset(f"{name}:{port}" for name in (*LOOPBACK, _in_address(host)))


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _bound(host: str, port: int) -> socket.socket:
    """A socket that listens there; UsageError if it can't be had."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        do = "choose another --port, or another --host"
        raise UsageError(f"can't be served from ({why.lower()})", where=f"{host}:{port}", do=do) from None
