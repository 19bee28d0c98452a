"""What is not a page but a file to be saved or subscribed to: feeds, documents; a module lists them in FILES."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from anyio.to_thread import run_sync
from starlette.responses import Response
from starlette.routing import Route

from dragoman.web import pages as rooms
from dragoman.web.page import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from dragoman.web.desk import Desk


class Content(NamedTuple):
    """A file: its bytes, its media type, and the name under which a browser saves it, None for what it shows."""

    body: bytes
    type: str
    name: str | None = None


class File(NamedTuple):
    """Its address and the function that makes it; that gets where this server was asked, "http://127.0.0.1:8642"."""

    path: str
    make: Callable[[Asked, str], Content]


@cache
def files() -> tuple[File, ...]:
    """What the modules of `dragoman.web.pages` list in FILES."""
    names = [one.name for one in pkgutil.iter_modules(rooms.__path__) if not one.name.startswith("test_")]
    modules = [import_module(f"{rooms.__name__}.{name}") for name in names]
    return tuple(file for one in modules for file in getattr(one, "FILES", ()))


def routes(desk: Desk) -> list[Route]:
    """A route for each file."""
    return [_route(desk, file) for file in files()]


def _route(desk: Desk, file: File) -> Route:
    def work(request: Request) -> Response:
        with desk.store() as store:
            made = file.make(
                Asked(desk, store, request.path_params, request.query_params), str(request.base_url).rstrip("/")
            )
        headers = {"Content-Disposition": f'attachment; filename="{made.name}"'} if made.name else {}
        return Response(made.body, media_type=made.type, headers=headers)

    async def endpoint(request: Request) -> Response:
        return await run_sync(work, request)

    return Route(file.path, endpoint)
