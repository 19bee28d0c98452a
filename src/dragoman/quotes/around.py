"""Find to whom and by what medium something was said: "told reporters", "in a phone call", "at a briefing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.quotes.cues import is_passive, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_MEDIA = {
    "phone call": "call phone telephone conversation telephone-call",
    "briefing": "briefing",
    "statement": "statement communique communiqué release declaration",
    "interview": "interview podcast",
    "tweet": "tweet retweet",
    "post": "post blog facebook instagram weibo",
    "letter": "letter",
    "email": "email e-mail",
    "speech": "speech address remarks lecture sermon keynote",
    "news conference": "conference presser",
    "meeting": "meeting summit talk",
    "report": "report study survey poll memo paper",
    "article": "article editorial column op-ed essay",
    "book": "book memoir autobiography",
    "video": "video film documentary broadcast",
    "testimony": "testimony hearing affidavit",
    "text message": "text message",
}
_MEDIUM = {noun: medium for medium, nouns in _MEDIA.items() for noun in nouns.split()}
_VERBS = {
    "tweet": "tweet",
    "retweet": "tweet",
    "blog": "post",
    "email": "email",
    "testify": "testimony",
    "text": "text message",
}
_CHANNELS = {"in", "at", "on", "by", "via", "over", "during", "through"}
_LISTENERS = {"to", "on", "upon", "with"}


def medium_of(verb: Token, head: Token | None) -> str | None:
    """The medium that the phrases around a reporting verb name, or its subject ("the statement said"); None without.

    Only a noun that names nothing but a medium counts: "in Tuesday's meeting" does, "in the Senate" doesn't.
    """
    for noun in _channels(verb):
        found = _MEDIUM.get(noun.lemma_.lower())
        if found is not None and (found != "phone call" or _is_telephone(noun)):
            return found
    own = _VERBS.get(verb.lemma_.lower())
    if own is not None:
        return own
    return (
        _MEDIUM.get(head.lemma_.lower())
        if head is not None and head.pos_ == "NOUN" and not _is_telephone(head)
        else None
    )


def addressee_of(verb: Token) -> Token | None:
    """The head word of who is spoken to: "told *reporters*", "said to *the king*", "urged *Chile* to"; None without."""
    rows = lexicon().get(verb.lemma_.lower(), ())
    if verb.dep_ == "prep" or is_passive(verb):
        return None
    for child in verb.rights:
        if child.dep_ in {"dobj", "dative"} and any("person" in row.takes for row in rows) and child.pos_ != "ADP":
            return child
        if child.dep_ in {"prep", "dative"} and child.lower_ in _listeners(verb):
            return next((inner for inner in child.rights if inner.dep_ == "pobj"), None)
    return _asked(verb) if any(row.kind == "speech" and "infinitive" in row.takes for row in rows) else None


def _asked(verb: Token) -> Token | None:
    """Who is asked to do something: the object before an infinitive."""
    clause = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB"), None)
    if clause is None:
        return None
    inner = (child for child in clause.lefts if child.dep_ in {"nsubj", "nsubjpass"})
    outer = (child for child in verb.rights if child.dep_ == "dobj" and child.i < clause.i)
    return next(iter((*outer, *inner)), None)


def _listeners(verb: Token) -> set[str]:
    """The prepositions before who is spoken to: "called on" for "call", "to" for all."""
    return _LISTENERS if verb.lemma_.lower() == "call" else {"to"}


def _channels(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _CHANNELS:
            yield from (inner for inner in child.rights if inner.dep_ == "pobj")


def _is_telephone(noun: Token) -> bool:
    """Whether a call or conversation is one by telephone."""
    words = {noun.lower_, *(child.lower_ for child in noun.lefts)}
    return bool(words & {"phone", "telephone", "call"})
