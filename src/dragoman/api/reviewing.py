"""What people decide of a record: confirm, reject, correct, merge, part, link, undo; kept over every later reading."""

from __future__ import annotations

import getpass
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from dragoman import __version__
from dragoman.api.filters import days
from dragoman.errors import InputError, UsageError
from dragoman.knowledge.codebook import codebook
from dragoman.record import Run, Store, tellings
from dragoman.review import Judgement, event_anchor, in_force, mention_anchor
from dragoman.review.naming import with_actors
from dragoman.review.values import SIDES, check, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike
    from types import TracebackType

    from dragoman.model import ActorKind, Event, Report, Span
    from dragoman.review import Anchor

UNKNOWN = "unknown"
"""What to write for a field that nobody can know."""


class Told(NamedTuple):
    """A telling: its report, as the program coded it, and the event in it."""

    report: Report
    event: Event


class Kept(NamedTuple):
    """A judgement and how it stands: "in force", "undone", or "lost" where it fits nothing in the record any more.

    `events` are the ids ("report:event") of those on which it bears.
    """

    judgement: Judgement
    state: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Who decides and why; `when` is the moment of the decision where None is given. Without a name, the login's."""

    by: str | None = None
    why: str | None = None
    when: datetime | None = None


class Review:
    """A record, open for people's decisions; use it in a `with` statement. `review` makes one.

    An event is named by the id of a merged event (all its tellings are meant) or of one telling, "report:event". Each
    decision returns the judgement that was added. InputError says that there is no such thing in the record,
    UsageError that a decision makes no sense, StoreError that the record can't be written.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._store.close()

    def confirm(self, event: str, said: Said) -> Judgement:
        """Say that an event is right as it stands."""
        return self._add(Judgement("confirm", *_signed(said), on=_anchors(self._told(event))))

    def reject(self, event: str, said: Said) -> Judgement:
        """Say that there is no such event in these words; it is no longer listed unless asked for."""
        return self._add(Judgement("reject", *_signed(said), on=_anchors(self._told(event))))

    def correct(  # noqa: PLR0913 - what is described of a new actor is two things
        self,
        event: str,
        field: str,
        value: Sequence[str],
        said: Said,
        *,
        kind: ActorKind | None = None,
        country: str | None = None,
    ) -> Judgement:
        """Correct a field (dragoman.review.values.FIELDS); an empty value says that it can't be known.

        Actors are named as the report's actors are; another is described by its `kind` and `country`.
        """
        told = self._told(event)
        wanted = tuple(_spelled(field, one) for one in value)
        check(field, wanted)
        was = read(told[0].event, field, {actor.id: actor.name for actor in told[0].report.actors})
        made = Judgement(
            "correct", *_signed(said), on=_anchors(told), field=field, value=wanted, was=was, kind=kind, country=country
        )
        if field in SIDES:
            _check_names(told[0].report, made)
        return self._add(made)

    def merge(self, event: str, other: str, said: Said) -> Judgement:
        """Say that two events are one."""
        one, two = self._told(event), self._told(other)
        if {_key(told) for told in one} & {_key(told) for told in two}:
            raise UsageError("are one event already", where=f"{event} and {other}", do="name two different ones")
        return self._add(Judgement("merge", *_signed(said), on=_anchors(one[:1]), others=_anchors(two[:1])))

    def part(self, event: str, leaving: Sequence[str], said: Said) -> Judgement:
        """Say that these tellings ("report:event") tell another event than the others of the event do."""
        every = self._told(event)
        keys = {_key(told) for name in leaving for told in self._told(name)}
        leave, stay = [one for one in every if _key(one) in keys], [one for one in every if _key(one) not in keys]
        if not leave or not stay:
            do = "name some of its tellings, as dragoman show has them, and not all"
            raise UsageError("can't be parted so", where=event, do=do)
        return self._add(Judgement("part", *_signed(said), on=_anchors(leave), others=_anchors(stay)))

    def link(  # noqa: PLR0913 - what is described of a new actor is two things
        self,
        place: str,
        words: str,
        actor: str,
        said: Said,
        *,
        start: int | None = None,
        kind: ActorKind | None = None,
        country: str | None = None,
    ) -> Judgement:
        """Say that a mention stands for another actor.

        `place` is a telling, in whose sentence the words stand, or a report's id; `start` tells which words are meant
        where they stand there several times (code points into the text).
        """
        report, mention = self._mention(place, words, start)
        on = (mention_anchor(report, mention),)
        was = tuple(one.name for one in report.actors if any(at.span == mention for at in one.mentions))
        made = Judgement("link", *_signed(said), on=on, value=(actor,), was=was, kind=kind, country=country)
        _check_names(report, made)
        return self._add(made)

    def undo(self, judgement: str, said: Said) -> Judgement:
        """Take a judgement back, given its id; undoing an undoing brings it into force again."""
        found = [one for one in self._store.judgements() if one.id == judgement]
        if not found:
            raise InputError("no such judgement in this record", where=judgement, do="take an id from review list")
        return self._add(Judgement("undo", *_signed(said), undoes=judgement))

    def coded(self, report_id: str) -> Report | None:
        """A report as the program coded it, with the events that people rejected; None if it is not there."""
        return self._store.report(report_id, coded=True)

    def judgements(self) -> list[Kept]:
        """All that was decided, in order, and how each stands."""
        every, lost = self._store.judgements(), {one.id for one in self._store.lost()}
        force = {one.id for one in in_force(every)} | _holding_undoings(every)
        events: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in self._store.rulings().to_pylist():
            if row["event"] is not None:
                events[row["judgement"]][f"{row['report']}:{row['event']}"] = None
        return [
            Kept(one, "lost" if one.id in lost else "in force" if one.id in force else "undone", tuple(events[one.id]))
            for one in every
        ]

    def take(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Add judgements that were made elsewhere, and return those that were not there yet."""
        return self._store.judge(list(judgements), _run())

    def _add(self, judgement: Judgement) -> Judgement:
        self.take([judgement])
        return judgement

    def _told(self, event: str) -> list[Told]:
        """The tellings of an event, rejected ones too; InputError if there is none."""
        rows = tellings(self._store, event).select(["report", "event"]).to_pylist()
        if not rows:
            raise InputError("no such event in this record", where=event, do="take an id from dragoman timeline")
        reports = [self._store.report(row["report"], coded=True) for row in rows]
        return [
            Told(report, next(one for one in report.events if one.id == row["event"]))
            for report, row in zip(reports, rows, strict=True)
            if report is not None
        ]

    def _mention(self, place: str, words: str, start: int | None) -> tuple[Report, Span]:
        """The one mention that is meant; InputError or UsageError if there is none, or several."""
        report = self._store.report(place, coded=True)
        event = None
        if report is None:
            (report, event), *_ = self._told(place)
        found = [
            at.span
            for actor in report.actors
            for at in actor.mentions
            if at.span.of(report.text) == words
            and (event is None or event.evidence.holds(at.span))
            and start in {None, at.span.start}
        ]
        if len(found) != 1:
            starts = ", ".join(str(span.start) for span in sorted(found))
            what = f"stands for an actor {len(found)} times" if found else "stands for no actor there"
            do = f"say which with --start: {starts}" if found else "give the words exactly as they stand there"
            raise UsageError(what, where=repr(words), do=do)
        return report, found[0]


