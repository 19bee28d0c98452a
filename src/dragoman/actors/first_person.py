"""Who "I" and "we" are inside quotation marks: the one who says it, or the state for whom an official speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import countries
from dragoman.language import once_a_parse
from dragoman.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.link import Linker

ONE = frozenset({"i", "me", "my", "myself"})
SEVERAL = frozenset({"we", "us", "our", "ourselves"})
SAYING = frozenset(
    {"add", "announce", "answer", "argue", "ask", "declare", "explain", "insist", "note", "reply", "respond", "say"}
    | {"state", "stress", "tell", "vow", "warn", "write"}
)
OPENING, CLOSING = frozenset({'"', "“"}), frozenset({'"', "”"})


def link_first_persons(linker: Linker) -> None:
    """Link "I" to the one person who says the quotation, "we" to his state if he is its official, or to both speakers.

    Only where a verb of saying with its subject stands right before or behind the quotation marks.
    """
    for first, last in _quoted(linker.doc):
        persons = [token for token in linker.doc[first:last] if token.lower_ in ONE | SEVERAL and token.text != "US"]
        speaker = _speaker(linker, first, last) if persons else None
        for token in persons if speaker is not None else ():
            for cluster in _meant(linker, token, speaker):
                linker.add(cluster, Mention(Span(token.idx, token.idx + len(token)), "speaker"), token.i)


@once_a_parse
def _quoted(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Tokens between quotation marks of one paragraph, up to the closing mark."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for token in doc:
        if token.is_space and "\n\n" in token.text:
            start = None
        elif start is None and token.text in OPENING:
            start = token.i + 1
        elif start is not None and token.text in CLOSING:
            found.append((start, token.i))
            start = None
    return tuple(found)


def _speaker(linker: Linker, first: int, last: int) -> Token | None:
    """The subject of the saying that stands next to the marks, behind them or before."""
    doc = linker.doc
    around = [*range(last + 1, min(last + REACH, len(doc))), *range(first - 2, max(first - REACH, -1), -1)]
    verbs = (doc[at] for at in around if doc[at].lemma_.lower() in SAYING and _is_beside(doc, at, first, last))
    subjects = (child for verb in verbs for child in verb.children if child.dep_ == "nsubj" and child.i in linker.at)
    return next((one for one in subjects if not first <= one.i < last), None)


REACH = 12
"""Words between the quotation marks and the verb."""


def _is_beside(doc: Doc, at: int, first: int, last: int) -> bool:
    """Whether no sentence ends and no paragraph breaks between the marks and the verb."""
    between = doc[last + 1 : at] if at > last else doc[at + 1 : first - 1]
    return not any(token.text in {".", "!", "?"} or token.is_space for token in between)


def _meant(linker: Linker, token: Token, speaker: Token) -> tuple[Cluster, ...]:
    pair = linker.pairs.get(speaker.i)
    if token.lower_ in SEVERAL and pair is not None:
        return pair
    cluster = linker.at[speaker.i]
    if cluster.kind != "person" or cluster.plural:
        return ()
    if token.lower_ in ONE:
        return (cluster,)
    return tuple(_state(linker, cluster)) if cluster.role or cluster.sector == "GOV" else ()


def _state(linker: Linker, official: Cluster) -> Iterator[Cluster]:
    for one in linker.clusters:
        if one.kind == "country" and one.country == official.country and one.country in countries.countries():
            yield one
