"""Word documents: their paragraphs, with those of tables and boxes, in their order."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from lxml import etree

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.documents import title_in
from dragoman.sources.office import ZIP_DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

# Beside what a damaged zip file raises: broken XML, a part that is missing or is something else than its name says.
_DAMAGE = (*ZIP_DAMAGE, etree.LxmlError, KeyError, AttributeError, TypeError, IndexError, AssertionError)

_PARAGRAPH = qn("w:p")
_WORDS = qn("w:t")
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}
# What was struck out or moved away is no longer said; a fallback repeats a box for older programs.
_UNREAD = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText")}) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def pages_of(data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The page in a Word document: its paragraphs, headings and tables' cells; or the error in its place."""
    try:
        document = docx.Document(BytesIO(data))
        text = "\n\n".join(_paragraphs(document.element.body))
        title = title_in(_title(document), text)
    except _DAMAGE:
        yield InputError("a Word document that is damaged", where=name, do="save it again, or as text")
        return
    if text:
        yield RawPage(name, "text", text, sha256(data).hexdigest(), Metadata(title=title), made=True)
    else:
        yield InputError("a Word document without words", where=name, do="give its text, if it holds pictures of pages")


def _title(document: Document) -> str:
    return str(document.core_properties.title)


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The words of each paragraph. python-docx' own reading would leave out inserted words, boxes and form fields."""
    held: list[list[str]] = []
    for event, element in _walk(body):
        if element.tag == _PARAGRAPH:
            if event == "start":
                held.append([])
            elif text := _tidied("".join(held.pop())):
                yield text
        elif event == "start" and held:
            held[-1].append(element.text or "" if element.tag == _WORDS else _SIGNS.get(element.tag, ""))


def _walk(body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    walker = etree.iterwalk(body, events=("start", "end"), tag="*")
    for event, element in walker:
        if element.tag in _UNREAD:
            if event == "start":
                walker.skip_subtree()
        else:
            yield event, element


def _tidied(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
