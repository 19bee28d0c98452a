"""Who held an office, and which offices a person held, with first and last day, other names and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.knowledge.countries import countries
from dragoman.knowledge.office_words import offices_asked
from dragoman.knowledge.offices import Term, held_on
from dragoman.knowledge.people_asked import terms_asked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["Holding", "Who", "who"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's stretch in one office.

    `country` is ISO 3166-1 alpha-3 or, for a world body, PLOVER's UNO, IGO, EUR or NGO; `owner` is its name, None for a
    body, whose name is in `office`. `first` and `last` are days, None where unknown; where `last` is None the source
    vouches for the office until `seen` and says nothing of later days.
    """

    person: str
    office: str
    country: str
    owner: str | None
    first: date | None
    last: date | None
    seen: date
    aliases: tuple[str, ...]
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Who:
    """The answer to a question: what it was taken for, and the holdings in order of their first day.

    `asked` is "office" or "person", None where nothing in the tables answers to the words. `before` is the last that is
    known of an office before the day asked for, when nobody is known for that day.
    """

    question: str
    on: date | None
    asked: Literal["office", "person"] | None
    holdings: tuple[Holding, ...]
    before: Holding | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """The names of all people in the answer, each once."""
        return tuple(dict.fromkeys(holding.person for holding in self.holdings))


def who(question: str, on: date | None = None) -> Who:
    """Answer "president of South Korea", "UN chief", "Wang Yi" or "President Park" from the table of offices.

    With `on` only who held the office that day, or what the person held; without it all, in order. A name that several
    people bear gives them all. An answer without holdings means unknown, never nobody.
    """
    if held := offices_asked(question):
        return _answer(question, on, "office", held)
    if held := terms_asked(question):
        return _answer(question, on, "person", held)
    return Who(question, on, None, ())


def _answer(question: str, on: date | None, asked: Literal["office", "person"], held: Iterable[Term]) -> Who:
    terms = sorted(dict.fromkeys(held), key=lambda term: (str(term.first or term.last), term.person))
    if on is None:
        return Who(question, on, asked, tuple(map(_holding, terms)))
    then = [term for term in terms if held_on(term, on)]
    earlier = [term for term in terms if term.first and term.first <= on]
    before = _holding(earlier[-1]) if earlier and not then else None
    return Who(question, on, asked, tuple(map(_holding, _settled(then, on))), before)


def _settled(then: list[Term], on: date) -> list[Term]:
    """On a day of handover who came in, since the day's first hours alone were the other's; own rows before ours."""
    then = [term for term in then if term.own] or then
    offices = {(term.country, term.role) for term in then}
    if len(then) < 2 or len(offices) > 1 or len({term.person for term in then}) < 2:
        return then
    came = [term for term in then if term.last != on]
    return came or then


def _holding(term: Term) -> Holding:
    country = countries().get(term.country)
    return Holding(
        person=term.person,
        office=term.position,
        country=term.country,
        owner=country.name if country else None,
        first=term.first,
        last=term.last,
        seen=term.seen,
        aliases=term.aliases,
        wikidata=term.wikidata,
        source=term.source,
    )
