"""From a trigger's type to a full code: CAMEO leaf, mode, contexts, Goldstein score."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from dragoman.events.features import lemma
from dragoman.knowledge.codebook import cameo, codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from dragoman.knowledge.codebook import CameoCode
    from dragoman.model import Status

FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Types of cooperation that are AGREE while they lie ahead: the codebook's rule on intent."""
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08",
    "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15",
    "SANCTION": "16", "COERCE": "17",
}  # fmt: skip
"""CAMEO root of a type whose leaf is not known; ASSAULT has three (18, 19, 20) and stays without."""


CYBER = frozenset(
    {"cyber", "cyberattack", "cyber-attack", "cyberspace", "hack", "hacking", "hacker", "malware", "ransomware",
     "phishing", "denial-of-service"}
)  # fmt: skip
"""Words that make an attack one on computers: the codebook's COERCE, not ASSAULT."""
CYBER_ATTACK = "176"


class Coding(NamedTuple):
    """The codes of one event, and what the record should say of how they came about."""

    type: str | None
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    because: str


def coding(token: Token, kind: str | None, status: Status) -> Coding:
    """The codes for a trigger of a type; planned cooperation becomes AGREE."""
    because = ""
    if kind in {"ASSAULT", "COERCE"} and _is_cyber(token):
        leaf = cameo()[CYBER_ATTACK]
        because = "; on computers: COERCE"
        return Coding(leaf.type, leaf.mode, leaf.contexts, CYBER_ATTACK, _score(leaf, leaf.type), because)
    if kind in FUTURE and status == "planned":
        kind, because = "AGREE", f"; planned {kind} is AGREE"
    code = _leaf(token, kind) if not because else None
    code = code or ROOTS.get(kind or "")
    row = cameo().get(code or "")
    return Coding(kind, row.mode if row else None, row.contexts if row else (), code, _score(row, kind), because)


def _score(row: CameoCode | None, kind: str | None) -> float | None:
    """The leaf's Goldstein score, else the type's."""
    if row and row.goldstein is not None:
        return row.goldstein
    return codebook().types[kind].score if kind else None


def _is_cyber(token: Token) -> bool:
    """Whether the word, or one that modifies it, its doer or its means, says that it is done to computers."""
    beside = [child for child in token.children if child.dep_ in {"amod", "compound", "nmod", "nsubj", "dobj", "appos"}]
    return any(one.lemma_.lower() in CYBER or one.lower_.startswith("cyber") for one in (token, *beside))


def _leaf(token: Token, kind: str | None) -> str | None:
    """The CAMEO leaf that the training sentences give this word under this type in four cases of five."""
    with_object = [f"{lemma(token)}+{lemma(child)}" for child in token.children if child.dep_ in {"dobj", "prt"}]
    return next((found for key in [*with_object, lemma(token)] if (found := _leaves().get((key, kind or "")))), None)


@cache
def _leaves() -> Mapping[tuple[str, str], str]:
    text = files("dragoman.events").joinpath("model/leaves.csv").read_text(encoding="utf-8")
    return {(row["words"], row["type"]): row["cameo"] for row in csv.DictReader(text.splitlines())}
