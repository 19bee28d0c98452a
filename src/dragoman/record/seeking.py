"""What of a report is looked for, as the record keeps it: in small letters, beside what it leads to.

Nothing in it is new, so no hash covers it. `dragoman.record.narrowing` says how it is looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model import Actor, Event, Report


def sought(report: Report, event: Event) -> tuple[str, str, str, str]:
    """Of an event the entries of who acts, who is acted on and who says so, and the words of its evidence."""
    actors = {actor.id: actor for actor in report.actors}
    who = (event.source, event.target, (event.reported_by,) if event.reported_by else ())
    acting, acted_on, saying = (_entries(actors[one] for one in side) for side in who)
    return acting, acted_on, saying, event.evidence.of(report.text).lower()


def passages(report: Report) -> Iterator[tuple[int, str]]:
    """The paragraphs of a report's text, from 0.

    A table of them is searched on all cores, which one of a few long texts is not.
    """
    yield from enumerate(report.text.lower().split("\n\n"))


def _entries(actors: Iterable[Actor]) -> str:
    return "\n" + "".join(f"{actor.name.lower()}\t{actor.country or ''}\n" for actor in actors)
