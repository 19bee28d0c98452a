"""Who is meant where words point back: "condemned *the raid*" blames who made it.

Read in the order of the text: what a sentence points at has been told before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.events.arguments import Arguments
from dragoman.events.called import POINTING, is_called, is_definite
from dragoman.events.status import thanks_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.events.participants import Participants
    from dragoman.events.triggers import Trigger

ANSWERS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types that answer a deed: whoever did it is whom they are aimed at."""
WELCOME = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
"""Types of deeds that are done for somebody: who gives thanks for one, as a rule."""
ACCEPTING = frozenset({"accept", "endorse", "approve", "back"})
"""Verbs that answer an offer, whatever their type."""
THAT = frozenset({"it", "this", "that", "them", "those"})
"""Pronouns for what was just told; "asserted *itself*" points at nothing."""
Told = tuple["Trigger", Arguments]


def answered(doc: Doc, told: Iterable[Told], who: Participants) -> Iterator[Told]:
    """Triggers with their sides, in order, with those whom words of the sentence point back at.

    Answers without a target get the doers of the nearest deed before that is called so. A deed of nobody known is
    passed over. What a side rests on is added to the trigger's `because`, with where its words start.
    """
    before: list[Told] = []
    for trigger, sides in told:
        found = trigger, sides
        if sides.source and not sides.target and _answers(doc[trigger.token], trigger):
            found = _aimed(trigger, sides, [(one, _without(deed, sides.source, who)) for one, deed in before], doc, who)
        found = _told_again(*_thanked(*found, before, doc), before, doc)
        before.append(found)
        yield found


def _resting_on(trigger: Trigger, sides: Arguments, side: str, deed: Trigger, doc: Doc) -> Told:
    word = doc[deed.token]
    return replace(trigger, because=f'{trigger.because}; {side}: of "{word.text}" at {word.idx}'), sides


def _told_again(trigger: Trigger, sides: Arguments, before: Sequence[Told], doc: Doc) -> Told:
    """The sides of a deed that "*the* raid" or "*Chad's* raid" only names again, with those it had when told first."""
    token = doc[trigger.token]
    if (sides.source and sides.target) or not is_definite(token):
        return trigger, sides
    same = ((one, it) for one, it in reversed(before) if one.type == trigger.type and is_called(token, one, doc))
    deed, its = next(((one, it) for one, it in same if _adds(it, sides)), (trigger, sides))
    if deed is trigger or not (_fit(sides.source, its.source) and _fit(sides.target, its.target)):
        return trigger, sides
    side = "source" if sides.target else "target" if sides.source else "sides"
    return _resting_on(trigger, Arguments(sides.source or its.source, sides.target or its.target), side, deed, doc)


def _thanked(trigger: Trigger, sides: Arguments, before: Sequence[Told], doc: Doc) -> Told:
    """The sides of what somebody is thanked for, which was done for who thanks: "Peru thanked Chad for *the help*"."""
    token = doc[trigger.token]
    thanks = next((word for one in token.ancestors if (word := thanks_before(one)) is not None), None)
    if sides.target or not sides.source or trigger.type not in WELCOME or token.pos_ != "NOUN" or thanks is None:
        return trigger, sides
    words = {thanks.i, *(one.i for one in thanks.ancestors)}
    given = ((one, it.source) for one, it in reversed(before) if one.token in words and one.type == "SUPPORT")
    deed, thanking = next(given, (trigger, ()))
    target = tuple(one for one in thanking if one not in sides.source)
    return _resting_on(trigger, Arguments(sides.source, target), "target", deed, doc) if target else (trigger, sides)


def _adds(told: Arguments, sides: Arguments) -> bool:
    return bool((told.target and not sides.target) or (told.source and not sides.source))


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two readings of one side may be the same: unless both are known and have nobody in common."""
    return not one or not other or bool(set(one) & set(other))


def _without(deed: Arguments, home: tuple[str, ...], who: Participants) -> Arguments:
    """The sides of a deed without those of the country that answers it: nobody condemns the own raid."""
    own = who.countries(home) - {None}
    source, target = (tuple(one for one in side if one not in home and not who.countries([one]) & own) for side in deed)
    return Arguments(source, target)


def _answers(token: Token, trigger: Trigger) -> bool:
    return trigger.type in ANSWERS or token.lemma_ in ACCEPTING


def _aimed(trigger: Trigger, sides: Arguments, before: Sequence[Told], doc: Doc, who: Participants) -> Told:
    """An answer with the doers of the deed that its object names, or nobody where that names somebody itself."""
    verb = doc[trigger.token]
    for word in _objects(verb):
        if who.of(word):
            break
        deeds = [one for one in reversed(before) if one[0].token < word.i and one[1].source]
        if word.lower_ in THAT:
            here = (told for told in deeds[:1] if doc[told[0].token].sent == verb.sent)
            meant = ((one, it.target if one.type in ANSWERS else it.source) for one, it in here)
        elif any(child.lower_ in POINTING for child in word.children):
            meant = ((one, it.source) for one, it in deeds if is_called(word, one, doc))
        else:
            continue
        deed, doers = next(meant, (trigger, ()))
        return _resting_on(trigger, Arguments(sides.source, doers), "target", deed, doc) if doers else (trigger, sides)
    return trigger, sides


def _objects(verb: Token) -> Iterator[Token]:
    """What is answered: the object, also of what it commits to; a passive's subject; what stands behind "to".

    Last, what is said to be so: "saying *it* was a threat".
    """
    yield from (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"to", "of", "with"})
    yield from (child for prep in preps for child in prep.children if child.dep_ == "pobj")
    below = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]
    yield from (child for one in below for child in one.children if child.dep_ == "dobj" and one.dep_ == "xcomp")
    yield from (child for one in below for child in one.children if child.dep_ == "nsubj" and child.lower_ in THAT)
