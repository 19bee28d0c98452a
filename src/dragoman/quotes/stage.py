"""The stage: a report's quotations, direct and reported, with cue and speaker, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language import text_of
from dragoman.model import Quotation
from dragoman.quotes.according import according_to
from dragoman.quotes.addressed import addressed
from dragoman.quotes.cues import verb_cues
from dragoman.quotes.direct import links_of
from dragoman.quotes.hedges import hedges
from dragoman.quotes.joined import joined
from dragoman.quotes.labels import labelled
from dragoman.quotes.marks import marked
from dragoman.quotes.mixed import whole
from dragoman.quotes.nested import outermost
from dragoman.quotes.reported import reported
from dragoman.quotes.said import Said
from dragoman.quotes.speaker import actor_index
from dragoman.quotes.states import stated
from dragoman.quotes.told import told
from dragoman.quotes.uncued import uncued

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.model import Report
    from dragoman.quotes.direct import Link
    from dragoman.quotes.marks import Marked
    from dragoman.quotes.told import Told


def add_quotes(report: Report) -> Report:
    """The report with its `quotes`, by place in the text. Requires `parse`; uses `actors`; writes `quotes`.

    A quotation that its verb interrupts ("A," he said, "B") is one, from A to B. One told by one person of another's
    words lies within the other. Without a parse the report comes back as it was.
    """
    doc = report.parse
    if doc is None:
        return report
    return replace(report, quotes=tuple(_quotation(one) for one in quotations(report, doc)))


def quotations(report: Report, doc: Doc) -> list[Told]:
    """Everything that is known of each quotation of a parsed report, by place in the text."""
    units, index = marked(report.text), actor_index(report.actors)
    found = (told(report.text, said, units, index) for said in _said(doc, units))
    return outermost(dict.fromkeys(addressed(doc, one, index) for one in found if one is not None))


def _said(doc: Doc, units: Sequence[Marked]) -> Iterator[Said]:
    """Everything said: beside its verb in marks, by grammar, by "according to", and what is left in marks.

    Of the same words told twice the first counts: "is convinced" is a state of mind before it is a passive.
    """
    text, cues = text_of(doc), list(verb_cues(doc))
    links = links_of(text, units, cues)
    known = [*labelled(doc, units), *reported(text, units, links, cues), *according_to(doc)]
    beside = [_linked(doc, unit, link) for unit, link in zip(units, links, strict=True) if link is not None]
    rest = list(uncued(doc, units, links, known))
    yield from stated(doc)
    yield from joined([*beside, *rest], [at for at, sign in enumerate(text) if sign == "\n"])
    yield from known
    yield from hedges(doc)


def _linked(doc: Doc, unit: Marked, link: Link) -> Said:
    words = whole(doc, unit, link)
    return Said((words,), direct=words == unit.inner, cue=link.cue.span, head=link.head, verb=link.cue.token)


def _quotation(one: Told) -> Quotation:
    return Quotation(
        one.span,
        one.direct,
        one.cue,
        one.speaker,
        one.speaker_span,
        cue_kind=one.cue_kind,
        parts=one.parts if len(one.parts) > 1 else (),
        addressee=one.addressee,
        relay=one.relay,
        medium=one.medium,
    )
