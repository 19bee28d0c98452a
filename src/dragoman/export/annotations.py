"""Evidence as W3C Web Annotations (JSON-LD): every telling and every quotation points at its words.

Beside annotations.jsonld lie the texts that it points into: positions are code points of a report's text, as the
recommendation counts them. The exact words, with what stands around them, find the place on the page as published.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as escaped

from dragoman import analysis
from dragoman.export.choosing import chosen_reports, tellings
from dragoman.export.writing import write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

    from dragoman.analysis import Chosen
    from dragoman.export.choosing import Telling
    from dragoman.model import Quotation, Report, Span

NAME = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters given before and after the words: enough to tell one place from another that says the same."""
_PLAIN = re.compile(r"\w[\w-]{0,63}", re.ASCII)
_HEAD = {"@context": CONTEXT, "id": NAME, "type": "AnnotationCollection", "label": "Events and quotations"}
_PAGE = {"id": f"{NAME}#page", "type": "AnnotationPage", "partOf": NAME}


def write_annotations(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """Write annotations.jsonld, a collection of one page, and the texts that it points into."""
    yield write_lines(folder / NAME, _collection(_annotations(chosen)))
    told = {*_column(analysis.events(chosen), "report"), *_column(analysis.quotes(chosen), "report")}
    for report in chosen_reports(chosen, told):
        yield write_lines(folder / text_path(report.id), [report.text])


def text_path(report: str) -> str:
    """Where a report's text lies beside the annotations; an id that makes no good file name is hashed."""
    name = report if _PLAIN.fullmatch(report) else f"x{sha256(report.encode()).hexdigest()[:16]}"
    return f"texts/{name}.txt"


def _collection(annotations: Iterator[dict[str, object]]) -> Iterator[str]:
    """The file's lines; an annotation each, so that a large record need not lie in memory."""
    yield f'{json.dumps(_HEAD)[:-1]}, "first": {json.dumps(_PAGE)[:-1]}, "items": ['
    total = 0
    for total, one in enumerate(annotations, start=1):
        yield (",\n" if total > 1 else "\n") + json.dumps(one, ensure_ascii=False)
    yield f'\n]}}, "total": {total}}}\n'


def _annotations(chosen: Chosen) -> Iterator[dict[str, object]]:
    for telling in tellings(chosen):
        yield _telling(telling)
    spoken = analysis.quotes(chosen)
    wanted = set(zip(*(_column(spoken, name) for name in ("report", "start", "end")), strict=True))
    for report in chosen_reports(chosen, set(_column(spoken, "report"))):
        yield from (_quotation(report, one) for one in report.quotes if (report.id, *one.span) in wanted)


def _telling(telling: Telling) -> dict[str, object]:
    """A telling: tagged with its type, on its sentence and on the word that says it."""
    report, event = telling.report, telling.event
    who, whom = (_names(report, ids) for ids in (event.source, event.target))
    days = " to ".join(dict.fromkeys(map(str, event.date.interval))) if event.date else "at an unknown time"
    by = _names(report, (event.reported_by,)) if event.reported_by else "the report"
    said = f"{who} → {whom}: {event.type or 'statement'}, {event.status}, {days}, according to {by}"
    tags = [_body("tagging", event.type)] if event.type else []
    targets = [_target(report, event.evidence), _target(report, event.trigger)]
    return _annotation(f"event:{telling.id}", "classifying", [*tags, _body("describing", said)], targets)


def _quotation(report: Report, quotation: Quotation) -> dict[str, object]:
    """A quotation: who said it, on its words; those of a parted one are parted too."""
    how = "said" if quotation.direct else "is reported to have said"
    who = _names(report, (quotation.speaker,)) if quotation.speaker else "unknown"
    bodies = [_body("tagging", "quotation"), _body("describing", f"{who} {how}")]
    targets = [_target(report, span) for span in quotation.parts or (quotation.span,)]
    return _annotation(f"quotation:{report.id}:{quotation.span.start}", "identifying", bodies, targets)


def _annotation(name: str, why: str, bodies: object, targets: object) -> dict[str, object]:
    named = f"{NAME}#{escaped(name)}"
    return {"id": named, "type": "Annotation", "motivation": why, "body": bodies, "target": targets}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}


def _target(report: Report, span: Span) -> dict[str, object]:
    text = report.text
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    found: dict[str, object] = {
        "type": "SpecificResource",
        "source": text_path(report.id),
        "selector": [position, words],
    }
    return {**found, "scope": report.source.url} if report.source.url else found


def _names(report: Report, ids: tuple[str, ...]) -> str:
    names = {actor.id: actor.name for actor in report.actors}
    return "; ".join(names[one] for one in ids) or "–"


def _column(table: pa.Table, name: str) -> list[Any]:
    values: list[Any] = table[name].to_pylist()
    return values
