"""Source and target of a trigger, read off the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.events.participants import Participants, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
BORROWING = frozenset({"xcomp", "advcl", "conj", "acl", "ccomp", "pcomp"})
"""Relations over which a verb without a subject takes its governor's."""
TARGET_PREPOSITIONS = (
    "with", "against", "to", "on", "upon", "for", "from", "toward", "towards", "at", "over", "into", "of", "by", "in",
)  # fmt: skip
"""After these stands whom a thing is done to, the surest first: "talks *with*", "sanctions *on*"."""
SPEECH_OBJECTS = frozenset({"reporters", "reporter", "journalists", "media", "conference", "briefing", "news"})
MATERIAL = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "PROTEST"})
MUTUAL_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
MUTUAL_NOUNS = frozenset(
    {"talk", "meeting", "summit", "negotiation", "agreement", "deal", "treaty", "pact", "accord", "discussion",
     "exercise", "drill", "call", "conversation", "truce", "ceasefire", "dialogue", "visit"}
)  # fmt: skip


class Arguments(NamedTuple):
    """Actor ids of those who do it and those to whom it is done."""

    source: tuple[str, ...]
    target: tuple[str, ...]


def arguments(token: Token, kind: str | None, who: Participants) -> Arguments:
    """Source and target of the event that the word says.

    A passive turns them; an event done together ("talks between A and B", "A and B signed") has both sides in both.
    """
    together = _together(token, kind, who)
    if together:
        return Arguments(together, together)
    source = first(_sources(token, who))
    target = tuple(one for one in first(_targets(token, who, source)) if one not in source)
    if not target and kind in MATERIAL:
        target = tuple(one for one in _ground(token, who) if one not in source)
    if not target and len(source) > 1 and kind in MUTUAL_TYPES and _is_shared(token):
        return Arguments(source, source)
    return Arguments(source, target)


def _ground(token: Token, who: Participants) -> tuple[str, ...]:
    """The country on whose ground it is done, for acts that are aimed at who lives there."""
    below = sorted(token.subtree, key=lambda one: abs(one.i - token.i))
    return first(who.placed(one) for one in below)


def _together(token: Token, kind: str | None, who: Participants) -> tuple[str, ...]:
    """Both sides of "talks between A and B"; for a verb with such an object too."""
    if kind not in MUTUAL_TYPES:
        return ()
    nouns = [token, *(child for child in token.children if child.dep_ in {"dobj", "nsubjpass"})]
    for prep in (child for noun in nouns for child in noun.children if child.lower_ in {"between", "among"}):
        sides = tuple(name for noun in prep.children for name in who.of(noun))
        if len(sides) > 1:
            return sides
    return ()


def _is_shared(token: Token) -> bool:
    """Whether a joint subject does it to each other: "A and B met", "the two signed", not "A and B condemned"."""
    if token.lemma_.lower() in {
        "meet",
        "talk",
        "agree",
        "negotiate",
        "confer",
        "sign",
        "reach",
        "cooperate",
        *MUTUAL_NOUNS,
    }:
        return True
    return any(child.dep_ == "dobj" and child.lemma_.lower() in MUTUAL_NOUNS for child in token.children)


def _sources(token: Token, who: Participants) -> Iterator[tuple[str, ...]]:
    if token.pos_ in {"NOUN", "PROPN"}:
        yield from _noun_sources(token, who)
    elif _is_passive(token):
        yield from (_after(token, "by", who), _after(token, "from", who))
    else:
        subject = subject_of(token)
        if subject is not None:
            yield who.of(subject)


def _noun_sources(noun: Token, who: Participants) -> Iterator[tuple[str, ...]]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield who.of(child)
    yield _after(noun, "by", who)
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            yield who.of(child)
    yield _after(noun, "of", who) if noun.dep_ in SUBJECTS | {"nsubjpass"} else ()
    verb = _verb_above(noun)
    if verb is not None and noun.dep_ in {"dobj", "pobj", "attr", "conj"}:
        yield from _sources(verb, who)
    yield _after(noun, "from", who)


