"""Lines as they were set on pages become paragraphs again: page furniture dropped, words broken at line ends mended."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Line(NamedTuple):
    """A line of a page: its words, where it begins from the left and above the page's foot, its size, in points."""

    text: str
    x: float
    y: float
    size: float


_EDGE = 3  # lines at a page's head and at its foot among which furniture is looked for
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|págin[ae])?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:/|of|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_CUT_WORD = re.compile(r"(?:\A|(?<=[\W_]))([^\W\d_]{2,})[-\u00ad\u2010]\Z")
_BULLET = re.compile(r"[•●▪■◆‣◦–—*-]\s")
_HANGING = re.compile(r"\w[-\u00ad\u2010]\Z")
_BEGINNING = re.compile(r"[^\W\d_]+")
# Words made with a hyphen are often broken at it, those that begin so nearly always.
_WITH_HYPHEN = re.compile(
    r"self|ex|vice|long|short|high|low|well|so|cease|anti|pro|non|pre|post|co|inter|north|south|east|west|mid|half|two"
    r"|three|four|five|six|seven|eight|nine|ten|first|second|third|last|one|quasi|semi|cross|all|ever"
)

_WIDER_GAP = 1.3  # times the usual distance of lines
_OTHER_SIZE = 1.12  # times the size of the line before
_INDENT, _MOST_INDENT = 0.7, 6.0  # times the size of the letters
_SHORT = 0.72  # of the length of a full line


class _Setting(NamedTuple):
    """How a document is set: its letters' usual size and its lines' distance in points, a full line's characters."""

    size: float
    distance: float
    length: float
    words: Counter[str]


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs on pages of lines, each as one line of text.

    Headers, footers and page numbers are dropped: they stand at the same height of many pages with the same words. A
    word broken at a line's end is joined unless the document spells it with the hyphen elsewhere.
    """
    kept = _without_furniture(pages)
    setting = _setting(kept)
    held: list[str] = []
    last: Line | None = None
    for page in kept:
        for place, line in enumerate(page):
            if last and _begins(last, line, setting, turned=place == 0):
                yield _joined(held, setting.words)
                held.clear()
            held.append(line.text)
            last = line
    if held:
        yield _joined(held, setting.words)


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, places in zip(pages, edges, strict=True) for key in {_key(page[i]) for i in places})
    enough = max(2, len([page for page in pages if page]) * 0.4)
    kept: list[list[Line]] = []
    for page, places in zip(pages, edges, strict=True):
        dropped = {i for i in places if seen[_key(page[i])] >= enough}
        dropped |= {i for i in (places[:1] + places[-1:]) if len(pages) > 1 and _PAGE_NUMBER.fullmatch(page[i].text)}
        kept.append([line for i, line in enumerate(page) if i not in dropped])
    return kept


def _edges(page: Sequence[Line]) -> list[int]:
    """The lines at a page's head and foot, from above, wherever they come in the file."""
    order = sorted(range(len(page)), key=lambda i: -page[i].y)
    return order if len(order) <= _EDGE * 2 else order[:_EDGE] + order[-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    """What is the same in a header on all pages: its words but for the figures, and its height."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.y)


def _setting(pages: Sequence[Sequence[Line]]) -> _Setting:
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if 0 < a.y - b.y < 4 * max(a.size, b.size)]
    sizes = [line.size for page in pages for line in page]
    lengths = sorted(len(line.text) for page in pages for line in page)
    words = Counter(word for page in pages for line in page for word in line.text.casefold().split())
    if not lengths:
        return _Setting(0.0, 0.0, 0.0, words)
    return _Setting(median(sizes), median(gaps) if gaps else 0.0, lengths[len(lengths) * 4 // 5], words)


def _begins(last: Line, line: Line, setting: _Setting, *, turned: bool) -> bool:
    """Whether `line` begins a paragraph after `last`; `turned` where a page was turned between them."""
    if _differ(last.size, line.size) or _BULLET.match(line.text):
        return True
    ended = _SENTENCE_END.search(last.text) is not None
    short = len(last.text) < setting.length * _SHORT
    gap = last.y - line.y
    if turned or gap < -0.5 * line.size:  # or the next column begins
        return ended or (short and not _goes_on(last, line))
    larger = line.size > setting.size * _OTHER_SIZE
    if gap > setting.distance * _WIDER_GAP * (line.size / setting.size if larger else 1.0):
        return True
    if larger:  # a headline's lines are centred and short, whatever they begin with
        return False
    indented = _INDENT * line.size < line.x - last.x < _MOST_INDENT * line.size
    return (ended and (indented or short)) or (short and not _goes_on(last, line))


def _differ(one: float, other: float) -> bool:
    return max(one, other) > min(one, other) * _OTHER_SIZE


def _goes_on(last: Line, line: Line) -> bool:
    return line.text[0].islower() or last.text.endswith((",", "-", "\u00ad", "–", "—"))


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text = _mended(text, line, words)
    return text.replace("\u00ad", "")


def _mended(text: str, line: str, words: Counter[str]) -> str:
    """Two lines as one: the hyphen at the first one's end stays where it belongs to the word."""
    cut, rest = _CUT_WORD.search(text), _BEGINNING.match(line)
    if not cut or not rest:
        return text + line if _HANGING.search(text) and line[0].isalnum() else f"{text} {line}"
    if text.endswith("\u00ad"):
        return text[:-1] + line
    first, second = cut[1].casefold(), rest[0].casefold()
    with_hyphen, without = words[f"{first}-{second}"], words[first + second]
    keeps = with_hyphen > without or (with_hyphen == without and _WITH_HYPHEN.fullmatch(first))
    return text + line if keeps or not line[0].islower() else text[:-1] + line
