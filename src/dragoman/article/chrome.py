"""What a page says about itself: menus, share bars, sign-in boxes, notices, pointers to other stories.

The phrases and patterns stand in `lists/`. They hold what many sites have in common, no site's own words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from dragoman.article.lists import MARKS, any_of, chosen, keyed, read_list
from dragoman.article.prose import read_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.article.prose import Line

_PHRASES = frozenset(read_list("furniture"))
_INTERFACE = frozenset(read_list("interface_words"))
_SECTIONS = frozenset(read_list("sections"))
_LINES = keyed("furniture_lines")
_SENTENCES = keyed("furniture_sentences")
_NOTICES = {key: re.compile(rf"\b(?:{found.pattern})(?!\w)") for key, found in keyed("notices").items()}
_ENGLISH = frozenset(read_list("english_words"))
_FOREIGN = frozenset(read_list("foreign_words"))
_LINKS = any_of("endings")
_TALK = any_of("talk")

NOTICE_KEYS = frozenset({*_SENTENCES, *_NOTICES})
"""The words and marks of which a sentence that is furniture has one."""
_NOTICE_MARKS = tuple(sorted(MARKS & NOTICE_KEYS))
_INTERFACE_PARTS = frozenset(part for word in _INTERFACE for part in word.split("-"))
_KEYS = NOTICE_KEYS | frozenset(_LINES) | _INTERFACE_PARTS
_MARK = re.compile(f"[{re.escape(''.join(sorted(MARKS & _KEYS)))}]")

_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]?")
_EDGES = " .:…!|-–—•·*+>»›<«[]()☰●"
_SECTION_EDGES = _EDGES + ","
_LONGEST_LINE = 220
_LONGEST_NOTICE = 700
_LONGEST_HEADING = 80
_SENTENCE = 6  # words from which a line with a full stop is taken for a sentence
_MOST_BUTTONS = 12  # words
_LONGEST_SECTION = 40
_FOREIGN_WORDS = 2


def is_chrome(line: str) -> bool:
    """Whether a line is a page's furniture, judged by itself: true only where no story would have such a line."""
    return len(line) <= _LONGEST_NOTICE and is_chrome_line(read_line(line))


def is_chrome_line(line: Line) -> bool:
    """Likewise for a line that was read."""
    if len(line.text) > _LONGEST_NOTICE:
        return False
    small = line.text.lower()
    if len(small) > _LONGEST_LINE or (line.ended and line.words >= _SENTENCE):
        keys = NOTICE_KEYS.intersection(line.terms).union([mark for mark in _NOTICE_MARKS if mark in small])
        return bool(keys) and _is_said(small, keys)
    if small.strip(_EDGES) in _PHRASES or not any(map(str.isalpha, line.key)):
        return True
    keys = _KEYS.intersection(line.terms).union(_MARK.findall(small))
    return bool(keys) and (_is_furniture(small, keys) or _is_said(small, keys))


def _is_said(line: str, keys: AbstractSet[str]) -> bool:
    """Whether a line is a sentence of furniture or has a part of one."""
    return any(pattern.fullmatch(line) for pattern in chosen(_SENTENCES, keys)) or _is_notice(line, keys)


def _is_furniture(line: str, keys: AbstractSet[str]) -> bool:
    if any(pattern.fullmatch(line) for pattern in chosen(_LINES, keys)):
        return True
    return not keys.isdisjoint(_INTERFACE_PARTS) and _is_interface(line.strip(_EDGES))


def _is_interface(plain: str) -> bool:
    """Whether two of three words of a line are those of buttons."""
    words = _WORD.findall(plain)
    return len(words) <= _MOST_BUTTONS and sum([word in _INTERFACE for word in words]) * 3 >= len(words) * 2


def _is_notice(line: str, keys: AbstractSet[str]) -> bool:
    patterns = chosen(_NOTICES, keys)
    if not any(pattern.search(line) for pattern in patterns):
        return False
    unquoted = _QUOTED.sub(" ", line)
    return unquoted == line or any(pattern.search(unquoted) for pattern in patterns)


def names_section(line: str) -> bool:
    """Whether a line is made of the words of which sections' names are: "World News", "Asia Pacific"."""
    if len(line) > _LONGEST_SECTION:
        return False
    for word in line.casefold().replace("/", " ").replace("|", " ").split():
        bare = word.strip(_SECTION_EDGES)
        if bare and bare not in _SECTIONS:
            return False
    return True


def is_foreign(words: Sequence[str]) -> bool:
    """Whether a sentence of these casefolded words is in another language than English, as a menu's may be."""
    return _ENGLISH.isdisjoint(words) and len(_FOREIGN.intersection(words)) >= _FOREIGN_WORDS


def is_english(words: Sequence[str]) -> bool:
    """Whether some of the commonest English words are among these casefolded ones."""
    return len(_ENGLISH.intersection(words)) >= _FOREIGN_WORDS


def ending(line: str) -> Literal["talk", "links"] | None:
    """What a heading opens below a story: "talk" for readers' comments, "links" for other stories."""
    return opened_by(line.rstrip(" :.…").lower()) if len(line) <= _LONGEST_HEADING else None


@lru_cache(maxsize=8192)
def opened_by(heading: str) -> Literal["talk", "links"] | None:
    """Likewise of a heading in small letters; remembered, as the short lines of a site's pages are the same on all."""
    if not heading:
        return None
    if _TALK.fullmatch(heading):
        return "talk"
    return "links" if _LINKS.fullmatch(heading) else None
