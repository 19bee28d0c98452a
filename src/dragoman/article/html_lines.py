"""The lines of an HTML page as a reader sees them, each with the element that sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.article.characters import tidy
from dragoman.article.prose import read_line
from dragoman.article.tree import BLOCKS, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_ABOVE = 8
_FAR = 25
_LONGEST_RUN = 4000


class Seen(NamedTuple):
    """A visible line and the innermost block that holds it."""

    text: str
    element: HtmlElement


def lines_of(tree: HtmlElement) -> list[Seen]:
    """The page's lines in order: blocks and breaks end one."""
    return list(_lines(tree))


def _lines(tree: HtmlElement) -> Iterator[Seen]:
    pending: list[str] = []
    holders = [tree]
    for event, element in walk(tree):
        block = element.tag in BLOCKS
        if (block or element.tag == "br") and pending:
            if text := tidy(" ".join("".join(pending).split())):
                yield Seen(text, holders[-1])
            pending.clear()
        if event == "start":
            if block:
                holders.append(element)
            pending.append(f"{_gap(element)}{element.text or ''}")
            continue
        if block and holders[-1] is element:
            holders.pop()
        if element is not tree:
            pending.append(element.tail or "")
    if text := tidy(" ".join("".join(pending).split())):
        yield Seen(text, tree)


def _gap(element: HtmlElement) -> str:
    """A bar between two spans with nothing between them, which a stylesheet sets apart: a name, an office, a date."""
    if element.tag not in {"span", "a", "time"} or element.getparent().tag not in {"div", "li", "section", "header"}:
        return ""
    before = element.getprevious()
    if before is None or before.tag not in {"span", "a"} or before.tail or len(before.text or "") < 2:
        return ""
    return " | "


class Zones(NamedTuple):
    """Lines by where they stand: right above the headline, from it to the story, and after the story's first lines."""

    above: Sequence[Seen]
    head: Sequence[Seen]
    below: Sequence[Seen]


def zones_of(lines: Sequence[Seen], headline: str | None) -> Zones:
    """The lines parted at the headline and at the first paragraphs of prose behind it."""
    key = read_line(headline or "").key
    at = next((i for i, line in enumerate(lines) if key and key in _key(line)), None)
    start = 0 if at is None else at + 1
    prose = [i for i in range(start, len(lines)) if _is_prose(lines[i].text)]
    first = prose[0] if prose else start
    # A standfirst is prose, too, and the byline often follows it: a few lines more.
    end = min(len(lines), first + 6, start + _FAR)
    return Zones(lines[max(0, start - 1 - _ABOVE) : max(0, start - 1)], lines[start:end], lines[end:])


def _key(line: Seen) -> str:
    return read_line(line.text).key if len(line.text) < _LONGEST_RUN else ""


def _is_prose(text: str) -> bool:
    return len(text) > 100 and read_line(text).strong
