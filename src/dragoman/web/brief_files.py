"""A brief as a file: Markdown with footnotes, and DOCX by python-docx (extra `documents`) with numbered notes."""

from __future__ import annotations

import re
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from dragoman.export.optional import library
from dragoman.web.inert import plain

if TYPE_CHECKING:
    from dragoman.web.briefing import Brief, Passage

MARKDOWN = "text/markdown; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXTRA = "documents"
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$^@])|:(?=//)|&(?=#?\w+;)|(?<=www)\.")
_OPENING = re.compile(r"^[ \t]*(?:([-+=])|(\d+)([.)]))?", re.MULTILINE)
"""What makes a list, a rule or a block of code of a line that begins with it."""
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


def docx_installed() -> bool:
    """Whether python-docx is there."""
    return find_spec("docx") is not None


def markdown(brief: Brief) -> str:
    """The brief as Markdown with footnotes ("[^1]"), as pandoc, GitHub and others read them."""
    parts = [f"# {_safe(brief.title)}"]
    parts += [_safe(one) for one in (brief.note or "").split("\n\n") if one.strip()]
    parts += [_passage(one) for one in brief.passages]
    parts += [f"[^{number}]: {_safe(text)}" for number, text in enumerate(brief.citations, 1)]
    return "\n\n".join(parts) + "\n"


def _passage(one: Passage) -> str:
    notes = "".join(f"[^{number}]" for number in one.notes)
    return f"**{_safe(one.days)}.** {_safe(one.what)}. {_safe(one.told)} “{_safe(one.quotation)}”{notes}"


def _safe(text: str) -> str:
    """The text with all that Markdown would make something of, HTML and addresses too, as it stands."""
    marked = _MARKS.sub(lambda at: f"\\{at[0]}", plain(text).replace("\r", ""))
    return _OPENING.sub(lambda at: f"\\{at[1]}" if at[1] else f"{at[2]}\\{at[3]}" if at[2] else "", marked)


def docx(brief: Brief) -> bytes:
    """The brief as a Word document; python-docx makes no footnotes, so the notes stand in a section at the end.

    UsageError if python-docx isn't installed.
    """
    document = library("docx", extra=_EXTRA).Document()
    document.core_properties.title, document.core_properties.author = _xml(brief.title)[:255], "dragoman"
    document.add_heading(_xml(brief.title), level=0)
    for text in (brief.note or "").split("\n\n"):
        if text.strip():
            document.add_paragraph(_xml(text))
    for one in brief.passages:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{_xml(one.days)}. ").bold = True
        paragraph.add_run(f"{_xml(one.what)}. {_xml(one.told)} ")
        paragraph.add_run(f"“{_xml(one.quotation)}”").italic = True
        paragraph.add_run(" ".join(str(number) for number in one.notes)).font.superscript = True
    document.add_heading("Notes", level=1)
    for number, text in enumerate(brief.citations, 1):
        document.add_paragraph(f"{number}. {_xml(text)}")
    into = BytesIO()
    document.save(into)
    return into.getvalue()


def _xml(text: str) -> str:
    return _NONCHARACTERS.sub("\ufffd", plain(text))
