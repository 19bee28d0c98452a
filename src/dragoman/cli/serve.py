"""`dragoman serve`: the record in a browser."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.guard import say
from dragoman.cli.question import DEFAULT_STORE


def serve(
    store: Annotated[
        Path, typer.Option("--store", metavar="FILE", help="The record; made if it is not there.", show_default=True)
    ] = DEFAULT_STORE,
    host: Annotated[str, typer.Option(metavar="HOST", help="Another than this machine needs --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="0 takes any that is free.", min=0, max=65535)] = 8642,
    token: Annotated[
        str | None,
        typer.Option(metavar="WORD", envvar="DRAGOMAN_TOKEN", help="The password that a browser has to give."),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; your login unless given.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nothing be read in or decided.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
) -> None:
    """Open the record in a browser: to read, to follow, to compare, and to put right what is wrong.

    Ctrl-C ends it. Only this machine is let in unless --host says otherwise.

    Example: dragoman serve --store korea.duckdb
    """
    from dragoman.web import serve as run  # noqa: PLC0415 - a server need not be loaded for every verb

    def ready(address: str) -> None:
        say(f"dragoman serves {store} at {address} (Ctrl-C ends)")
        if open_:
            webbrowser.open(address)

    run(store, host=host, port=port, token=token, by=by, read_only=read_only, on_ready=ready)
