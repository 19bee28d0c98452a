"""Dated occasions: summits, tests, votes, treaties, attacks; what they are called and when they took place.

Several occasions may share a name ("G20 summit"); a row's `context` tells which of them a text may mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.table import parts, rows
from dragoman.model import Interval, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


CANDIDACIES = frozenset(["candidacy", "presumptive nominee", "nominee"])
"""Kinds whose rows are people in a race: their days are a state of things and no happening."""


class Occasion(NamedTuple):
    """One row: what happened from `first` to `last`.

    `aliases` are what news calls it, the name among them. At least one form of `context` must stand in a text that
    means it; empty asks for none. `place` is where, "" if unknown or nowhere.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    context: tuple[str, ...]
    place: str
    first: date
    last: date
    source: str

    @property
    def interval(self) -> Interval:
        """The days on which it took place."""
        return Interval(self.first, self.last)


class Named(NamedTuple):
    """Words of a text that name an occasion, and all those that they may mean there, in the table's order."""

    span: Span
    occasions: tuple[Occasion, ...]


class _Alias(NamedTuple):
    """A form to look for, in plain signs, and the same in lower case."""

    form: str
    lower: str
    occasions: tuple[Occasion, ...]


_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"\\-([A-Za-z])")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "—": "-", "\u00a0": " ", "\n": " "})


@cache
def occasions() -> tuple[Occasion, ...]:
    """Every row of the table, in its order."""
    return tuple(occasion(row) for row in rows("occasions.csv"))


def occasion(row: Mapping[str, str]) -> Occasion:
    """The occasion that a row of the table holds."""
    return Occasion(
        name=row["name"],
        aliases=tuple(dict.fromkeys((row["name"], *parts(row["aliases"])))),
        kind=row["kind"],
        context=parts(row["context"]),
        place=row["place"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        source=row["source"],
    )


def named_in(text: str, kinds: Collection[str] = ()) -> list[Named]:
    """The occasions named in a text, from left to right, none over another; the longest name at each place.

    With `kinds` only those, else all but people's candidacies, which are named by nothing but the person.

    Names count as whole words, those with capitals only with these capitals. Curly quotation marks, long dashes and
    line ends match their plain forms.
    """
    return list(_named_in(text, frozenset(kinds)))


@lru_cache(maxsize=8)
def _named_in(text: str, kinds: frozenset[str]) -> tuple[Named, ...]:
    """Kept for the last few texts; every one of the several looks at a report wants it."""
    plain = _plain(text)
    table, found, end = _by_first_words(kinds), list[Named](), 0
    words = [(one.group().lower(), one.start()) for one in _WORD.finditer(plain)]
    for (word, start), (after, _) in pairwise((*words, ("", len(plain)))):
        if start < end or word not in table:
            continue
        alias = _longest((*table[word].get(after, ()), *table[word].get("", ())), plain, start)
        if alias is None:
            continue
        meant = tuple(one for one in alias.occasions if suits(one, text))
        if meant:
            end = start + len(alias.form)
            found.append(Named(Span(start, end), meant))
    return tuple(found)


def _longest(aliases: Iterable[_Alias], plain: str, at: int) -> _Alias | None:
    """The first alias that stands there; they come longest first."""
    for alias in aliases:
        end = at + len(alias.form)
        there = plain[at:end]
        if not plain[end : end + 1].isalnum() and there.lower() == alias.lower and _has_capitals(there, alias):
            return alias
    return None


def _has_capitals(there: str, alias: _Alias) -> bool:
    """Whether the words have all capitals of the form; headlines and proper names may have more."""
    return there == alias.form or all(
        mine.isupper() for mine, its in zip(there, alias.form, strict=True) if its.isupper()
    )


def suits(one: Occasion, text: str) -> bool:
    """Whether a text may mean the occasion: it has one of the forms of its context, or none is asked for."""
    return not one.context or any(_stands(form, _plain(text)) for form in one.context)


@lru_cache(maxsize=8)
def _plain(text: str) -> str:
    """The text in plain signs; every one of the several looks at a report wants it."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=8192)
def _stands(form: str, plain: str) -> bool:
    return form.partition("-")[0] in plain and _whole(form).search(plain) is not None


@cache
def _whole(form: str) -> re.Pattern[str]:
    """A form as whole words; what follows a hyphen may have its capital or not, as agencies differ ("Jae-In")."""
    plain = re.escape(form.translate(_PLAIN))
    either = _HYPHENED.sub(lambda found: f"\\-[{found[1].lower()}{found[1].upper()}]", plain)
    return re.compile(rf"(?<!\w){either}(?!\w)")


@cache
def _by_first_words(kinds: frozenset[str]) -> Mapping[str, Mapping[str, tuple[_Alias, ...]]]:
    """Aliases by their first word and then their second ("" for those of one), in lower case, the longest first.

    So a form that may stand somewhere is among those of the two words there; those of one word are the shorter ones.
    """
    meant: dict[str, list[Occasion]] = defaultdict(list)
    for one in occasions():
        if one.kind not in kinds if kinds else one.kind in CANDIDACIES:
            continue
        for form in one.aliases:
            meant[form.translate(_PLAIN)].append(one)
    found: dict[str, dict[str, list[_Alias]]] = defaultdict(lambda: defaultdict(list))
    for form, those in sorted(meant.items(), key=lambda item: -len(item[0])):
        words = [one.group().lower() for one in _WORD.finditer(form)]
        if words and form.lower().startswith(words[0]):
            found[words[0]]["".join(words[1:2])].append(_Alias(form, form.lower(), tuple(those)))
    return MappingProxyType(
        {word: {after: tuple(all_) for after, all_ in those.items()} for word, those in found.items()}
    )
