"""Offices with their holders as a text names them: "former South Korean President X"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.dating.quoted import is_dated, is_quoted, quoted_in
from dragoman.knowledge import countries, offices, titles
from dragoman.model import Span
from dragoman.times.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from dragoman.knowledge.offices import Term
    from dragoman.model import Report

Stage = Literal["in office", "former", "then", "new", "elect", "outgoing"]

_LEAD = 700
"""Characters: who bears a title at the head of the news bears it now."""
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])

_NAME = r"(?P<name>[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|(?:al|bin|de|da|del|van|von|der|el)\b)){0,4})"
_NAMES = r"(?:[A-Z][\w.'’-]*\s+){0,3}$"
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("former", re.compile(rf"\b(?i:former|onetime|one-time|ex|retired|past)[\s-]+{_NAMES}")),
    ("then", re.compile(rf"\b(?i:then|previous|late)[\s-]+{_NAMES}")),
    ("outgoing", re.compile(rf"\b(?i:outgoing|departing|lame[\s-]duck)\s+{_NAMES}")),
    ("elect", re.compile(rf"\b(?i:incoming)\s+{_NAMES}")),
    ("new", re.compile(rf"\b(?i:new|(?:newly|freshly)[\s-](?:elected|installed|inaugurated|appointed))\s+{_NAMES}")),
)
_OTHER = re.compile(
    r"\b(?:deputy|vice|assistant|shadow|under|a|future|potential|possible|hypothetical|next|another|like|no|any|"
    r"would-be|presumptive|aspiring|self-declared|self-proclaimed|rival)[\s-]+(?:[\w.'’-]+\s+)?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")


class Held(NamedTuple):
    """An office and its holder as a text names them.

    `terms` are all that the name may mean. `firm` says that the report itself speaks, of its own time; `acts`, that the
    holder is at the head of the news or does something in it.
    """

    span: Span
    terms: tuple[Term, ...]
    stage: Stage
    firm: bool
    acts: bool


def holders_named(report: Report) -> Iterator[Held]:
    """Everybody whom the text names with an office that the table says they had, in the text's order."""
    text, quoted = report.text, quoted_in(report.text)
    for match in _pattern().finditer(text):
        before = text[max(0, match.start() - 50) : match.start()].rpartition("\n")[2]
        if _OTHER.search(before):
            continue
        role = titles.titles()[match["title"].lower()].role
        found = _terms_named(match, role or "", _country_before(before))
        if not found:
            continue
        terms, end = found
        span = Span(match.start(), end)
        stage: Stage = (
            "elect" if match["elect"] else next((name for name, cue in _STAGES if cue.search(before)), "in office")
        )
        firm = not is_quoted(quoted, span) and not is_dated(text, span)
        acts = span.start < report.body_start + _LEAD or _is_subject(report.parse, span)
        yield Held(span, terms, stage, firm, acts)


def _is_subject(doc: Doc | None, span: Span) -> bool:
    """Whether the holder does something in the sentence, and doesn't only own or suffer it."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    return words is not None and bool(len(words)) and words.root.dep_ in _SUBJECTS


@cache
def _pattern() -> re.Pattern[str]:
    """An office of the table and the capitalised words after it."""
    forms = sorted((form for form, one in titles.titles().items() if one.role), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?i:(?P<title>{'|'.join(map(re.escape, forms))})(?P<elect>[\s-]elect)?)\s{_NAME}")


def _terms_named(match: re.Match[str], role: str, country: str | None) -> tuple[tuple[Term, ...], int] | None:
    """The terms of whoever bears the name and the office, and where the name ends."""
    words = list(re.finditer(r"\S+", match["name"]))
    for count in range(len(words), 0, -1):
        left = [word.group().strip(".,") for word in words[count:]]
        if left and left[0].lower() not in WEEKDAYS and left[0].lower() not in MONTHS and not _closes(words[count - 1]):
            continue
        name = _POSSESSIVE.sub("", match["name"][: words[count - 1].end()].rstrip(".,"))
        key = offices.name_key(name)
        found = offices.by_name().get(key) or offices.by_name().get(offices.name_key(f"{match['title']} {name}"))
        if not found and count == 1:
            found = offices.by_surname().get(key)
        terms = _fitting([term for term in found or () if country in (None, term.country)], role, match["title"])
        if terms:
            terms.sort(key=lambda term: (str(term.first), term.person))
            return tuple(terms), match.start("name") + len(match["name"][: words[count - 1].start()]) + len(
                _POSSESSIVE.sub("", words[count - 1].group().rstrip(".,"))
            )
    return None


def _closes(word: re.Match[str]) -> bool:
    """Whether the name ends with this word: a possessive or a stop follows."""
    return bool(re.search(r"['’]s?$|\.$", word.group()))


def _fitting(terms: Iterable[Term], role: str, title: str) -> list[Term]:
    """The terms in that office; of several world bodies the one whose head has the title.

    "Leaders" of state and government pass for each other where a country calls its first man by the other's title.
    """
    leaders = {"head_of_state", "head_of_government"}
    exact = [term for term in terms if term.role == role]
    found = exact or [term for term in terms if {term.role, role} <= leaders]
    called = [term for term in found if _letters(title) in _letters(term.position)]
    return called if role == "body_head" and called else found


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words).lower()


def _country_before(before: str) -> str | None:
    """The country whose name, possessive or adjective ends the words before a title."""
    words = before.split()
    for count in (3, 2, 1):
        form = " ".join(words[-count:])
        known = countries.names().get(form) or countries.names().get(re.sub(r"['’]s?$", "", form))
        if known and len(words) >= count:
            return known[0]
    return None
