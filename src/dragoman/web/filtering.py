"""The filters that pages share: read from an address, shown in a form, kept from page to page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.api.filters import STATUSES, Filters, checked, checked_dyad
from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook
from dragoman.record import Query, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.datastructures import QueryParams

ROWS = 100
"""Rows on a page."""
_NAMES = {"from": "first", "to": "last"}
_FIELDS = ("words", "from", "to", "actor", "country", "dyad", "type", "status", "outlet")
_DAYS = ("from", "to")
_LAST = 100_000


class Form(NamedTuple):
    """What the filter form holds: values by field, "" where none, and what a list offers."""

    values: dict[str, str]
    types: Sequence[str]
    statuses: Sequence[str]
    rejected: bool

    @property
    def used(self) -> dict[str, object]:
        """The fields that filter something, as an address has them after "?"."""
        found: dict[str, object] = {name: value for name, value in self.values.items() if value}
        return found | ({"rejected": "1"} if self.rejected else {})

    @property
    def more(self) -> bool:
        """Whether one of the less common fields is in use."""
        return any(self.values[name] for name in _FIELDS[5:]) or self.rejected


def form_of(query: QueryParams) -> Form:
    """The filter form as an address fills it."""
    values = {name: query.get(name, "").strip() for name in _FIELDS}
    return Form(values, tuple(codebook().types), STATUSES, rejected=bool(query.get("rejected")))


def query_of(query: QueryParams) -> Query:
    """The filters in an address as a question to the record, for one page of rows and one row more.

    That row says whether there is another page. UsageError for values that can't be meant.
    """
    filters = filters_of(form_of(query))
    sides = checked_dyad(filters.get("dyad"))
    return replace(
        Query(**checked(filters)),
        dyad=(Side(*sides[0]), Side(*sides[1])) if sides else None,
        outlet=filters.get("outlet"),
        words=filters.get("words"),
        limit=ROWS + 1,
        offset=(page_number(query) - 1) * ROWS,
    )


def filters_of(form: Form) -> Filters:
    """The filters as `dragoman.api.record.Record` takes them; it raises UsageError for values that can't be meant."""
    made = Filters(rejected=form.rejected)
    for name, value in form.values.items():
        if value:
            made[_NAMES.get(name, name)] = value  # type: ignore[literal-required]  # the fields are Filters' own
    return made


def page_number(query: QueryParams) -> int:
    """The page asked for, from 1; UsageError for what is none."""
    text = query.get("page") or "1"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:7]) <= _LAST:
        raise UsageError(f"{text!r} is no page", where="page", do=f"use a number from 1 to {_LAST}")
    return int(text)
