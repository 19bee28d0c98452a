"""Pieces of HTML, as feeds carry them, as plain words."""

from __future__ import annotations

import html
import re

from lxml import etree

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_BLOCKS = (
    *("p", "div", "br", "li", "ul", "ol", "blockquote", "tr", "table", "section", "article", "hr", "pre"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
_BROKEN = re.compile(
    "[\0-\x08\n\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # line ends, and what lxml won't take back
_UNREAD = ("script", "style", "iframe", "object", "noscript", "template", "figure", "figcaption", "button", "form")


def is_markup(content: str) -> bool:
    """Whether a content has any HTML tag in it."""
    return _TAG.search(content) is not None


def words_of(content: str) -> str:
    """The words of a piece of HTML or of plain text, paragraphs split by blank lines; pictures' captions left out."""
    text = _rendered(content) if is_markup(content) else html.unescape(content)
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _rendered(content: str) -> str:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return ""
    if root is None:
        return ""
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for element in root.iter(etree.Element):
        element.text = _BROKEN.sub(" ", element.text or " ")
        element.tail = _BROKEN.sub(" ", element.tail or "")
    for block in root.iter(*_BLOCKS):
        block.text = "\n\n" + (block.text or "")
        block.tail = "\n\n" + (block.tail or "")
    return "".join(root.itertext())
