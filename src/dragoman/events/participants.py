"""Which actors stand at a word: a look-up from the parse's words to the report's actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.countries import countries
from dragoman.model import Actor, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dragoman.model import Quotation, Report

GROUND = "ground"
"""How a country is linked that is no actor but for a deed done on its ground."""
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "ourselves", "myself"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
LEFT = frozenset({"poss", "amod", "compound", "nmod"})
INWARD = frozenset({"of", "by", "in", "from", "against", "on", "to", "with", "for", "between", "toward", "towards"})


class Participants:
    """The actors of a report by the token that they stand at; the smallest mention that covers a token wins."""

    def __init__(self, report: Report, doc: Doc) -> None:
        self._actors = {actor.id: actor for actor in report.actors}
        self._quotes = sorted(report.quotes, key=lambda quote: quote.span)
        self._at = self._by_token(report, doc)
        self._grounds = {one.country: one for one in report.actors if one.kind == "country"}
        self._placed = self._by_place(report, doc)

    @staticmethod
    def _by_token(report: Report, doc: Doc) -> dict[int, tuple[str, ...]]:
        at_span: dict[Span, list[str]] = {}
        for actor in report.actors:
            for mention in actor.mentions:
                at_span.setdefault(mention.span, []).append(actor.id)
        found: dict[int, tuple[str, ...]] = {}
        for span in sorted(at_span, key=lambda one: one.start - one.end):
            for token in doc.char_span(*span, alignment_mode="expand") or ():
                found[token.i] = tuple(at_span[span])
        return found

    def _by_place(self, report: Report, doc: Doc) -> dict[int, tuple[str, ...]]:
        """By token, the country where a toponym lies that names nobody: "shelled *Haifa*"."""
        found: dict[int, tuple[str, ...]] = {}
        for place in report.places:
            tokens = [
                one.i for one in doc.char_span(*place.span, alignment_mode="expand") or () if one.i not in self._at
            ]
            if tokens and place.country in countries():
                ground = self._ground(str(place.country), place.span)
                found |= dict.fromkeys(tokens, (ground.id,))
        return found

    def _ground(self, code: str, span: Span) -> Actor:
        """The country's actor; one of its own where the report names only the ground."""
        known = self._grounds.get(code)
        if known is None or known.id not in self._actors:
            mentions = (*(known.mentions if known else ()), Mention(span, GROUND))
            name = known.id if known else f"a{len(self._actors) + sum(self._is_new(one) for one in self._grounds) + 1}"
            known = Actor(name, countries()[code].name, "country", mentions, code, sector="GOV")
            self._grounds[code] = known
        return known

    def _is_new(self, code: str | None) -> bool:
        return self._grounds[code].id not in self._actors

    def grounds(self, used: Collection[str]) -> tuple[Actor, ...]:
        """The actors who are in `used` and were not in the report: countries on whose ground something was done."""
        return tuple(one for one in self._grounds.values() if one.id in used and one.id not in self._actors)

    def at(self, token: Token) -> tuple[str, ...]:
        """Actor ids at the word itself; within a quotation the first person is its speaker, the second who is told."""
        found = self._at.get(token.i, ())
        if found or token.lower_ not in FIRST_PERSON | SECOND_PERSON:
            return found
        quote = self.quote_around(Span(token.idx, token.idx + len(token)))
        meant = (quote.speaker if token.lower_ in FIRST_PERSON else quote.addressee) if quote else None
        return (meant,) if meant else ()

    def placed(self, token: Token) -> tuple[str, ...]:
        """Ids of the country whose ground the word names: "in *Israel*", "on *Haifa*"."""
        return self._placed.get(token.i, ())

    def of(self, token: Token) -> tuple[str, ...]:
        """Actor ids of the noun phrase that the word heads, with what is joined to it by "and".

        Where the head is no actor, those that possess or modify it are: "*Iran*'s proposal", "*US* websites", then
        those of a phrase behind it: "the government *of Chad*".
        """
        found = [name for head in self._joined(token) for name in self._headed(head)]
        return tuple(dict.fromkeys(found))

    def alone(self, token: Token) -> tuple[str, ...]:
        """Actor ids of the noun phrase that the word heads, without what is joined to it."""
        return tuple(dict.fromkeys(self._headed(token)))

    def _headed(self, head: Token) -> tuple[str, ...]:
        """Who stands at the word; else who is named beside it ("his aunt, *Ana Roe*"), else who modifies it.

        Several who are nobody's yet are those of all their owners: "*both countries'* ministers", "*their* ministers".
        """
        kin = head.pos_ == "NOUN"
        beside = (self.at(child) for child in head.children if kin and child.dep_ == "appos" and child.i > head.i)
        return self._owners(head) or self.at(head) or first(beside) or self._around(head)

    def _owners(self, head: Token) -> tuple[str, ...]:
        if head.tag_ != "NNS" or not self.countries(self.at(head)) <= {None}:
            return ()
        owners = (one for child in head.children if child.dep_ == "poss" for one in self._joined(child))
        found = tuple(dict.fromkeys(name for one in owners for name in self._left(one)))
        return found if len(found) > 1 else ()

    def _joined(self, token: Token) -> Iterator[Token]:
        """The word and what is joined to it; lists are often parsed as appositions, "A and B" before a verb as nmod."""
        yield token
        for child in token.children:
            listed = child.dep_ == "appos" and self._is_country(token) and self._is_country(child)
            listed = listed or (child.dep_ == "nmod" and any(one.dep_ == "cc" for one in child.children))
            if child.dep_ == "conj" or listed or is_hyphened(child, token):
                yield from self._joined(child)
        yield from self._before_and(token)

    def _before_and(self, token: Token) -> Iterator[Token]:
        """Who stands before "and" within a phrase whose parse lost it: "President *Ana Roe* and General Ben Moe"."""
        if self.at(token) and token.dep_ in {"nsubj", "nsubjpass"}:
            for one in token.doc[token.left_edge.i : token.i]:
                if one.nbor().dep_ == "cc" and self.at(one) and self.at(one) != self.at(token):
                    yield one

    def _is_country(self, token: Token) -> bool:
        return any(self._actors[name].kind == "country" for name in self.at(token))

    def countries(self, names: Iterable[str]) -> set[str | None]:
        """The countries of some actors."""
        of_ground = {one.id: one for one in self._grounds.values()}
        return {(self._actors.get(name) or of_ground[name]).country for name in names}

    def _around(self, head: Token) -> tuple[str, ...]:
        left = [
            name
            for child in head.children
            if child.dep_ in LEFT
            for one in self._joined(child)
            for name in self._left(one)
        ]
        if left:
            return tuple(left)
        preps = (child for child in head.children if child.dep_ == "prep" and child.lower_ in INWARD)
        for noun in (child for prep in preps for child in prep.children if child.dep_ == "pobj"):
            right = self.of(noun)
            if right:
                return right
        return ()

    def _left(self, child: Token) -> tuple[str, ...]:
        return self.at(child) or tuple(
            name for below in child.children if below.dep_ in LEFT for name in self.at(below)
        )

    def quote_around(self, span: Span) -> Quotation | None:
        """The smallest quotation whose words hold the span."""
        around = [quote for quote in self._quotes if quote.holds(span)]
        return min(around, key=lambda quote: quote.span.end - quote.span.start, default=None)


def is_hyphened(left: Token, right: Token) -> bool:
    """Whether two names are one word's halves: "*Chile*-*Peru* talks", "*US*-South *Sudanese* drills"."""
    if left.i >= right.i:
        return False
    sign, *within = right.doc[left.i + 1 : right.i] if right.i > left.i + 1 else [right]
    return sign.text in {"-", "–", "/"} and all(one.head == right for one in within)


def first(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The first of several readings that names anybody."""
    return next((one for one in choices if one), ())
