"""What is said of one event, by who says it, and how many origins that makes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.merge.copies import copy_groups
from dragoman.merge.groups import groups
from dragoman.merge.words import plain_words
from dragoman.model import Readout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dragoman.merge.tellings import Telling

THE_REPORTS = "the reports"
"""Who speaks, in `conflicts_with`, when the reports say something in their own name."""


def independent_sources(tellings: Sequence[Telling], origin_of: Mapping[str, str]) -> int:
    """How many origins tell an event.

    One origin are: copies of one text (`origin_of` names the origin of each report id), copies of one sentence, what
    one ministry, agency or person says in however many reports, under a full name or a short one, and what one outlet
    says in its own name.
    """
    numbers = range(len(tellings))
    full = full_names(tellings)
    sentences = copy_groups({f"{number:09}": tellings[number].sentence for number in numbers}, length=3)
    first_with: dict[tuple[str, str], int] = {}
    pairs = [
        (first_with.setdefault(mark, number), number)
        for number in numbers
        for mark in (*_marks(tellings[number], origin_of, full), ("sentence", sentences[f"{number:09}"]))
    ]
    return len(set(groups(numbers, pairs).values()))


def _marks(telling: Telling, origin_of: Mapping[str, str], full: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What two tellings of one origin have in common: who says so; and the text or outlet, where these say so."""
    if telling.reporter:
        yield "says", full[telling.reporter].casefold()
        return
    yield "text", origin_of[telling.member.report]
    if telling.outlet:
        yield "says", telling.outlet.casefold()


def full_names(tellings: Sequence[Telling]) -> dict[str, str]:
    """Each reporter of an event under the fullest name: "the ministry" here is "foreign ministry of China" there.

    They are one if the fuller name has all the other's words, no second reporter's has, and both tell the event of the
    same doers: whose ministry an unnamed one is can't be known from anything else.
    """
    doers: defaultdict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.reporter:
            doers[telling.reporter].update(telling.who)
    return {name: _fullest(name, doers) for name in doers}


def _fullest(name: str, doers: Mapping[str, Collection[str]]) -> str:
    words = set(plain_words(name))
    fuller = [other for other in doers if words < set(plain_words(other))]
    return fuller[0] if len(fuller) == 1 and not set(doers[name]).isdisjoint(doers[fuller[0]]) else name


def readouts(tellings: Sequence[Telling], counter: Collection[Telling], *, origins: int) -> tuple[Readout, ...]:
    """The tellings of one event by who reports it, the reports themselves first, then by name.

    A readout is only here if nobody else tells the event and it has one origin. It is in conflict with those who in
    `counter`, the tellings of the same event under the contrary status, say that it was (not) so.
    """
    full = full_names(tellings)
    by_reporter: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_reporter[full[telling.reporter] if telling.reporter else ""].append(telling)
    contrary = {telling.reporter or THE_REPORTS for telling in counter}
    alone = len(by_reporter) == 1 and origins == 1
    return tuple(
        Readout(
            reported_by=name or None,
            members=tuple(telling.member for telling in by_reporter[name]),
            only_here=alone,
            conflicts_with=tuple(sorted(contrary - {name or THE_REPORTS})),
        )
        for name in sorted(by_reporter)
    )
