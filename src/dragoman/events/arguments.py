"""Source and target of a trigger, read off the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.events.mutual import MET, is_shared, sides_between
from dragoman.events.participants import Participants, first
from dragoman.events.subjects import SUBJECTS, is_passive, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

TARGET_PREPOSITIONS = (
    "with", "against", "to", "on", "upon", "for", "from", "toward", "towards", "at", "over", "into", "of", "by", "in",
)  # fmt: skip
"""After these stands whom a thing is done to, the surest first: "talks *with*", "sanctions *on*"."""
SPEECH_OBJECTS = frozenset({"reporters", "reporter", "journalists", "media", "conference", "briefing", "news"})
PLACED = frozenset({"in", "at", "into"})
"""Prepositions that name a place as often as a partner."""
CARRIED = frozenset({"dobj", "attr", "conj"})
"""Relations in which a noun's deed is its verb's subject's: "*paid* a visit", "*imposed* sanctions"."""
ATTENDED = frozenset({"CONSULT", "COOPERATE"})
"""Types where a preposition will do: who speaks "in talks" talks; but who acts "under the accord" does not sign it."""
MATERIAL = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "PROTEST"})
"""Types of deeds that may be aimed at a place or who is in it; one talks *in* a country, but *with* another."""


class Arguments(NamedTuple):
    """Actor ids of those who do it and those to whom it is done."""

    source: tuple[str, ...]
    target: tuple[str, ...]


SENDING = frozenset({"send", "ship", "dispatch", "deploy", "rush", "fly", "lend", "supply", "deliver"})
"""Verbs whose object is what is sent: "shipped rice *to Chad*" and "rushed medics *to Chad*"."""


def arguments(token: Token, kind: str | None, who: Participants) -> Arguments:
    """Source and target of the event that the word says.

    A passive turns them; an event done together ("talks between A and B", "A and B signed") has both sides in both.
    """
    together = sides_between(token, kind, who)
    if together:
        return Arguments(together, together)
    if _is_visiting(token):
        return _visited(token, who)
    source = first(_sources(token, kind, who))
    if is_shared(token, kind):
        partners = _partners(token, who)
        if partners or len(who.countries(source)) > 1:
            both = tuple(dict.fromkeys((*source, *partners)))
            if len(both) > 1:
                return Arguments(both, both)
    target = tuple(one for one in first(_targets(token, kind, who, source)) if one not in source)
    if not target and kind in MATERIAL:
        target = tuple(one for one in _ground(token, who) if one not in source)
    return Arguments(source, target)


def _is_visiting(token: Token) -> bool:
    return bool(token.lower_ == "visiting" and token.dep_ == "amod")


def _visited(token: Token, who: Participants) -> Arguments:
    """Who visits whom in "Peru's premier thanked a *visiting* minister of Chile": host and guest do it together."""
    guest = who.of(token.head)
    verb = _verb_above(token.head)
    subject = subject_of(verb, passive=True) if verb is not None else None
    host = who.of(subject) if subject is not None else ()
    return Arguments(guest, host if who.countries(host).isdisjoint(who.countries(guest)) else ())


def _partners(token: Token, who: Participants) -> tuple[str, ...]:
    """With whom it is done: "signed a pact *with Chad*", "met *the envoy*", "spoke *to* him"."""
    words = [token, *(child for child in token.children if child.dep_ == "dobj")]
    if token.dep_ in {"dobj", "pobj"} and token.head.pos_ in {"VERB", "ADP"}:
        words.append(_verb_above(token) or token)
    lemma = token.lemma_.lower()
    objects = (who.of(child) for child in token.children if child.dep_ == "dobj" and lemma in MET)
    heard = [_after(token, "to", who)] if lemma in {"speak", "talk"} else []
    return first((*(_after(word, "with", who) for word in words), *heard, *objects))


PLACING = frozenset({"deployment", "placement", "stationing"})
"""Nouns that tell where forces stand; they mostly stand in an ally's land, and against another."""


