"""Reports as citations: RIS and BibTeX written by rispy and bibtexparser (extra `citations`), CSL-JSON.

A report is cited as a newspaper's article. What isn't known is left out: no year where its days lie in two, and a
byline is one author as it stands, not parted into names.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from dragoman.export.choosing import reports
from dragoman.export.days import parts
from dragoman.export.optional import library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.analysis import Chosen
    from dragoman.model import Report

_EXTRA = "citations"
_IN_URL = {ord(char): f"%{ord(char):02X}" for char in "\\{}"}
_KEY = re.compile(r"[A-Za-z][\w:-]{0,63}", re.ASCII)


class Citation(NamedTuple):
    """What a citation says of a report; `date` is year, month and day as far as they are known."""

    id: str
    title: str | None
    byline: str | None
    outlet: str | None
    date: tuple[int, ...]
    url: str | None
    language: str


def citation(report: Report) -> Citation:
    """The citation of a report, each text on one line."""
    source = report.source
    return Citation(
        id=_line(report.id) or "",
        title=_line(report.title),
        byline=_line(source.byline),
        outlet=_line(source.outlet),
        date=parts(report.published.interval),
        url=_line(source.url),
        language=report.language,
    )


def ris_lines(chosen: Chosen) -> Iterator[str]:
    """A RIS file: a record of type NEWS for each report."""
    rispy = library("rispy", extra=_EXTRA)
    # rispy numbers the records between them, which pandoc and others can't read.
    plain = type("Plain", (rispy.RisWriter,), {"set_header": lambda _writer, _number: None})
    yield rispy.dumps([_ris(citation(report)) for report in reports(chosen)], implementation=plain)


def csl_lines(chosen: Chosen) -> Iterator[str]:
    """A CSL-JSON file: a list of items of type article-newspaper, one a line."""
    opening = "[\n"
    for report in reports(chosen):
        yield opening + json.dumps(csl(citation(report)), ensure_ascii=False)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def bibtex_lines(chosen: Chosen) -> Iterator[str]:
    """A BibTeX file: @article where the outlet is known, else @misc; letters beyond ASCII in LaTeX's writing."""
    bib = library("bibtexparser", extra=_EXTRA)
    encoded = bib.middlewares.LatexEncodingMiddleware().transform
    enclosed = bib.middlewares.AddEnclosingMiddleware(
        reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{"
    )
    for report in reports(chosen):
        cited = citation(report)
        fields = [bib.model.Field(name, text) for name, text in bibtex_words(cited).items()]
        kind = "article" if cited.outlet else "misc"
        [entry] = encoded(bib.Library([bib.model.Entry(kind, key(cited.id), fields)])).entries
        for field in entry.fields:
            field.value = f"{{{field.value}}}" if field.key in {"title", "author"} else field.value
        entry.fields += [bib.model.Field(name, text) for name, text in bibtex_signs(cited).items()]
        yield bib.write_string(bib.Library([entry]), unparse_stack=[enclosed]) + "\n"


def key(name: str) -> str:
    """A key that BibTeX takes: the report's id, or if that has other signs one made from it."""
    return name if _KEY.fullmatch(name) else f"r{sha256(name.encode()).hexdigest()[:12]}"


def _ris(cited: Citation) -> dict[str, object]:
    year, month, day = (*(f"{part:02d}" for part in cited.date), "", "", "")[:3]
    found = {
        "type_of_reference": "NEWS",
        "id": cited.id,
        "title": cited.title,
        "authors": [cited.byline] if cited.byline else None,
        "secondary_title": cited.outlet,
        "year": year and year.zfill(4),
        "date": f"{year.zfill(4)}/{month}/{day}/" if year else None,
        "urls": [cited.url] if cited.url else None,
        "language": cited.language,
    }
    return {name: value for name, value in found.items() if value}


def csl(cited: Citation) -> dict[str, object]:
    """The CSL-JSON item of a citation."""
    found = {
        "id": cited.id,
        "type": "article-newspaper",
        "title": cited.title,
        "author": [{"literal": cited.byline}] if cited.byline else None,
        "container-title": cited.outlet,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "URL": cited.url,
        "language": cited.language,
    }
    return {name: value for name, value in found.items() if value}


def bibtex_words(cited: Citation) -> dict[str, str]:
    """Fields of running text, to be written as LaTeX has it."""
    found = {"title": cited.title, "author": cited.byline, "journal": cited.outlet}
    return {name: text for name, text in found.items() if text}


def bibtex_signs(cited: Citation) -> dict[str, str]:
    """Fields that stay as they are; in an address what would end or open a field is written as URLs have it."""
    dated = dict(zip(("year", "month", "day"), map(str, cited.date), strict=False))
    url = (cited.url or "").translate(_IN_URL)
    return dated | ({"url": url} if url else {}) | {"language": cited.language}


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
