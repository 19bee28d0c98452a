"""Two actors named together: "Peru and Chile", and by words that stand for both: "the two leaders", "both sides"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.actors.cluster import Cluster
from dragoman.knowledge import countries
from dragoman.language import once_a_parse, text_of
from dragoman.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dragoman.actors.cluster import Pair
    from dragoman.actors.link import Linker

STATES = frozenset(
    {"countries", "nations", "states", "sides", "neighbours", "neighbors", "governments", "capitals", "republics"}
)
PARTNERS = frozenset({"allies", "rivals", "foes", "adversaries", "neighbours", "neighbors", "enemies"})
"""Words for states that stand to one another so: "*the* allies" are the two who were just joined by "and"."""
ANYBODY = frozenset({"leaders", "men", "women", "officials", "statesmen", "counterparts", "politicians", "heads"})
"""Words for persons of whatever office."""
RULERS = frozenset({"head_of_state", "head_of_government"})
ARMED = {"armies": "army", "militaries": "military", "navies": "navy", "fleets": "fleet"}
"""Words for the forces of states."""
LISTING = frozenset({", ", ", the ", " and ", " and the ", ", and ", ", and the "})
"""What stands between the members of a list."""
OFFICES = frozenset({"presidents", "ministers", "premiers", "chancellors", "envoys", "diplomats", "chiefs", "kings"})
"""Words for persons whose title, where the report gives one, must hold the word."""
COUNTED = STATES | PARTNERS | ANYBODY | OFFICES | ARMED.keys()


def link_pairs(linker: Linker) -> None:
    """Note actors joined by "and", and link "the two leaders" and "both countries" to two of them.

    Only if exactly two of the right kind stand in the sentence before the words, or else from the sentence before on;
    two joined by "and" there come first. Two of three who were listed before must do something with one another there.
    The words are then a mention of each of both.
    """
    linker.pairs.update(_joined(linker))
    for token in (linker.doc[at] for at in _counted(linker.doc)):
        pair = _pair_before(linker, token)
        if pair is not None:
            _link(linker, token, pair)


@once_a_parse
def _counted(doc: Doc) -> tuple[int, ...]:
    return tuple(token.i for token in doc if _is_both(token))


def _joined(linker: Linker) -> Iterator[tuple[int, Pair]]:
    """Two actors and no third joined by "and", by the head of the first; so too two who share one phrase's head."""
    for head, cluster in linker.at.items():
        others = [child for child in linker.doc[head].children if child.dep_ == "conj"]
        if len(others) == 1 and linker.doc[head].dep_ != "conj":
            other = linker.at.get(others[0].i)
            third = any(child.dep_ == "conj" for child in others[0].children)
            if other is None or other is cluster or third:
                continue
            if not _is_same(linker.doc, (cluster, other), others[0].i):
                yield head, (cluster, other)
    yield from _side_by_side(linker)
    yield from linker.shared.items()


def _side_by_side(linker: Linker) -> Iterator[tuple[int, Pair]]:
    """Two countries with but an "and" between, in no longer list, however they are parsed: "Peru *and the US* plan"."""
    text = text_of(linker.doc)
    states = [one for one in linker.clusters if one.kind == "country"]
    if len(states) < 2:
        return
    head_at = {linker.doc[head].idx: head for one in states for head in one.heads}
    starts = sorted(head_at)
    named = [
        (one.span, head_at[starts[at]], cluster)
        for cluster in states
        for one in cluster.mentions
        if one.via != "pair" and (at := bisect_left(starts, one.span.start)) < len(starts) and starts[at] < one.span.end
    ]
    named.sort(key=lambda one: one[0])
    gaps = ["", *(text[one[0].end : other[0].start] for one, other in pairwise(named)), ""]
    for number, (one, other) in enumerate(pairwise(named), 1):
        alone = gaps[number - 1] not in LISTING and gaps[number + 1] not in LISTING
        if gaps[number] in {" and ", " and the "} and alone and one[2] is not other[2]:
            yield one[1], (one[2], other[2])


def _is_same(doc: Doc, pair: Pair, head: int) -> bool:
    """Whether the second is a further title of the first: "the ambassador and special envoy"."""
    owned = any(child.dep_ in {"det", "poss", "nummod"} for child in doc[head].children)
    first, other = pair
    return other.kind == "person" and other.name is None and not owned and other.country in {None, first.country}


def _is_both(token: Token) -> bool:
    """Whether the word heads "both ..." or "the two ..."; "two ministers" alone may be any two."""
    if token.lower_ not in COUNTED:
        return False
    before = {child.lower_ for child in token.children if child.i < token.i}
    return "both" in before or ("two" in before and bool(before & {"the", "these", "those"})) or _are_partners(token)


def _are_partners(token: Token) -> bool:
    """Whether the word stands for two without a number: a bare "the allies"."""
    children = [child for child in token.children if child.dep_ not in {"punct", "case"}]
    return token.lower_ in PARTNERS and [child.lower_ for child in children] == ["the"]


def _pair_before(linker: Linker, token: Token) -> Pair | None:
    """Two joined by "and" near before the words, the two of whom the report tells, or the only two near, in this order.

    Whoever does the deed to both is none of them: "Peru and Chile mediated between *the two sides*".
    """
    doers = _doers(linker, token)
    starts = _sentence_starts(linker.doc, token)
    for start in starts:
        for head in sorted((one for one in linker.pairs if start <= one < token.i), reverse=True):
            fitting = _as_kind(linker, token, [*linker.pairs[head], *_with(linker, head)], doers)
            if fitting is not None:
                return fitting
    if _are_partners(token):
        return None
    first = _of_report(linker, token, doers)
    if first is not None:
        return first
    for start in starts:
        near = [linker.at[at] for at in range(start, token.i) if at in linker.at and not linker.is_place(at)]
        fitting = _as_kind(linker, token, near, doers)
        if fitting is not None:
            together = {_verb(linker.doc[at]) for at in range(start, token.i) if linker.at.get(at) in fitting}
            return fitting if len(together) == 1 or not _are_of_more(linker, token, fitting) else None
    return _bearers(linker, token, doers)


