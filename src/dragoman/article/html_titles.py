"""The elements of an HTML page that may hold the headline, with what is no part of it taken off."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPath

from dragoman.article.tree import HEADINGS, cut, marked, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ANY = XPath(f"//*[{' or '.join(f'self::{tag}' for tag in sorted(HEADINGS))} or @itemprop or @property or @id]")
_TITLE = re.compile(r"\b(?:article|post|entry|story|news|page|detail)[\w-]*(?:title|headline)\b")
_MOST = 60
_LONGEST = 400


class Heading(NamedTuple):
    """A heading on the page: its words without kicker, its words in full, and how sure it is to be the headline.

    `rank` is 0 for the headline by markup (itemprop, a headline's class), 1 for an h1, 2 for other headings.
    """

    words: str
    full: str
    rank: int
    element: HtmlElement


def headings_of(tree: HtmlElement) -> list[Heading]:
    """The page's headings, the likeliest headlines first, otherwise in the page's order."""
    found: list[Heading] = []
    for element in _ANY(tree):
        if element.tag in HEADINGS or _named(element):
            if len(found) >= _MOST or (element.tag in HEADINGS and _is_home(element)):
                continue
            full = text_of(element)
            if 0 < len(full) <= _LONGEST:
                found.append(Heading(_without_kicker(element) or full, full, _rank(element), element))
    return sorted(found, key=lambda heading: heading.rank)


def _named(element: HtmlElement) -> bool:
    names = element.get("itemprop") or element.get("property") or ""
    return element.tag != "meta" and ("headline" in names.split() or element.get("id") in {"title", "headline"})


def _rank(element: HtmlElement) -> int:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
    if "alternativeheadline" in names or "subtitle" in names or "sub-title" in names:
        return 3
    if element.tag == "h1":
        return 0 if any(name in names for name in ("headline", "title", "heading")) and "site" not in names else 1
    if "headline" in names.split() or element.tag not in HEADINGS:
        return 1
    # "article-title" names a headline; "widget-title", "section__title" and linked titles head something else.
    if element.tag == "h2" and element.find(".//a") is None and _TITLE.search(names):
        return 1
    return 2


def _is_home(element: HtmlElement) -> bool:
    """Whether a heading is the site's name: it links to the front page, or its names call it the logo."""
    if marked(element, "site_marks"):
        return True
    links = list(element.iter("a"))
    if element.getparent() is not None and element.getparent().tag == "a":
        links.append(element.getparent())
    return any((a.get("href") or "").rstrip("/").count("/") in {0, 2} and _front(a.get("href")) for a in links)


def _front(address: str | None) -> bool:
    address = (address or "").strip().lower()
    if address in {"/", "./", "index.html", "index.htm", "/index.html"}:
        return True
    return address.startswith(("http://", "https://")) and address.rstrip("/").count("/") == 2


def _without_kicker(element: HtmlElement) -> str:
    """The heading's words without the parts marked as a line above it."""
    if not any(map(_is_kicker, element.iterdescendants())):
        return text_of(element)
    bare = deepcopy(element)
    for kicker in [part for part in bare.iterdescendants() if _is_kicker(part)]:
        cut(kicker)
    return text_of(bare).strip(" :|–—")


def _is_kicker(part: HtmlElement) -> bool:
    """Whether a part of a heading is a line above it by its name, or one below it in small print."""
    return isinstance(part.tag, str) and (part.tag == "small" or marked(part, "kicker_marks"))
