"""Names and titles that stand for who acts in diplomacy and conflict, to be found by their words without a parse.

A plain look-up of each word among the first words of all forms: 0.5 ms for 500 words, where an Aho-Corasick automaton
over the same 7,160 forms took 0.1 ms. The difference is a sixth of a percent of the parse that follows or is saved, and
the words have to be told apart anyhow, so the automaton was not worth a dependency.
"""

from __future__ import annotations

import re
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.knowledge import countries, offices, organisations
from dragoman.knowledge.own import follows_own, own_actors
from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Kind = Literal["own", "actor", "power", "other"]
"""Of a form: a user's own actor; a state, its capital, or a body; a title of states and armed groups; another title."""

WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
"""A word: letters, with a stop, an apostrophe or a hyphen only between them ("U.S" of "U.S.")."""
POWERS = frozenset({"COP", "CRM", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY", "REB", "REF", "SPY", "UAF", "UNK"})
"""PLOVER's sectors of titles that are those of diplomacy and conflict."""


class Form(NamedTuple):
    """A written form, word by word, and its kind; titles are in lower case, names as they are written."""

    words: tuple[str, ...]
    kind: Kind


@follows_own
def names() -> Mapping[str, tuple[Form, ...]]:
    """Names by their first word as it is written, the longest first; the user's own before ours."""
    own = [Form(words_of(name), "own") for one in own_actors() for name in (one.name, *one.aliases)]
    ours = (*countries.names(), *organisations.organisation_names())
    return _by_first_word([*own, *(Form(words_of(name), "actor") for name in ours)])


@follows_own
def offices_and_roles() -> Mapping[str, tuple[Form, ...]]:
    """Titles by their first word in lower case, the longest first."""
    return _by_first_word(
        Form(words_of(phrase), "power" if title.sector in POWERS else "other") for phrase, title in titles().items()
    )


@follows_own
def surnames() -> frozenset[str]:
    """The surnames of everybody who holds or held an office of the tables."""
    return frozenset(surname for term in offices.terms() for surname in term.surname)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, as they are written."""
    return tuple(WORD.findall(text))


def found_at(forms: Mapping[str, tuple[Form, ...]], words: Sequence[str], at: int) -> Form | None:
    """The longest form that begins with the word at a place; `words` in the case in which the forms are."""
    here = forms.get(words[at])
    return next(_fitting(here, words, at), None) if here else None


def _fitting(forms: Iterable[Form], words: Sequence[str], at: int) -> Iterator[Form]:
    return (form for form in forms if tuple(words[at : at + len(form.words)]) == form.words)


def _by_first_word(forms: Iterable[Form]) -> Mapping[str, tuple[Form, ...]]:
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.words:
            found[form.words[0]].append(form)
    ordered = {first: tuple(sorted(those, key=lambda form: -len(form.words))) for first, those in found.items()}
    return MappingProxyType(ordered)
