"""Who is let in: hosts that are ours, forms from our own pages, and away from this machine only who has the token."""

from __future__ import annotations

import hmac
from base64 import b64decode
from typing import TYPE_CHECKING, NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # "no-referrer" would take the Origin from our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""What every answer carries."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SAFE = ("GET", "HEAD")


class Rules(NamedTuple):
    """Whom to let in: the hosts ("127.0.0.1:8642") by which this server may be called, and the token if one is needed.

    No hosts means any; that is only for a server that asks for a token, which no stranger's page can know.
    """

    hosts: Collection[str]
    token: str | None = None


class Guard:
    """The server behind it is asked only by whom the rules let in; each answer gets HEADERS.

    The host is checked on every request, since a stranger's page could read the record under a name that it lets lead
    here; the origin on every one that might change something, since that page could send a form.
    """

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app, self._rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = refused(scope["method"], Headers(scope=scope), self._rules)
        await (refusal or self._app)(scope, receive, _with_headers(send))


def refused(method: str, headers: Headers, rules: Rules) -> PlainTextResponse | None:
    """The answer to who is not let in, None for who is."""
    host = headers.get("host", "").lower()
    if rules.hosts and host not in rules.hosts:
        return PlainTextResponse("This host is not served here; use the address that dragoman serve printed.\n", 403)
    if rules.token is not None and not _knows(headers.get("authorization", ""), rules.token):
        ask = {"WWW-Authenticate": 'Basic realm="dragoman: any name, the token as password", charset="UTF-8"'}
        return PlainTextResponse("Give the token of dragoman serve.\n", 401, ask)
    if method not in _SAFE and headers.get("origin", "").lower() not in {f"http://{host}", f"https://{host}"}:
        return PlainTextResponse("Only this server's own pages may change something here.\n", 403)
    return None


def _knows(authorization: str, token: str) -> bool:
    """Whether the token was given, as a bearer's or as the password of a browser's dialogue."""
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() == "basic":
        try:
            word = b64decode(given, validate=True).partition(b":")[2]
        except ValueError:
            return False
    elif scheme.lower() == "bearer":
        word = given.encode("latin-1", "replace")  # a header's bytes, as the server decoded them
    else:
        return False
    return hmac.compare_digest(word, token.encode())


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sent
