"""The headline of an HTML page, from the places that may hold it, without the outlet's name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from dragoman.article.characters import tidy
from dragoman.article.prose import share, topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.article.html_titles import Heading

_SEPARATOR = re.compile(r"\s+[|•·–—»:>/-]+\s+|\s*[|»]\s*|\s+::\s+")
_LETTERS = re.compile(r"[^\W_]+")
_ALIKE = 0.85
_LONGEST = 400
_SHORTEST_PART = 3  # words of a part that can be the headline itself
_SHARED_TOPICS = 2
_SHARED_PART = 0.25
_H1 = 1


class Titles(NamedTuple):
    """The titles that a page gives to machines: JSON-LD's headline, og:title and its like, the title element."""

    stated: str | None = None
    shared: str | None = None
    document: str | None = None


def best_title(headings: Sequence[Heading], titles: Titles, outlet: str | None, lead: str = "") -> str | None:
    """The headline: what readers saw if another place bears it out, else what two places agree on, else the best one.

    Titles made for sharing and searching are often shortened or reworded, so a heading wins over them where it is
    the same headline, a longer form of it, or about the same things. `lead` is the story's beginning.
    """
    given = [tidy(text) for text in (titles.shared, titles.stated, titles.document) if text and len(text) <= _LONGEST]
    others = [
        text for text in (without_outlet(text, outlet) for text in given) if text and not _same(text, outlet or "")
    ]
    seen = [heading for heading in headings if not _is_outlet(heading.words, outlet)]
    return next(_ways(seen, given, others, lead), None)


def _ways(seen: Sequence[Heading], given: Sequence[str], others: Sequence[str], lead: str) -> Iterator[str]:
    """The candidates, the surest first."""
    for heading in seen:
        if any(_bears_out(other, text) for other in others for text in (heading.words, heading.full)):
            yield heading.words
        if len(_words(heading.words)) > _SHORTEST_PART and any(_holds(text, heading.words) for text in given):
            yield heading.words
    about = topics(" ".join([*others, lead]))
    first = [heading for heading in seen if heading.rank <= _H1 and len(_words(heading.words)) >= _SHORTEST_PART]
    shared = [(len(topics(heading.words) & about), heading.words) for heading in first if _is_about(heading, about)]
    if shared:
        yield max(shared, key=lambda entry: entry[0])[1]
    for i, text in enumerate(others):
        if any(_same(text, other) for other in others[i + 1 :]):
            yield text
    if len(first) == 1:
        yield first[0].words
    yield from others
    yield from (heading.words for heading in first)


def holds_title(titles: Titles, line: str) -> bool:
    """Whether a line of the page stands whole in one of its titles and is long enough to be the headline."""
    given = (titles.shared, titles.stated, titles.document)
    return len(_words(line)) > _SHORTEST_PART and any(_holds(title, line) for title in given if title)


def _is_about(heading: Heading, about: frozenset[str]) -> bool:
    """Whether a heading shares two topics and a good part of its own with what the page is about."""
    own = topics(heading.words)
    return len(own & about) >= _SHARED_TOPICS and share(own, about) >= _SHARED_PART


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name or section at its end (or the outlet's at its beginning).

    Without knowing the outlet only a short last part after a bar goes: dashes belong to headlines, too.
    """
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    first, last = parts[0], parts[-1]
    if outlet:
        for cut in parts:
            if _names(title[cut.end() :], outlet) and cut.start():
                return without_outlet(title[: cut.start()], None)
        if _names(title[: first.start()], outlet):
            return title[first.end() :]
    tail = len(_words(title[last.end() :]))
    head = len(_words(title[: last.start()]))
    if "|" in last[0] or "»" in last[0]:
        return without_outlet(title[: last.start()], None) if tail <= 5 and head >= max(_SHORTEST_PART, tail) else title
    return title


def _names(part: str, outlet: str) -> bool:
    """Whether a title's part is the outlet's name, perhaps with or without "The", ".com" or a section."""
    own, name = ["".join(_words(text)).removeprefix("the").removesuffix("com") for text in (part, outlet)]
    return bool(own and name) and (
        own == name or (len(own) >= 3 and own in name) or (len(name) >= 3 and own.startswith(name))
    )


def _is_outlet(text: str, outlet: str | None) -> bool:
    own, name = ["".join(_words(words)).removeprefix("the") for words in (text, outlet or "")]
    return not own or (bool(name) and (own == name or (len(own) > 3 and own in name)))


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())


def _same(text: str, other: str) -> bool:
    return _words(text) == _words(other)


def _holds(title: str, text: str) -> bool:
    return f" {' '.join(_words(text))} " in f" {' '.join(_words(title))} "


def _bears_out(other: str, text: str) -> bool:
    """Whether another title is the same headline, or one of the two is the other cut short."""
    mine, theirs = " ".join(_words(text)), " ".join(_words(other))
    if not mine or not theirs:
        return False
    short, long = sorted((mine, theirs), key=len)
    if long.startswith(short) and len(short) * 2 >= len(long):
        return True
    alike = SequenceMatcher(None, mine, theirs, autojunk=False)
    return alike.real_quick_ratio() >= _ALIKE and alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE
