"""A report while its events are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.events.participants import Participants
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from dragoman.model import Actor, Quotation, Report


@dataclass(frozen=True, slots=True)
class Page:
    """A report while its events are found: its parse, and who stands where in it."""

    report: Report
    doc: Doc
    who: Participants
    actors: Mapping[str, Actor]

    def speaks_for(self, speaker: str, source: tuple[str, ...]) -> bool:
        """Whether a speaker tells of the own country's act: a premier of what the country will do."""
        sides = [self.actors[name] for name in source]
        return bool(sides) and all(
            one.kind == "country" and one.country == self.actors[speaker].country for one in sides
        )

    def quote_around(self, token: Token) -> Quotation | None:
        """The smallest quotation whose words hold the word."""
        return self.who.quote_around(Span(token.idx, token.idx + len(token)))


def opened(report: Report, doc: Doc) -> Page:
    """The page of a report with its parse."""
    return Page(report, doc, Participants(report, doc), {one.id: one for one in report.actors})
