"""The evidence of an event as citations to copy: plain, RIS, BibTeX and CSL-JSON, one entry for each report.

What they say is `dragoman.export.citations`'; RIS and BibTeX are written here, since a page needs no extra installed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from dragoman.export import citations
from dragoman.export.citations import bibtex_signs, bibtex_words, citation, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.export.citations import Citation
    from dragoman.model import Event, Report

_LATEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


class Cited(NamedTuple):
    """A report and the exact words in it that are cited."""

    report: Citation
    path: str
    words: str


def cited(report: Report, event: Event) -> Cited:
    """A telling, to be cited."""
    return Cited(
        citation(report), " ".join(report.source.path.split()), " ".join(event.evidence.of(report.text).split())
    )


def formats(all_cited: Sequence[Cited]) -> dict[str, str]:
    """The citations in each format, by its name."""
    return {
        "plain": "\n".join(plain(one) for one in all_cited),
        "RIS": "\n".join(ris(one) for one in all_cited),
        "BibTeX": "\n\n".join(bibtex(one) for one in all_cited),
        "CSL-JSON": json.dumps([csl(one) for one in all_cited], ensure_ascii=False, indent=1),
    }


def plain(one: Cited) -> str:
    """A sentence that says where the words stand."""
    report = one.report
    head = [report.byline, f"“{report.title}”" if report.title else None, report.outlet, _day(report.date)]
    where = report.url or one.path
    return f"{', '.join(part for part in head if part) or report.id}, {where}: “{one.words}”"


def ris(one: Cited) -> str:
    """A record of type NEWS; the words are its note."""
    report = one.report
    year, month, day = (*(f"{part:02d}" for part in report.date), "", "", "")[:3]
    rows = (
        ("TY", "NEWS"),
        ("ID", report.id),
        ("TI", report.title),
        ("AU", report.byline),
        ("T2", report.outlet),
        ("PY", year and year.zfill(4)),
        ("DA", f"{year.zfill(4)}/{month}/{day}/" if year else None),
        ("UR", report.url),
        ("LA", report.language),
        ("N1", one.words),
    )
    return "".join(f"{tag}  - {value}\n" for tag, value in rows if value) + "ER  - \n"


def bibtex(one: Cited) -> str:
    """An entry: @article where the outlet is known, else @misc. Letters beyond ASCII stay, as biber reads them."""
    report = one.report
    words = bibtex_words(report) | {"note": one.words}
    fields = {name: _latex(text, whole=name in {"title", "author"}) for name, text in words.items() if text}
    fields |= bibtex_signs(report)
    rows = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{'article' if report.outlet else 'misc'}{{{key(report.id)},\n{rows}\n}}"


def csl(one: Cited) -> dict[str, object]:
    """An item of type article-newspaper."""
    return citations.csl(one.report) | {"note": one.words}


def _latex(text: str, *, whole: bool) -> str:
    written = text.translate(_LATEX)
    return f"{{{written}}}" if whole else written


def _day(date: tuple[int, ...]) -> str | None:
    return "-".join(f"{part:02d}" for part in date) or None
