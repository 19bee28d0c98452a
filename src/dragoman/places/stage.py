"""The places stage: toponyms are found, put on the map, and handed on as places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Place
from dragoman.places.resolve import resolved
from dragoman.places.spans import toponyms

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.model import Report
    from dragoman.places.candidate import Candidate
    from dragoman.places.toponym import Toponym


def add_places(report: Report) -> Report:
    """The report with its places in the order of the text; needs `parse`, and `actors` where they are.

    A toponym that no table has, or none that is believed, stays in the list under its own words, without a point.
    """
    if report.parse is None:
        return report
    doc = report.parse
    found = toponyms(doc, report.actors)
    chosen = resolved(doc, found)
    return replace(report, places=tuple(_place(doc, one, chosen[one]) for one in found))


def _place(doc: Doc, one: Toponym, chosen: Candidate | None) -> Place:
    span, words = one.span(doc), doc[one.start : one.end].text
    if chosen is None:
        return Place(span, words)
    return Place(span, chosen.name or words, chosen.country, chosen.lat, chosen.lon, chosen.geonames)
