"""What a page says about itself: menus, share bars, sign-in boxes, notices, pointers to other stories.

The phrases and patterns stand in `lists/`. They hold what many sites have in common, no site's own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from dragoman.article.lists import MARKS, any_of, chosen, keyed, read_list
from dragoman.article.prose import ends_sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_PHRASES = frozenset(read_list("furniture"))
_INTERFACE = frozenset(read_list("interface_words"))
_SECTIONS = frozenset(read_list("sections"))
_LINES = keyed("furniture_lines")
_SENTENCES = keyed("furniture_sentences")
_NOTICES = {key: re.compile(rf"\b(?:{found.pattern})(?!\w)", re.IGNORECASE) for key, found in keyed("notices").items()}
_ENGLISH = frozenset(read_list("english_words"))
_FOREIGN = frozenset(read_list("foreign_words"))
_LINKS = any_of("endings")
_TALK = any_of("talk")

_WORD = re.compile(r"[\w-]+")
_ASCII_MARKS = tuple(sorted(filter(str.isascii, MARKS)))
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]?")
_EDGES = " .:…!|-–—•·*+>»›<«[]()☰●"
_LONGEST_LINE = 220
_LONGEST_NOTICE = 700
_LONGEST_HEADING = 80
_SENTENCE = 6  # words from which a line with a full stop is taken for a sentence
_LONGEST_SECTION = 40
_FOREIGN_WORDS = 2


def is_chrome(line: str) -> bool:
    """Whether a line is a page's furniture, judged by itself: true only where no story would have such a line."""
    return len(line) <= _LONGEST_NOTICE and is_chrome_of(line, words_of(line))


def is_chrome_of(line: str, words: Iterable[str]) -> bool:
    """Likewise for a line of which the casefolded words are known."""
    if len(line) > _LONGEST_NOTICE:
        return False
    keys = set(words)
    for mark in _ASCII_MARKS:
        if mark in line:
            keys.add(mark)
    if not line.isascii():
        keys.update(MARKS.intersection(line))
    return _is_furniture(line, keys) or _is_notice(line, keys)


def _is_furniture(line: str, keys: AbstractSet[str]) -> bool:
    for pattern in chosen(_SENTENCES, keys):
        if pattern.fullmatch(line):
            return True
    if len(line) > _LONGEST_LINE or (line.count(" ") + 1 >= _SENTENCE and ends_sentence(line)):
        return False
    plain = line.casefold().strip(_EDGES)
    if plain in _PHRASES:
        return True
    words = _WORD.findall(plain)
    if not words or (len(words) <= 12 and sum([word in _INTERFACE for word in words]) * 3 >= len(words) * 2):
        return True
    if not _LETTER.search(plain):
        return True
    return any(pattern.fullmatch(line) for pattern in chosen(_LINES, keys))


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
    words = line.casefold().replace("/", " ").replace("|", " ").split()
    return all(word.strip(_EDGES + ",") in _SECTIONS or not word.strip(_EDGES + ",") for word in words)


def is_foreign(words: AbstractSet[str]) -> bool:
    """Whether a sentence of these casefolded words is in another language than English, as a menu's may be."""
    return words.isdisjoint(_ENGLISH) and len(words & _FOREIGN) >= _FOREIGN_WORDS


def is_english(words: AbstractSet[str]) -> bool:
    """Whether some of the commonest English words are among these casefolded ones."""
    return len(words & _ENGLISH) >= _FOREIGN_WORDS


def ending(line: str) -> Literal["talk", "links"] | None:
    """What a heading opens below a story: "talk" for readers' comments, "links" for other stories."""
    heading = line.rstrip(" :.…") if len(line) <= _LONGEST_HEADING else ""
    if not heading:
        return None
    if _TALK.fullmatch(heading):
        return "talk"
    return "links" if _LINKS.fullmatch(heading) else None
