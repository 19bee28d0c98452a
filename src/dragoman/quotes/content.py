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

MEDIA = frozenset({"statement", "interview", "letter", "speech", "email", "tweet"})
_INSERTED = 12
"""Words that an inserted "the minister said on Friday" has at most."""

_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_NEAR = 9
"""Words behind a verb among which its clause must begin where the parse doesn't show it."""

_GOES_ON = {"because", "if", "unless", "until", "since", "when", "that", "so"}

_BREAKS = {",", "-", "–", "—", "--"}


def content_of(cue: Cue) -> tuple[Span, ...]:
    """The words that the cue reports, as far as the parse shows: none, a span, or one on either side of the cue.

    A clause is taken with its "that", an infinitive with its "to".
    """
    clause = _clause(cue)
    if clause:
        return around(cue.token, clause[0], _and_that(cue.token, clause[1])) + _resumed(cue.token, clause[1])
    tokens = _object(cue)
    if tokens:
        return around(cue.token, *tokens)
    return _inserted(cue) or _unattached(cue)


def _and_that(verb: Token, last: int) -> int:
    """The last token of a second clause, wherever the parse hangs it: "said that it rained and *that it snowed*"."""
    doc, at = verb.doc, last + 1
    while at < len(doc) - 2 and doc[at].text == ",":
        at += 1
    if at >= len(doc) - 2 or doc[at].dep_ != "cc" or doc[at + 1].lower_ != "that" or doc[at + 1].dep_ != "mark":
        return last
    end: int = doc[at + 1].head.right_edge.i
    return max(last, end)


def _resumed(verb: Token, last: int) -> tuple[Span, ...]:
    """What goes on behind an inserted "he said": "It failed, he said, *because nobody came*"."""
    doc, at = verb.doc, verb.i + 1
    if last >= verb.i or at >= len(doc) - 2 or doc[at].text != "," or doc[at + 1].lower_ not in _GOES_ON:
        return ()
    span = tidy(doc, at + 1, verb.sent.end - 1)
    return (span,) if span is not None else ()


def _unattached(cue: Cue) -> tuple[Span, ...]:
    """The clause right behind "said", to the end of the sentence, where the parse hangs it elsewhere."""
    verb, takes = cue.token, cue.entry.takes
    if not {"quote", "clause"} <= takes or is_passive(verb) or not any(c.dep_ in _SUBJECTS for c in verb.lefts):
        return ()
    end: int = verb.sent.end - 1
    for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR, end)]:
        if token.text in {",", ";", ":", "(", "-", "—", "–"} or token.is_quote:
            return ()
        mark = token.lower_ == "that" and token.dep_ in {"mark", "nsubj"}
        subject = token.dep_ in _SUBJECTS and token.head.i > verb.i and token.head.i != verb.i
        if mark or subject:
            first = token.i if mark else token.left_edge.i
            span = tidy(verb.doc, max(first, verb.i + 1), end)
            return (span,) if span is not None else ()
    return ()


def around(word: Token, first: int, last: int) -> tuple[Span, ...]:
    """The spans of tokens `first` to `last` without a reporting clause in their midst, of which `word` is a part."""
    if not first <= word.i <= last:
        sides = [(first, last)]
    else:
        sides = [(first, _comma(word, -1) - 1), (_comma(word, 1) + 1, last)]
    spans = (tidy(word.doc, *side) for side in sides)
    return tuple(span for span in spans if span is not None)


def _comma(word: Token, step: int) -> int:
    """The next comma or dash before or after a word; the word itself where there is none nearby."""
    own: int = word.i
    for here in range(own + step, own + step * _INSERTED, step):
        if not 0 <= here < len(word.doc):
            break
        if word.doc[here].text in _BREAKS:
            return here
    return own


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
        if child.dep_ == "acomp" and after and {"quote", "clause"} <= takes:
            return child.left_edge.i, child.right_edge.i  # a headline: "says willing to talk"
        if child.dep_ == "xcomp" and after and "infinitive" in takes and not (is_passive(verb) and not _by(verb)):
            return _urged(cue, child), _tail(verb, child)
    return _misplaced(verb) if "clause" in takes and takes & {"person", "quote"} else None


