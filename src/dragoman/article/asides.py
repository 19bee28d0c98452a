"""What stands beside a story on an HTML page, by its markup: menus, other stories, comments, share bars.

Everything that reads the page afterwards (headline, date, byline, text) is spared the dates and names of other stories.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XPath

from dragoman.article.chrome import ending
from dragoman.article.prose import ends_sentence, read_line
from dragoman.article.tree import BLOCKS, HEADINGS, cut, marked, string_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ALWAYS = frozenset({"nav", "footer", "menu", "dialog", "noframes", "gu-island"})
_BOXES = (BLOCKS | {"span"}) - {"html", "body", "main", "center", "tbody", "thead", "tfoot", "tr", "h1"}
_HEADS = XPath("boolean(.//h1 | .//*[@itemprop='articleBody' or @itemprop='headline'])")
_DATES = XPath("boolean(.//time | .//*[@rel='author'] | .//address)")
_SHOWS = XPath("boolean(.//h2 | .//h3 | .//h4 | .//img)")
_MOST = 0.3
_CARDS = 3
_LONGEST_CARD = 420
_LONGEST_HEADING = 80


def cut_asides(tree: HtmlElement) -> None:
    """Cut out what the markup says is no part of the story; an element that holds much of the text is let be."""
    whole = _prose(tree)
    _cut_marked(tree, whole)
    for element in list(tree.iter("h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "div", "span")):
        _cut_headed(element, whole)
    for links in list(tree.iter("ul", "ol")):
        if len(links) and all(map(_is_pointer, links)):
            cut(links)
    for parent in list(tree.iter("div", "section", "ul", "main", "article", "body", "td")):
        _cut_cards(parent, whole)


def _cut_marked(tree: HtmlElement, whole: int) -> None:
    """Cut the outermost elements marked as asides; into menus of hundreds of links nothing looks."""
    stack = [tree]
    while stack:
        element = stack.pop()
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in _ALWAYS or (tag in _BOXES and _is_aside(element) and not _holds_story(element, whole)):
            cut(element)
        elif len(element):
            stack.extend(element)


def _is_aside(element: HtmlElement) -> bool:
    if element.get("role") in {"navigation", "complementary", "search", "contentinfo"}:
        return True
    if element.tag == "aside" and element.get("data-gu-name") is None:
        return not _DATES(element)
    return marked(element, "aside_marks") or marked(element, "talk_marks")


def _prose(tree: HtmlElement) -> int:
    """Characters in paragraphs; of all text where there are none."""
    return sum(len(string_of(p)) for p in tree.iter("p")) or len(string_of(tree))


def _holds_story(element: HtmlElement, whole: int) -> bool:
    """Whether an element has the headline, or so much of the page's prose that its name must mean something else."""
    if _HEADS(element):
        return True
    if marked(element, "talk_marks"):
        return whole - _prose(element) < _LONGEST_CARD  # then nothing is left to comment on
    return _prose(element) > _MOST * whole and len(text_of(element)) > _LONGEST_CARD


def _cut_headed(element: HtmlElement, whole: int) -> None:
    """Cut the links or comments below a heading that announces them, with the box that holds nothing else."""
    if element.tag not in HEADINGS and len(element) > 1:
        return
    parent = element.getparent()
    words = element.text or "" if not len(element) else string_of(element)
    if parent is None or not 3 < len(words) <= _LONGEST_HEADING or ending(" ".join(words.split())) is None:
        return
    if parent.tag in {"div", "section", "aside", "td"} and not _holds_story(parent, whole):
        cut(parent)
        return
    following = element.getnext() if element.tag in _BOXES else None
    while following is not None and following.tag in {"ul", "ol", "div", "section", "aside"}:
        after = following.getnext()
        if not _holds_story(following, whole):
            cut(following)
        following = after
    cut(element)


def _cut_cards(parent: HtmlElement, whole: int) -> None:
    """Cut the teasers of other stories: several short boxes alike, side by side, each with a link for a heading."""
    if len(parent) < _CARDS:
        return
    kinds: dict[tuple[str, str], list[HtmlElement]] = {}
    for child in parent:
        if child.tag in {"div", "article", "section", "li", "a"}:
            kinds.setdefault((child.tag, (child.get("class") or "").partition(" ")[0]), []).append(child)
    for alike in kinds.values():
        if len(alike) >= _CARDS and all(map(_is_card, alike)) and not any(_holds_story(e, whole) for e in alike):
            for element in alike:
                cut(element)


def _is_pointer(item: HtmlElement) -> bool:
    """Whether a list's item is a link to another story: the link comes first, is most of it, and no sentence ends."""
    link = next(item.iter("a"), None)
    words = " ".join(string_of(item).split())
    if link is None or len(words) > _LONGEST_CARD:
        return False
    own = " ".join(string_of(link).split())
    return words.startswith(own) and len(own) * 5 >= len(words) * 3 and not ends_sentence(words)


def _is_card(element: HtmlElement) -> bool:
    """Whether a box is short and has one link that is a whole heading or block of it."""
    if element.tag == "li" and not _SHOWS(element):
        return False
    words = string_of(element)
    if len(words) > _LONGEST_CARD or not words.strip():
        return False
    if element.tag == "a":
        return len(element) > 0
    for link in element.iter("a"):
        own = " ".join(string_of(link).split())
        around = link.getparent()
        alone = around is not element and " ".join(string_of(around).split()) == own
        if own and (alone or around.tag in HEADINGS or any(e.tag in HEADINGS for e in link)):
            return read_line(own).words >= 3
    return False
