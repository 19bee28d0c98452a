"""Settles the terms of one office among sources that disagree: who is the same person, whose dates hold."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.knowledge.person_names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_HAND, WIKIDATA, EP, REIGN = range(4)
"""Sources by trust: where two contradict each other, the lower number holds."""
BY_POSITION = frozenset({"body_head", "security_adviser", "spokesperson", "envoy", "official"})
"""Roles that hold many offices, each by its own name."""
HANDOVER = timedelta(days=31)
"""Two holders of one office may overlap by this much: sources count a handover differently."""


@dataclass(frozen=True, slots=True)
class Row:
    """One term as a source has it; days are ISO, or a year or month only, "" where unknown."""

    person: str
    country: str
    position: str
    role: str
    first: str
    seen: str
    source: str
    rank: int
    last: str = ""
    wikidata: str = ""
    aliases: tuple[str, ...] = ()


def settle(rows: list[Row]) -> tuple[list[Row], list[str]]:
    """The rows without contradictions, by office and first day, and a line on each that was mended or dropped.

    Rules: a term that ends before it begins, or has no date at all, goes. Terms of one person in one office that touch
    or overlap become one, dates from the most trusted source. Of two people in one office for more than a month, an
    open term ends where the next begins, if its source was read later than that; a less trusted term yields the days
    in dispute; a term inside an equally trusted one splits it (an acting holder, or a second term taken for one); else
    the earlier ends where the later begins.
    """
    said: list[str] = []
    sound = [row for row in rows if _sound(row, said)]
    kept: list[Row] = []
    for _, group in groupby(sorted(sound, key=_office), key=_office):
        kept += _settle_office(list(group), said)
    return sorted(kept, key=lambda row: (row.country, row.role, row.first, row.person)), said


def earliest(day: str) -> date:
    """The first day that a date, month or year may mean."""
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, number)


def latest(day: str) -> date:
    """The last day that a date, month or year may mean."""
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, number or monthrange(year, month)[1])


def overlap(one: Row, other: Row) -> timedelta:
    """How long both certainly stand in office together: zero where some reading of their dates keeps them apart."""
    start = max(_begin(one), _begin(other))
    end = min(_end(one), _end(other))
    return max(end - start, timedelta())


def shares_office(row: Row) -> bool:
    """Whether several people may hold the office at once: vice presidents, spokespersons, deputies, who stands in."""
    return row.role in {"vice_president", "spokesperson"} or row.position.startswith(("Acting", "Deputy Foreign"))


def _office(row: Row) -> tuple[str, str, str]:
    apart = row.position if row.role in BY_POSITION or row.country == "IRN" or shares_office(row) else ""
    return row.country, row.role, apart.removeprefix("Acting ") if row.country != "KOR" else apart


def _sound(row: Row, said: list[str]) -> bool:
    if not row.first and not row.last:
        said.append(f"dropped, no date: {_told(row)}")
        return False
    if row.first and row.last and latest(row.last) < earliest(row.first):
        said.append(f"dropped, ends before it begins: {_told(row)}")
        return False
    return not (row.last and latest(row.last) < date(1989, 1, 1))


def _settle_office(rows: list[Row], said: list[str]) -> list[Row]:
    count = 0
    while count != len(rows):
        count = len(rows)
        rows = _joined(sorted(rows, key=_when), said)
    if shares_office(rows[0]):
        return rows
    for _ in range(len(rows) * 4):
        clash = next(_clashes(rows), None)
        if clash is None:
            return rows
        one, other = clash
        mended = _mended(one, other)
        said.append(f"mended: {_told(one)} / {_told(other)} -> {'; '.join(map(_told, mended)) or 'neither'}")
        rows = sorted([row for row in rows if row not in clash] + mended, key=_when)
    raise ValueError(f"no rule settles {rows[0].country} {rows[0].role}")


def _clashes(rows: list[Row]) -> Iterator[tuple[Row, Row]]:
    for index, one in enumerate(rows):
        for other in rows[index + 1 :]:
            if overlap(one, other) > HANDOVER:
                yield one, other


def _mended(one: Row, other: Row) -> list[Row]:
    if one.rank < other.rank:
        if one.last and _end(other) > _end(one) + HANDOVER:
            return [one, replace(other, first=one.last, source=f"{other.source}; start mended")]
        return [one]
    head = replace(one, last=other.first, source=f"{one.source}; end mended")
    if one.rank == other.rank and one.first == other.first:
        return []
    heads = [head] if _begin(head) < _end(head) else []
    if one.last and other.last and _end(other) < _end(one):
        return [*heads, other, replace(one, first=other.last, source=f"{one.source}; start mended")]
    return [*heads, other]


def _joined(rows: list[Row], said: list[str]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        index = next((i for i, each in enumerate(kept) if _same_term(each, row)), None)
        if index is None:
            kept.append(row)
        else:
            kept[index] = _one_of(kept[index], row)
            if row.rank != BY_HAND and kept[index].rank != row.rank and kept[index].first[:7] != row.first[:7]:
                said.append(f"joined: {_told(row)} into {_told(kept[index])}")
    return kept


def _same_term(one: Row, other: Row) -> bool:
    if _same_person(one, other):
        return _touch(_widest(one), _widest(other))
    if one.rank == other.rank or not (one.first and other.first):
        return False
    if one.last and (one.first[:7], one.last[:7]) == (other.first[:7], other.last[:7]):
        return True  # two spellings: no office changes hands twice on the same two days
    begun_together = _touch((earliest(one.first), latest(one.first)), (earliest(other.first), latest(other.first)))
    return begun_together and bool(_last_words(one) & _last_words(other))


def _touch(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return other[0] - one[1] <= HANDOVER and one[0] - other[1] <= HANDOVER


def _widest(row: Row) -> tuple[date, date]:
    end = latest(row.last) if row.last else _end(row)
    return earliest(row.first) if row.first else end, end


def _same_person(one: Row, other: Row) -> bool:
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    return bool(_keys(one) & _keys(other))


def _one_of(one: Row, other: Row) -> Row:
    """Both as one term: the trusted one's dates, or the whole stretch where both are trusted alike."""
    trusted, less = (one, other) if one.rank <= other.rank else (other, one)
    aliases = dict.fromkeys([*trusted.aliases, less.person, *less.aliases])
    aliases.pop(trusted.person, None)
    merged = replace(trusted, aliases=tuple(aliases), wikidata=trusted.wikidata or less.wikidata)
    if trusted.rank != less.rank:
        finer = less.first.startswith(trusted.first)
        # Wikidata's table starts with the cabinets of 2000; REIGN knows that the holder was there before.
        earlier = (trusted.rank, less.rank) == (WIKIDATA, REIGN) and "" < less.first < trusted.first
        return replace(merged, first=less.first if finer or earlier else trusted.first)
    last = max(one.last, other.last) if one.last and other.last else ""
    return replace(merged, first=min(filter(None, (one.first, other.first)), default=""), last=last)


def _keys(row: Row) -> set[str]:
    return {name_key(form) for form in (row.person, *row.aliases)}


def _last_words(row: Row) -> set[str]:
    """What two spellings of one person share; given names alone ("Mohammed bin ...") are no sign."""
    return {name_key(form.split()[-1]) for form in (row.person, *row.aliases)}


def _begin(row: Row) -> date:
    return latest(row.first or row.last)


def _end(row: Row) -> date:
    return earliest(row.last) if row.last else max(date.fromisoformat(row.seen), _begin(row))


def _when(row: Row) -> tuple[date, int, str]:
    return _begin(row), row.rank, row.person


def _told(row: Row) -> str:
    return f"{row.country} {row.role} {row.person} {row.first or '?'}..{row.last or ''} [{row.source}]"
