"""Paragraphs where a page marks none: lines parted by two breaks, texts in bare divs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import Element

from dragoman.article.tree import BLOCKS, string_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOLDERS = frozenset({"div", "td", "font", "span", "p", "section", "article", "center", "main", "body", "b", "i"})
_LONG = 80  # characters from which a line that one break ends is a paragraph
_SENTENCE = 60
_TYPED = 100  # characters that no line has that was broken by hand


def reflow(tree: HtmlElement) -> None:
    """Make paragraphs of texts that breaks part, and of bare divs on a page that sets its prose in them."""
    for holder in dict.fromkeys(br.getparent() for br in tree.iter("br")):
        if holder.tag in _HOLDERS and _parted(holder):
            _split(holder)
    for element in list(tree.iter("pre")):
        _typed(element)
    bare = [element for element in tree.iter("div") if _is_bare(element)]
    if sum(map(_size, bare)) > sum(_size(p) for p in tree.iter("p")):
        for element in bare:
            element.tag = "p"


def _typed(element: HtmlElement) -> None:
    """Make paragraphs of a typed text: parted by blank lines, or each line its own where most are long."""
    parts: list[str] = []
    for part in re.split(r"\n\s*\n", string_of(element)):
        lines = part.strip().splitlines()
        parts.extend(lines if sum(len(line) > _TYPED for line in lines) * 2 > len(lines) else [part])
    if len(parts) < 2:
        return
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "div", None
    for part in parts:
        paragraph = Element("p")
        paragraph.text = " ".join(part.split())
        element.append(paragraph)


def _size(element: HtmlElement) -> int:
    return len(string_of(element))


def _is_bare(element: HtmlElement) -> bool:
    """Whether a div holds a sentence or more and nothing but text, most of it no link."""
    size = _size(element)
    if size < _SENTENCE or any(child.tag in BLOCKS for child in element.iterdescendants()):
        return False
    return sum(map(_size, element.iter("a"))) * 2 < size


def _ends(br: HtmlElement) -> bool:
    """Whether a break ends a paragraph: another follows it, or the lines on both sides are long."""
    if (br.tail or "").strip():
        before = br.getprevious()
        line = br.getparent().text if before is None else before.tail
        return len(br.tail.strip()) > _LONG < len((line or "").strip())
    following = br.getnext()
    return following is not None and following.tag == "br"


def _parted(holder: HtmlElement) -> bool:
    return sum(map(_ends, holder.iterchildren("br"))) > 1 and _size(holder) > 2 * _SENTENCE


def _split(holder: HtmlElement) -> None:
    """Put what stands between the breaks into paragraphs; blocks stay where they are."""
    children = list(holder)
    ends = {id(child) for child in children if child.tag == "br" and _ends(child)}
    paragraph = Element("p")
    paragraph.text, holder.text = holder.text, None
    made = [paragraph]
    for child in children:
        holder.remove(child)
        tail, child.tail = child.tail, None
        if id(child) in ends or child.tag in BLOCKS:
            if child.tag in BLOCKS:
                made.append(child)
            made.append(Element("p"))
            made[-1].text = tail
            continue
        child.tail = tail
        made[-1].append(child)
    holder.extend(made)
    if holder.tag in {"p", "font", "span", "b", "i"}:
        holder.tag = "div"
