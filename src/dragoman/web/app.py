"""The server: every page at its address with its twin in JSON, actions, files, and errors in one line."""

from __future__ import annotations

import json
import pkgutil
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from anyio.to_thread import current_default_thread_limiter, run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.errors import DragomanError, InputError, UsageError
from dragoman.web import pages as rooms
from dragoman.web.files import routes as file_routes
from dragoman.web.guard import Guard, Rules
from dragoman.web.keeping import Kept
from dragoman.web.page import Asked, Page, Posted, Site
from dragoman.web.telling import just_done
from dragoman.web.templates import templates

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
    from typing import Any

    from starlette.types import Message, Receive

    from dragoman.web.desk import Desk
    from dragoman.web.page import Action, Answer

    Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

STATIC = Path(__file__).parent / "static"
_AT_ONCE = 8
"""Requests worked on at once: DuckDB uses all cores for one, so more only take memory and wait for each other."""
_KEPT = 100
"""Pages kept; of 100 events one has less than 200 kB."""
_FILES, _FIELD = 20_000, 16 << 20
LARGEST = 2 << 30
"""Bytes of a form with all its files; more is read by the command line, which needs no copy."""


@cache
def site() -> Site:
    """What the modules of `dragoman.web.pages` list in PAGES and ACTIONS."""
    names = [one.name for one in pkgutil.iter_modules(rooms.__path__) if not one.name.startswith("test_")]
    modules = [import_module(f"{rooms.__name__}.{name}") for name in names]
    found = [page for one in modules for page in getattr(one, "PAGES", ())]
    return Site(
        tuple(sorted(found, key=lambda page: (page.order, page.path))),
        tuple(action for one in modules for action in getattr(one, "ACTIONS", ())),
    )


def make_app(desk: Desk, rules: Rules) -> Starlette:
    """The application that serves a desk to whom the rules let in."""

    @asynccontextmanager
    async def few_at_once(_app: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = _AT_ONCE
        yield

    kept: Kept[Response] = Kept(_KEPT)
    routes: list[Route | Mount] = [Mount("/static", StaticFiles(directory=STATIC))]
    for page in site().pages:
        routes.append(Route(page.twin, _page(desk, page, _as_json, kept)))
        routes.append(Route(page.path, _page(desk, page, _as_html, kept)))
    routes += [Route(action.path, _action(desk, action), methods=["POST"]) for action in site().actions]
    routes += file_routes(desk)
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, rules=rules)],
        exception_handlers={HTTPException: _http_error, DragomanError: _mendable, Exception: _fault},
        lifespan=few_at_once,
    )


def _page(desk: Desk, page: Page, show: Callable[[Request, Page, Answer], Response], kept: Kept[Response]) -> Endpoint:
    def make(request: Request) -> Response:
        with desk.store() as store:
            answer = page.answer(Asked(desk, store, request.path_params, request.query_params))
            did = just_done(store, request.query_params.get("did"))
            return show(
                request, page, answer._replace(view={"did": did, "writable": not desk.read_only, **answer.view})
            )

    def work(request: Request) -> Response:
        if not page.steady:
            return make(request)
        return kept.get((request.url.path, request.url.query, desk.version), lambda: make(request))

    async def endpoint(request: Request) -> Response:
        return await run_sync(work, request)

    return endpoint


def _action(desk: Desk, action: Action) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        sent = Request(request.scope, _up_to(LARGEST, request.receive))
        async with sent.form(max_files=_FILES, max_fields=_FILES, max_part_size=_FIELD) as form:
            there = await run_sync(action.do, Posted(desk, form))
        return RedirectResponse(there, 303)

    return endpoint


def _up_to(most: int, receive: Receive) -> Receive:
    """What comes in, but a refusal as soon as that is too much; how much is announced does not count."""
    came = 0

    async def received() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise HTTPException(413, f"This is more than {most >> 20} MiB at once; read it with dragoman read.")
        return message

    return received


def _as_json(_request: Request, _page: Page, answer: Answer) -> Response:
    return _json(answer.data)


def _json(data: Mapping[str, object], status: int = 200) -> Response:
    return Response(json.dumps(data, default=str, indent=1) + "\n", status, media_type="application/json")


def _as_html(request: Request, page: Page, answer: Answer) -> Response:
    twin = f"{request.url.path.rstrip('/') or '/index'}.json"
    twin += f"?{request.url.query}" if request.url.query else ""
    kept = [part for part in request.url.query.split("&") if part and not part.startswith("did=")]
    here = request.url.path + ("?" + "&".join(kept) if kept else "")
    return _html(page.template, {**answer.data, **answer.view, "page": page, "twin": twin, "here": here})


def _html(template: str, variables: Mapping[str, object], status: int = 200) -> Response:
    bar = [page for page in site().pages if page.nav]
    return HTMLResponse(templates().get_template(template).render({"bar": bar, **variables}), status)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    unknown = "There is nothing at this address."
    said = unknown if error.status_code == 404 else error.detail
    return _failed(request, error.status_code, said, "Go back, or start from the first page.")


async def _mendable(request: Request, error: Exception) -> Response:
    assert isinstance(error, DragomanError)
    status = 404 if isinstance(error, InputError) else 400 if isinstance(error, UsageError) else 503
    return _failed(request, status, f"{error.where}: {error.what}.", f"{error.do[:1].upper()}{error.do[1:]}.")


async def _fault(request: Request, _error: Exception) -> Response:
    do = "Please report it with what the terminal shows."
    return _failed(request, 500, "This is a fault of the program, not yours.", do)


def _failed(request: Request, status: int, what: str, do: str) -> Response:
    if request.url.path.endswith(".json"):
        return _json({"error": what, "do": do}, status)
    shown = {"page": None, "twin": None, "did": None, "here": "/", "status": status, "what": what, "do": do}
    return _html("error.html", shown, status)
