"""A comparison of readouts laid out for the terminal: a column for each side, or stacked where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.inert import one_line
from dragoman.cli.screen import cell, days, headline, sides, table, words
from dragoman.merge.comparing_emphasis import THE_ONE, THE_OTHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from dragoman.merge import Comparison
    from dragoman.merge.comparing_values import Conflict, Point, Side, Statement
    from dragoman.model import Interval

STACKED = 80
"""Columns of a terminal under which the sides stand one under the other."""
NARROWEST = 24
"""Columns that a side takes at least; more sides than fit are stacked, too."""
FEW = 8
"""Words that are listed as differing; the text itself has the rest."""

_HEADINGS = {
    "paired": "Paired: in two renderings or by two sides, and how alike",
    "contradiction": "In conflict: contradiction",
    "change": "In conflict: change over time",
    "emphasis": "In conflict: difference of emphasis",
    "only_here": "Only here: said by one side only",
}


class _Column(NamedTuple):
    """A column's heading and which statements stand in it."""

    heading: str
    holds: Callable[[Statement], bool]


class _Page(NamedTuple):
    """What all parts of the page need: its columns, or none if it is stacked, the sides, and each report's number."""

    columns: Sequence[_Column]
    sides: dict[str, Side]
    numbers: dict[str, int]


def compared(comparison: Comparison, width: int) -> Iterator[RenderableType]:
    """The event, who reports it, and the points under their headings, for a terminal of `width` columns."""
    statements = [one for point in comparison.points for one in point.statements]
    order = sorted({one.report: one for one in statements}.values(), key=lambda one: (days_of(one), one.report))
    numbers = {one.report: number for number, one in enumerate(order, 1)}
    columns = _columns(comparison, numbers)
    wide = width >= STACKED and NARROWEST * len(columns) <= width
    page = _Page(columns if wide else (), {side.id: side for side in comparison.sides}, numbers)
    yield _event(comparison)
    yield Padding(_who(comparison, page), (1, 0, 0, 0))
    yield Padding(_reports(order, page, dict(comparison.copies)), (1, 0, 0, 0))
    yield from _sections(comparison, page)


def _event(comparison: Comparison) -> Text:
    event = comparison.event
    who, whom = sides(event.source, event.target)
    what = f"{event.type or 'no PLOVER type'} ({event.status})"
    return cell(f"{_days(event.date)}  {what}  {who} → {whom}", event.id, style="bold")


def _days(interval: Interval | None) -> str:
    return "".join(days(*(interval or (None, None))))


def _who(comparison: Comparison, page: _Page) -> Table:
    """The sides, with those who speak for them."""
    made = _listing()
    for side in comparison.sides:
        made.add_row(side.id, cell(_described(side, page)))
    return made


def _described(side: Side, page: _Page) -> str:
    if side.own_voice:
        return _itself(side, page)
    by = "; ".join(name for name in side.reporters if name != side.name)
    renderings = f", in {len(side.reports)} renderings" if len(side.reports) > 1 else ""
    return f"{side.name}{f': {by}' if by else ''}{renderings}"


def _itself(side: Side, page: _Page) -> str:
    """A report as a side: by its number, there may be several of one outlet or text."""
    numbers = ", ".join(f"[{page.numbers[report]}]" for report in sorted(side.reports, key=page.numbers.__getitem__))
    return f"{numbers} in {'its' if len(side.reports) == 1 else 'their'} own words"


def _reports(order: Iterable[Statement], page: _Page, copies: dict[str, str]) -> Table:
    """The reports with their numbers."""
    made = _listing()
    for one in order:
        of = f"a copy of [{page.numbers[copies[one.report]]}], " if one.report in copies else ""
        made.add_row(
            f"[{page.numbers[one.report]}]",
            cell(f"{_days(one.published)}  {headline(one.headline, one.path)}", f"{of}{one.path}"),
        )
    return made


def _listing() -> Table:
    made = Table(box=None, show_header=False, pad_edge=False)
    made.add_column(no_wrap=True)
    made.add_column(ratio=1, overflow="fold")
    return made


def days_of(one: Statement) -> str:
    """A statement's date for sorting; the undated come last."""
    return one.published.first.isoformat() if one.published else "~"


def _columns(comparison: Comparison, numbers: dict[str, int]) -> list[_Column]:
    """A column a side; the reports' own words share one, and a side that is alone has one for each rendering."""
    if len(comparison.sides) == 1:
        [side] = comparison.sides
        return [_rendering(side, report, numbers[report]) for report in sorted(side.reports, key=numbers.__getitem__)]
    named = [side for side in comparison.sides if not side.own_voice]
    own = [side for side in comparison.sides if side.own_voice]
    if not named:
        return [_Column(f"{side.id}  {_numbered(side, numbers)}", _of(side.id)) for side in own]
    found = [_Column(f"{side.id}  {one_line(side.name)}", _of(side.id)) for side in named]
    if own:
        what = "the reports themselves" if own[1:] else "the report itself"
        letters = frozenset(side.id for side in own)
        found.append(_Column(f"{', '.join(side.id for side in own)}  {what}", lambda one: one.side in letters))
    return found


