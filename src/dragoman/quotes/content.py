"""Find what is said: the clause, object, infinitive or label that a reporting verb takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.cues import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dragoman.quotes.cues import Cue

STOPS = ",.;:–—-"
"""Punctuation that is no part of what is said when it stands at its end."""

Range = tuple[int, int]
"""First and last token."""

_OBJECTS = {"dobj", "oprd", "xcomp", "ccomp"}
_COMPLEMENTS = {"as", "of", "for", "over"}
"""Prepositions whose phrase belongs to what is said of an object: accused of, described as, blamed for."""

_TAILS = {"to", "from", "against", "with", "about", "into"}
_INSERTED = 12
"""Words that an inserted "the minister said on Friday" has at most."""


def content_of(cue: Cue) -> Span | None:
    """The span of what the cue reports, as far as the parse shows; None if it reports nothing.

    A clause is taken with its "that", an infinitive with its "to".
    """
    tokens = _clause(cue) or _object(cue) or _around(cue)
    return tidy(cue.token.doc, *tokens) if tokens else None


def tidy(doc: Doc, first: int, last: int) -> Span | None:
    """The span of tokens `first` to `last` without blanks, commas and full stops around it; None if nothing is left."""
    while first <= last and _is_edge(doc[first]):
        first += 1
    while first <= last and _is_edge(doc[last]):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last])) if first <= last else None


def _is_edge(token: Token) -> bool:
    return token.is_space or not token.text.strip(STOPS)


def _clause(cue: Cue) -> Range | None:
    """What is said, warned or promised as a clause or an infinitive, before or after the verb."""
    takes, verb = cue.entry.takes, cue.token
    for child in verb.children:
        after = child.i > verb.i
        if child.dep_ == "ccomp" and (takes & {"clause", "quote"} or (after and takes & {"infinitive", "label"})):
            return _that(child), child.right_edge.i
        if child.dep_ == "xcomp" and after and "infinitive" in takes and not (is_passive(verb) and not _by(verb)):
            return _urged(cue, child), _tail(verb, child)
    return _misplaced(verb) if "person" in takes else None


def _misplaced(verb: Token) -> Range | None:
    """The clause of "told the king that it rained" where the parse hangs it on the king."""
    objects = (child for child in verb.rights if child.dep_ in {"dobj", "dative"})
    clauses = (child for one in objects for child in one.rights if child.dep_ in {"acl", "relcl", "ccomp"})
    for clause in clauses:
        if any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts):
            return _that(clause), clause.right_edge.i
    return None


def _that(clause: Token) -> int:
    """Where a clause starts: at its "that" if it has one, whatever the parse puts before it."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    first: int = mark.i if mark is not None else clause.left_edge.i
    return first


def _urged(cue: Cue, infinitive: Token) -> int:
    """Where "Chile to withdraw" starts in "urged Chile to withdraw"; one who is told is left out."""
    first: int = infinitive.left_edge.i
    if cue.word is not None and cue.word.i < first:
        first = cue.word.i + 1
    objects = [c.left_edge.i for c in cue.token.rights if c.dep_ in {"dobj", "dative"} and c.i < infinitive.i]
    return min(objects) if objects and "person" not in cue.entry.takes else first


def _object(cue: Cue) -> Range | None:
    """What is demanded, denied, praised or condemned, with the phrases that go with it."""
    verb, takes = cue.token, cue.entry.takes
    if not takes & {"object", "label"}:
        return None
    if cue.word is not None:
        return _after_word(cue, cue.word)
    if is_passive(verb):
        return _passive(verb)
    pieces = list(_pieces(verb))
    if not (_labels(pieces) if "label" in takes else _says(pieces)):
        return None
    return pieces[0].left_edge.i, _tail(verb, pieces[-1])


def _says(pieces: list[Token]) -> bool:
    """Whether there is an object, and not a bare pronoun: "praised it" says nothing that could be cited."""
    return any(piece.dep_ in _OBJECTS for piece in pieces) and [piece.pos_ for piece in pieces] != ["PRON"]


def _labels(pieces: list[Token]) -> bool:
    """Whether somebody is called something, or something in marks stands alone; "called Kim" is a telephone call."""
    kinds = {piece.dep_ for piece in pieces}
    if "ccomp" in kinds or {"dobj", "oprd"} <= kinds:
        return True
    return "oprd" in kinds and any(pieces[0].left_edge.nbor(step).is_quote for step in (-1, 0))


def _pieces(verb: Token) -> Iterator[Token]:
    """The verb's object and what directly belongs to it, in order."""
    for child in verb.rights:
        if child.dep_ in _OBJECTS or (child.dep_ == "prep" and child.lower_ in _COMPLEMENTS):
            yield child


def _tail(verb: Token, last: Token) -> int:
    """The last token of what is said: clauses and phrases hung on the verb right behind its object belong to it."""
    end: int = last.right_edge.i
    for child in verb.rights:
        hung = (child.dep_ == "advcl" and child.tag_ != "VBG") or (child.dep_ == "prep" and child.lower_ in _TAILS)
        if hung and child.left_edge.i == end + 1:
            end = child.right_edge.i
    return end


def _after_word(cue: Cue, word: Token) -> Range | None:
    """What follows "for" in "called for", "out" in "pointed out"."""
    ends = [child.right_edge.i for child in word.rights if child.dep_ in {"pobj", "pcomp"}]
    for child in cue.token.rights:
        belongs = child.dep_ in _OBJECTS or (child.dep_ == "prep" and child.lower_ in _COMPLEMENTS)
        if child.i > word.i and (belongs or (child.dep_ == "advcl" and child.tag_ == "VB")):
            ends.append(child.right_edge.i)
    return (word.i + 1, max(ends)) if ends else None


def _passive(verb: Token) -> Range | None:
    """What somebody is accused of, or what is condemned, where the text says by whom; else nobody speaks."""
    if not _by(verb):
        return None
    pieces = [piece for piece in _pieces(verb) if piece.dep_ != "dobj"]
    if pieces:
        return pieces[0].left_edge.i, pieces[-1].right_edge.i
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return (subject.left_edge.i, subject.right_edge.i) if subject is not None else None


def _by(verb: Token) -> bool:
    return any(child.dep_ == "agent" for child in verb.rights)


def _around(cue: Cue) -> Range | None:
    """The clause around an inserted "he said": the longer side of it, so that the span stays in one piece."""
    verb, head = cue.token, cue.token.head
    first, last = verb.left_edge.i, verb.right_edge.i
    if "clause" not in cue.entry.takes or verb.dep_ not in {"ccomp", "parataxis", "advcl", "dep"}:
        return None
    if head.dep_ != "ROOT" or head.i == verb.i or last - first > _INSERTED:
        return None
    marked = any(child.dep_ == "mark" and child.lower_ != "as" for child in verb.lefts)
    if marked or not any(child.dep_ in {"nsubj", "dobj"} for child in verb.children):
        return None
    return max((head.left_edge.i, first - 1), (last + 1, head.right_edge.i), key=lambda side: side[1] - side[0])
