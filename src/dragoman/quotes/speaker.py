"""Find who speaks: the noun phrase that is the reporting verb's subject, and the actor that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.cues import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from dragoman.model import Actor

Index = dict[int, list[tuple[Span, str]]]
"""For each character the mentions (span and actor id) that cover it."""

_NOMINAL = {"NOUN", "PROPN", "PRON"}
_CLIMBS = 6
"""Words climbed at most in search of a subject: "went on to say", "in an attempt to begin explaining"."""

_CAUSE = {
    "allow", "cause", "compel", "drive", "force", "inspire", "lead", "move", "oblige", "prompt", "provoke",
    "push", "spur",
}  # fmt: skip
_CITED = {"quote", "cite", "report", "hear", "record"}
_INSIDE = {"appos", "prep", "conj", "cc", "case", "nummod", "compound", "nmod", "amod"}
"""What belongs to a noun phrase where no comma parts it off: "spokesman Juan Perez", "the ministry of defence"."""

_DOCUMENTS = {
    "ad", "article", "cover", "story",
    "advertisement", "bill", "blog", "column", "communique", "communiqué", "editorial", "email", "letter",
    "measure", "memo", "message", "note", "order", "paper", "petition", "post", "press", "release", "report",
    "resolution", "speech", "statement", "tweet", "video", "website",
}  # fmt: skip
"""What somebody issues, whose words are those of who issues it."""

_RELATIVE = {"WP", "WDT", "IN"}


def speaker_of(verb: Token) -> Token | None:
    """The head word of the noun phrase that speaks; None if the text names nobody beside the verb."""
    if is_passive(verb):
        return _agent(verb)
    here = verb
    for _ in range(_CLIMBS):
        subject = _subject(here, climbed=here.i != verb.i)
        if subject is not None:
            return None if subject.dep_ == "expl" or subject.pos_ in {"VERB", "AUX"} else subject
        if here.dep_ == "xcomp" and (made := _made(here)) is not None:
            return made
        step = _governor(here)
        if step is None:
            return _before(verb)
        if step.pos_ in _NOMINAL:
            if here.dep_ != "prep" or step.dep_ != "dobj":
                return step
            step = step.head  # "took the step of condemning": not the step condemns
        here = step
    return None


def _made(verb: Token) -> Token | None:
    """Who was led to say something: the object of "led him to declare", "prompted Peru to call"."""
    head = verb.head
    if head.lemma_.lower() not in _CAUSE:
        return None
    return next((child for child in head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def phrase(head: Token) -> Span:
    """The noun phrase around its head word, without what follows a comma, a relative clause or an apposition."""
    first = head.left_edge
    while first.i < head.i and (not first.text[0].isalnum() or first.dep_ in {"cc", "mark", "advmod", "preconj"}):
        first = first.nbor()
    last = _last(head)
    while first.i and first.ent_iob_ == "I" and first.ent_type_ == "PERSON" and first.nbor(-1).text[0].isalnum():
        first = first.nbor(-1)  # the parser may cut a name in two; the entity tagger sees it whole
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I" and last.nbor().ent_type_ == "PERSON":
        last = last.nbor()
    for word in head.doc[first.i : head.i]:
        if "\n" in word.text:
            first = word.nbor()  # a caption or a heading ran into the sentence
    return Span(first.idx, last.idx + len(last))


def antecedent(head: Token) -> Token:
    """The word that a relative pronoun stands for; any other word itself."""
    return head.head.head if head.tag_ in _RELATIVE and head.head.dep_ == "relcl" else head


def actor_index(actors: Iterable[Actor]) -> Index:
    """Which actors' mentions cover each character."""
    index: Index = {}
    for actor in actors:
        for mention in actor.mentions:
            for offset in range(*mention.span):
                index.setdefault(offset, []).append((mention.span, actor.id))
    return index


