"""Pair quotation marks: curly, straight, double, single and guillemets; never beyond a paragraph.

A newspaper opens each paragraph of a long quotation with a mark and closes only the last, so an opening mark without
its partner runs to its paragraph's end and no further. Single marks are also apostrophes: without a partner in the
paragraph they are taken for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t\r]*\n))+")
"""A stretch of text without a blank line."""

MARKS = "\"'“”„‟‘’‚«»"
_MARK = re.compile(f"``|''|[{MARKS}]")
_FAMILY = (
    dict.fromkeys(['"', "“", "”", "„", "‟", "``", "''"], "double")
    | dict.fromkeys("'‘’‚", "single")
    | dict.fromkeys("«»", "angle")
)
_ONLY_OPENS, _ONLY_CLOSES = {"“", "„", "‘", "‚", "«", "``"}, {"”", "»"}
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d0s)\b", re.IGNORECASE)
_DOUBLE = '"“”„‟«»'
_PLURAL = re.compile(r"\s+[a-z]")


class Marked(NamedTuple):
    """Words between quotation marks: `outer` with the marks, `inner` without; not `closed` if a mark is missing."""

    outer: Span
    inner: Span
    closed: bool


class _Mark(NamedTuple):
    span: Span
    family: str
    opens: bool
    closes: bool


def paragraphs(text: str) -> list[Span]:
    """The stretches of `text` between its blank lines."""
    return [Span(*found.span()) for found in PARAGRAPH.finditer(text)]


def marked(text: str) -> tuple[Marked, ...]:
    """The words between outermost quotation marks, in order; a quotation within a quotation stays inside its outer one.

    Takes time in proportion to the text, whatever marks are missing.
    """
    return tuple(one for paragraph in paragraphs(text) for one in _pair(text, paragraph))


def trimmed(text: str, start: int, end: int, extra: str = "") -> Span:
    """The span without blanks (and the characters of `extra`) at either end; empty if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return Span(start, end)


def within(span: Span, units: Sequence[Marked]) -> Marked | None:
    """The stretch in marks that holds the span, its marks counted in; None if none does. `units` are all, in order."""
    at = bisect_right(units, span.start, key=lambda unit: unit.outer.start) - 1
    return units[at] if at >= 0 and units[at].outer.holds(span) else None


def bare(text: str, span: Span, units: Sequence[Marked]) -> Span:
    """The span without blanks, without the marks around it and without marks at its ends that lack their partner.

    `units` are all of the text's stretches in marks, in order.
    """
    start, end = span
    while start < end:
        start, end = trimmed(text, start, end, ",")
        at = bisect_left(units, start, key=lambda unit: unit.outer.start)
        opens = at < len(units) and units[at].outer.start == start
        before = bisect_left(units, end, key=lambda unit: unit.outer.end)
        closes = before < len(units) and units[before].outer.end == end and units[before].closed
        if opens and units[at].outer.end >= end:
            start, end = units[at].inner.start, min(units[at].inner.end, end)
        elif start < end and not opens and text[start] in _DOUBLE:
            start += 1
        elif start < end and not closes and text[end - 1] in _DOUBLE:
            end -= 1
        else:
            break
    return Span(start, end)


def _pair(text: str, paragraph: Span) -> Iterator[Marked]:
    """Walk through one paragraph's marks with the outermost open one in hand."""
    marks = list(_shaped(text, paragraph))
    close_follows = _close_follows(marks)
    opened: _Mark | None = None
    for mark, follows in zip(marks, close_follows, strict=True):
        if opened is None:
            if mark.opens and (mark.family != "single" or follows):
                opened = mark
        elif mark.family != opened.family:
            continue
        elif mark.closes and not (follows and _is_plural(text, mark)):
            yield from _between(text, opened, mark.span, closed=True)
            opened = None
        elif mark.opens and mark.family == "double":
            yield from _between(text, opened, Span(mark.span.start, mark.span.start), closed=False)
            opened = mark
    if opened is not None and opened.family != "single":
        yield from _between(text, opened, Span(paragraph.end, paragraph.end), closed=False)


def _between(text: str, opened: _Mark, close: Span, *, closed: bool) -> Iterator[Marked]:
    inner = trimmed(text, opened.span.end, close.start)
    if inner.start < inner.end:
        yield Marked(Span(opened.span.start, close.end if closed else inner.end), inner, closed)


def _shaped(text: str, paragraph: Span) -> Iterator[_Mark]:
    """Each mark with what its neighbours let it do: open before a word, close after one."""
    for found in _MARK.finditer(text, *paragraph):
        sign, start, end = found.group(), *found.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        family = _FAMILY[sign]
        opens, closes = not before.isalnum() and not after.isspace(), not before.isspace()
        if family == "single":
            closes = closes and not after.isalnum()
            opens = opens and sign != "’" and after not in ".,;:!?" and not _ELISION.match(text, end)
        elif sign == '"' and before.isspace() and after.isspace():
            opens = closes = True  # marks set apart by blanks on both sides: they simply alternate
        yield _Mark(
            Span(start, end),
            family,
            opens or (sign in _ONLY_OPENS and family != "single") if sign not in _ONLY_CLOSES else False,
            closes or sign in _ONLY_CLOSES if sign not in _ONLY_OPENS else False,
        )


def _close_follows(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether the next single mark that does anything closes."""
    answers, follows = [], False
    for mark in reversed(marks):
        answers.append(follows)
        if mark.family == "single" and (mark.opens or mark.closes):
            follows = mark.closes and not mark.opens
    return answers[::-1]


def _is_plural(text: str, mark: _Mark) -> bool:
    """Whether a single mark may be a plural's apostrophe, as in "the leaders' talks"."""
    before = text[mark.span.start - 1 : mark.span.start]
    return mark.family == "single" and before == "s" and bool(_PLURAL.match(text, mark.span.end))
