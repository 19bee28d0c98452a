"""Find what is held to be so without a word on who holds it: "is expected to fall", "appears ready to sign".

These are thoughts of nobody named. "Is said to be" and "reportedly" pass on what nobody is quoted with, and are left
out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.content import tidy
from dragoman.quotes.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_SEEM = {"appear", "seem", "look", "sound"}
_HELD = {
    "expect",
    "believe",
    "think",
    "consider",
    "deem",
    "presume",
    "assume",
    "suppose",
    "project",
    "estimate",
    "know",
}
_RUNS_ON = {"xcomp", "ccomp", "acomp", "oprd"}


def hedges(doc: Doc) -> Iterator[Said]:
    """Each clause that is said to seem, or to be expected or believed: its subject and what is held of it."""
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            said = _seeming(token) or _held(token)
            if said is not None:
                yield said


def _seeming(verb: Token) -> Said | None:
    if verb.lemma_.lower() not in _SEEM:
        return None
    kinds = _RUNS_ON if verb.lemma_.lower() in {"appear", "seem"} else {"acomp", "oprd"}
    return _split(verb, kinds)


def _held(verb: Token) -> Said | None:
    if verb.lemma_.lower() not in _HELD or not any(child.dep_ == "auxpass" for child in verb.lefts):
        return None
    return _split(verb, {"xcomp", "oprd", "ccomp"})


def _split(verb: Token, kinds: set[str]) -> Said | None:
    """What is held of the subject, which stands before the verb; all of it behind the verb after "it seems that"."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None)
    content = next((child for child in verb.rights if child.dep_ in kinds), None)
    if subject is None or content is None:
        return None
    behind = tidy(verb.doc, verb.i + 1, content.right_edge.i)
    before = tidy(verb.doc, subject.left_edge.i, subject.right_edge.i)
    if behind is None or before is None:
        return None
    empty = subject.dep_ == "expl" or (subject.lower_ == "it" and content.dep_ == "ccomp")
    parts = (behind,) if empty else (before, behind)
    return Said(parts, direct=False, cue=Span(verb.idx, verb.idx + len(verb)), head=None, kind="thought", verb=verb)
