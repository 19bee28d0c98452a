"""Which column of a table, or field of a record, is the id, the text, the date: by usual names or as the user says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

FIELDS = ("id", "title", "text", "date", "url", "outlet", "language")
"""What a column can be, as in a JSON Lines record of the contract."""

AS_USUAL: Mapping[str, str] = MappingProxyType({})
"""Nothing said by the user: columns go by their usual names."""

# Small letters and digits only, the contract's own name first, then from the surest down. A story's id is left out:
# many tables give one to a whole cluster of reports. So is every date that may not be the publication's.
_USUAL: dict[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "newsid", "gkgrecordid", "uuid", "guid", "identifier"),
    "title": ("title", "headline", "articletitle", "newstitle", "webtitle", "headlinetext"),
    "text": (
        *("text", "body", "content", "article", "eventtext", "fulltext", "articletext", "articlebody", "bodytext"),
        *("maintext", "newstext", "storytext", "articlecontent", "newscontent", "plaintext", "story"),
    ),
    "date": (
        *("date", "pubdate", "publicationdate", "published", "publishdate", "publisheddate", "publishedat"),
        *("publishedon", "publishtime", "datepublished", "datepublish", "dateofpublication", "webpublicationdate"),
        "timestamp",
    ),
    "url": ("url", "link", "sourceurl", "articleurl", "documentidentifier", "mentionidentifier", "weburl", "permalink"),
    "outlet": (
        *("outlet", "publisher", "publication", "publicationname", "newspaper", "source", "sourcename"),
        *("sourcecommonname", "mentionsourcename", "sitename", "medianame"),
    ),
    "language": ("language", "lang", "languagecode"),
}
_KNOWN = frozenset(name for names in _USUAL.values() for name in names)

# ICEWS' "Event Text" says what kind of event it is, in the codebook's words.
_NO_WORDS = {"eventtext": "cameocode"}

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of the column that holds each field, None where none does.

    `usual` are the fields whose column was found by a name other than the field's own: likely, not promised.
    """

    id: str | None = None
    title: str | None = None
    text: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    usual: frozenset[str] = frozenset()

    def of(self, field: str) -> str | None:
        """The column that holds `field`."""
        column: str | None = getattr(self, field)
        return column

    def named(self) -> dict[str, str]:
        """Field and column of all that there are, in the contract's order."""
        return {field: column for field in FIELDS if (column := self.of(field)) is not None}

    def without(self, fields: Collection[str]) -> Columns:
        """The same with no column for these fields."""
        return Columns(**{field: name for field, name in self.named().items() if field not in fields}, usual=self.usual)


def parse_map(pairs: Sequence[str]) -> dict[str, str]:
    """What `--map text=body --map date=` says: field to column, "" for a field that no column is to fill.

    Raises UsageError for what is no pair, a field that doesn't exist and a field given twice.
    """
    given: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals:
            raise UsageError(f"{pair!r} is no pair", where="--map", do="write field=column, as in --map text=body")
        if field in given:
            raise UsageError(f"{field!r} is given twice", where="--map", do="name one column for each field")
        given[field] = column
    return checked_map(given)


def checked_map(given: Mapping[str, str]) -> dict[str, str]:
    """A map of field to column that can be meant; raises UsageError for one that can't."""
    if given.get("text") == "":
        raise UsageError("no report is without text", where="--map", do="name the column with the words: text=NAME")
    _check_fields(given)
    return dict(given)


def columns_of(names: Sequence[str], given: Mapping[str, str] = AS_USUAL) -> Columns:
    """The columns of a table with these `names`: as `given` says, the others by their usual names, in any case.

    Raises UsageError for a field that doesn't exist, a column that isn't there, and one that is there twice.
    """
    _check_fields(given)
    for column in given.values():
        if column and _match(column, names) is None:
            raise UsageError(f"no column is called {column[:60]!r}", where="--map", do=f"name one of {listed(names)}")
    found = columns_in(names, given)
    for column in found.named().values():
        if names.count(column) > 1:
            raise UsageError(f"two columns are called {column[:60]!r}", where="columns", do="rename one of them")
    return found


def columns_in(names: Sequence[str], given: Mapping[str, str] = AS_USUAL) -> Columns:
    """The columns among the `names` of one record, which may lack any of them, those of `given` too."""
    wanted = tuple(given.items())
    if len(names) <= 64 and sum(map(len, names)) <= 4096:
        return _remembered(tuple(names), wanted)
    return _found(names, wanted)


def plain(name: str) -> str:
    """A column's name as names are compared: "Publication_Date", "publicationDate" and "publication date" are one."""
    return "".join(filter(str.isalnum, name)).lower()


def is_known(name: str) -> bool:
    """Whether a column of this name would be found without the user's saying so."""
    return plain(name) in _KNOWN


def listed(names: Iterable[str]) -> str:
    """The names of a table's columns, as they can stand in one line."""
    few = [shown(name) for name in names if name.strip()]
    return (", ".join(few[:_SHOWN]) + (", ..." if len(few) > _SHOWN else "")) or "its columns"


def shown(name: str) -> str:
    """A column's name as it can stand in a line: without controls, and cut if it is a whole text."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name[:60])


def _check_fields(given: Mapping[str, str]) -> None:
    for field in given:
        if field not in FIELDS:
            raise UsageError(f"no field is called {field[:60]!r}", where="--map", do=f"use one of {', '.join(FIELDS)}")


@lru_cache(maxsize=256)
def _remembered(names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> Columns:
    return _found(names, given)


def _found(names: Sequence[str], given: tuple[tuple[str, str], ...]) -> Columns:
    said = {field: _match(column, names) if column else None for field, column in given}
    taken = frozenset(column for column in said.values() if column)
    by_plain: dict[str, str] = {}
    for name in names:
        if name not in taken and (key := plain(name)) not in by_plain:
            by_plain[key] = name
    found, usual = dict(said), set[str]()
    for field in FIELDS:
        if field not in said:
            found[field] = field if field in names and field not in taken else _usual(field, by_plain)
            usual |= {field} if found[field] not in {field, None} else set()
    return Columns(**found, usual=frozenset(usual))


def _usual(field: str, by_plain: Mapping[str, str]) -> str | None:
    names = (name for name in _USUAL[field] if name in by_plain and _NO_WORDS.get(name) not in by_plain)
    return by_plain.get(next(names, ""))


def _match(column: str, names: Sequence[str]) -> str | None:
    """The name that the user means by `column`: just so, else in any case."""
    if column in names:
        return column
    return next((name for name in names if plain(name) == plain(column)), None) if plain(column) else None
