"""Where a person's name starts and ends in a phrase, and the parts of it that stand for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors.gazetteer import Page

HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "madam", "lord", "lady"})
PARTICLES = frozenset(
    {"al", "bin", "ben", "ibn", "bint", "abu", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "ul"}
    | {"van", "von", "zu", "ould", "ter", "ten"}
)
ARTICLES = ("al-", "el-", "as-", "ar-", "ash-", "an-")
"""Arabic articles that news drops at will: "al-Assad" and "Assad"."""


def name_span(page: Page, start: int, head: int) -> tuple[int, int] | None:
    """Tokens of the name that ends at `head`, no further left than `start`; None if the words are no name.

    What stands before a name is left out: countries, adjectives, organisations ("Chinese", "visiting", "Reuters").
    """
    at = head
    while at - 1 >= start and _in_name(page, at - 1):
        at -= 1
    end = _name_end(page.doc, head)
    return (at, end) if start <= head and _is_name(page.doc, at, end) else None


def _name_end(doc: Doc, head: int) -> int:
    """Past the hyphenated tail of a given name that the tagger cuts off: it ends "Rho Mi-rae" at "Mi"."""
    end = head + 1
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_alpha and not doc[end - 1].whitespace_:
        end += 2
    return end


def _in_name(page: Page, at: int) -> bool:
    token = page.doc[at]
    if token.text == "-":
        return at > 0 and not page.doc[at - 1].whitespace_
    known = page.known_at(at)
    if known and known.table != "person" and not (token.ent_type_ == "PERSON" and known.end - known.start == 1):
        return False
    hyphened = at > 0 and page.doc[at - 1].text == "-"
    if token.lower_ in PARTICLES:
        return True
    return (token.text[0].isupper() or hyphened) and token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB", "ADP", "DET"}


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are written as a name: capitals, but not all of them, and at the end too."""
    first, last = doc[start], doc[end - 1]
    hyphened = end - start > 1 and doc[end - 2].text == "-"
    begins = first.text[0].isupper() or (first.lower_ in PARTICLES and end - start > 1)
    return begins and (last.text[0].isupper() or hyphened) and not first.like_num and not doc[start:end].text.isupper()


def has_article(doc: Doc, start: int) -> bool:
    """Whether an article stands right before a name, so that a ship, a body or a thing is called so: "the *Vinson*"."""
    return start > 0 and doc[start - 1].lower_ in {"the", "a", "an"} and doc[start].tag_ != "NNPS"


def is_full(name: str) -> bool:
    """Whether a name has a given name and a surname; "von Arx" has a particle and a surname only."""
    return " " in name and not name[0].islower()


def short_forms(name: str) -> frozenset[str]:
    """The parts of a full name that may stand for it: first word, last word, and the last with its particles.

    Which of them news uses depends on the country; both ends are allowed, since who bears the name decides.
    """
    words = name.split()
    if len(words) < 2:
        return frozenset(words)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    last = words[-1]
    bare = {last[len(article) :] for article in ARTICLES if last.lower().startswith(article)}
    return frozenset({words[0], last, " ".join(words[start:])} | bare)
