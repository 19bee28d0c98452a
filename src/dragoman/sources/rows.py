"""One row of a table, or one record, becomes an article: the rules that all of them keep."""

from __future__ import annotations

import json
import re
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.columns import FIELDS, shown
from dragoman.sources.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.sources.columns import Columns

ROW_LIMIT = 64 << 20
"""The most bytes that one row or record may have."""

_NAME_IT = 'name its words "text", or say which field has them, as in --map text=body'

# A check over a dump of any size in bounded memory: repeats of later ids than these go unnoticed here.
_IDS_REMEMBERED = 400_000

# GDELT writes its times without any mark, 20150531233000: the day is the part that counts.
_BARE_STAMP = re.compile(r"(\d{8})(?:[01]\d|2[0-3])[0-5]\d[0-5]\d")

# "ddUyU0VZz0BRneMioxUPQVP6sIxvM", "https://daily.example/17"
_LONGEST_KEY = 2000
_KEY = re.compile(r"(?=[^\d/_]*[\d/_])[!-~]+|[!-~]{20,}")


def article(row: Mapping[str, object], columns: Columns, where: str, digest: str | None = None) -> RawPage:
    """The article that a row holds: `row` has its values by column, `columns` says which is which.

    `digest` is the SHA-256 of the row's bytes; without one it is that of the JSON Lines record that says the same.
    Raises InputError for a row without text, a value of a wrong kind and a date that is none.
    """
    if _value(row, "text", columns) is None:
        named = f' in its "{shown(columns.text)}"' if columns.text and columns.text != "text" else ""
        raise InputError(f"a record without text{named}", where=where, do=_NAME_IT)
    text = _string(row, "text", columns, where) or ""
    _check_words(text, columns, where)
    given = {field: _string(row, field, columns, where) for field in FIELDS if field not in {"id", "text"}}
    given["date"] = _date(given["date"], columns, where)
    metadata = Metadata(id=_identifier(row, columns, where), **given)
    return RawPage(where, "article", text, digest or _digest_of(metadata, text), metadata)


def page_of(
    row: Mapping[str, str | None], columns: Columns, where: str, texts: dict[bytes, bytes]
) -> RawPage | InputError:
    """The page of a table's row, or what is wrong with it; `texts` as in `check_id`.

    A value may hold lone surrogates where its bytes were not UTF-8, which makes the row an error.
    """
    try:
        _check_characters("".join(row[column] or "" for column in columns.named().values()), where)
        page = article(row, columns, where)
        check_id(page, texts)
    except InputError as error:
        return error
    return page


def check_id(page: RawPage, texts: dict[bytes, bytes]) -> None:
    """Raises InputError where the page's id stood before with other words: a citation of it would be ambiguous.

    `texts` is the memory of the file's ids so far, empty at its beginning.
    """
    if page.metadata.id is None:
        return
    key = _brief(page.metadata.id)
    words = _brief(f"{page.metadata.title}\n{page.content}")
    if key in texts and texts[key] != words:
        what = f"the id {page.metadata.id[:60]!r} stands before with other words"
        raise InputError(what, where=page.path, do="give each report an id of its own")
    if len(texts) < _IDS_REMEMBERED:
        texts[key] = words


def _value(row: Mapping[str, object], field: str, columns: Columns) -> object:
    column = columns.of(field)
    return None if column is None else row.get(column)


def _string(row: Mapping[str, object], field: str, columns: Columns, where: str) -> str | None:
    value = _value(row, field, columns)
    if value is not None and not isinstance(value, str):
        if field in columns.usual and field != "text":
            return None  # NewsAPI's "source" is an object: found by its name only, it is not what was meant
        what = f'"{shown(columns.of(field) or field)}" is not a string'
        raise InputError(what, where=where, do="put it in quotation marks")
    return _encodable(value) if value and (field == "text" or value.strip()) else None


def _identifier(row: Mapping[str, object], columns: Columns, where: str) -> str | None:
    """The given id; a whole number is as good as its digits."""
    value = _value(row, "id", columns)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id", columns, where)


def _check_words(text: str, columns: Columns, where: str) -> None:
    """Columns called "story" or "article" often hold the key or the address of one."""
    if "text" in columns.usual and len(text) < _LONGEST_KEY and _KEY.fullmatch(text.strip()):
        what = f'"{shown(columns.text or "text")}" holds no text but {text.strip()[:40]!r}'
        raise InputError(what, where=where, do="say which column has the words, as in --map text=NAME")


def _check_characters(values: str, where: str) -> None:
    if "\0" in values:
        raise InputError("binary data in a row", where=where, do="leave the row out")
    try:
        size = len(values.encode())
    except UnicodeEncodeError as error:
        raise InputError("a row that is not UTF-8", where=where, do="convert the file to UTF-8") from error
    if size > ROW_LIMIT:
        do = "split it or leave it out"
        raise InputError(f"a row of more than {ROW_LIMIT >> 20} MiB", where=where, do=do)


def _date(words: str | None, columns: Columns, where: str) -> str | None:
    if words and (stamp := _BARE_STAMP.fullmatch(words.strip())):
        words = stamp[1]
    if words and days_of(words) is None:
        of = f' in "{shown(columns.date)}"' if columns.date and columns.date != "date" else ""
        do = "give it as 2015-05-31, or leave it out" + (" (all of them with --map date=)" if of else "")
        raise InputError(f"{words[:40]!r}{of} is no date", where=where, do=do)
    return words


def _encodable(text: str) -> str:
    """The text with lone surrogates, which JSON's escapes can smuggle in and no file can hold, as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _digest_of(given: Metadata, text: str) -> str:
    """A table's row and a record that say the same have one hash, whatever the file they come in."""
    values = {field: text if field == "text" else getattr(given, field) for field in FIELDS}
    record = {field: value for field, value in values.items() if value is not None}
    return sha256(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _brief(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
