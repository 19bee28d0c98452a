"""Readouts side by side: who reports what of one event, what they share, and where they are at odds."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.knowledge.countries import countries
from dragoman.merge.comparing_conflicts import Holds, changes, contradictions
from dragoman.merge.comparing_content import ALIKE, alike, only_in
from dragoman.merge.comparing_emphasis import emphasis
from dragoman.merge.comparing_points import Likeness, align
from dragoman.merge.comparing_statements import collect
from dragoman.merge.comparing_values import Comparison, Conflict, Point, Side, Statement
from dragoman.merge.copies import copy_groups
from dragoman.merge.dates import first_day
from dragoman.merge.origins import Copy
from dragoman.merge.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.merge.comparing_content import Rarity
    from dragoman.merge.comparing_points import Aligned
    from dragoman.merge.comparing_statements import Said
    from dragoman.merge.comparing_values import PointKind
    from dragoman.model import MergedEvent, Report, Span

_ORDER: Mapping[PointKind, int] = {"paired": 0, "conflict": 1, "only_here": 2}
TOLD_ALIKE = 0.15
"""The same of two tellings of the event itself that have their trigger in common: merging found them to be one."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def compare(event: MergedEvent, reports: Sequence[Report]) -> Comparison:
    """Compare what is said of a merged event, by who says it.

    `reports` are those that tell it and any others that may say the contrary of it, such as those of its story: of
    these only such are taken as tell the event under another status. The result depends on the set of reports only.
    """
    ordered = sorted(reports, key=lambda report: (first_day(report.published.interval), report.id))
    origin_of = copy_groups({report.id: report.text for report in ordered})
    said, known = collect(event, ordered, origin_of)
    sides = _sides(said)
    ids = {key: side.id for key, side in sides.items()}
    statements = _statements(said, ids)
    counts = Counter(one.report for one in statements)
    points = [
        _point(found, said, statements, counts, origin_of)
        for found in align([one.rendering for one in said], _likenesses(said, known))
    ]
    points.sort(key=lambda point: (_ORDER[point.kind], point.sides[0] if point.kind == "only_here" else ""))
    copies = _copies([report.id for report in ordered if counts[report.id]], origin_of)
    return Comparison(event, tuple(sides.values()), tuple(points), copies)


def _copies(reports: Sequence[str], origin_of: Mapping[str, str]) -> tuple[Copy, ...]:
    """Each report (in order of publication) that has the words of an earlier one."""
    first: dict[str, str] = {}
    found = [Copy(report, first.setdefault(origin_of[report], report)) for report in reports]
    return tuple(copy for copy in found if copy.report != copy.origin)


def _sides(said: Sequence[Said]) -> dict[tuple[str, str], Side]:
    """The sides by their keys: those who are named first, in order of appearance, then the reports themselves."""
    keys = dict.fromkeys(one.side for one in said)
    ordered = sorted(keys, key=lambda key: key[0] == "report")
    return {
        key: _side(_letters(number), [one for one in said if one.side == key]) for number, key in enumerate(ordered)
    }


def _side(name: str, said: Sequence[Said]) -> Side:
    kind, key = said[0].side
    reporters = tuple(dict.fromkeys(one.told.reporter.name for one in said if one.told.reporter))
    reports = tuple(dict.fromkeys(one.report.id for one in said))
    report = said[0].report
    country = countries().get(key) if kind == "says" else None
    own = report.source.outlet or report.title or report.source.path
    return Side(name, country.name if country else [*reporters, own][0], reporters, reports, kind == "report")


def _letters(number: int) -> str:
    """A to Z, then AA."""
    front, last = divmod(number, len(_LETTERS))
    return (_letters(front - 1) if front else "") + _LETTERS[last]


def _statements(said: Sequence[Said], ids: Mapping[tuple[str, str], str]) -> list[Statement]:
    lengths = [len(plain_words(one.told.span.of(one.report.text))) for one in said]
    whole: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for one, length in zip(said, lengths, strict=True):
        whole[one.report.id] += length
    found = []
    for one, length in zip(said, lengths, strict=True):
        placed[one.report.id] += 1
        share = length / max(whole[one.report.id], 1)
        found.append(_statement(one, ids[one.side], placed[one.report.id], share))
    return found


def _statement(one: Said, side: str, place: int, share: float) -> Statement:
    report, span = one.report, one.told.span
    return Statement(
        side=side,
        reported_by=one.told.reporter.name if one.told.reporter else None,
        speaker=one.told.speaker.name if one.told.speaker else None,
        report=report.id,
        path=report.source.path,
        line=next((raw.line for raw in report.raw if raw.span.overlaps(span)), None),
        headline=report.title,
        published=report.published.interval,
        span=span,
        words=span.of(report.text),
        place=place,
        share=share,
        events=tuple(event.id for event in one.events),
        because=one.because,
    )