def actor_of(head: Token, index: Index) -> str | None:
    """The id of the actor whose mention covers the phrase's head word (or its apposition's) best; None without one."""
    span = phrase(head)
    for word in (head, *(child for child in head.rights if child.dep_ == "appos")):
        found = {one for offset in range(word.idx, word.idx + len(word)) for one in index.get(offset, ())}
        if found:
            return max(found, key=lambda one: (min(one[0].end, span.end) - max(one[0].start, span.start), one[1]))[1]
    return _issued_by(head, index, span) if head.lemma_.lower() in _DOCUMENTS else None


def _issued_by(head: Token, index: Index, span: Span) -> str | None:
    """Who alone is named inside the phrase for a document: "a post on the blog of the *palace*"."""
    end = max(span.end, head.right_edge.idx + len(head.right_edge))
    named = {name for offset in range(span.start, end) for _, name in index.get(offset, ())}
    return named.pop() if len(named) == 1 else None


def _last(head: Token) -> Token:
    """The last word of a noun phrase."""
    last = head
    for child in head.rights:
        if child.dep_ not in _INSIDE or child.left_edge.i != last.i + 1:
            break
        if child.dep_ == "prep":
            last = next((_last(inner) for inner in child.children if inner.dep_ == "pobj"), last)
        elif child.dep_ != "cc":
            last = _last(child)
        elif child.nbor().dep_ != "conj" and child.nbor().head.dep_ != "conj":
            break
        else:
            last = child
    return last if last.dep_ != "cc" else head


def _subject(verb: Token, *, climbed: bool) -> Token | None:
    """The verb's subject; a passive one only for a verb further up ("was prompted to say")."""
    wanted = {"nsubj", "csubj", "nsubjpass"} if climbed else {"nsubj", "csubj"}
    return next((child for child in verb.children if child.dep_ in wanted), None)


def _governor(verb: Token) -> Token | None:
    """The word whose subject (or which itself) speaks where the verb has no subject of its own."""
    head = verb.head
    if head.i == verb.i:
        return None
    issuer = _issuer(head) if verb.dep_ == "acl" and verb.tag_ == "VBG" else None
    if issuer is not None:
        return issuer
    if verb.dep_ in {"conj", "xcomp", "pcomp", "prep", "dep", "acl", "acomp", "oprd"}:
        return head
    if verb.dep_ in {"advcl", "parataxis"} and verb.tag_ in {"VBG", "VBN", "VB"}:
        return _main(verb, head)
    return None


def _issuer(noun: Token) -> Token | None:
    """The verb of "issued a statement calling for calm" or "sent a text to voters saying": its subject speaks."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    issues = any(child.lemma_.lower() in _DOCUMENTS for child in objects)
    return verb if issues and noun.dep_ in {"dobj", "pobj"} and _subject(verb, climbed=False) is not None else None


def _main(verb: Token, head: Token) -> Token:
    """The verb that "saying ..." goes with: behind a comma the one of the main clause."""
    parted = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    while head.dep_ == "ccomp" or (parted and head.dep_ == "relcl"):
        above = head.head if head.dep_ == "ccomp" else head.head.head
        if above.pos_ not in {"VERB", "AUX"}:
            break
        head = above
        if not parted:
            break
    return head


def _before(verb: Token) -> Token | None:
    """The name right before a verb that the parse left without a subject."""
    for child in reversed(list(verb.lefts)):
        if child.pos_ in _NOMINAL and child.ent_type_ not in {"DATE", "TIME"} and child.dep_ != "dobj":
            return child
    before = verb.nbor(-1) if verb.i else verb
    return before if before.ent_type_ in {"PERSON", "ORG", "GPE"} and before.i != verb.i else None


def _agent(verb: Token) -> Token | None:
    """Who speaks in "denounced by the ministry" and "was quoted as saying"."""
    if verb.lemma_ in _CITED and any(child.lower_ == "as" for child in verb.rights):
        return _subject(verb, climbed=True)
    agents = (inner for child in verb.rights if child.dep_ == "agent" for inner in child.children)
    return next((inner for inner in agents if inner.dep_ == "pobj"), None)
