"""Countries from context: whose government, whose rebels, whose president, where the phrase itself does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Cluster

RULERS = frozenset({"head_of_state", "head_of_government"})
ABROAD = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "consul", "observers", "inspectors"}
    | {"peacekeepers", "allies", "ally", "leaders", "ministers", "delegation", "counterpart", "mediator", "mediators"}
    | {"reporters", "embassy", "secretary-general", "commissioner"}
)
"""Words for people who are often not from where they are."""
REGIONAL = frozenset(
    {"african", "arab", "asian", "balkan", "baltic", "european", "gulf", "latin", "nordic", "western", "regional"}
    | {"allied", "coalition", "foreign", "international", "multinational", "neighbouring", "neighboring"}
)
STATE = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
"""PLOVER's sectors of a state's bodies and officials."""
STATELESS = frozenset({"REB", "CRM", "UAF", "UNK"})
"""Sectors whose people fight or harm a country as often as they are of it: "Qatar said *hackers* had planted"."""
WORLDWIDE = frozenset({"UNO", "IGO", "NGO", "EUR", "ISM", "IMG", "MNC"})
DATELINE = re.compile(r"(?:\A|\n\n)\W?(?P<city>[A-Z][A-Z.' -]+[A-Z])\b(?:[^\n–—-]{0,40} [–—-]{1,2} |\])")
"""A place in capitals at a paragraph's start, up to a dash or in brackets: "NAIROBI, May 3 (XYZ) - "."""


class Voice(NamedTuple):
    """Where a state acts or one of its officials is named: the token, and the state's code."""

    at: int
    country: str


def place_in_context(doc: Doc, clusters: list[Cluster]) -> None:
    """Give actors without a country the one that their surroundings leave.

    A state's bodies and officials are those of the one state that acts or has officials in their sentence before
    them, else earlier in their paragraph, else in the paragraph before; where none does, of the dateline's country.
    Who is still without takes the only country that the sentence names. Where two fit, it stays unknown. Names alone
    (companies, persons without a title) are left: they are foreigners too often.
    """
    voices = sorted(_voices(doc, clusters))
    named = _countries_by_sentence(doc, clusters)
    dateline = _dateline_country(doc.text)
    for cluster in clusters:
        if cluster.country is None and cluster.title and not _is_foreign(doc, cluster):
            near = _beside(doc, voices, cluster) or _under(dateline, cluster)
            if not near and _is_domestic(cluster):
                near = _in_sentence(doc, voices, named, cluster)
            cluster.country = next(iter(near)) if len(near) == 1 else None


def _beside(doc: Doc, voices: list[Voice], cluster: Cluster) -> set[str]:
    """The states heard just before the cluster first acts or speaks; none for who is no state's or from elsewhere."""
    heads = [head for head in cluster.heads if doc[head].pos_ != "PRON" and _is_acting(doc[head])]
    return _nearest(doc, voices, heads[0]) if heads and cluster.sector in STATE else set()


def _in_sentence(doc: Doc, voices: list[Voice], named: dict[int, set[str]], cluster: Cluster) -> set[str]:
    """The countries of the sentence; for a state's people none if other states were heard just before."""
    head = cluster.heads[0]
    near = named.get(doc[head].sent.start, set())
    heard = _nearest(doc, voices, head) if cluster.sector in STATE else set()
    return near if not heard or near <= heard else set()


def _under(dateline: str | None, cluster: Cluster) -> set[str]:
    """The dateline's country for a state's body; officials and forces there may be guests."""
    return {dateline} if dateline and cluster.kind == "organisation" and cluster.sector in STATE else set()


def _is_acting(token: Token) -> bool:
    """Whether somebody is a subject, an agent or a source: only then is a silent home the one spoken of."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"} or (
        token.dep_ == "pobj"
        and token.head.dep_ in {"agent", "prep"}
        and (token.head.lower_ == "by" or token.head.head.lower_ == "according")
    )


def _is_foreign(doc: Doc, cluster: Cluster) -> bool:
    """Whether the title is of those sent abroad, or the words name a region of many states: "*African* troops"."""
    words = doc.char_span(*cluster.mentions[0].span, alignment_mode="expand") or ()
    title = set((cluster.title or "").split())
    return bool(ABROAD & title or REGIONAL & {token.lower_ for token in words} - title)


def _voices(doc: Doc, clusters: list[Cluster]) -> Iterator[Voice]:
    for cluster in clusters:
        if cluster.country and cluster.country not in WORLDWIDE:
            official = cluster.title is not None and cluster.sector in STATE
            for head in cluster.heads:
                acting = cluster.kind == "country" and _is_acting(doc[head])
                if official or acting:
                    yield Voice(head, cluster.country)


def _nearest(doc: Doc, voices: list[Voice], head: int) -> set[str]:
    """The states heard in the nearest stretch before the token in which any is."""
    for start in _stretches(doc, head):
        heard = {voice.country for voice in voices if start <= voice.at < head}
        if heard:
            return heard
    return set()


def _stretches(doc: Doc, head: int) -> Iterator[int]:
    """Where the token's sentence, its paragraph and the paragraph before it start."""
    yield doc[head].sent.start
    at = head
    for _ in range(2):
        while at and not (doc[at - 1].is_space and "\n\n" in doc[at - 1].text):
            at -= 1
        yield at
        at -= at > 0


def _dateline_country(text: str) -> str | None:
    """The country of the dateline's place, where it is a capital or a country that the tables know."""
    found = DATELINE.search(text)
    code, _ = countries.names().get(found["city"].title(), (None, "")) if found else (None, "")
    return code


def _is_domestic(cluster: Cluster) -> bool:
    """Whether the title is of the sort whose bearer is at home in the country that the sentence tells of."""
    return (cluster.name is None or cluster.role in RULERS) and cluster.sector not in STATELESS


def _countries_by_sentence(doc: Doc, clusters: list[Cluster]) -> dict[int, set[str]]:
    named: dict[int, set[str]] = {}
    for cluster in clusters:
        if cluster.country and cluster.country not in WORLDWIDE:
            for head in cluster.heads:
                named.setdefault(doc[head].sent.start, set()).add(cluster.country)
    return named
