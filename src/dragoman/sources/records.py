"""JSON Lines: one record a line, `{"id", "text"}` plus title, date, url, outlet and language where known."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.sources.chunks import split_lines
from dragoman.sources.columns import AS_USUAL, columns_in, shown
from dragoman.sources.rows import ROW_LIMIT, article, check_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.model import RawPage
    from dragoman.sources.chunks import Line
    from dragoman.sources.columns import Columns


def records(
    chunks: Iterator[bytes], name: str, given: Mapping[str, str] = AS_USUAL, limit: int = ROW_LIMIT
) -> Iterator[RawPage | InputError]:
    """A page for each record of a UTF-8 stream of JSON Lines, an error for each line that is none; blank ones go by.

    `given` says which of a record's fields is the text, the date and so on; others go by their usual names. Of two
    records with one id and different words the later is an error: a citation of that id would be ambiguous.
    """
    texts: dict[bytes, bytes] = {}
    unseen = {field for field, column in given.items() if column and field != "text"}
    some = False
    for line in split_lines(chunks, limit):
        where = f"{name}:{line.number}"
        try:
            content = _content(line, where, limit)
            if content is None:
                continue
            row = _row(content, where)
            columns = _columns(row, given, where)
            if unseen:
                unseen -= set(columns.named())
            page = article(row, columns, where, sha256(line.content or b"").hexdigest())
            check_id(page, texts)
        except InputError as error:
            yield error
        else:
            some = True
            yield page
    if unseen and some:
        what = f"no record has a field called {' or '.join(sorted(given[field] for field in unseen))}"
        yield InputError(what, where=name, do="mend --map; the records were read without it")


def _content(line: Line, where: str, limit: int) -> bytes | None:
    """A line's bytes, without the byte order mark that may open the file; None for a blank one."""
    if line.content is None:
        do = "split the record or leave it out"
        raise InputError(f"a line of more than {limit >> 20} MiB", where=where, do=do)
    content = line.content.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.content
    return content if content.strip() else None


def _columns(row: dict[str, Any], given: Mapping[str, str], where: str) -> Columns:
    columns = columns_in(tuple(row), given)
    if columns.text is None and "text" in given:
        what = f'a record without "{shown(given["text"])}"'
        raise InputError(what, where=where, do="leave it out, or mend --map")
    return columns


def _row(content: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError("a line that is not UTF-8", where=where, do="convert the file to UTF-8") from error
    except RecursionError as error:
        raise InputError("not a record but JSON of endless depth", where=where, do="leave the line out") from error
    except ValueError as error:
        why = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "a number too long"
        raise InputError(f"not JSON ({why})", where=where, do="mend the line or leave it out") from error
    if not isinstance(row, dict):
        raise InputError("not a record", where=where, do='write {"id": ..., "text": ...}')
    return row