def _targets(token: Token, who: Participants, source: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Readings of whom it is done to, the surest first; none that only repeats the source."""
    readings = _noun_targets(token, who) if token.pos_ in {"NOUN", "PROPN"} else _verb_targets(token, who, source)
    yield from (reading for reading in readings if set(reading) - set(source))


def _verb_targets(verb: Token, who: Participants, source: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if _is_passive(verb):
        subject = subject_of(verb, passive=True)
        if subject is not None:
            yield who.of(subject)
    for relation in ("dative", "dobj"):
        for child in verb.children:
            if child.dep_ == relation and child.lower_ not in SPEECH_OBJECTS:
                yield who.of(child)
    yield from _prepositional(verb, who)
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from _prepositional(child, who)
        elif child.dep_ in {"xcomp", "ccomp", "acomp", "pcomp", "advcl"}:
            yield from _clause_targets(child, who, source)


def _clause_targets(clause: Token, who: Participants, source: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """In a complement its own subject comes first ("demanded that *Chad* withdraw"), then whom it is about.

    A subject of the source's own country is passed over: "warned that *it* would respond if *Chad* attacked".
    """
    for child in clause.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and not who.countries(who.of(child)) & who.countries(source):
            yield who.of(child)
    yield from _verb_targets(clause, who, source)


def _noun_targets(noun: Token, who: Participants) -> Iterator[tuple[str, ...]]:
    yield from _prepositional(noun, who)
    verb = _verb_above(noun)
    if verb is not None and noun.dep_ in {"dobj", "pobj", "nsubjpass", "attr"}:
        for child in verb.children:
            if child.dep_ == "dative":
                yield who.of(child)
        yield from _prepositional(verb, who)
        if _is_passive(verb):
            yield _after(verb, "by", who)
    if noun.dep_ == "pobj" and verb is not None:
        yield from (who.of(child) for child in verb.children if child.dep_ == "dobj")


def _prepositional(word: Token, who: Participants) -> Iterator[tuple[str, ...]]:
    for name in TARGET_PREPOSITIONS:
        if not (name == "by" and _is_passive(word)):
            yield _after(word, name, who)


def _after(word: Token, preposition: str, who: Participants) -> tuple[str, ...]:
    for prep in word.children:
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ == preposition:
            for child in prep.children:
                if child.dep_ == "pobj" and child.lower_ not in SPEECH_OBJECTS:
                    return who.of(child)
                if child.dep_ in {"pcomp", "prep"}:
                    return first(_verb_targets(child, who, ()))
    return ()


def subject_of(verb: Token, *, passive: bool = False) -> Token | None:
    """The word that does it: the verb's own subject, else its governor's over infinitives, participles and "and".

    After an object ("urged Chad to withdraw") the object does it; in a relative clause the noun that it tells of.
    """
    own = SUBJECTS | {"nsubjpass"} if passive else SUBJECTS | ({"nsubjpass"} if not _is_passive(verb) else set())
    for child in verb.children:
        if child.dep_ in own:
            return verb.head if child.lower_ in {"which", "who", "that"} and verb.dep_ == "relcl" else child
    if verb.dep_ in {"relcl", "acl"}:
        return verb.head
    if verb.dep_ in {"acomp", "attr"}:
        return subject_of(verb.head)
    if verb.dep_ not in BORROWING:
        return None
    governor = verb.head
    if verb.dep_ == "xcomp":
        for child in governor.children:
            if child.dep_ in {"dobj", "dative"}:
                return child
    return subject_of(governor, passive=True) if governor != verb else None


def _is_passive(verb: Token) -> bool:
    if any(child.dep_ in {"auxpass", "agent", "nsubjpass"} for child in verb.children):
        return True
    return bool(verb.tag_ == "VBN" and verb.dep_ == "acl")


def _verb_above(noun: Token) -> Token | None:
    above = noun.head
    while above.dep_ in {"prep", "pobj"} and above.head != above:
        above = above.head
    return above if above.pos_ in {"VERB", "AUX"} else None
