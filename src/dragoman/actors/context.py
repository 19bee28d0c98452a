"""Countries from context: whose government, whose rebels, whose president, where the phrase itself does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.actors.ground import DEEDS
from dragoman.actors.ground_words import PLACE
from dragoman.knowledge import countries
from dragoman.language import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Cluster

RULERS = frozenset({"head_of_state", "head_of_government"})
ABROAD = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "consul", "observers", "inspectors"}
    | {"peacekeepers", "allies", "ally", "leaders", "ministers", "delegation", "counterpart", "mediator", "mediators"}
    | {"reporters", "embassy", "secretary-general", "commissioner", "prisoner", "prisoners", "hostages"}
    | {"powers", "states", "countries", "nations", "governments", "capitals", "monarchies"}
)
"""Words for people who are often not from where they are."""
REGIONAL = frozenset(
    {"african", "arab", "asian", "balkan", "baltic", "european", "gulf", "latin", "nordic", "western", "regional"}
    | {"allied", "coalition", "foreign", "international", "multinational", "neighbouring", "neighboring", "other"}
)
COUNTED = frozenset({"both", "two", "each", "their", "other"})
"""Beside a word for people of more than one state, or of whom it names."""
STATE = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
"""PLOVER's sectors of a state's bodies and officials."""
STATELESS = frozenset({"REB", "CRM", "UAF", "UNK"})
"""Sectors whose people fight or harm a country as often as they are of it: "Qatar said *hackers* had planted"."""
FRONTED = 12
"""Words between the start of a sentence "In Lima, ..." and who speaks there."""
WORLDWIDE = frozenset({"UNO", "IGO", "NGO", "EUR", "ISM", "IMG", "MNC"})
DATELINE = re.compile(r"(?:\A|\n\n)\W?(?P<city>[A-Z][A-Z.' -]+[A-Z])\b(?:[^\n–—-]{0,40} [–—-]{1,2} |\]|: )")
"""A place in capitals at a paragraph's start, up to a dash or colon or in brackets: "NAIROBI, May 3 (XYZ) - "."""
SENDING = frozenset({"send", "dispatch", "deploy", "recall", "withdraw", "pull", "mobilise", "mobilize"})
"""Their subject's people are who is sent: "Peru sent *a delegation*"."""
AT_HOME = frozenset({"CVL", "OPP", "LEG", "PTY", "LAB", "EDU", "JUD"})
"""Sectors of people and bodies who stand on the ground of their own country."""
RULED = frozenset({"LEG", "OPP", "PTY"})
VOTING = frozenset({"voters", "citizens", "electorate", "opposition", "negotiators"})
"""Sectors and words of those with whom a country's own leaders deal: "the king dissolved *parliament*"."""


class Voice(NamedTuple):
    """Where a state acts or one of its officials is named: the token, the state's code, and if only a speaker says so.

    `told` are those within reported speech: "Lima said that *Chile* was wrong".
    """

    at: int
    country: str
    told: bool


def place_in_context(doc: Doc, clusters: list[Cluster]) -> None:
    """Give actors without a country the one that their surroundings leave.

    A state's bodies and officials are those of the one state that acts or has officials in their sentence before
    them, else earlier in their paragraph, else in the paragraph before; where none does, of the dateline's country.
    Who is still without takes the only country that the sentence names. Where two fit, it stays unknown. Names alone
    (companies, persons without a title) are left: they are foreigners too often.
    """
    voices = sorted(_voices(doc, clusters))
    named = _countries_by_sentence(doc, clusters)
    dateline = _dateline_country(text_of(doc))
    at = {head: cluster for cluster in clusters for head in cluster.heads}
    for cluster in clusters:
        if cluster.country is None and cluster.title:
            near = _sent_by(doc, at, cluster)
            if not near and not _is_foreign(doc, cluster):
                near = _at_home(doc, at, cluster) or _beside(doc, voices, cluster) or _under(dateline, cluster)
                if not near and _is_domestic(cluster):
                    near = _in_sentence(doc, voices, named, cluster)
            cluster.country = next(iter(near)) if len(near) == 1 else None


