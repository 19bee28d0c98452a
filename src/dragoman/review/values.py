"""The fields of an event that a person can correct: how each is written, read and put in place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook
from dragoman.model import EventDate, Interval, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import Event

Value = tuple[str, ...]

FIELDS = ("type", "mode", "status", "date", "source", "target", "reported_by")
SIDES = frozenset({"source", "target", "reported_by"})
"""Fields that hold actors, by name."""
BASIS = "review"
"""Of a date that a person gave."""
STATUSES: tuple[Status, ...] = get_args(Status)

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?", re.ASCII)


def read(event: Event, field: str, names: Mapping[str, str]) -> Value:
    """What a field of an event holds now, as it is written in a judgement; `names` has the actors' names by id."""
    match field:
        case "date":
            return (_written(event.date.interval),) if event.date else ()
        case "source" | "target":
            ids = event.source if field == "source" else event.target
            return tuple(names[one] for one in ids)
        case "reported_by":
            return (names[event.reported_by],) if event.reported_by else ()
        case _:
            value = getattr(event, field)
            return () if value is None else (str(value),)


def check(field: str, value: Value) -> None:
    """Raise UsageError if the field is none that can be corrected, or can't hold the value."""
    if field not in FIELDS:
        raise UsageError(f"{field!r} can't be corrected", where="field", do=f"use one of {', '.join(FIELDS)}")
    if len(value) > 1 and field not in {"source", "target"}:
        raise UsageError("takes one value", where=field, do="give one")
    for one in value:
        _check_one(field, one)
    if field == "status" and not value:
        raise UsageError("is never unknown", where=field, do=f"use one of {', '.join(STATUSES)}")


def _check_one(field: str, value: str) -> None:
    allowed: tuple[str, ...] = ()
    match field:
        case "date":
            interval(value)
        case "type":
            allowed = tuple(codebook().types)
        case "mode":
            allowed = tuple(dict.fromkeys(mode for kind in codebook().types.values() for mode in kind.modes))
        case "status":
            allowed = STATUSES
    if allowed and value not in allowed:
        raise UsageError(f"{value!r} is not known", where=field, do=f"use one of {', '.join(allowed)}")


def interval(text: str) -> Interval:
    """The days of "2013-06-27" or "2013-06-27/2013-06-30"; UsageError if it is neither."""
    first, _, last = text.partition("/")
    try:
        days = Interval(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        days = None
    if days is None or days.first > days.last or not _DAYS.fullmatch(text):
        do = "write a day like 2013-06-27, or the first and last of several as 2013-06-27/2013-06-30"
        raise UsageError(f"{text!r} is no date", where="date", do=do)
    return days


def _written(days: Interval) -> str:
    return str(days.first) if days.first == days.last else f"{days.first}/{days.last}"


def put(event: Event, field: str, value: Value) -> Event:
    """The event with a field corrected; of `SIDES` the value holds ids of actors.

    With another type the codes that went with the old one are unknown, and the Goldstein score is the type's.
    """
    one = value[0] if value else None
    match field:
        case "source":
            return replace(event, source=value)
        case "target":
            return replace(event, target=value)
        case "date":
            return replace(event, date=EventDate(interval(one), BASIS) if one else None)
        case "type":
            score = codebook().types[one].score if one else None
            return replace(event, type=one, mode=None, context=(), cameo=None, goldstein=score)
    return _put_word(event, field, one)


def _put_word(event: Event, field: str, value: str | None) -> Event:
    match field:
        case "mode":
            return replace(event, mode=value)
        case "reported_by":
            return replace(event, reported_by=value)
        case _:
            return replace(event, status=next(status for status in STATUSES if status == value))
