"""Names that the tables know, matched over the words of a parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from dragoman.actors.known import Known
from dragoman.actors.localities import localities
from dragoman.knowledge import countries, offices, organisations
from dragoman.knowledge.own import follows_own
from dragoman.language import once_a_parse
from dragoman.language.parse import model

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Page:
    """A parse with the tables' names in it, by token; `places` are towns and regions, which are nobody's names."""

    doc: Doc
    known: Mapping[int, Known]
    places: Mapping[int, Known]

    def known_at(self, token: int) -> Known | None:
        """The tables' name that covers the token."""
        return self.known.get(token)


def page_of(doc: Doc) -> Page:
    """The parse with its known names."""
    known = {at: one for one in known_names(doc) for at in range(one.start, one.end)}
    return Page(doc, known, {at: one for one in localities(doc, known) for at in range(one.start, one.end)})


@follows_own
def _matcher() -> PhraseMatcher:
    """Match case as written: "us" is no country and "may" no prime minister."""
    nlp = model()
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    for table, names in _names().items():
        matcher.add(table, list(nlp.tokenizer.pipe(sorted(names))))
    return matcher


@follows_own
def _names() -> dict[str, Collection[str]]:
    people = {form for term in offices.terms() for form in (term.person, *term.aliases) if " " in form}
    return {
        "country": frozenset(countries.names()),
        "organisation": frozenset(organisations.organisation_names()),
        "person": frozenset(people),
        "mask": frozenset(countries.masks()),
    }


@once_a_parse
def known_names(doc: Doc) -> tuple[Known, ...]:
    """Names of countries, organisations and office holders in the text, the longest where they overlap.

    Masks are longer names that only hold a country's ("South China Sea"); they stand for nobody. An organisation's
    name that is the end of a longer one ("*National* Security Council") is somebody else's and left out.
    """
    spans = filter_spans(_matcher()(doc, as_spans=True))
    tables = _names()
    keys = [(one, _key(one.text, tables[one.label_])) for one in spans]
    found = [Known(one.start, one.end, one.label_, key) for one, key in keys if key is not None]
    taken = {at for one in found for at in range(one.start, one.end)}
    return tuple(one for one in found if not (one.table == "organisation" and _is_tail(doc, one, taken)))


def _key(words: str, names: Collection[str]) -> str | None:
    """The table's key for words that match one of its forms; the matcher minds no blanks ("Wal - Mart")."""
    if words in names:
        return words
    bare = "".join(words.split())
    return next((name for name in names if "".join(name.split()) == bare), None)


def _is_tail(doc: Doc, known: Known, taken: set[int]) -> bool:
    """Whether the tagger sees one organisation in the name and a capitalised word before it that no table knows."""
    before = known.start - 1
    if before < 0 or before in taken or doc[known.start].ent_iob_ != "I":
        return False
    return bool(doc[before].pos_ == "PROPN" and doc[before].text[0].isupper() and doc[known.start].ent_type_ == "ORG")
