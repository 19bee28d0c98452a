"""What a glance at a sentence sees: its words and pairs of words, and how many actors of which kind stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.triage.names import found_at, names, offices_and_roles, surnames, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.triage.names import Form

MOST = 3
"""Actors of one kind in a sentence that are counted."""
ACTOR, NAME = "@", "^"
"""What stands in a pair for a name of the tables, and for any other: no weight rests on one country or person."""

_END = re.compile(r"(?<=[^A-Z][.!?])[\"”’)]*\s+|\n+")
"""Where sentences part; not behind "U.S." or an initial. Other abbreviations part them, which costs little here."""


class Look(NamedTuple):
    """A sentence at a glance: its features, each once, how many words it has, whether it names a user's own actor."""

    features: frozenset[str]
    words: int
    own: bool


def looks(text: str) -> Iterator[Look]:
    """A look at each sentence of a text, in order; stretches without a letter have none."""
    return (look(sentence) for part in _END.split(text) if (sentence := part.strip()) and words_of(sentence))


def look(sentence: str) -> Look:
    """What a sentence shows: "agreed", "agreed to", "@ agreed", "power 2" (two titles of those in power or in arms)."""
    words = words_of(sentence)
    small = [word.lower() for word in words]
    counts, found, before = dict.fromkeys(("own", "actor", "power", "other", "name"), 0), set[str](), ""
    past = titled = 0
    for at, word in enumerate(words):
        if at < past:
            continue
        form = _form(words, small, at)
        if form and at >= titled:
            counts[form.kind] += 1
            titled = at + len(form.words)
        if form and form.kind in {"own", "actor"}:
            past, before = at + len(form.words), ACTOR
        elif at and word[0].isupper():
            counts["name"] += 1
            found |= {"surname"} if word in surnames() else set()
            found |= {small[at]} if form else set()
            before = NAME
        else:
            found |= {small[at], f"{before} {small[at]}"}
            before = small[at]
    found |= {f"{kind} {n}" for kind, count in counts.items() for n in range(1, min(count, MOST) + 1)}
    return Look(frozenset(found), len(words), counts["own"] > 0)


def _form(words: tuple[str, ...], small: list[str], at: int) -> Form | None:
    return found_at(names(), words, at) or found_at(offices_and_roles(), small, at)