def _numbered(side: Side, numbers: dict[str, int]) -> str:
    """A report's own words as a heading: the headline, or outlet, and its number."""
    return f"{headline(side.name, '')} {' '.join(f'[{numbers[report]}]' for report in side.reports)}"


def _of(side: str) -> Callable[[Statement], bool]:
    return lambda one: one.side == side


def _rendering(side: Side, report: str, number: int) -> _Column:
    return _Column(f"{side.id}  in [{number}]", lambda one: one.report == report)


def _sections(comparison: Comparison, page: _Page) -> Iterator[RenderableType]:
    numbered = list(enumerate(comparison.points, 1))
    for name, heading in _HEADINGS.items():
        chosen = [(number, point) for number, point in numbered if _belongs(point, name)]
        if chosen:
            yield Text(f"\n{heading}", style="bold underline")
            yield from _emphases(chosen, page) if name == "emphasis" else _points(chosen, page)


def _belongs(point: Point, section: str) -> bool:
    """Whether a point stands in a section; one in conflict where its first conflict does."""
    if section == "emphasis":
        return any(one.kind == "emphasis" for one in point.conflicts)
    if point.kind != "conflict":
        return section == point.kind
    return section == next(one.kind for one in point.conflicts if one.kind != "emphasis")


def _emphases(chosen: Iterable[tuple[int, Point]], page: _Page) -> Iterator[RenderableType]:
    for number, point in chosen:
        for one in point.conflicts:
            if one.kind == "emphasis":
                yield Padding(cell(f"{number}  {_at_odds(point, one, page)}"), (0, 0, 0, 2))


def _at_odds(point: Point, conflict: Conflict, page: _Page) -> str:
    """A conflict in words, with the numbers of the reports."""
    mine, theirs = (point.statements[at] for at in (conflict.one, conflict.other))
    one, other = (f"[{page.numbers[said.report]}]" for said in (mine, theirs))
    if conflict.kind == "emphasis":
        return conflict.because.replace(THE_ONE, one).replace(THE_OTHER, other)
    return f"{mine.side} {one}, {theirs.side} {other}: {conflict.because}"


def _points(chosen: Sequence[tuple[int, Point]], page: _Page) -> Iterator[RenderableType]:
    """The points of a section: one table, or the points with a line of their own each in a table of its own."""
    if not page.columns:
        for number, point in chosen:
            yield Padding(Text("\n").join(_stacked(number, point, page)), (0, 0, 1, 2))
        return
    lines = [[_at_odds(point, one, page) for one in point.conflicts if one.kind != "emphasis"] for _, point in chosen]
    if not any(lines):
        yield _side_by_side(chosen, page)
        return
    for one, conflicts in zip(chosen, lines, strict=True):
        yield _side_by_side([one], page)
        yield Padding(cell(*conflicts, style="italic", under="italic"), (0, 0, 0, 4))


def _side_by_side(chosen: Iterable[tuple[int, Point]], page: _Page) -> Table:
    made = table(("", 0), *((column.heading, 1) for column in page.columns))
    for place, (number, point) in enumerate(chosen):
        if place:
            made.add_row()
        made.add_row(cell(str(number), _alike(point)), *(_cell(point, column, page) for column in page.columns))
    return made


def _alike(point: Point) -> str | None:
    return None if point.alike is None or point.kind == "only_here" else f"{point.alike:.0%}"


def _stacked(number: int, point: Point, page: _Page) -> Iterator[Text]:
    for place, (one, text) in enumerate(_texts(point, page)):
        yield cell(f"{number if place == 0 else ' '}  {one.side}  {_name(page.sides[one.side], page)}", style="bold")
        yield text
    for conflict in point.conflicts:
        if conflict.kind != "emphasis":
            yield cell(_at_odds(point, conflict, page), style="italic")


def _name(side: Side, page: _Page) -> str:
    return _itself(side, page) if side.own_voice else side.name


def _cell(point: Point, column: _Column, page: _Page) -> Text:
    return Text("\n\n").join(text for one, text in _texts(point, page) if column.holds(one))


def _texts(point: Point, page: _Page) -> Iterator[tuple[Statement, Text]]:
    """Each statement with its text; what a report adds in its own words to what it alone has is no difference."""
    alone = point.kind == "only_here"
    for one, differs in zip(point.statements, point.differs, strict=True):
        yield one, _statement(one, () if alone else differs, page)


def _statement(one: Statement, differs: Sequence[str], page: _Page) -> Text:
    """The words as they stand, those of their own in bold, and under them where they stand and who says so."""
    by = f"{one_line(one.reported_by)} " if one.reported_by and one.reported_by != page.sides[one.side].name else ""
    line = f" line {one.line}," if one.line else ""
    text = words(" ".join(one.words.split()))
    text.highlight_words(list(differs), style="bold")
    text.append(f"\n{by}[{page.numbers[one.report]}]{line} {one.span.start}–{one.span.end}", style="dim")
    if differs:
        more = " …" if len(differs) > FEW else ""
        text.append(f"\nonly so here: {one_line(', '.join(differs[:FEW]))}{more}", style="dim")
    return text
