"""Actors that a judgement names: those that the report has, and those that it adds to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.countries import countries, names
from dragoman.model import Actor

if TYPE_CHECKING:
    from dragoman.model import Report
    from dragoman.review.judgement import Judgement


def known(report: Report, name: str) -> Actor | None:
    """The actor of a report that goes by this name, in any case; None if there is none."""
    return next((actor for actor in report.actors if actor.name.casefold() == name.casefold()), None)


def added(name: str, judgement: Judgement) -> Actor | None:
    """An actor of this name that no report knows, as the judgement describes it, or a country; None for neither."""
    if judgement.kind:
        return Actor("", name, judgement.kind, (), judgement.country)
    code, how = names().get(name, ("", ""))
    return Actor("", name, "country", (), code) if code in countries() and how in {"name", "alias"} else None


def with_actors(report: Report, wanted: tuple[str, ...], judgement: Judgement) -> tuple[Report, tuple[str, ...]] | None:
    """The report with all these names among its actors, and their ids; None if one is neither there nor described."""
    ids: list[str] = []
    for name in wanted:
        actor = known(report, name)
        if actor is None:
            made = added(name, judgement)
            if made is None:
                return None
            actor = replace(made, id=_free_id(report))
            report = replace(report, actors=(*report.actors, actor))
        ids.append(actor.id)
    return report, tuple(dict.fromkeys(ids))


def _free_id(report: Report) -> str:
    taken = {actor.id for actor in report.actors}
    return next(name for number in range(1, len(taken) + 2) if (name := f"j{number}") not in taken)