def _ground(token: Token, who: Participants) -> tuple[str, ...]:
    """The country on whose ground it is done, for acts that are aimed at who lives there."""
    if token.lemma_ in PLACING:
        return ()
    below = sorted(token.subtree, key=lambda one: abs(one.i - token.i))
    return first(who.placed(one) for one in below)


def _sources(token: Token, kind: str | None, who: Participants) -> Iterator[tuple[str, ...]]:
    if token.pos_ in {"NOUN", "PROPN"}:
        yield from _noun_sources(token, kind, who)
    elif is_passive(token):
        yield from (_after(token, "by", who), _after(token, "from", who), _far_agent(token, who))
    else:
        subject = subject_of(token)
        if subject is not None:
            yield who.of(subject)


def _far_agent(verb: Token, who: Participants) -> tuple[str, ...]:
    """A passive's "by" that the parser hung on a noun between: "was sold as scrap from the war by Chad"."""
    late = (one for one in verb.subtree if one.i > verb.i and one.lower_ == "by" and one.sent == verb.sent)
    return first(who.of(child) for one in late for child in one.children if child.dep_ == "pobj")


QUANTITIES = frozenset({"series", "string", "spate", "wave", "number", "round", "slew", "rash", "dozens", "hundreds"})
"""Nouns that only count what stands behind them: "a *string* of attacks"."""
BLAMED = frozenset({"involvement", "responsibility", "role", "part", "hand", "complicity", "participation"})
"""Nouns whose owner does what stands behind them: "denied any *part* in the raid"."""


WORDED = frozenset({"message", "letter", "word", "note", "statement", "expression", "telegram", "gesture", "show"})
"""Nouns for what a deed is done by: "its *message* of thanks to Chad"."""


def worded_by(noun: Token) -> Token | None:
    """The noun whose owner does what stands behind its "of"."""
    above = noun.head.head
    is_worded = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in WORDED
    return above if is_worded else None


def _who_is_behind(noun: Token, who: Participants) -> tuple[str, ...]:
    """Who is said to be behind a deed: "*Chad* was behind the raids", "*Chad* denied any part in them"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in QUANTITIES:
        noun = noun.head.head
    above = noun.head.head if noun.dep_ == "pobj" else noun
    verb = above.head if above.lemma_ in BLAMED and above.dep_ == "dobj" else above
    is_behind = noun.head.lower_ == "behind" and verb.lemma_ in {"be", "stand"}
    subject = subject_of(verb) if is_behind or (above.lemma_ in BLAMED and verb.pos_ == "VERB") else None
    return who.of(subject) if subject is not None else ()


def _noun_sources(noun: Token, kind: str | None, who: Participants) -> Iterator[tuple[str, ...]]:
    yield _who_is_behind(noun, who)
    for child in noun.children:
        if child.dep_ == "poss":
            yield who.of(child)
    yield _after(noun, "by", who)
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            yield who.of(child)
    yield _after(noun, "of", who) if noun.dep_ in SUBJECTS | {"nsubjpass"} else ()
    if (worded := worded_by(noun)) is not None:
        yield from _noun_sources(worded, kind, who)
    verb = _verb_above(noun)
    if verb is not None and (noun.dep_ in CARRIED or (noun.dep_ == "pobj" and kind in ATTENDED)):
        yield from _sources(verb, kind, who)
    yield _after(noun, "from", who)


def _targets(token: Token, kind: str | None, who: Participants, source: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Readings of whom it is done to, the surest first; none that only repeats the source."""
    names = [one for one in TARGET_PREPOSITIONS if kind in MATERIAL or one not in PLACED]
    if token.pos_ in {"NOUN", "PROPN"}:
        readings = _noun_targets(token, kind, who, names)
    else:
        readings = _verb_targets(token, who, source, names)
    yield from (reading for reading in readings if set(reading) - set(source))


