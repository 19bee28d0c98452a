"""Which reports are copies, and of which report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.copies import copy_groups
from dragoman.merge.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.merge.stories import Outline
    from dragoman.model import Report


class Copy(NamedTuple):
    """A report and the one that it is a copy of (ids): of all that have the words the one published first."""

    report: str
    origin: str


def find_copies(reports: Sequence[Report], group_of: Mapping[str, str]) -> tuple[Copy, ...]:
    """All reports that are copies of another, by origin, then id.

    `group_of` names the group of each report id. A group's origin is the report published first, those of unknown date
    last, and of several the one with the least id: the first known, which need not be the one that the others had.
    """
    together: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        together[group_of[report.id]].append(report)
    return tuple(sorted((copy for group in together.values() for copy in _of_one(group)), key=lambda copy: copy[::-1]))


def _of_one(group: Sequence[Report]) -> list[Copy]:
    first, *others = sorted(group, key=lambda report: (first_day(report.published.interval), report.id))
    return [Copy(report.id, first.id) for report in others]


def copies_in(stories: Iterable[Sequence[Outline]]) -> tuple[Copy, ...]:
    """All reports that are copies of another of their story, by origin, then id; each story has its reports in order.

    Origins are as above. What has the same words a year later is another story, and so no copy.
    """
    copies = [copy for story in stories for copy in _in_story(story)]
    return tuple(sorted(copies, key=lambda copy: copy[::-1]))


def _in_story(story: Sequence[Outline]) -> list[Copy]:
    group_of = copy_groups({one.id: one.text for one in story}) if len(story) > 1 else {}
    together: defaultdict[str, list[Outline]] = defaultdict(list)
    for one in story if group_of else ():
        together[group_of[one.id]].append(one)
    return [Copy(one.id, group[0].id) for group in together.values() for one in group[1:]]
