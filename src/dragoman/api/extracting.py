"""Code a text or some files and hand on the reports, with no record in between."""

from __future__ import annotations

from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.api.pages import fetcher_for, options_of, reports_of
from dragoman.api.triaging import beside_skipped
from dragoman.article import report
from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.pipeline import code
from dragoman.siblings import in_windows
from dragoman.triage import is_worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dragoman.model import Report


def extract(
    text_or_path: str | PathLike[str] | Sequence[PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    fetch: bool = False,
    triage: bool = False,
    on_failure: Callable[[InputError], object] | None = None,
) -> Iterator[Report]:
    """The coded reports of a text, of a file or folder, or of several, in order.

    A report that states no date is dated with the help of those read with it, some 2,000 at a time; the order within
    these makes no difference. Those that state theirs are handed on as they are done, up to the first that doesn't.

    A str is a path if something lies there, and else the text of one article, taken verbatim. A single word at which
    nothing lies is taken for a mistyped path. An input that can't be read is handed to `on_failure`; without one, its
    InputError is raised. `columns` names the columns of tables and fields of records, as {"text": "body"}; with
    `fetch`, pages that feeds link to are asked of the web. With `triage`, of files and folders what a cheap look takes
    to be about neither diplomacy nor conflict comes as it was read, with nothing found in it.
    """
    failed = on_failure or _raise
    if isinstance(text_or_path, str) and not _lies_there(text_or_path):
        return code(iter([report(_page(text_or_path))]))
    paths = [text_or_path] if isinstance(text_or_path, str | PathLike) else text_or_path
    options = options_of(columns, fetcher_for(None) if fetch else None)
    coded = code(reports_of(list(paths), failed, options=options), is_worth if triage else lambda _: True)
    return beside_skipped(coded, in_windows, triage=triage)


def _page(text: str) -> RawPage:
    if len(text.split()) < 2:
        shown = repr(text[:60])
        raise InputError("neither a file nor a text", where=shown, do="check the name, or give an article's words")
    data = text.encode("utf-8", "replace")
    return RawPage("text", "article", data.decode(), sha256(data).hexdigest())


def _lies_there(text: str) -> bool:
    try:
        return text == "-" or Path(text).exists()
    except (OSError, ValueError):
        return False  # too long for a name, or with a zero byte: certainly no path


def _raise(failure: InputError) -> None:
    raise failure
