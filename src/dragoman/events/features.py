"""What the trigger model sees of a word: its lemma and the words that hang on it, as readable strings.

A feature names its relation and the lemmas, so that a weight can be shown to a reader: `obj impose+sanction`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

CONTENT = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall", "'ll"})
DIRECT = frozenset({"prt", "dobj", "xcomp", "ccomp", "acomp", "attr", "advcl", "dative", "oprd"})
MODIFYING = frozenset({"amod", "compound", "nmod", "poss"})


def is_candidate(token: Token) -> bool:
    """Whether the word could say that something happened: verbs, nouns, and adjectives like "willing"."""
    if token.pos_ in {"VERB", "NOUN"}:
        return token.is_alpha or "-" in token.text
    return (
        token.pos_ == "ADJ"
        and token.dep_ in {"acomp", "ROOT"}
        and any(c.dep_ in {"xcomp", "prep"} for c in token.children)
    )


def lemma(token: Token) -> str:
    """The lemma in lower case; names and numbers by their kind only, so that no weight rests on one country."""
    if token.pos_ == "PROPN" or token.ent_type_ in {"GPE", "PERSON", "NORP", "ORG"}:
        return "*name*"
    if token.like_num or token.pos_ == "NUM":
        return "*number*"
    return str(token.lemma_.lower())


def features(token: Token) -> list[str]:
    """The word's features, without order or repetition that matters."""
    own = f"{lemma(token)}/{token.pos_}"
    return [f"word {own}", "bias", *_below(token, own), *_above(token, own), *_tense(token)]


def _below(token: Token, own: str) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in DIRECT:
            yield f"{child.dep_} {own}+{lemma(child)}"
            yield f"{child.dep_} *+{lemma(child)}"
            yield from _modifiers(child)
        elif child.dep_ in {"prep", "agent"}:
            yield from _prepositional(child, own)
        elif child.dep_ in MODIFYING:
            yield f"{child.dep_} {own}+{lemma(child)}"
            yield f"{child.dep_} *+{lemma(child)}"
        elif child.dep_ in {"nsubj", "nsubjpass"}:
            yield f"{child.dep_} *+{lemma(child)}"


def _modifiers(noun: Token) -> Iterator[str]:
    """Words on an object that change what is done: "reached an *agreement on trade*", "nuclear *test*"."""
    for child in noun.children:
        if child.dep_ in MODIFYING and child.pos_ in CONTENT:
            yield f"object {lemma(noun)}+{lemma(child)}"
        elif child.dep_ == "prep":
            for grandchild in child.children:
                yield f"object {lemma(noun)}+{child.lower_}+{lemma(grandchild)}"


def _prepositional(prep: Token, own: str) -> Iterator[str]:
    yield f"prep {own}+{prep.lower_}"
    for child in prep.children:
        yield f"prep {own}+{prep.lower_}+{lemma(child)}"
        yield f"prep *+{prep.lower_}+{lemma(child)}"


def _above(token: Token, own: str) -> Iterator[str]:
    if token.dep_ == "ROOT":
        return
    head = token.head
    yield f"under {own}+{token.dep_}+{lemma(head)}"
    yield f"under {token.pos_}+{token.dep_}+{lemma(head)}"
    if token.dep_ == "pobj":
        yield f"under {own}+{head.lower_}+{lemma(head.head)}"
        yield f"under {own}+{head.lower_}"


def _tense(token: Token) -> Iterator[str]:
    tags = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass", "neg"}}
    if tags & MODALS:
        yield f"form modal {token.lemma_.lower()}"
    if any(child.dep_ == "auxpass" for child in token.children):
        yield "form passive"


def candidates(doc: Doc) -> list[Token]:
    """All words of the parse that could be triggers, in order."""
    return [token for token in doc if is_candidate(token)]


RELATIONS = {
    "dobj": "object", "nsubj": "subject", "nsubjpass": "passive subject", "xcomp": "to", "ccomp": "that",
    "acomp": "being", "advcl": "clause", "prt": "particle", "amod": "modifier", "compound": "modifier",
    "nmod": "modifier", "poss": "possessor", "prep": "after it", "object": "object", "under": "beside",
    "dative": "given to", "attr": "being", "oprd": "as",
}  # fmt: skip


def readable(feature: str) -> str:
    """A feature in words, for `because`: `dobj *+treaty` is `object "treaty"`; "" for what tells a reader nothing."""
    relation, _, words = feature.partition(" ")
    parts = [part.split("/")[0] for part in words.split("+") if part != "*" and not part.isupper()]
    if relation == "word":
        return f'"{parts[0]}"'
    if relation not in RELATIONS or not parts:
        return "modal" if feature == "form modal" else "passive" if feature == "form passive" else ""
    if relation == "under":
        parts = parts[-1:]
    said = " ".join("a name" if part == "*name*" else part for part in parts)
    return f'{RELATIONS[relation]} "{said}"'
