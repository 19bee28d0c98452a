"""What a page says about itself: menus, share bars, sign-in boxes, notices, pointers to other stories.

The phrases and patterns stand in `lists/`. They hold what many sites have in common, no site's own words.
"""

from __future__ import annotations

import re
from typing import Literal

from dragoman.article.lists import any_of, read_list
from dragoman.article.prose import ends_sentence

_PHRASES = frozenset(read_list("furniture"))
_INTERFACE = frozenset(read_list("interface_words"))
_LINES = any_of("furniture_lines")
_SENTENCES = any_of("furniture_sentences")
_NOTICES = re.compile(rf"\b(?:{any_of('notices').pattern})(?!\w)", re.IGNORECASE)
_LINKS = any_of("endings")
_TALK = any_of("talk")

_NO_WORDS = re.compile(r"[\W\d_]*")
_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]?")
_PROFILE = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){2,4}(?:is|was|has\sbeen|writes|covers|reports|joined)\s.{0,200}?\b(?:reporter|"
    r"correspondent|journalist|columnist|editor|contributor|writer|bureau\schief|covering|covers|newsroom)\b.{0,200}"
)
_EDGES = " .:…!|-–—•·*+>»›<«[]()"
_LONGEST_LINE = 220
_LONGEST_NOTICE = 700
_LONGEST_HEADING = 80
_SENTENCE = 6  # words from which a line with a full stop is taken for a sentence


def is_chrome(line: str) -> bool:
    """Whether a line is a page's furniture, judged by itself: true only where no story would have such a line."""
    if len(line) > _LONGEST_NOTICE:
        return False
    return is_furniture(line) or is_notice(line)


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a menu, a crumb trail, a file's name, a pointer to another story."""
    if len(line) > _LONGEST_LINE:
        return bool(_SENTENCES.fullmatch(line))
    plain = line.casefold().strip(_EDGES)
    if plain in _PHRASES or _NO_WORDS.fullmatch(line):
        return True
    words = _WORD.findall(plain)
    if 0 < len(words) <= 12 and sum(word in _INTERFACE for word in words) * 3 >= len(words) * 2:
        return True
    if _SENTENCES.fullmatch(line):
        return True
    return not (len(words) >= _SENTENCE and ends_sentence(line)) and bool(_LINES.fullmatch(line))


def is_notice(line: str) -> bool:
    """Whether a site speaks to its reader here: about cookies, accounts, comments, rights. Quoted words don't count."""
    return _NOTICES.search(line) is not None and _NOTICES.search(_QUOTED.sub(" ", line)) is not None


def is_profile(line: str) -> bool:
    """Whether a line tells who the writer is: "Jane Roe is the paper's Seoul correspondent"; asked at a page's end."""
    return len(line) <= _LONGEST_NOTICE and _PROFILE.fullmatch(line) is not None


def ending(line: str) -> Literal["talk", "links"] | None:
    """What a heading opens below a story: "talk" for readers' comments, "links" for other stories."""
    heading = line.rstrip(" :.…") if len(line) <= _LONGEST_HEADING else ""
    if not heading:
        return None
    if _TALK.fullmatch(heading):
        return "talk"
    return "links" if _LINKS.fullmatch(heading) else None
