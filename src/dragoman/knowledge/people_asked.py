"""People as they are asked for: a name in any order, case and spelling, with or without the office in front."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.knowledge import countries
from dragoman.knowledge.offices import by_name, by_surname, terms
from dragoman.knowledge.own import follows_own
from dragoman.knowledge.person_names import name_key
from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.knowledge.offices import Term

_STOPS = re.compile(r"""[?!.,"“”]""")
_ASKING = re.compile(r"^\s*who (?:is|was|are) ", re.IGNORECASE)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "general", "gen", "marshal", "comrade", "lord"})


def terms_asked(question: str) -> tuple[Term, ...]:
    """All terms of everybody whom the words may name; who holds another office than one named in front is left out."""
    words = _ASKING.sub("", _STOPS.sub(" ", question)).split()
    if found := _named(words):
        return found
    code, at = _country(words)
    role, past = _role(words[at:])
    found = _named([word for word in words[at + past :] if word.casefold() not in _HONORIFICS])
    fits = [term for term in found if code in (None, term.country) and role in (None, term.role)]
    people = {(term.person, term.country) for term in fits}
    return tuple(term for term in found if (term.person, term.country) in people)


def _country(words: Sequence[str]) -> tuple[str | None, int]:
    """The country whose name or adjective the words begin with, and how many words that takes."""
    for size in range(min(4, len(words) - 1), 0, -1):
        form = re.sub(r"['’]s?$", "", " ".join(words[:size]))
        known = countries.names().get(form) or countries.names().get(form.title())
        if known:
            return known[0], size
    return None, 0


def _role(words: Sequence[str]) -> tuple[str | None, int]:
    for size in range(min(5, len(words) - 1), 0, -1):
        known = titles().get(" ".join(words[:size]).casefold())
        if known:
            return known.role, size
    return None, 0


def _named(words: Sequence[str]) -> tuple[Term, ...]:
    """By the whole name, by its words in another order, by the part used alone, by a part of the name."""
    if not words:
        return ()
    key = name_key(" ".join(words))
    return (
        _everything(by_name().get(key, ()))
        or _everything(_any_order().get(_bag(words), ()))
        or _everything(by_surname().get(key, ()))
        or _everything(_parts().get(key, ()))
    )


def _everything(found: Sequence[Term]) -> tuple[Term, ...]:
    """All terms of the same people, also those in rows whose aliases lack the form."""
    ids = {term.wikidata for term in found if term.wikidata}
    keys = {(name_key(term.person), term.country) for term in found}
    if not found:
        return ()
    return tuple(term for term in terms() if term.wikidata in ids or (name_key(term.person), term.country) in keys)


def _bag(words: Sequence[str]) -> str:
    return " ".join(sorted(filter(None, (name_key(part) for word in words for part in re.split(r"[-\s]", word)))))


@follows_own
def _any_order() -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, dict[Term, None]] = defaultdict(dict)
    for term in terms():
        for form in (term.person, *term.aliases):
            found[_bag(form.split())][term] = None
    return {key: tuple(held) for key, held in found.items()}


@follows_own
def _parts() -> Mapping[str, tuple[Term, ...]]:
    """The terms by each word of a name alone: given names ("Angela") and the second of two surnames."""
    found: dict[str, dict[Term, None]] = defaultdict(dict)
    for term in terms():
        for word in term.person.split():
            if len(word) > 2:
                found[name_key(word)][term] = None
    return {key: tuple(held) for key, held in found.items()}