def _misplaced(verb: Token) -> Range | None:
    """The clause of "told the king that it rained", "said in a note that ..." where the parse hangs it on the noun."""
    for noun in _nouns(verb):
        for clause in noun.rights:
            that = clause.dep_ in {"acl", "relcl", "ccomp"} and any(
                child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts
            )
            if that:
                return _that(clause), clause.right_edge.i
    return None


def _nouns(verb: Token) -> Iterator[Token]:
    """The verb's objects and the nouns of its phrases."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "dative", "npadvmod"}:
            yield child
        if child.dep_ in {"prep", "dative"}:
            yield from (inner for inner in child.rights if inner.dep_ == "pobj")


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
    if not takes & {"object", "label", "as"}:
        return None
    if cue.word is not None:
        return _after_word(cue, cue.word)
    if is_passive(verb):
        return _passive(verb)
    pieces = list(_pieces(verb))
    if not pieces or not any(_FITS[kind](pieces) for kind in ("object", "label", "as") if kind in takes):
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
    first, last = pieces[0].left_edge, pieces[-1].right_edge
    if "oprd" in kinds and any(first.nbor(step).is_quote for step in (-1, 0)):
        return True
    return any(token.is_quote for token in first.doc[pieces[0].i + 1 : last.i + 1])  # called the vote "rigged"


def _is_as(pieces: list[Token]) -> bool:
    """Whether somebody or something is seen as something."""
    return pieces[0].dep_ in _OBJECTS and any(piece.lower_ == "as" for piece in pieces)


_FITS = {"object": _says, "label": _labels, "as": _is_as}


def _pieces(verb: Token) -> Iterator[Token]:
    """The verb's object and what directly belongs to it, in order."""
    for child in verb.rights:
        if child.dep_ in _OBJECTS or (child.dep_ == "prep" and child.lower_ in _COMPLEMENTS):
            yield child


def _tail(verb: Token, last: Token) -> int:
    """The last token of what is said: clauses and phrases hung on the verb right behind its object belong to it."""
    end: int = last.right_edge.i
    for child in verb.rights:
        hung = (child.dep_ == "advcl" and child.tag_ != "VBG") or (child.dep_ == "prep" and not _is_time(child))
        if hung and child.left_edge.i == end + 1:
            end = child.right_edge.i
    return end


def _is_time(preposition: Token) -> bool:
    """Whether a phrase says when, or in what medium, something was said: "on Friday", "in a statement"."""
    nouns = [child for child in preposition.rights if child.dep_ == "pobj"]
    return any(noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_.lower() in MEDIA for noun in nouns)


def _after_word(cue: Cue, word: Token) -> Range | None:
    """What follows "for" in "called for", "out" in "pointed out"."""
    if word.dep_ == "mark":
        return word.i + 1, word.head.right_edge.i
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


def _inserted(cue: Cue) -> tuple[Span, ...]:
    """The clause around an inserted "he said", where the parse hangs the verb on it."""
    verb, head = cue.token, cue.token.head
    first, last = verb.left_edge.i, verb.right_edge.i
    if "clause" not in cue.entry.takes or verb.dep_ not in {"ccomp", "parataxis", "advcl", "dep"}:
        return ()
    if head.dep_ != "ROOT" or head.i == verb.i or last - first > _INSERTED:
        return ()
    marked = any(child.dep_ == "mark" and child.lower_ != "as" for child in verb.lefts)
    if marked or not any(child.dep_ in {"nsubj", "dobj"} for child in verb.children):
        return ()
    sides = [tidy(verb.doc, head.left_edge.i, first - 1)]
    if sides[0] is None or not _opens_another(verb.doc, last + 1):
        sides.append(tidy(verb.doc, last + 1, head.right_edge.i))
    return tuple(span for span in sides if span is not None)


def _opens_another(doc: Doc, at: int) -> bool:
    """Whether a coordinate clause starts here, which nobody said: ", but the army disagreed"."""
    while at < len(doc) - 1 and _is_edge(doc[at]):
        at += 1
    return at < len(doc) and doc[at].dep_ == "cc"
