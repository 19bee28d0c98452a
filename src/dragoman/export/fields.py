"""Typed access to the fields of a JSON object, so that a malformed one is named and not guessed at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import InputError
from dragoman.model import Interval, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Fields(NamedTuple):
    """One JSON object of a report.

    `owner` is the report's id, `path` where the object stands in it ("events[3]."), `size` the length of the report's
    text, which no span may leave. Each method reads one field and raises InputError naming it; null and absent are
    the same.
    """

    data: Mapping[str, object]
    owner: str
    path: str = ""
    size: int = 0

    def wrong(self, key: str, problem: str) -> InputError:
        """The error that says what is wrong with a field."""
        do = "give a report as `dragoman extract` prints it"
        return InputError(f"field '{self.path}{key}' {problem}", where=f"report {self.owner}", do=do)

    def maybe_text(self, key: str) -> str | None:
        """A string, or None."""
        value = self.data.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.wrong(key, "is not a string")

    def text(self, key: str) -> str:
        """A string that must be there."""
        value = self.maybe_text(key)
        if value is None:
            raise self.wrong(key, "is missing")
        return value

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """One of the allowed strings."""
        value = self.text(key)
        if value not in allowed:
            raise self.wrong(key, f"is none of {', '.join(allowed)}")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false if absent."""
        value = self.data.get(key, False)
        if isinstance(value, bool):
            return value
        raise self.wrong(key, "is neither true nor false")

    def maybe_number(self, key: str) -> float | None:
        """A finite number as a float, or None."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise self.wrong(key, "is not a number")
        return float(value)

    def maybe_whole(self, key: str) -> int | None:
        """A whole number, or None."""
        value = self.data.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.wrong(key, "is not a whole number")

    def whole(self, key: str) -> int:
        """A whole number, not negative, that must be there."""
        value = self.maybe_whole(key)
        if value is None or value < 0:
            raise self.wrong(key, "is not a whole number from 0 on")
        return value

    def offset(self, key: str) -> int:
        """A whole number from 0 to the length of the text."""
        value = self.maybe_whole(key)
        if value is None or not 0 <= value <= self.size:
            raise self.wrong(key, f"is not an offset into the text of {self.size} characters")
        return value

    def listed(self, key: str) -> list[object]:
        """A list; empty if absent."""
        value = self.data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, "is not a list")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self.listed(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "is not a list of strings")
        return tuple(str(value) for value in values)

    def maybe_inner(self, key: str) -> Fields | None:
        """An object inside this one, or None."""
        value = self.data.get(key)
        return None if value is None else self._inside(key, value)

    def inner(self, key: str) -> Fields:
        """An object inside this one that must be there."""
        return self._inside(key, self.data.get(key))

    def each(self, key: str) -> Iterator[Fields]:
        """The objects of a list."""
        return (self._inside(f"{key}[{number}]", value) for number, value in enumerate(self.listed(key)))

    def edges(self) -> Span:
        """The span that this object's own `start` and `end` make."""
        return self._span("start", [self.data.get("start"), self.data.get("end")])

    def maybe_span(self, key: str) -> Span | None:
        """A span written `[start, end]`, or None."""
        value = self.data.get(key)
        return None if value is None else self._span(key, value)

    def span(self, key: str) -> Span:
        """A span written `[start, end]` that must be there."""
        return self._span(key, self.data.get(key))

    def spans(self, key: str) -> tuple[Span, ...]:
        """A list of spans written `[[start, end], ...]`."""
        return tuple(self._span(f"{key}[{number}]", value) for number, value in enumerate(self.listed(key)))

    def maybe_interval(self) -> Interval | None:
        """The days from this object's own `from` to its `to`, or None if both are unknown."""
        first, last = self.maybe_day("from"), self.maybe_day("to")
        if first is None and last is None:
            return None
        if first is None or last is None or last < first:
            raise self.wrong("to", "does not follow 'from'")
        return Interval(first, last)

    def _inside(self, key: str, value: object) -> Fields:
        if not isinstance(value, Mapping):
            raise self.wrong(key, "is not an object")
        return self._replace(data=value, path=f"{self.path}{key}.")

    def _span(self, key: str, value: object) -> Span:
        match value:
            case [int(start), int(end)] if type(start) is type(end) is int and 0 <= start < end <= self.size:
                return Span(start, end)
        raise self.wrong(key, f"is not a span [start, end] of the text of {self.size} characters")

    def maybe_day(self, key: str) -> date | None:
        """A day written in ISO 8601, or None."""
        value = self.maybe_text(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.wrong(key, f"is not a day of the calendar: {value!r}") from None
