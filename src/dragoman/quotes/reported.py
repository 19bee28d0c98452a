"""Reported speech: what verbs report by their grammar, brought into line with the quotation marks in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.content import STOPS, content_of
from dragoman.quotes.cues import is_passive
from dragoman.quotes.direct import head_beside
from dragoman.quotes.marks import trimmed
from dragoman.quotes.said import Said
from dragoman.quotes.speaker import speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.quotes.cues import Cue
    from dragoman.quotes.direct import Link
    from dragoman.quotes.marks import Marked

_QUOTED = 0.8
"""Share of what is said that stands in one pair of marks from which it counts as direct speech."""


def reported(text: str, units: Sequence[Marked], links: Sequence[Link | None], cues: Sequence[Cue]) -> Iterator[Said]:
    """What each verb outside quotation marks reports as a clause, an object or an infinitive, marks included.

    Verbs within direct speech are left alone: the parse of speech inside a sentence is too often wrong.
    """
    starts, opens = [cue.span.start for cue in cues], [unit.outer.start for unit in units]
    linked: dict[int, list[int]] = {}
    for at, link in enumerate(links):
        if link is not None:
            linked.setdefault(link.cue.span.start, []).append(at)
    for number, cue in enumerate(cues):
        holder = bisect_right(opens, cue.span.start) - 1
        if not cue.asserted or (holder >= 0 and units[holder].outer.end > cue.span.start):
            continue
        parts = content_of(cue)
        if not parts:
            continue
        later = max(number + 1, bisect_left(starts, parts[-1].start))
        parts = (*parts[:-1], _cut(text, parts[-1], cues[later : later + _LOOK]))
        parts = (*parts[:-1], _aside(text, parts[-1], cue.token.doc))
        touched = _touched(units, opens, Span(parts[0].start, parts[-1].end))
        if not any(at in touched for at in linked.get(cue.span.start, ())):
            yield _said(text, cue, parts, units[touched.start : touched.stop])


_FINITE = {"VBD", "VBZ", "VBP"}
_LOOK = 8
"""Verbs looked at within what another verb reports."""


def _cut(text: str, content: Span, later: Sequence[Cue]) -> Span:
    """What is said without a following ", adding that ...", which is a statement of its own."""
    for cue in later:
        verb = cue.token
        if cue.span.start >= content.end:
            break
        if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "conj"} and verb.nbor(-1).text == "," and content_of(cue):
            return trimmed(text, content.start, verb.idx, STOPS)
    return content


def _aside(text: str, content: Span, doc: Doc) -> Span:
    """What is said without what the reporter adds behind a comma: ", with the talks in their third week"."""
    words = doc.char_span(*content)
    for token in words[_SHORTEST:] if words is not None else ():
        if token.lower_ == "with" and token.nbor(-1).text == "," and any(c.dep_ == "pcomp" for c in token.rights):
            return trimmed(text, content.start, token.idx, STOPS)
    return content


_SHORTEST = 3
"""Words that are left of what is said at least."""


def _touched(units: Sequence[Marked], opens: Sequence[int], span: Span) -> range:
    """The numbers of the stretches in marks that share words with the span."""
    first = bisect_right(opens, span.start) - 1
    if first < 0 or units[first].outer.end <= span.start:
        first += 1
    return range(first, max(first, bisect_left(opens, span.end)))


def _head(cue: Cue) -> Token | None:
    """Who speaks by the grammar; by the order of words where the parse gives a finite verb no subject in its line."""
    verb = cue.token
    head = speaker_of(verb)
    broken = head is not None and any("\n" in token.text for token in verb.doc[head.i : verb.i])
    if (head is not None and not broken) or is_passive(verb) or verb.tag_ not in _FINITE:
        return head
    return head_beside(verb, after=False)


def _said(text: str, cue: Cue, parts: tuple[Span, ...], touched: Sequence[Marked]) -> Said:
    """The content widened to whole quotations; direct speech if next to nothing else is said."""
    said = Said(parts, direct=False, cue=cue.span, head=_head(cue), kind=cue.entry.kind, verb=cue.token)
    if not touched:
        return said
    first, last = touched[0].outer, touched[-1].outer
    start = trimmed(text, min(parts[0].start, first.start), parts[0].end, ",;:").start
    end = trimmed(text, parts[-1].start, max(parts[-1].end, last.end), ",;:").end
    if len(touched) == 1 and first.end - first.start >= _QUOTED * (end - start):
        return said._replace(parts=(touched[0].inner,), direct=True)
    if len(parts) == 1:
        return said._replace(parts=(Span(start, end),))
    return said._replace(parts=(Span(start, parts[0].end), *parts[1:-1], Span(parts[-1].start, end)))