def _verb_targets(
    verb: Token, who: Participants, source: tuple[str, ...], names: list[str]
) -> Iterator[tuple[str, ...]]:
    if is_passive(verb):
        subject = subject_of(verb, passive=True)
        if subject is not None:
            yield who.of(subject)
    if verb.lemma_.lower() in SENDING:
        yield _after(verb, "to", who)
    for relation in ("dative", "dobj"):
        for child in verb.children:
            is_sent = relation == "dobj" and verb.lemma_.lower() in SENDING
            if child.dep_ == relation and child.lower_ not in SPEECH_OBJECTS and not is_sent:
                yield who.of(child)
    yield from map(who.of, _shared_object(verb))
    yield from _prepositional(verb, who, names)
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from _prepositional(child, who, names)
        elif child.dep_ in {"xcomp", "ccomp", "acomp", "pcomp", "advcl"}:
            yield from _clause_targets(child, who, source, names)


def _shared_object(verb: Token) -> Iterator[Token]:
    """The object that a verb shares with the one joined right behind it: "arrested and tried *the general*"."""
    if not any(child.dep_ in {"dobj", "prep", "ccomp", "xcomp"} for child in verb.children):
        joined = (child for child in verb.children if child.dep_ == "conj" and child.i <= verb.i + 3)
        yield from (child for one in joined for child in one.children if child.dep_ == "dobj")


def _clause_targets(
    clause: Token, who: Participants, source: tuple[str, ...], names: list[str]
) -> Iterator[tuple[str, ...]]:
    """In a complement its own subject comes first ("demanded that *Chad* withdraw"), then whom it is about.

    Who is of the source's own country is passed over: "warned that *it* would respond if *Chad* attacked".
    """
    for child in clause.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and not who.countries(who.of(child)) & who.countries(source):
            yield who.of(child)
    for reading in _verb_targets(clause, who, source, names):
        if not who.countries(reading) <= who.countries(source):
            yield reading


DEFYING = frozenset({"defiance", "violation", "breach", "contravention", "spite"})


def _who_defies(noun: Token, who: Participants) -> tuple[str, ...]:
    """Whom a measure is meant for that somebody breaks: "*Chad* armed them in breach of the embargo"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.lower_ not in DEFYING:
        return ()
    verb = _verb_above(of.head)
    subject = subject_of(verb, passive=True) if verb is not None else None
    return who.of(subject) if subject is not None else ()


def _noun_targets(noun: Token, kind: str | None, who: Participants, names: list[str]) -> Iterator[tuple[str, ...]]:
    yield _who_defies(noun, who) if kind == "SANCTION" else ()
    yield from _prepositional(noun, who, names)
    if (worded := worded_by(noun)) is not None:
        yield from _noun_targets(worded, kind, who, names)
    verb = _verb_above(noun)
    if verb is None or not (noun.dep_ in CARRIED | {"nsubjpass"} or (noun.dep_ == "pobj" and kind in ATTENDED)):
        return
    yield from (who.of(child) for child in verb.children if child.dep_ == "dative")
    yield from _prepositional(verb, who, names)
    if is_passive(verb):
        yield _after(verb, "by", who)
    if noun.dep_ == "pobj":
        yield from (who.of(child) for child in verb.children if child.dep_ == "dobj")


def _prepositional(word: Token, who: Participants, names: list[str]) -> Iterator[tuple[str, ...]]:
    for name in names:
        if not (name == "by" and is_passive(word)):
            yield _after(word, name, who)


def _after(word: Token, preposition: str, who: Participants) -> tuple[str, ...]:
    for prep in word.children:
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ == preposition:
            for child in prep.children:
                if child.dep_ == "pobj" and child.lower_ not in SPEECH_OBJECTS:
                    return who.of(child)
                if child.dep_ in {"pcomp", "prep"}:
                    return first(_verb_targets(child, who, (), list(TARGET_PREPOSITIONS)))
    return ()


def _verb_above(noun: Token) -> Token | None:
    above = noun.head
    while above.dep_ in {"prep", "pobj"} and above.head != above:
        above = above.head
    return above if above.pos_ in {"VERB", "AUX"} else None
