"""Link words in quotation marks to the reporting verb beside them: `"...," he said`, `he said: "..."`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dragoman.quotes.speaker import speaker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dragoman.quotes.cues import Cue
    from dragoman.quotes.marks import Marked

_REACH = 250
"""Characters between a quotation and its verb at most: a name with its office and an apposition."""

_SENTENCE_LIKE = 4
"""Words that a quotation has at least to be taken for a sentence of its own."""


_MISTAKEN = {"dobj", "attr", "oprd", "npadvmod"}
"""What the parser may take the subject of "asked the envoy" for."""

_WITHIN = 6
"""Words among which the name beside a verb must end."""

_NAMES = {"PERSON", "ORG", "GPE", "NORP"}


class Link(NamedTuple):
    """A cue that reports words in marks, and the head word of its speaker."""

    cue: Cue
    head: Token | None


def links_of(text: str, units: Sequence[Marked], cues: Sequence[Cue]) -> list[Link | None]:
    """For each stretch in marks the reporting verb right after or before it, None without one."""
    usable = _outside([cue for cue in cues if "quote" in cue.entry.takes], units)
    starts = [cue.span.start for cue in usable]
    found: list[Link | None] = []
    for number, unit in enumerate(units):
        floor = units[number - 1].outer.end if number else 0
        ceiling = units[number + 1].outer.start if number + 1 < len(units) else len(text)
        at = bisect_left(starts, unit.outer.end)
        cue = None
        if at < len(usable) and starts[at] < min(ceiling, unit.outer.end + _REACH) and _follows(text, unit, usable[at]):
            cue = usable[at]
        elif (before := bisect_left(starts, unit.outer.start) - 1) >= 0:
            last = usable[before]
            if last.span.start >= max(floor, unit.outer.start - _REACH) and _precedes(text, last, unit):
                cue = last
        found.append(Link(cue, _speaker(cue, unit)) if cue else None)
    return found


def _outside(cues: list[Cue], units: Sequence[Marked]) -> list[Cue]:
    """The cues that no stretch in marks holds."""
    starts = [unit.outer.start for unit in units]
    kept = []
    for cue in cues:
        at = bisect_left(starts, cue.span.start) - 1
        if at < 0 or units[at].outer.end <= cue.span.start:
            kept.append(cue)
    return kept


def _follows(text: str, unit: Marked, cue: Cue) -> bool:
    """Whether the verb stands in the tail of the quotation's own sentence."""
    gap = text[unit.outer.end : cue.span.start]
    last = text[unit.inner.end - 1]
    if "\n\n" in gap or not (last in ",?!—–…-" or gap.lstrip().startswith((",", "—", "–")) or not gap.strip()):
        return False
    return not _breaks(unit.outer.end, cue)


def _breaks(start: int, cue: Cue) -> bool:
    """Whether a sentence starts between an offset and a verb, not counting the word right at the offset.

    The parser often starts a sentence right behind a closing mark; that one says nothing.
    """
    token = cue.token
    while token.i and token.idx > start:
        if token.is_sent_start and token.nbor(-1).idx >= start and not token.nbor(-1).is_quote:
            return True
        token = token.nbor(-1)
    return False


def _precedes(text: str, cue: Cue, unit: Marked) -> bool:
    """Whether the verb leads up to the quotation: with a comma or colon, or right before a whole sentence."""
    gap = text[cue.span.end : unit.outer.start]
    lead = gap.rstrip()
    if ("\n\n" in gap and not lead.endswith(":")) or "\n\n" in lead or ". " in gap:
        return False
    if lead.endswith((",", ":")):
        return True
    if lead:
        return False
    ends = text[unit.inner.end - 1] in ".!?" or text.startswith((".", "\n"), unit.outer.end)
    return (ends and "object" not in cue.entry.takes) or len(unit.inner.of(text).split()) >= _SENTENCE_LIKE


def _speaker(cue: Cue, unit: Marked) -> Token | None:
    """The verb's subject; where the parse took a word of the quotation for it, the name right beside the verb."""
    head = speaker_of(cue.token)
    if head is not None and not unit.outer.start <= head.idx < unit.outer.end:
        return head
    inverted = cue.token.i > 0 and cue.token.nbor(-1).idx < unit.outer.end <= cue.token.idx
    for child in cue.token.rights:
        if child.dep_ in _MISTAKEN and (child.ent_type_ in _NAMES or (inverted and child.pos_ in {"NOUN", "PROPN"})):
            return child
    return head_beside(cue.token, after=inverted)


def _parted(verb: Token) -> Token | None:
    """The name before an apposition or a clause in commas: "Perez, the envoy of Peru, said"."""
    for token in reversed(list(verb.doc[max(verb.sent.start, verb.i - _REACH // 10) : verb.i - 1])):
        if token.text == "," and token.i > 0 and token.nbor(-1).pos_ == "PROPN":
            return token.nbor(-1)
    return None


def head_beside(verb: Token, *, after: bool) -> Token | None:
    """The head word of the noun phrase right behind the verb, or right before it, whatever the parse makes of it."""
    doc, step = verb.doc, 1 if after else -1
    at = verb.i + step
    while not after and at > 0 and doc[at].pos_ in {"ADV", "AUX", "PART"}:
        at -= 1
    if not 0 <= at < len(doc) or doc[at].is_space:
        return None
    if not after and doc[at].text == ",":
        return _parted(verb)
    for token in doc[at : at + _WITHIN] if after else reversed(list(doc[max(0, at - _WITHIN) : at + 1])):
        edge = token.left_edge.i if after else token.i
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.ent_type_ not in {"DATE", "TIME"} and edge <= at:
            return token.head if token.dep_ == "compound" and token.head.i - at < _WITHIN and after else token
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return None
    return None
