"""What a reading came to: each report and input as it is done, and the counts at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dragoman.pipeline import is_coded, is_skipped
from dragoman.triage import SKIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dragoman.errors import InputError
    from dragoman.model import Report


class Outcome(NamedTuple):
    """What became of one report or input.

    `kind` is "read", "copy", "not coded", "skipped", "unchanged" or "failed"; copies, what is not coded and what is
    skipped are read as well. `where` is the input, `report` the report's id (None for what failed), `detail` its title,
    the report that it is a copy of, its language, why it was skipped, or why it failed and what to do.
    """

    kind: str
    where: str
    report: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a reading came to.

    `read` counts reports written, `copies` those of them that say in other places what another report says, `not_coded`
    by language those of them that are not English and were kept as they are, `unchanged` those that were there already
    or came twice, and `failed` says of each input that could not be read why. `skipped` counts those of what was read
    that triage kept uncoded.
    """

    read: int
    copies: int
    not_coded: Mapping[str, int]
    unchanged: int
    failed: tuple[InputError, ...]
    skipped: int = 0


@dataclass(slots=True)
class Tally:
    """The counts of a reading under way; `tell` is told of each outcome, `written` has the input of each report.

    `triage` is whether some reports are skipped.
    """

    tell: Callable[[Outcome], object]
    triage: bool = False
    written: dict[str, str] = field(default_factory=dict)
    not_coded: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    skipped: int = 0
    failed: list[InputError] = field(default_factory=list)

    def fail(self, error: InputError) -> None:
        """Count an input that could not be read."""
        self.failed.append(error)
        self.tell(Outcome("failed", error.where, None, f"{error.what}; {error.do}"))

    def leave(self, report: Report) -> None:
        """Count a report that was there already or came twice."""
        self.unchanged += 1
        self.tell(Outcome("unchanged", report.source.path, report.id, report.title or ""))

    def keep(self, report: Report) -> None:
        """Count a report that was written."""
        self.written[report.id] = report.source.path
        self.tell(Outcome("read", report.source.path, report.id, report.title or ""))
        if not is_coded(report):
            self.not_coded[report.language] += 1
            self.tell(Outcome("not coded", report.source.path, report.id, f"language {report.language}"))
        elif self.triage and is_skipped(report):
            self.skipped += 1
            self.tell(Outcome("skipped", report.source.path, report.id, SKIPPED))

    def copy(self, report: str, origin: str) -> None:
        """Say that a report which was written (its id) is a copy of another."""
        self.tell(Outcome("copy", self.written[report], report, origin))

    def result(self, copies: int) -> ReadResult:
        """The counts at the end."""
        failed = tuple(self.failed)
        return ReadResult(len(self.written), copies, dict(self.not_coded), self.unchanged, failed, self.skipped)