def review(store: str | PathLike[str] = "dragoman.duckdb", *, read_only: bool = False) -> Review:
    """Open the record at `store` for decisions, or only to list them.

    InputError if there is none, StoreError if it can't be opened.
    """
    if not Path(store).exists():
        do = f"make one with dragoman read PATH --store {fspath(store)}"
        raise InputError("there is no record here", where=fspath(store), do=do)
    return Review(Store.open(fspath(store), read_only=read_only))


def _run() -> Run:
    return Run.begin(program=__version__, codebook=codebook().version)


def _signed(said: Said) -> tuple[str, datetime, str | None]:
    """Who, when and why, as a judgement begins."""
    when = said.when or datetime.now(UTC)
    when = when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
    return said.by or _login(), when, said.why


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("nobody is named who decides", where="--by", do="give a name") from None


def _anchors(told: Iterable[Told]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(event_anchor(*one) for one in told))


def _key(told: Told) -> tuple[str, str]:
    return told.report.id, told.event.id


def _spelled(field: str, value: str) -> str:
    """A value as judgements have it: "consult" as CONSULT, "2013-06" with its first and last day."""
    match field:
        case "type":
            return value.strip().upper()
        case "status" | "mode":
            return value.strip().lower()
        case "date" if "/" not in value:
            first, last = days(value, "date")
            return str(first) if first == last else f"{first}/{last}"
        case _:
            return value.strip()


def _check_names(report: Report, made: Judgement) -> None:
    """Raise UsageError if the judgement names an actor that is neither in the report nor described."""
    if with_actors(report, made.value or (), made) is None:
        there = ", ".join(sorted({actor.name for actor in report.actors}))
        do = f"use one of {there}; or say with --kind what it is (person, organisation, country, group)"
        raise UsageError("no such actor in the report", where=", ".join(made.value or ()), do=do)


def _holding_undoings(every: Iterable[Judgement]) -> set[str]:
    """The ids of the undoings that no other undoing takes back."""
    undoings = [one for one in every if one.verb == "undo"]
    held: set[str] = set()
    undone: set[str] = set()
    for one in reversed(undoings):
        if one.id not in undone:
            held.add(one.id)
            undone.add(one.undoes or "")
    return held
