"""The tree of an HTML page: the text of elements, the words of their classes, and what can be cut out of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml.etree import XPath

from dragoman.article.characters import tidy
from dragoman.article.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

BLOCKS = frozenset(read_list("block_elements"))
"""Elements that browsers set as blocks of their own, so that a text ends where one begins or ends."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMES = frozenset({"class", "id", "itemprop", "data-component", "data-testid", "data-gu-name"})
UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "select", "option", "button", "textarea", "head"})

_LONGEST_NAMES, _LONGEST_NAME = 600, 60
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GAPS = re.compile(r"[\s_]+|--+")
# "has-sidebar", "tag-newsletter" and "single-post" tell of the page or the topic, not of what the element is.
_SWITCHES = re.compile(
    r"(?:has|no|with|without|is|js|show|hide|enable|tag|category|cat|topic|type|hentry)-.*|.*-(?:open|enabled)"
)


_STRING = XPath("string()", smart_strings=False)


def string_of(element: HtmlElement) -> str:
    """All text within an element as it stands, that of scripts too."""
    return str(_STRING(element))


def having(tree: HtmlElement, name: str) -> Iterator[HtmlElement]:
    """The elements that have an attribute, in order; many times as fast as XPath, which sorts what it finds."""
    return (element for element in tree.iter("*") if element.get(name) is not None)


def text_of(element: HtmlElement) -> str:
    """All text within an element, tidied into one line; scripts and styles left out."""
    return tidy(" ".join("".join(_texts(element)).split()))


def _texts(element: HtmlElement) -> Iterator[str]:
    """The pieces of text, with a space wherever a block or line begins or ends."""
    for event, node in walk(element):
        if node.tag in BLOCKS or node.tag == "br":
            yield " "
        if event == "start":
            yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Each visible element as it opens ("start") and closes ("end"), in document order, without recursion.

    Comments and elements that no reader sees open nothing: they only close, so that the text behind them is met.
    """
    stack: list[tuple[str, HtmlElement]] = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event == "end" or not isinstance(element.tag, str) or element.tag in UNSEEN:
            yield "end", element
            continue
        yield event, element
        stack.append(("end", element))
        if len(element):
            stack.extend(("start", child) for child in reversed(element))


def marks_of(element: HtmlElement) -> str:
    """The names that a page's makers gave an element: its class, id, itemprop and data-component."""
    items = element.items()
    return " ".join([value for name, value in items if name in _NAMES and value]) if items else ""


def marked(element: HtmlElement, names: str) -> bool:
    """Whether one of an element's names holds a word of the list `names` (a file of article/lists)."""
    marks = marks_of(element)
    return bool(marks) and _holds(marks, names)


@lru_cache(maxsize=8192)
def _holds(marks: str, names: str) -> bool:
    """The answer is kept: a page gives the same class to hundreds of elements."""
    pattern = _pattern(names)
    names_given = (token for token in marks[:_LONGEST_NAMES].split() if len(token) <= _LONGEST_NAME)
    tokens = (_GAPS.sub("-", _CAPITAL.sub("-", token)).lower() for token in names_given)
    return any(pattern.search(token) for token in tokens if not _SWITCHES.fullmatch(token))


@lru_cache(maxsize=16)
def _pattern(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(read_list(names))})(?![a-z0-9])")


def cut(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def within(element: HtmlElement, names: str, depth: int = 12) -> bool:
    """Whether an element or one of the `depth` around it is so marked."""
    for _ in range(depth):
        if element is None or element.tag in {"body", "html"}:
            return False
        if marked(element, names):
            return True
        element = element.getparent()
    return False
