"""PDF and Word documents: the libraries that read them are an optional extra, asked for where one is to be read."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage

DocumentKind = Literal["pdf", "docx"]

EXTRA = "pip install 'dragoman[documents]'"
"""What a user types to get the libraries."""

# The module that reads each kind, the library it does it with, and what a user calls such a file.
_READERS: dict[DocumentKind, tuple[str, str, str]] = {
    "pdf": ("dragoman.sources.pdf", "pypdf", "a PDF"),
    "docx": ("dragoman.sources.docx", "docx", "a Word document"),
}

_TITLE_BEFORE = 3000  # characters of a text in which its own title stands
_FILE_NAME = re.compile(r"[_/\\]|\.\w{2,5}\Z|\A(?:microsoft \w+ - |untitled\b|document\d*\b|slide \d)", re.IGNORECASE)


def document_pages(kind: DocumentKind, data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The page in a document, held whole as `data`, or the errors in its place; one line where its library is missing.

    The text has paragraphs on one line each, split by blank lines. A document's own dates say when it was typed or
    last saved, not when it was published, so none is given.
    """
    reader, library, what = _READERS[kind]
    if find_spec(library) is None:
        yield InputError(f"{what}, which takes a library that isn't installed", where=name, do=EXTRA)
        return
    # Loaded here because it can't be without the extra, and because it takes a tenth of a second.
    yield from import_module(reader).pages_of(data, name)


def title_in(title: object, text: str) -> str | None:
    """The title that a document's properties give, None where it isn't one.

    Properties often hold a file's name, a template's title or that of the document it was made from. So a title counts
    when it has three words or more and stands at the beginning of the text, too.
    """
    words = " ".join(title.split()) if isinstance(title, str) else ""
    if len(words.split()) < 3 or _FILE_NAME.search(words):
        return None
    return words if _letters(words) in _letters(text[:_TITLE_BEFORE]) else None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