def _likenesses(said: Sequence[Said], known: Rarity) -> Iterator[Likeness]:
    """The pairs of statements of different renderings that say the same thing, or contrary things of the event."""
    for (number, one), (other_number, other) in combinations(enumerate(said), 2):
        if one.rendering == other.rendering:
            continue
        found = alike(one.content, other.content, known)
        if found >= (TOLD_ALIKE if _tell_it(one, other) else ALIKE):
            yield Likeness(found, number, other_number)


def _tell_it(one: Said, other: Said) -> bool:
    """Whether both tell the event itself in different reports, under whatever status, with a word in common for it.

    A telling in what stands about a quotation ("said in a phone call") is not what is said.
    """
    if one.report.id == other.report.id:
        return False
    mine, theirs = (
        [stem for telling in each.tells if _in_content(each, telling.at) for stem in telling.trigger]
        for each in (one, other)
    )
    return not set(mine).isdisjoint(theirs)


def _in_content(one: Said, at: Span) -> bool:
    return not any(cut.overlaps(at) for cut in one.without)


def _point(
    found: Aligned,
    said: Sequence[Said],
    statements: Sequence[Statement],
    counts: Mapping[str, int],
    origin_of: Mapping[str, str],
) -> Point:
    mine = [said[number] for number in found.statements]
    given = tuple(statements[number] for number in found.statements)
    conflicts = (*_conflicts(mine), *_emphases(given, counts, origin_of))
    return Point(
        kind=_kind(given, mine, conflicts),
        sides=tuple(sorted({one.side for one in given}, key=lambda side: (len(side), side))),
        statements=given,
        alike=found.alike,
        differs=tuple(_differs(mine, number) for number in range(len(mine))) if len(mine) > 1 else ((),),
        conflicts=conflicts,
    )


def _kind(given: Sequence[Statement], mine: Sequence[Said], conflicts: Sequence[Conflict]) -> PointKind:
    """A report that sums up in its own voice what somebody says in it adds nobody who says so."""
    if any(conflict.kind != "emphasis" for conflict in conflicts):
        return "conflict"
    reports = {one.report for one in given}
    others = {one.side for one in mine if one.side[0] == "says"}
    return "paired" if len(reports) > 1 or len(others) > 1 else "only_here"


def _differs(mine: Sequence[Said], number: int) -> tuple[str, ...]:
    """What stands in one statement alone; those who are named are compared with each other, if there are two."""
    one = mine[number]
    named = [other for other in mine if other.side[0] == "says"]
    compared = named if one in named and len(named) > 1 else mine
    others = [other.content for other in compared if other is not one]
    return only_in(one.report, one.told.span, others, one.without)


def _conflicts(mine: Sequence[Said]) -> Iterator[Conflict]:
    """Contradictions, and what one side says otherwise in a later report: once for every two reports.

    Those who are named come first; what a report sums up in its own words need not be held against it as well, and
    within a report it is no witness against those it cites.
    """
    told: set[tuple[str, str]] = set()
    numbered = sorted(enumerate(mine), key=lambda each: each[1].side[0] == "report")
    for (number, one), (other_number, other) in combinations(numbered, 2):
        low, high = sorted((number, other_number))
        if (one.report.id, other.report.id) in told or not _are_two(one, other):
            continue
        found = _conflict(low, mine[low], high, mine[high])
        if found:
            told |= {(one.report.id, other.report.id), (other.report.id, one.report.id)}
            yield found


def _are_two(one: Said, other: Said) -> bool:
    """Whether two statements stand in two reports, or are of two who are named."""
    if one.report.id != other.report.id:
        return True
    return one.side != other.side and one.side[0] == other.side[0] == "says"


def _conflict(number: int, one: Said, other_number: int, other: Said) -> Conflict | None:
    first, second = (Holds(each.report, each.told.span, each.events) for each in (one, other))
    if one.side == other.side and _earlier(one.report, other.report):
        moved = [*contradictions(first, second, "then"), *changes(first, second)]
        why = f"{_dates(one.report, other.report)}: {'; '.join(moved)}"
        return Conflict("change", number, other_number, why) if moved else None
    differ = "; ".join(contradictions(first, second))
    return Conflict("contradiction", number, other_number, differ) if differ else None


def _earlier(one: Report, other: Report) -> bool:
    """Whether one report was surely published before the other."""
    mine, theirs = one.published.interval, other.published.interval
    return mine is not None and theirs is not None and mine.last < theirs.first


def _dates(one: Report, other: Report) -> str:
    return f"{first_day(one.published.interval)}, then {first_day(other.published.interval)}"


def _emphases(
    given: Sequence[Statement], counts: Mapping[str, int], origin_of: Mapping[str, str]
) -> Iterator[Conflict]:
    """Where two reports, of different origin, give the point different weight."""
    by_report: dict[str, list[Statement]] = {}
    for one in given:
        by_report.setdefault(one.report, []).append(one)
    for mine, theirs in combinations(by_report, 2):
        both = (by_report[mine], by_report[theirs])
        for much, little in (both, both[::-1]):
            why = emphasis(much, little, counts) if origin_of[mine] != origin_of[theirs] else None
            if why:
                yield Conflict("emphasis", given.index(much[0]), given.index(little[0]), why)
                break
