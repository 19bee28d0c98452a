"""Which of the reports that come in are worth coding: not those that are in the record or came before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.pipeline import is_skipped
from dragoman.triage import is_worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.api.outcomes import Tally
    from dragoman.model import Report
    from dragoman.record import Store


@dataclass(slots=True)
class Sieve:
    """A record, the ids that it had at first, those met since; with `again`, what is there is coded anew.

    With `triage`, only reports that are worth it are coded.
    """

    store: Store
    tally: Tally
    again: bool
    known: frozenset[str]
    triage: bool = False
    met: dict[str, int] = field(default_factory=dict)

    def wants(self, report: Report) -> bool:
        """Whether a report is to be coded: always if it was before, since people may have judged what was found."""
        if not self.triage or is_worth(report):
            return True
        there = self.store.report(report.id) if report.id in self.known else None
        return there is not None and not is_skipped(there)


def worth_coding(reports: Iterator[Report], sieve: Sieve) -> Iterator[Report]:
    """The reports that are new or changed, in order; the tally counts those left as they are and those refused."""
    for report in reports:
        words = hash((report.title, report.text))
        if report.id not in sieve.met:
            sieve.met[report.id] = words
            if _is_taken(report, sieve):
                what = f"the id {report.id!r} stands for other words in this record"
                do = "give it another id, or replace those words with --again"
                sieve.tally.fail(InputError(what, where=report.source.path, do=do))
            elif _is_there(report, sieve):
                sieve.tally.leave(report)
            else:
                yield report
        elif sieve.met[report.id] == words:
            sieve.tally.leave(report)
        else:
            what = f"the id {report.id!r} stands for other words already"
            do = "give each report an id of its own"
            sieve.tally.fail(InputError(what, where=report.source.path, do=do))


def _is_taken(report: Report, sieve: Sieve) -> bool:
    """Whether the record has other words of another file under this id: two givers of ids may use one and the same.

    A file that was read before may change what it says; its new words take the place of the old.
    """
    if sieve.again or report.id not in sieve.known:
        return False
    there = sieve.store.report(report.id)
    if there is None or (there.title, there.text) == (report.title, report.text):
        return False
    return _file(there) != _file(report)


def _file(report: Report) -> str:
    return report.source.path.rsplit(":", 1)[0]


def _is_there(report: Report, sieve: Sieve) -> bool:
    """Whether the record has this report with these words and this given date, coded as far as it is to be."""
    if sieve.again or report.id not in sieve.known:
        return False
    there = sieve.store.report(report.id)
    if there is None or (not sieve.triage and is_skipped(there)):
        return False
    same_date = report.published.basis != "given" or there.published == report.published
    return (there.title, there.text) == (report.title, report.text) and same_date