def _are_of_more(linker: Linker, token: Token, pair: Pair) -> bool:
    """Whether the two have been listed with a third, who may be one of "both" as well as they."""
    sides = {one.country for one in pair}
    for head in (linker.doc[at] for at in linker.at if at < token.i):
        listed = {linker.at[one.i].country for one in (head, *head.conjuncts) if one.i in linker.at}
        if len(listed) > len(sides) and sides <= listed:
            return True
    return False


def _doers(linker: Linker, token: Token) -> set[Cluster]:
    """The subjects of the verb under which the words stand as an object."""
    for above in token.ancestors:
        subjects = [child for child in above.children if child.dep_ == "nsubj" and not child.is_ancestor(token)]
        if any(child == token for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}):
            return set()
        if subjects:
            joined = [one for subject in subjects for one in (subject, *subject.conjuncts)]
            return {linker.at[one.i] for one in joined if one.i in linker.at}
    return set()


def _of_report(linker: Linker, token: Token, doers: set[Cluster]) -> Pair | None:
    """The two joined by "and" in the report's first sentence, of whom all the rest tells."""
    end = linker.doc[0].sent.end
    heads = sorted(one for one in linker.pairs if one < min(end, token.i))
    if len(heads) != 1:
        return None
    return _as_kind(linker, token, [*linker.pairs[heads[0]], *_with(linker, heads[0])], doers)


def _bearers(linker: Linker, token: Token, doers: set[Cluster]) -> Pair | None:
    """The only two persons so far of whom the title says that they are such: "both foreign ministers"."""
    if token.lower_ in STATES | PARTNERS | ARMED.keys():
        return None
    word = token.lower_.removesuffix("s")
    before = [one for one in linker.clusters if one.kind == "person" and one.name and min(one.heads) < token.i]
    fitting = [one for one in before if one not in doers and not one.former and _is_titled(one, word)]
    two = len(fitting) == 2 and fitting[0].country != fitting[1].country
    return (fitting[0], fitting[1]) if two else None


def _is_titled(person: Cluster, word: str) -> bool:
    if word == "leader":
        return person.role in RULERS or (person.title or "").endswith("leader")
    title = (person.office or person.title or "").lower()
    return word in title and not (word == "minister" and "prime" in title)


def _with(linker: Linker, head: int) -> list[Cluster]:
    """Who else stands under the verb of two joined actors: "*Roe* met Poe and Lee" is of three."""
    verb = _verb(linker.doc[head])
    heads = [token.i for token in linker.doc[head].sent if token.i in linker.at and not linker.is_place(token.i)]
    return [linker.at[at] for at in heads if _verb(linker.doc[at]) == verb]


def _verb(token: Token) -> Token:
    while token.dep_ in {"conj", "appos", "pobj", "prep", "poss", "compound", "amod"} and token.pos_ != "VERB":
        token = token.head
    return token.head


def _sentence_starts(doc: Doc, token: Token) -> list[int]:
    """Where the token's sentence and the one before it start; blank lines between are no sentence."""
    start = token.sent.start
    before = start - 1
    while before >= 0 and doc[before].is_space:
        before -= 1
    return [start] + ([doc[before].sent.start] if before >= 0 else [])


def _as_kind(linker: Linker, token: Token, near: Iterable[Cluster], doers: set[Cluster]) -> Pair | None:
    """The two of the right kind, if there are exactly two."""
    near = [one for one in near if one not in doers]
    if token.lower_ in STATES | PARTNERS | ARMED.keys():
        codes = dict.fromkeys(one.country for one in near if one.country in countries.countries())
        found = [_side(linker, token.lower_, code) for code in codes if code] if len(codes) == 2 else []
    else:
        persons = [one for one in dict.fromkeys(near) if one.kind == "person"]
        found = [one for one in persons if _bears(one, token.lower_)]
    return (found[0], found[1]) if len(found) == 2 else None


def _bears(person: Cluster, word: str) -> bool:
    """Whether the title, if there is one, allows the word: a counterpart may be anything."""
    title = (person.office or person.title or "").lower()
    return word in ANYBODY or not title or "counterpart" in title or word.removesuffix("s") in title


def _side(linker: Linker, word: str, code: str) -> Cluster:
    """The actor of a country or of its army; a new one where so far only its people act."""
    if word in ARMED:
        armed = (one for one in linker.clusters if one.kind == "organisation" and one.country == code)
        same = (one for one in armed if one.title in ARMED.values())
        return next(same, None) or Cluster(kind="organisation", title=ARMED[word], sector="MIL", country=code)
    same = (one for one in linker.clusters if one.kind == "country" and one.country == code)
    return next(same, None) or Cluster(kind="country", name=countries.countries()[code].name, country=code)


def _link(linker: Linker, token: Token, pair: Pair) -> None:
    counts = (child for child in token.children if child.lower_ in {"two", "both"})
    first = min(counts, key=lambda one: one.i, default=token)
    span = Span(first.idx, token.idx + len(token))
    linker.forget(token.i)
    for cluster in pair:
        linker.add(cluster, Mention(span, "pair"), token.i)
    linker.pairs[token.i] = pair
    linker.groups.add(token.i)
