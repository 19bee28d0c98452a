"""Who pronouns stand for: the fitting actor before them that is most in view, subjects first."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dragoman.actors.first_person import SAYING
from dragoman.actors.states import link_own_state
from dragoman.language import once_a_parse
from dragoman.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.genders import Gender
    from dragoman.actors.link import Linker

GENDERS: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
PRONOUNS = NEUTER | PLURAL | GENDERS.keys()
IMPERSONAL = frozenset({"rain", "snow", "seem", "appear", "happen"})
SEEMING = frozenset({"be", "remain", "become", "take"})
"""Verbs under which "it" stands for nobody."""
PARAGRAPHS_BACK = 1
SENTENCE_BACK, SUBJECT, MINOR_SUBJECT, OWN_CLAUSE, KNOWN_GENDER = 10, 5, 2, 6, 3
"""What a candidate loses for each sentence back, and gains as a subject, as an infinitive's subject, for standing in
the pronoun's own clause, and for a gender that is known to be the pronoun's. By hand: only their order matters.
"""


class Candidate(NamedTuple):
    """Whom a pronoun may stand for (two for "they"), where that was named, and how much speaks for it."""

    score: float
    at: int
    clusters: tuple[Cluster, ...]


def link_pronouns(linker: Linker) -> None:
    """Link third-person pronouns, left to right, so that a chain of them follows one actor.

    A pronoun goes back over one blank line at most: news breaks paragraphs after each sentence. "It" as a dummy ("it
    is known that") and first and second persons stay unlinked, and so does a pronoun that fits two joined by "and".
    """
    for token in (linker.doc[at] for at in _linkable(linker.doc)):
        best = _antecedent(linker, token)
        for cluster in best:
            linker.add(cluster, Mention(Span(token.idx, token.idx + len(token)), "pronoun"), token.i)
            cluster.gender = cluster.gender or GENDERS.get(token.lower_)
        if len(best) == 2:
            linker.pairs[token.i] = (best[0], best[1])
            linker.groups.add(token.i)
        link_own_state(linker, token)


@once_a_parse
def _linkable(doc: Doc) -> tuple[int, ...]:
    return tuple(token.i for token in doc if _is_linkable(token))


def _is_linkable(token: Token) -> bool:
    """Whether the word is a third-person pronoun; "IT" and "US" in capitals are none."""
    if token.lower_ not in PRONOUNS or (len(token.text) > 1 and token.text.isupper()):
        return False
    return not _is_dummy(token)


def _is_dummy(token: Token) -> bool:
    """Whether "it" stands for no actor: "it is known that", "it is difficult to", "it was their first meeting"."""
    if token.dep_ == "expl" or token.head.lemma_ in IMPERSONAL:
        return True
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    below = {child.dep_ for child in token.head.children}
    if token.dep_ == "nsubjpass":
        return bool(below & {"ccomp", "xcomp"}) and not below & {"agent"}
    return token.head.lemma_ in SEEMING and bool(below & {"ccomp", "xcomp", "acomp", "attr", "advcl"})


def _antecedent(linker: Linker, token: Token) -> tuple[Cluster, ...]:
    ahead = _ahead(linker, token)
    if ahead is not None:
        return (ahead,)
    found = sorted(_candidates(linker, token), key=lambda one: -one.score)
    if not found or (token.lower_ == "it" and _means_thing(linker, token, found[0].at)):
        return ()
    best = found[0]
    rivals = [one for one in found if one.clusters != best.clusters]
    if token.lower_ in GENDERS and any(_are_joined(linker, best, one) for one in rivals):
        return ()
    return best.clusters


def _ahead(linker: Linker, token: Token) -> Cluster | None:
    """The subject to come, in a paragraph that starts with a clause of it: "In Lima, where *he* met Roe, Poe said"."""
    start, root = token.sent.start, token.sent.root
    opens = start == 0 or linker.doc[start - 1].is_space or linker.doc[start].is_space
    if not opens or token.lower_ not in GENDERS or token.head.dep_ not in {"advcl", "relcl"}:
        return None
    subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.i < token.i or not root.is_ancestor(token):
        return None
    cluster = linker.at.get(subject.i)
    return cluster if cluster is not None and _fits(token.lower_, cluster) else None


def _means_thing(linker: Linker, token: Token, actor: int) -> bool:
    """Whether "it" as an object is the thing named since the actor: "Peru read *the plan* and signed it"."""
    if token.dep_ not in {"dobj", "pobj"}:
        return False
    since = (one for one in linker.doc[actor + 1 : token.i] if one.tag_ == "NN" and one.i not in linker.at)
    return any(
        one.dep_ in {"dobj", "pobj", "nsubjpass"} and any(child.dep_ == "det" for child in one.children)
        for one in since
        if not one.ent_type_
    )


def _are_joined(linker: Linker, one: Candidate, other: Candidate) -> bool:
    """Whether both were named together and nothing tells one from the other."""
    first, second = sorted((one.at, other.at))
    genders = {cluster.gender for each in (one, other) for cluster in each.clusters}
    return len(genders) == 1 and first in linker.pairs and linker.doc[second].head.i == first


def _candidates(linker: Linker, token: Token) -> Iterator[Candidate]:
    own_only = token.lower_ in PLURAL and _has_things(linker, token)
    named = sorted((at for at in linker.at.keys() | linker.pairs.keys() if at < token.i), reverse=True)
    for at, back in _before(linker.doc, token.i, named):
        if own_only and back:
            return
        mention = linker.doc[at]
        clusters = () if linker.is_place(at) else _named_at(linker, at, token)
        if clusters and not _is_bound(mention, token):
            score = _salience(mention) - SENTENCE_BACK * back - (token.i - at) / 100
            score += OWN_CLAUSE * _is_own_clause(mention, token)
            score += KNOWN_GENDER * all(one.gender is not None for one in clusters) * (token.lower_ in GENDERS)
            yield Candidate(score, at, clusters)


def _has_things(linker: Linker, token: Token) -> bool:
    """Whether a plural that is no actor stands before "they" in its sentence: it may mean that, unless "they" speak."""
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING:
        return False
    before = linker.doc[token.sent.start : token.i]
    return any(one.tag_ == "NNS" and one.i not in linker.at and one.ent_type_ != "DATE" for one in before)


def _named_at(linker: Linker, at: int, token: Token) -> tuple[Cluster, ...]:
    """Who is named at a token and fits the pronoun in number and gender."""
    pair = linker.pairs.get(at)
    if token.lower_ in PLURAL and pair is not None and (at in linker.groups or _salience(linker.doc[at])):
        return pair
    cluster = linker.at.get(at)
    return (cluster,) if cluster is not None and _fits(token.lower_, cluster) else ()


def _fits(word: str, cluster: Cluster) -> bool:
    if word in GENDERS:
        return cluster.kind == "person" and not cluster.plural and cluster.gender in {None, GENDERS[word]}
    if word in NEUTER:
        return cluster.kind in {"country", "organisation"}
    return cluster.plural or cluster.kind == "group"


def _salience(mention: Token) -> int:
    """Subjects before objects, and a finite clause's before an infinitive's: "A urged B to go, *her* aide said"."""
    while mention.dep_ in {"conj", "appos"}:
        mention = mention.head
    if mention.dep_ not in {"nsubj", "nsubjpass"}:
        return 0
    return MINOR_SUBJECT if mention.head.dep_ == "xcomp" or mention.head.tag_ == "VB" else SUBJECT


def _is_own_clause(mention: Token, token: Token) -> bool:
    """Whether a possessive is in a clause whose subject the mention is, or that is about it.

    "Roe said *Poe* had lost his seal", "Roe met *Poe*, who is on his first trip". Who is ordered to do a thing is its
    subject: "Peru ordered *Chile* to shut its port".
    """
    if token.tag_ != "PRP$":
        return False
    for above in token.ancestors:
        subjects = [child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}]
        own = [child for child in subjects if child.i < token.i and not child.is_ancestor(token)]
        ordered = [child for child in above.head.children if child.dep_ == "dobj" and child.i < above.i]
        if above.dep_ == "xcomp" and ordered and not subjects and token.lower_ in NEUTER:
            return mention in ordered
        if own and (above.tag_ != "VB" or token.lower_ in NEUTER):
            return mention in own or (above.dep_ == "relcl" and above.head == mention)
    return False


def _is_bound(mention: Token, token: Token) -> bool:
    """Whether both hang on one verb and so differ: "Xi told *him*", "after talks with Xi *he* left"."""
    first = mention
    while first.dep_ in {"conj", "appos"}:
        first = first.head
    if token.dep_ in {"dobj", "dative"} and first.dep_ == "nsubj" and first.head in {token.head, *_verbs_before(token)}:
        return True
    if mention.dep_ != "pobj" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    above = mention
    while above.dep_ in {"pobj", "prep", "pcomp"}:
        above = above.head
    return bool(above == token.head)


def _verbs_before(token: Token) -> Iterator[Token]:
    """The verbs that share a subject with the pronoun's by "and": "Peru left and attacked *it*"."""
    verb = token.head
    while verb.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        verb = verb.head
        yield verb


def _before(doc: Doc, last: int, named: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Of tokens in falling order those up to the paragraph before, each with how many sentences back it lies."""
    sentences, breaks = _layout(doc)
    for at in named:
        if breaks[last] - breaks[at] > PARAGRAPHS_BACK:
            return
        yield at, sentences[last] - sentences[at]


@once_a_parse
def _layout(doc: Doc) -> tuple[list[int], list[int]]:
    """Of each token how many sentences start up to it, and how many blank lines stand before it."""
    starts = accumulate(bool(token.is_sent_start) for token in doc)
    blanks = accumulate((token.is_space and "\n\n" in token.text for token in doc), initial=0)
    return list(starts), list(blanks)
