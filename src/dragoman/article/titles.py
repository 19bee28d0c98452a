"""The headline of an HTML page, from the four places that may hold it, without the outlet's name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dragoman.article.characters import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEPARATOR = re.compile(r"\s+[|•·–—»:/-]+\s+|\s*[|»]\s*")
_LETTERS = re.compile(r"[^\W_]+")
_ALIKE = 0.85
_LONGEST = 400
_SHORTEST_PART = 3  # words of a part that can be the headline itself


def best_title(
    heading: Sequence[str],
    *,
    stated: str | None,
    shared: str | None,
    document: str | None,
    outlet: str | None,
) -> str | None:
    """The headline: the page's h1 where another place bears it out, else what two places agree on, else the best one.

    `heading` holds the h1 elements' texts, `stated` JSON-LD's headline, `shared` og:title, `document` the title
    element. Titles made for sharing and searching are often shortened or reworded; the h1 is what readers saw.
    """
    elements = [tidy(text) for text in heading]
    others = [
        without_outlet(tidy(text), outlet) for text in (shared, stated, document) if text and len(text) <= _LONGEST
    ]
    others = [text for text in others if text]
    seen = [text for text in elements if 0 < len(text) <= _LONGEST and not _same(text, outlet or "")]
    for text in seen:
        if any(_bears_out(other, text) for other in others):
            return text
    for i, text in enumerate(others):
        if any(_same(text, other) for other in others[i + 1 :]):
            return text
    if len(seen) == 1 and len(_words(seen[0])) >= _SHORTEST_PART:
        return seen[0]
    return next(iter(others or seen), None)


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


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())


def _same(text: str, other: str) -> bool:
    return _words(text) == _words(other)


def _bears_out(other: str, text: str) -> bool:
    """Whether another title is the same headline, or one of the two is the other cut short."""
    mine, theirs = " ".join(_words(text)), " ".join(_words(other))
    if not mine or not theirs:
        return False
    short, long = sorted((mine, theirs), key=len)
    if long.startswith(short) and len(short) * 2 >= len(long):
        return True
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _ALIKE
