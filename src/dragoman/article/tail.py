"""What stands below a story's last paragraph and reads like one: who the writer is, what the outlet is, who helped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.lists import chosen, keyed, read_list
from dragoman.article.prose import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_ABOUT = keyed("afterwords")
_NAME = (
    r"(?:Dr|Prof|Professor|Mr|Ms|Sir|Dame)?\.?\s?"
    r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|del|van|von|der|al|bin|la|le)){1,3}"
)
_DESK = re.compile(
    rf"{_NAME}\s(?:is|was|has\sbeen|writes|covers|reports|joined)\s.{{0,200}}?\b(?:reporter|correspondent|journalist|"
    r"columnist|editor|contributor|writer|bureau\schief|covering|covers|newsroom)\b.{0,400}"
)
_POST = re.compile(
    rf"(?P<name>{_NAME}),?\s(?:is|was|has\sbeen|are)\s(?:currently\s|also\s)?(?:an?|the|at\swork)\b.{{0,80}}?\b(?:professor|"
    r"fellow|lecturer|researcher|analyst|author|director|consultant|scholar|historian|lawyer|ambassador|diplomat|"
    r"chair|president|founder|student|teacher|freelancer?|photographer|adviser|advisor|scientist|novelist|book)\b.{0,500}"
)
_REPORTED = re.compile(r"[A-Z][\w.'’-]*\s[A-Z][^!?:\"“]{1,150}\sreported\sfrom\s[A-Z][^\"“]{2,300}")
_VERBS = frozenset(read_list("profile_verbs"))
_TRADE = re.compile(
    r"\b(?:news\w*|report\w*|articles?|stories|journalis\w+|coverage|readers?|audiences?|publish\w*|magazine|website|"
    r"non-?profit|organi[sz]ations?|correspondent|editor|writer|writes|covers|covering|teaches|book|university)\b",
    re.IGNORECASE,
)
_LONGEST = 700


def is_about(line: str, names: Collection[str], story: Iterable[Collection[str]]) -> bool:
    """Whether a paragraph at a story's end tells who wrote or publishes it and not what happened.

    `names` are those of the page's bylines and of the site, casefolded words with one space between; `story` holds the
    casefolded words of each other paragraph: of a person whose surname is among them the story speaks.
    """
    if len(line) > _LONGEST:
        return False
    words = words_of(line)
    if _DESK.fullmatch(line) or any(pattern.search(line.lower()) for pattern in chosen(_ABOUT, set(words))):
        return True
    if " reported from " in line and _REPORTED.fullmatch(line):
        return True
    plain = " ".join(words)
    for name in names:
        rest = plain.removeprefix(name + " ")
        if rest != plain and rest.split(" ", 1)[0] in _VERBS and _TRADE.search(line):
            return True
    found = _POST.fullmatch(line)
    if found is None:
        return False
    surname = words_of(found["name"])[-1]
    return not any(surname in paragraph for paragraph in story)
