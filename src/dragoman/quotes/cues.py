"""Find the words that report speech, thought or intention: "said", "called for", "vowed"."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

Kind = Literal["speech", "thought", "intention"]

KINDS: dict[str, Kind] = {"speech": "speech", "thought": "thought", "intention": "intention"}
_MISREAD = {"hop": "hope", "rat": "rate", "retweete": "retweet", "wag": "wage", "propos": "propose"}
"""Lemmas that the lemmatiser takes for another word's: "hoped" for the past of "hop"."""

_UNSAID = frozenset({"decline", "refuse", "fail"})


class Entry(NamedTuple):
    """A row of cues.csv: a reporting verb, the word that must follow it ("out" of "point out"), and what it takes.

    `takes`: "quote" (words in quotation marks), "clause" (that, whether, how ...), "object" (what is condemned or
    demanded), "infinitive" (what somebody promises or is urged to do), "label" (what somebody is called), "as" (an
    object and as what it is seen); "person" says that its object is the one spoken to and no part of what is said.
    """

    lemma: str
    after: str
    takes: frozenset[str]
    kind: Kind


class Cue(NamedTuple):
    """A reporting verb in a text: its token, its entry, the span of its words, and the token of `Entry.after`.

    `asserted` is False where nothing was said: "did not say", "may say", "a chance to say".
    """

    token: Token
    entry: Entry
    span: Span
    word: Token | None
    asserted: bool


@cache
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """The rows of cues.csv by lemma; those that need a following word first."""
    table: dict[str, list[Entry]] = {}
    with (resources.files("dragoman.quotes") / "cues.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            entry = Entry(row["lemma"], row["after"], frozenset(row["takes"].split()), KINDS[row["kind"]])
            table.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(sorted(rows, key=lambda row: not row.after)) for lemma, rows in table.items()}


def verb_cues(doc: Doc) -> Iterator[Cue]:
    """The verbs of a parsed text that report speech, thought or intention, in order."""
    table = lexicon()
    for token in doc:
        lemma = token.lemma_.lower()
        rows = table.get(_MISREAD.get(lemma, lemma))
        if rows and token.pos_ in {"VERB", "AUX"}:
            cue = _cue(token, rows)
            if cue is not None:
                yield cue


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, so that its subject is not the one who speaks."""
    kinds = {child.dep_ for child in verb.children}
    if kinds & {"nsubjpass", "auxpass", "agent"}:
        return True
    # "a poll found that ..." is read as "a poll (that was) found": a clause behind the verb tells that it isn't passive
    reduced = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}
    return reduced and not kinds & {"aux", "ccomp"}


def _cue(verb: Token, rows: tuple[Entry, ...]) -> Cue | None:
    for entry in rows:
        word = _following(verb, entry.after) if entry.after else None
        if word is not None or not entry.after:
            last = word if word is not None and word.i == verb.i + 1 else verb
            return Cue(verb, entry, Span(verb.idx, last.idx + len(last)), word, _is_asserted(verb))
    return None


def _following(verb: Token, word: str) -> Token | None:
    """The particle or preposition of that form that belongs to the verb or opens a clause: "called for X to go"."""
    for child in verb.rights:
        if child.lower_ == word and child.dep_ in {"prt", "prep", "advmod", "dative"}:
            times = (inner for inner in child.rights if inner.ent_type_ in {"DATE", "TIME"} and inner.dep_ == "pobj")
            return child if next(times, None) is None else None
        mark = child.left_edge
        if mark.lower_ == word and mark.i == verb.i + 1 and mark.dep_ == "mark" and mark.head.i == child.i:
            return mark
    return None


def _is_asserted(verb: Token) -> bool:
    """Whether the text holds that it was said; only the verb's own clause is looked at."""
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _UNSAID:
        return False
    return not (verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl"})
