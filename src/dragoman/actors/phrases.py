"""Noun phrases of a parse: stretches of words with a head, possessors within them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

TRIMMED = frozenset({"the", "a", "an", "both", "all", "some", "this", "that", "these", "those", "its", "his", "her"})
DASHES = frozenset({"-", "--", "–", "—"})
NO_NOUN = frozenset({"PRON", "DET", "PART", "PUNCT", "SYM", "SPACE"})


class Phrase(NamedTuple):
    """Tokens from `start` up to `end`; `head` is the word that the rest depends on."""

    start: int
    end: int
    head: int


def phrases(doc: Doc) -> Iterator[Phrase]:
    """Base noun phrases and the possessors in them, in the order of their heads, without articles and `'s`."""
    found: dict[int, Phrase] = {}
    for chunk in doc.noun_chunks:
        for start, end, head in _parted(doc, chunk.start, chunk.end, chunk.root.i):
            found[head] = _trimmed(doc, start, end, head)
    for token in doc:
        possessor = token.dep_ == "poss" and token.pos_ not in NO_NOUN
        if (possessor or _loose_name(token)) and token.i not in found:
            found[token.i] = _trimmed(doc, token.left_edge.i, token.i + 1, token.i)
    return _whole(doc, [found[head] for head in sorted(found)])


def _parted(doc: Doc, start: int, end: int, head: int) -> list[Phrase]:
    """Two persons whom the parser took for one phrase: "President Ana Roe | and | General Ben Moe"."""
    for at in range(start + 1, head):
        before = doc[at - 1]
        if doc[at].dep_ == "cc" and before.ent_type_ == "PERSON" and doc[head].ent_type_ == "PERSON":
            return [Phrase(start, at, at - 1), Phrase(at + 1, end, head)]
    return [Phrase(start, end, head)]


def _whole(doc: Doc, found: list[Phrase]) -> Iterator[Phrase]:
    """Join what the parser parts: offices with "of" ("Secretary | of | State Jane Roe"), and names."""
    at = 0
    while at < len(found):
        here, after = found[at], found[at + 1] if at + 1 < len(found) else None
        joined = _as_title(doc, here, after) or _as_name(doc, here, after) if after else None
        yield joined or here
        at += 2 if joined else 1


def _as_title(doc: Doc, here: Phrase, after: Phrase) -> Phrase | None:
    end = _title_end(doc, here, after)
    return Phrase(here.start, after.end, after.head if after.head >= end else here.head) if end else None


def _as_name(doc: Doc, here: Phrase, after: Phrase) -> Phrase | None:
    """Two phrases that the tagger sees in one person's name: "President Karim | al-Basri"."""
    inside = range(here.head + 1, after.head + 1)
    one = doc[here.head].ent_type_ == "PERSON" and all(doc[at].ent_iob_ == "I" for at in inside)
    return Phrase(here.start, after.end, after.head) if one else None


def _title_end(doc: Doc, here: Phrase, after: Phrase) -> int | None:
    """The token at which a title ends that starts with the one phrase's last word and goes on into the other."""
    if doc[here.end : after.start].text.lower() not in {"of", "for", "of the", "for the"}:
        return None
    ends = range(after.end, after.start, -1)
    return next((end for end in ends if doc[here.end - 1 : end].text.lower() in titles()), None)


def _loose_name(token: Token) -> bool:
    """A name that the parser put outside any noun phrase, as it does in headlines."""
    return token.pos_ == "PROPN" and token.dep_ in {"ROOT", "nsubj", "dobj", "pobj", "npadvmod", "conj", "dep", "appos"}


def _trimmed(doc: Doc, start: int, end: int, head: int) -> Phrase:
    """Without articles, `'s`, and what a spaced dash parts off: "NAIROBI - | Troops"."""
    dashes = [at for at in range(start + 1, head) if doc[at].text in DASHES and doc[at - 1].whitespace_]
    start = dashes[-1] + 1 if dashes else start
    while start < head and (doc[start].lower_ in TRIMMED or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end - 1 > head and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return Phrase(start, end, head)