def _sent_by(doc: Doc, at: Mapping[int, Cluster], cluster: Cluster) -> set[str]:
    """The country of who sends them: "Peru sent *a delegation*"; none for things and who is sent by nobody named."""
    heads = (doc[head] for head in cluster.heads if doc[head].pos_ != "PRON")
    verbs = [one.head for one in heads if one.dep_ == "dobj" and one.head.lemma_.lower() in SENDING]
    return _countries(at, (child for verb in verbs[:1] for child in verb.children if child.dep_ == "nsubj"))


def _at_home(doc: Doc, at: Mapping[int, Cluster], cluster: Cluster) -> set[str]:
    """The country whose ground a crowd stands on or whose leader it deals with; a spokesman's behind "In Lima,"."""
    head = doc[cluster.heads[0]]
    title = cluster.title or ""
    if cluster.kind == "organisation" or "spokes" in title or "official" in title:
        fronted = _fronted(at, head)
        if fronted and cluster.sector in STATE:
            return fronted
    if cluster.sector not in AT_HOME or cluster.name:
        return set()
    ruled = cluster.sector in RULED or bool(VOTING & set(title.split()))
    return _ground(at, head) or (_countries(at, _first_subject(head)) if ruled else set())


def _fronted(at: Mapping[int, Cluster], head: Token) -> set[str]:
    """The country of a sentence that starts with its name or its capital's: "In Lima, a spokesman..."."""
    first = head.sent[0]
    if first.lower_ != "in" or head.i - first.i > FRONTED:
        return set()
    return _countries(at, (child for child in first.children if child.dep_ == "pobj" and child.i < head.i))


def _ground(at: Mapping[int, Cluster], head: Token) -> set[str]:
    """The countries on whose ground the deed of a subject is done, by what stands below its verb."""
    if head.dep_ not in {"nsubj", "nsubjpass"}:
        return set()
    below = [token for token in head.head.subtree if token.i > head.head.i and token.i in at]
    grounds = [token for token in below if _is_ground(token, at[token.i])]
    return _countries(at, grounds)


def _is_ground(token: Token, cluster: Cluster) -> bool:
    spans = (one.span for one in cluster.mentions if one.via == PLACE)
    return any(span.start <= token.idx < span.end for span in spans)


def _first_subject(head: Token) -> list[Token]:
    """The first subject of the sentence before the word, whose deed is no force: then it may be the other side's."""
    first = next((one for one in head.sent if one.dep_ == "nsubj" and one.pos_ != "PRON"), None)
    if first is None or first.i >= head.i or first.head.lemma_.lower() in DEEDS:
        return []
    return [first]


def _countries(at: Mapping[int, Cluster], tokens: Iterable[Token]) -> set[str]:
    """The countries of the actors named at the tokens, world bodies left out."""
    found = {at[token.i].country for token in tokens if token.i in at}
    return {code for code in found if code and code not in WORLDWIDE}


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
    if COUNTED & {child.lower_ for child in doc[cluster.heads[0]].children}:
        return True
    return bool(ABROAD & title or REGIONAL & {token.lower_ for token in words} - title)


def _voices(doc: Doc, clusters: list[Cluster]) -> Iterator[Voice]:
    for cluster in clusters:
        if cluster.country and cluster.country not in WORLDWIDE:
            official = cluster.title is not None and cluster.sector in STATE
            for head in cluster.heads:
                acting = cluster.kind == "country" and _is_acting(doc[head])
                if (official and (cluster.kind == "person" or _is_acting(doc[head]))) or acting:
                    yield Voice(head, cluster.country, _is_told(doc[head]))


def _is_told(token: Token) -> bool:
    return any(above.dep_ == "ccomp" and above.head.i < token.i for above in (token, *token.ancestors))


def _nearest(doc: Doc, voices: list[Voice], head: int) -> set[str]:
    """The states heard in the nearest stretch before the token that has any; those merely spoken of count last."""
    for start in _stretches(doc, head):
        heard = [voice for voice in voices if start <= voice.at < head]
        if heard:
            return {voice.country for voice in heard if not voice.told} or {voice.country for voice in heard}
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
