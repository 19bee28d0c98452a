"""Quotations without a verb of their own: continued from the one before, led up to the next, or left alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language import text_of
from dragoman.quotes.marks import paragraphs
from dragoman.quotes.said import Said
from dragoman.quotes.speaker import antecedent, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.quotes.direct import Link
    from dragoman.quotes.marks import Marked

_SENTENCE, _FRAGMENT = 4, 5
"""Words from which a quoted sentence, and a part of one, count as speech; fewer are a scare quote or a name."""

_SHORT = 2
"""Words from which a quoted sentence counts right behind direct speech of the same paragraph."""

_CONTINUES = re.compile(r"\s*[\"“‘«`']")
_CLIMBS = 40
_ENDS = ".!?:”\"'’…"


class _Turn(NamedTuple):
    """Somebody speaks up: where their words or the verb that reports them end, and the head word that names them.

    `spoken` says that it is direct speech.
    """

    end: int
    head: Token
    spoken: bool = False


def uncued(doc: Doc, units: Sequence[Marked], links: Sequence[Link | None], known: Sequence[Said]) -> Iterator[Said]:
    """The quotations in marks that no verb in `links` and nothing in `known` accounts for.

    A quoted sentence continues the speaker of its own or the last paragraph; where a linked quotation follows
    directly, it is the same person's. A quoted part of a sentence is the subject's of the verb around it.
    """
    text = text_of(doc)
    breaks = [paragraph.start for paragraph in paragraphs(text)]
    covers = _Covers(known)
    turns = sorted(_turns(units, links, known), key=lambda turn: turn.end)
    offsets = [token.idx for token in doc]
    passed, last = 0, None
    for number, unit in enumerate(units):
        while passed < len(turns) and turns[passed].end <= unit.outer.start:
            last = turns[passed] if last is None or turns[passed].end >= last.end else last
            passed += 1
        if links[number] or covers.touch(unit):
            continue
        words = text[slice(*unit.inner)].split()
        goes_on = last is not None and last.spoken and "\n" not in text[last.end : unit.outer.start]
        if len(words) >= (_SHORT if goes_on else _SENTENCE) and _opens_sentence(text, unit):
            head = _next(text, units, links, number) or _continued(last, unit, breaks)
            if not unit.closed and not _CONTINUES.match(text, unit.outer.end):
                head = None  # a lost mark: where the speech ends, and whose it is, can't be told
            yield Said((unit.inner,), direct=True, cue=None, head=head)
            last = _Turn(unit.outer.end, head, spoken=True) if head is not None else None
        elif len(words) >= _FRAGMENT and not _is_title(words):
            yield Said((unit.inner,), direct=True, cue=None, head=_around(doc, unit, offsets))


class _Covers:
    """Whether anything known shares words with a stretch; built once, asked in logarithmic time."""

    def __init__(self, known: Sequence[Said]) -> None:
        spans = sorted(said.span for said in known)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def touch(self, unit: Marked) -> bool:
        at = bisect_right(self._starts, unit.outer.end - 1)
        return at > 0 and self._ends[at - 1] > unit.outer.start


def _turns(units: Sequence[Marked], links: Sequence[Link | None], known: Sequence[Said]) -> Iterator[_Turn]:
    reached = 0
    for said in sorted(known, key=lambda one: (one.span.start, -one.span.end)):
        relayed = said.verb is not None and said.verb.dep_ == "prep"  # "according to": others' words, mostly
        if relayed:
            continue
        within, reached = said.span.end <= reached, max(reached, said.span.end)
        if said.head is not None and said.kind == "speech" and not within:
            end = max(said.cue.end, said.span.end) if said.cue else said.span.end
            yield _Turn(end, antecedent(said.head))
    for unit, link in zip(units, links, strict=True):
        if link is not None and link.head is not None:
            yield _Turn(max(unit.outer.end, link.cue.span.end), link.head, spoken=True)


def _opens_sentence(text: str, unit: Marked) -> bool:
    """Whether a sentence starts with the opening mark."""
    before = text[max(0, unit.outer.start - 20) : unit.outer.start].rstrip()
    return (
        not before
        or before[-1] in _ENDS
        or "\n" in text[len(before) + max(0, unit.outer.start - 20) : unit.outer.start]
    )


def _continued(last: _Turn | None, unit: Marked, breaks: list[int]) -> Token | None:
    """Who spoke last, in this paragraph or the one before."""
    if last is None:
        return None
    return last.head if bisect_right(breaks, unit.outer.start) - bisect_right(breaks, last.end - 1) <= 1 else None


def _next(text: str, units: Sequence[Marked], links: Sequence[Link | None], number: int) -> Token | None:
    """Who speaks the next quotation, if this one runs straight on into it."""
    if number + 1 >= len(units) or links[number + 1] is None:
        return None
    gap = text[units[number].outer.end : units[number + 1].outer.start]
    link = links[number + 1]
    runs_on = not gap.strip() and ("\n\n" not in gap or not units[number].closed)
    return link.head if link is not None and runs_on else None


def _around(doc: Doc, unit: Marked, offsets: list[int]) -> Token | None:
    """The subject of the clause that a quoted part of a sentence stands in."""
    here = doc[bisect_right(offsets, unit.inner.start) - 1]
    for _ in range(_CLIMBS):
        if not unit.outer.start <= here.idx < unit.outer.end and here.pos_ in {"VERB", "AUX"}:
            head = speaker_of(here)
            return head if head is not None and not unit.outer.start <= head.idx < unit.outer.end else None
        here = here.head
    return None


def _is_title(words: list[str]) -> bool:
    """Whether every longer word is capitalised, as in the title of a book, a film or a law."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and all(word[0].isupper() for word in longer)
