"""What a query may be narrowed by; each value is checked before a record is opened."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypedDict, get_args

from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.countries import countries, names
from dragoman.model import Interval, Status

if TYPE_CHECKING:
    from collections.abc import Collection

STATUSES: tuple[str, ...] = get_args(Status)

_DAYS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_BODIES = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")  # PLOVER's codes for bodies of many states


class Filters(TypedDict, total=False):
    """What a query keeps; an absent key or None keeps all.

    `first` and `last` are days, both included: a date, or "2013", "2013-06" or "2013-06-27". `actor` is part of a name.
    `country` is a code (ISO 3166-1 alpha-3, or PLOVER's such as IGO) or a country's name. `type` is a PLOVER type and
    `status` one of the model's. `dyad` is two sides that act on each other, each a country's code or name or part of an
    actor's name: ("CHN", "KOR") or "CHN, KOR". `outlet` is part of an outlet's name, `words` are words of the evidence.
    `limit` caps the rows, after `offset` of them were passed over. With `rejected`, the timeline and events have those
    too that people rejected.
    """

    first: date | str | None
    last: date | str | None
    actor: str | None
    country: str | None
    type: str | None
    status: str | None
    dyad: tuple[str, str] | str | None
    outlet: str | None
    words: str | None
    limit: int | None
    offset: int
    rejected: bool


class CheckedSide(NamedTuple):
    """One side of a dyad: a country's code, or part of a name."""

    country: str | None
    name: str | None


class Checked(TypedDict):
    """Filters but the dyad as the record's own queries take them: days as dates, names in the codebook's spelling."""

    first: date | None
    last: date | None
    actor: str | None
    country: str | None
    type: str | None
    status: str | None
    limit: int | None
    rejected: bool
    outlet: str | None
    words: str | None
    offset: int


def checked(filters: Filters) -> Checked:
    """The filters ready for the record; UsageError names the filter, what is wrong with it and what is allowed."""
    first, last = _day(filters.get("first"), "first"), _day(filters.get("last"), "last")
    if first and last and first > last:
        raise UsageError(f"{first} lies after {last}", where="first", do="give the earlier day first")
    checked_dyad(filters.get("dyad"))
    kind, status = filters.get("type"), filters.get("status")
    country, limit = filters.get("country"), filters.get("limit")
    return Checked(
        first=first,
        last=last,
        actor=filters.get("actor"),
        country=None if country is None else _country(country),
        type=None if kind is None else _one_of(kind, tuple(codebook().types), "type"),
        status=None if status is None else _one_of(status, STATUSES, "status"),
        limit=None if limit is None else _positive(limit),
        rejected=filters.get("rejected", False),
        outlet=filters.get("outlet"),
        words=filters.get("words"),
        offset=_passed_over(filters.get("offset", 0)),
    )


def checked_dyad(dyad: tuple[str, str] | str | None) -> tuple[CheckedSide, CheckedSide] | None:
    """The two sides of a dyad; UsageError if it has not two."""
    if dyad is None:
        return None
    sides = [side.strip() for side in (dyad.split(",") if isinstance(dyad, str) else dyad)]
    if len(sides) != 2 or not all(sides):
        raise UsageError(f"{dyad!r} has not two sides", where="dyad", do='name two, like "CHN, KOR"')
    first, second = (_side(side) for side in sides)
    return first, second


def _side(value: str) -> CheckedSide:
    code = _country_code(value)
    return CheckedSide(code, None if code else value)


def days(text: str, where: str) -> Interval:
    """The days that a year, a month or a day written as ISO 8601 covers; UsageError at `where` if there is none."""
    found = _DAYS.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{text!r} is no date", where=where, do="write it like 2013, 2013-06 or 2013-06-27")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _interval(year or 0, month, day)
    except ValueError:
        raise UsageError(f"there is no day {text.strip()}", where=where, do="give one of the calendar") from None


def _interval(year: int, month: int | None, day: int | None) -> Interval:
    first = date(year, month or 1, day or 1)
    if day:
        return Interval(first, first)
    if month:
        return Interval(first, first.replace(day=calendar.monthrange(year, month)[1]))
    return Interval(first, date(year, 12, 31))


def _day(value: date | str | None, where: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    covered = days(value, where)
    return covered.first if where == "first" else covered.last


def _one_of(value: str, allowed: Collection[str], where: str) -> str:
    for candidate in allowed:
        if candidate.casefold() == value.strip().casefold():
            return candidate
    raise UsageError(f"{value!r} is not known", where=where, do=f"use one of {', '.join(allowed)}")


def _country(value: str) -> str:
    if code := _country_code(value):
        return code
    do = f"use a code such as KOR, PRK or USA, a country's name, or one of {', '.join(_BODIES)}"
    raise UsageError(f"{value!r} is not known", where="country", do=do)


def _country_code(value: str) -> str | None:
    code = value.strip().upper()
    if code in countries() or code in _BODIES:
        return code
    wanted = value.strip().casefold()
    found = (of for form, (of, how) in names().items() if how in {"name", "alias"} and form.casefold() == wanted)
    return next(found, None)


def _positive(limit: int) -> int:
    if limit < 1:
        raise UsageError(f"{limit} is too few", where="limit", do="use 1 or more, or leave it out for all")
    return limit


def _passed_over(offset: int) -> int:
    if offset < 0:
        raise UsageError(f"{offset} is less than none", where="offset", do="use 0 or more")
    return offset
