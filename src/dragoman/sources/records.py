"""JSON Lines: one record a line, `{"id", "text"}` plus title, date, url, outlet and language where known."""

from __future__ import annotations

import json
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.chunks import split_lines
from dragoman.sources.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.chunks import Line

LINE_LIMIT = 64 << 20
_FIELDS = ("title", "date", "url", "outlet", "language")

# A check over a dump of any size in bounded memory: repeats of later ids than these go unnoticed here.
_IDS_REMEMBERED = 400_000


def records(chunks: Iterator[bytes], name: str, limit: int = LINE_LIMIT) -> Iterator[RawPage | InputError]:
    """A page for each record of a UTF-8 stream of JSON Lines, an error for each line that is none; blank ones go by.

    Of two records with one id and different words the later is an error: a citation of that id would be ambiguous.
    """
    texts: dict[bytes, bytes] = {}
    for line in split_lines(chunks, limit):
        where = f"{name}:{line.number}"
        try:
            page = _page(line, where, limit)
            if page is None:
                continue
            _check_id(page, texts)
        except InputError as error:
            yield error
        else:
            yield page


def _page(line: Line, where: str, limit: int) -> RawPage | None:
    if line.content is None:
        do = "split the record or leave it out"
        raise InputError(f"a line of more than {limit >> 20} MiB", where=where, do=do)
    content = line.content.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.content
    if not content.strip():
        return None
    row = _row(content, where)
    text = row.get("text")
    if text is None:
        raise InputError("a record without text", where=where, do='name its words "text"')
    given = {field: _string(row, field, where) for field in _FIELDS}
    if given["date"] and days_of(given["date"]) is None:
        shown = given["date"][:40]
        raise InputError(f"{shown!r} is no date", where=where, do="give it as 2015-05-31, or leave it out")
    metadata = Metadata(id=_identifier(row, where), **given)
    return RawPage(where, "article", _string(row, "text", where) or "", sha256(line.content).hexdigest(), metadata)


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


def _string(row: dict[str, Any], field: str, where: str) -> str | None:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{field}" is not a string', where=where, do="put it in quotation marks")
    return _encodable(value) if value and (field == "text" or value.strip()) else None


def _identifier(row: dict[str, Any], where: str) -> str | None:
    """The given id; a whole number is as good as its digits."""
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id", where)


def _encodable(text: str) -> str:
    """The text with lone surrogates, which JSON's escapes can smuggle in and no file can hold, as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _check_id(page: RawPage, texts: dict[bytes, bytes]) -> None:
    if page.metadata.id is None:
        return
    key = _digest(page.metadata.id)
    words = _digest(f"{page.metadata.title}\n{page.content}")
    if key in texts and texts[key] != words:
        what = f"the id {page.metadata.id[:60]!r} stands before with other words"
        raise InputError(what, where=page.path, do="give each report an id of its own")
    if len(texts) < _IDS_REMEMBERED:
        texts[key] = words


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
