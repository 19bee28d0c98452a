"""A user's own actors from a CSV file, each cell checked; what is wrong is told with its row and column."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from dragoman.errors import InputError
from dragoman.knowledge.countries import countries, masks, names
from dragoman.knowledge.own import OwnActor, OwnKind
from dragoman.knowledge.spans import earliest, latest
from dragoman.knowledge.table import parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

COLUMNS = ("name", "aliases", "kind", "country", "office", "sector", "from", "to", "wikidata")
"""The columns that a file must have, in any order; "source" may stand beside them."""
KINDS = ("person", "organisation", "group")
BODIES = ("UNO", "IGO", "EUR", "NGO", "ISM", "IMG", "MNC")
"""PLOVER's codes that stand in the place of a country."""
SECTORS = tuple(
    "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK".split()  # noqa: SIM905  one line to read, not a column of 25
)


class _Cell(NamedTuple):
    """Where a cell stands, for the error that speaks of it."""

    path: Path
    line: int
    column: str

    def error(self, what: str, do: str) -> InputError:
        return InputError(what, where=f"{self.path}, row {self.line}, column {self.column}", do=do)


def read_own(path: Path) -> tuple[OwnActor, ...]:
    """The actors of a CSV file in UTF-8 with the columns of `COLUMNS`; empty cells are unknown.

    Aliases are split at "|". Country is a code of ours or its name, dates are "2013", "2013-06" or "2013-06-27".
    InputError names the row (as a text editor counts lines, the heading is 1) and the column of the first wrong cell.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError("there is no such file", where=str(path), do="give the path of a CSV file") from None
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8", where=str(path), do="save it as CSV in UTF-8") from None
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    _check_heading(path, reader.fieldnames or ())
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError(
            f"this is no CSV ({error})", where=f"{path}, row {reader.line_num}", do="mend the quotation marks there"
        ) from None
    found = tuple(_actor(path, line, row) for line, row in rows)
    _check_names(path, [line for line, _ in rows], found)
    return found


def _check_heading(path: Path, columns: object) -> None:
    have = [str(each).strip() for each in cast("list[str]", columns)]
    missing = [each for each in COLUMNS if each not in have]
    if missing:
        raise InputError(
            f"the first row lacks the column {missing[0]}",
            where=f"{path}, row 1",
            do=f"name {', '.join(COLUMNS)} there",
        )
    strange = [each for each in have if each not in {*COLUMNS, "source"}]
    if strange:
        raise InputError(
            f"there is no column {strange[0]!r}", where=f"{path}, row 1", do=f"use {', '.join(COLUMNS)} and source only"
        )


def _actor(path: Path, line: int, row: dict[str, str | None]) -> OwnActor:
    if None in row or None in row.values():
        raise InputError(
            "the row has not as many cells as the first",
            where=f"{path}, row {line}",
            do="quote cells that hold a comma",
        )
    cells = {column: (text or "").strip() for column, text in row.items()}

    def at(column: str) -> _Cell:
        return _Cell(path, line, column)

    if not cells["name"]:
        raise at("name").error("it is empty", "write the actor's full name")
    kind = _one_of(at("kind"), cells["kind"], KINDS)
    first, last = _day(at("from"), cells["from"], last=False), _day(at("to"), cells["to"], last=True)
    if first and last and last < first:
        raise at("to").error(f"{cells['to']} lies before {cells['from']}", "give the earlier day in from")
    if cells["office"] and kind != "person":
        raise at("office").error(f"kind {kind} holds no office", "leave it empty, or make the row a person's")
    if cells["wikidata"] and not re.fullmatch(r"Q[1-9]\d*", cells["wikidata"]):
        raise at("wikidata").error(f"{cells['wikidata']!r} is no id", "write it like Q1065, or leave it empty")
    return OwnActor(
        name=cells["name"],
        aliases=tuple(form for each in parts(cells["aliases"]) if (form := each.strip())),
        kind=cast("OwnKind", kind),
        country=_country(at("country"), cells["country"]),
        office=cells["office"] or None,
        sector=_one_of(at("sector"), cells["sector"], SECTORS) if cells["sector"] else None,
        first=first,
        last=last,
        wikidata=cells["wikidata"] or None,
        source=cells.get("source") or f"{path.name}, row {line}",
    )


def _one_of(at: _Cell, text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise at.error(f"{text!r} is not known" if text else "it is empty", f"use one of {', '.join(allowed)}")
    return text


def _country(at: _Cell, text: str) -> str | None:
    if not text:
        return None
    if text in countries() or text in BODIES:
        return text
    code, how = names().get(text, ("", ""))
    if how not in {"name", "alias"}:
        raise at.error(
            f"{text!r} is no country", "write a code such as KOR, a country's name, or IGO for a body of many"
        )
    return code


def _day(at: _Cell, text: str, *, last: bool) -> date | None:
    try:
        return latest(text) if last else earliest(text)
    except ValueError:
        raise at.error(f"{text!r} is no date", "write it like 2013, 2013-06 or 2013-06-27") from None


def _check_names(path: Path, lines: list[int], actors: tuple[OwnActor, ...]) -> None:
    """Forms that are a country's, an everyday word or another row's would link the wrong actor."""
    seen: dict[str, tuple[int, OwnActor]] = {}
    for line, actor in zip(lines, actors, strict=True):
        for column, form in _forms(actor):
            at = _Cell(path, line, column)
            if form in names() or form in masks():
                raise at.error(f"{form!r} is a country's or a region's name", "leave it out, or write a longer form")
            if form == form.lower() and not re.search(r"\d", form):
                raise at.error(f"{form!r} may be an everyday word", "write a form with a capital letter")
            if len(form) < 2:
                raise at.error(f"{form!r} is too short", "write a longer form")
            before, other = seen.setdefault(form, (line, actor))
            if other is not actor and not _same_person(actor, other):
                raise at.error(f"{form!r} stands in row {before} too", "let each form name one actor")


def _forms(actor: OwnActor) -> Iterator[tuple[str, str]]:
    yield "name", actor.name
    yield from (("aliases", form) for form in actor.aliases)


def _same_person(one: OwnActor, other: OwnActor) -> bool:
    """Whether two rows are two offices of one person."""
    return (one.name, one.kind, one.country) == (other.name, other.kind, other.country) and one.kind == "person"
