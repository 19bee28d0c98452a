"""Where the name stands that a description belongs to: in apposition to it, or as the subject of "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.found import Found

BEING = frozenset({"be", "become", "remain", "name", "elect", "appoint", "inaugurate", "reelect", "re-elect", "call"})
LONGEST = 8
"""Words of a name that is looked for behind a comma."""


def named_beside(doc: Doc, found: Found, at: Mapping[int, Cluster]) -> Iterator[tuple[int, str]]:
    """Heads of actors beside the description, surest first, each with the pass that it makes."""
    head = doc[found.head]
    beside = [(child.i, "apposition") for child in head.children if child.dep_ == "appos"]
    beside += [(head.head.i, "apposition")] if head.dep_ == "appos" else []
    beside += [(name, "apposition") for name in _behind_comma(doc, found, at)]
    beside += [(subject.i, "predicate") for subject in _subjects(head)]
    yield from ((name, via) for name, via in beside if name in at and name != found.head)


def _subjects(head: Token) -> Iterator[Token]:
    """Whom the description is said to be: "*Ms Roe* was named envoy"; not if it is denied."""
    verb = head.head
    if head.dep_ not in {"attr", "oprd"} or verb.lemma_ not in BEING or any(one.dep_ == "neg" for one in verb.children):
        return
    yield from (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})


def _behind_comma(doc: Doc, found: Found, at: Mapping[int, Cluster]) -> Iterator[int]:
    """The head of a bare name between commas behind the description, where the parser sees no apposition.

    "The envoy, Jane Roe, left" and not the list "the envoy, Jane Roe, and three others".
    """
    start = _comma(doc, found) + 1
    if start >= len(doc) or doc[start - 1].text != ",":
        return
    for here in range(start, min(start + LONGEST, len(doc) - 1)):
        if doc[here].is_punct and doc[here].text != "-":
            return
        cluster = at.get(here)
        if cluster is not None:
            if _is_bare(doc, cluster, start) and _is_closed(doc, here + 1):
                yield here
            return


def _comma(doc: Doc, found: Found) -> int:
    """The token behind the description and what hangs on it: "the envoy *of Peru* | , Jane Roe,"."""
    at = found.head + 1
    while at < len(doc) and not doc[at].is_punct and doc[found.head].is_ancestor(doc[at]):
        at += 1
    return at


def _is_bare(doc: Doc, cluster: Cluster, start: int) -> bool:
    """Whether a mention of the actor starts at the token, and with its name."""
    starts = {mention.span.start for mention in cluster.mentions}
    return doc[start].idx in starts and cluster.is_called(doc[start].text)


def _is_closed(doc: Doc, after: int) -> bool:
    if doc[after].text not in {",", ".", ";"}:
        return False
    return after + 1 >= len(doc) or doc[after + 1].lower_ not in {"and", "or"}
