r"""What a question keeps, as conditions on the rows of narrow columns; every value is a parameter.

Who takes part in an event stands beside it in three columns of `events`, each a list of entries "name, tab, country,
newline" after a newline, names in small letters: "\nxi jinping\tCHN\n". A country is looked for as "\tCHN\n", a name as
it is: it has no capitals, tabs or newlines in it, so that a plain search of the column finds the one and the other. To
join roles and actors takes several times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


class Side(NamedTuple):
    """One side of a dyad: all actors of a country (a code), or those whose name has these words, in any case."""

    country: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        """The side as it was asked for."""
        return self.country or self.name or ""


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask for; None asks for all.

    `first` and `last` are days, both included: rows whose days overlap them (so not those of unknown date). `actor` is
    part of a name, in any case; `country` ISO 3166-1 alpha-3 or a PLOVER code; `type` a PLOVER type; `status` as in the
    model. `dyad` is two sides that act on each other, in either direction. `outlet` is part of an outlet's name and
    `words` stand, in any case, in the evidence of events, in what was said for quotations, in a paragraph for reports.

    `limit` caps the rows, after `offset` of them were passed over. With `rejected`, the timeline and events have those
    too that people rejected.
    """

    first: date | None = None
    last: date | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    limit: int | None = None
    rejected: bool = False
    dyad: tuple[Side, Side] | None = None
    outlet: str | None = None
    words: str | None = None
    offset: int = 0


def values(query: Query) -> dict[str, object]:
    """The parameters of all conditions, those of filters that are not in use null."""
    first, second = query.dyad or (Side(), Side())
    return {
        "first": query.first,
        "last": query.last,
        "actor": _small(query.actor),
        "country": query.country,
        "state": _state(query.country),
        "type": query.type,
        "status": query.status,
        "a": _side(first),
        "b": _side(second),
        "outlet": _small(query.outlet),
        "words": _small(query.words),
        "limit": query.limit,
        "offset": query.offset,
    }


def fitting(query: Query, row: str) -> Iterator[str]:
    """Conditions on the days, type and status of a table's rows."""
    yield from within(query, row)
    if query.type is not None:
        yield f"{row}.type = $type"
    if query.status is not None:
        yield f"{row}.status = $status"


def within(query: Query, row: str) -> Iterator[str]:
    """Conditions on the days: what ends before the first or begins after the last is out, and what has no date."""
    if query.first is not None:
        yield f"{row}.date_to >= $first"
    if query.last is not None:
        yield f"{row}.date_from <= $last"


def telling(query: Query) -> Iterator[str]:
    """Conditions on what a telling (a row `e` of events) itself says: who takes part, between whom, where, which words.

    An actor of a name and a country is one that has both.
    """
    if query.actor is not None:
        yield _takes_part("$actor")
    if query.country is not None:
        yield _takes_part("$state")
    if query.actor is not None and query.country is not None:
        entries = "string_split(concat(e.acting, e.acted_on, e.saying), chr(10))"
        yield f"len(list_filter({entries}, lambda one: contains(one, $actor) AND {_has('one', '$state')})) > 0"
    if query.dyad is not None:
        yield f"(({acts(query.dyad)}) OR ({acts(query.dyad, back=True)}))"
    if query.outlet is not None:
        yield f"e.report IN (SELECT report FROM reports r WHERE {OF_OUTLET})"  # noqa: S608 - a constant of this file
    if query.words is not None:
        yield "contains(e.words, $words)"


OF_OUTLET = "contains(lower(r.outlet), $outlet)"


def acts(dyad: tuple[Side, Side], *, back: bool = False) -> str:
    """The condition that in a telling `e` the first side acts on the second, or the second on the first.

    Nobody acts on himself: where an actor may be of both sides, another one must be there too. Two of the same name and
    country in one report are not told apart.
    """
    one, other = ("$b", "$a") if back else ("$a", "$b")
    found = f"contains(e.acting, {one}) AND contains(e.acted_on, {other})"
    countries = {side.country for side in dyad}
    if None not in countries and len(countries) == 2:
        return found
    another = f"lambda whom: whom <> who AND {_has('whom', other)}"
    targets = f"len(list_filter(string_split(e.acted_on, chr(10)), {another})) > 0"
    return (
        f"{found} AND len(list_filter(string_split(e.acting, chr(10)), "
        f"lambda who: {_has('who', one)} AND {targets})) > 0"
    )


def named(query: Query) -> Iterator[str]:
    """Conditions on a row `a` of actors: name and country."""
    if query.actor is not None:
        yield "contains(lower(a.name), $actor)"
    if query.country is not None:
        yield "a.country = $country"


def speaking(query: Query) -> Iterator[str]:
    """Conditions on a quotation `q` and the entries of who speaks, `s`, and who is spoken to, `d`."""
    if query.actor is not None:
        yield "contains(s.entry, $actor)"
    if query.country is not None:
        yield "contains(s.entry, $state)"
    if query.dyad is not None:
        forth = "contains(s.entry, $a) AND contains(d.entry, $b)"
        yield f"(({forth}) OR (contains(s.entry, $b) AND contains(d.entry, $a)))"
    if query.words is not None:
        yield "contains(lower(q.words), $words)"


def joined(conditions: Iterable[str]) -> str:
    """All of the conditions in one."""
    return " AND ".join(conditions) or "TRUE"


def _takes_part(key: str) -> str:
    return f"(contains(e.acting, {key}) OR contains(e.acted_on, {key}) OR contains(e.saying, {key}))"


def _has(entry: str, key: str) -> str:
    """Whether an entry, without the newline at which it was cut off, has a name or a country."""
    return f"contains(concat({entry}, chr(10)), {key})"


def _side(side: Side) -> str | None:
    return _state(side.country) or _small(side.name)


def _state(country: str | None) -> str | None:
    return country and f"\t{country}\n"


def _small(text: str | None) -> str | None:
    return None if text is None else text.lower()
