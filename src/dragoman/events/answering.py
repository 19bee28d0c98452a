"""Who is meant where words point back: "condemned *the raid*" blames who made it, "*both sides*" are those who met.

Read in the order of the text: what a sentence points at has been told before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.events.arguments import Arguments
from dragoman.events.mutual import TYPES
from dragoman.events.participants import first
from dragoman.events.subjects import is_passive, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.events.participants import Participants
    from dragoman.events.triggers import Trigger

ANSWERS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types that answer a deed: whoever did it is whom they are aimed at."""
ACCEPTING = frozenset({"accept", "endorse", "approve", "back"})
"""Verbs that answer an offer, whatever their type."""
POINTING = frozenset({"the", "that", "this", "these", "those", "such"})
DEALS = frozenset({"deal", "accord", "agreement", "pact", "treaty", "truce", "ceasefire", "text", "statement"})
OFFERS = frozenset({"offer", "proposal", "plan", "promise", "pledge", "initiative", "idea", "overture", "gesture"})
NAMES = {
    "AGREE": DEALS | OFFERS | {"invitation"},
    "SUPPORT": DEALS,
    "CONSULT": frozenset({"talk", "meeting", "visit", "summit", "dialogue"}),
    "COOPERATE": frozenset({"exercise", "drill", "manoeuvre"}),
    "AID": frozenset({"aid", "help", "assistance", "shipment"}),
    "REQUEST": frozenset({"call", "request", "demand", "appeal", "ultimatum", "idea", "proposal"}),
    "ACCUSE": frozenset({"accusation", "charge", "allegation", "claim", "criticism"}),
    "REJECT": frozenset({"refusal", "rejection", "veto", "decision"}),
    "THREATEN": frozenset({"threat", "warning", "ultimatum"}),
    "PROTEST": frozenset({"protest", "demonstration", "march", "strike", "riot"}),
    "SANCTION": frozenset({"sanction", "ban", "embargo", "tariff", "measure", "expulsion", "boycott", "suspension"}),
    "COERCE": frozenset({"arrest", "detention", "seizure", "crackdown", "closure", "blockade", "raid", "sentence"}),
    "MOBILIZE": frozenset({"test", "launch", "deployment", "drill", "exercise", "buildup", "manoeuvre"}),
    "ASSAULT": frozenset(
        {"attack", "strike", "raid", "killing", "bombing", "shelling", "assault", "violence", "bloodshed", "massacre",
         "murder", "execution", "offensive", "invasion", "incursion", "war", "shooting", "airstrike"}
    ),
}  # fmt: skip
"""How a deed of a type is called when it is spoken of again."""
PARTIES = frozenset(
    {"side", "country", "nation", "government", "leader", "neighbour", "neighbor", "state", "capital", "party", "foe",
     "rival", "ally", "president", "minister", "premier", "delegation", "adversary"}
)  # fmt: skip
"""Nouns for parties that "two" or "both" makes those of whom was told: "*the two neighbours*"."""

Told = tuple["Trigger", Arguments]


def answered(doc: Doc, told: Sequence[Told], who: Participants) -> Iterator[Told]:
    """Triggers with their sides, in order, with those whom words of the sentence point back at.

    Answers without a target get the doers of the nearest deed before that is called so; "both sides" get those who did
    something with one another last. A deed of nobody known is passed over.
    """
    before: list[Told] = []
    for trigger, sides in told:
        found = _paired(doc[trigger.token], trigger, sides, before, who)
        if found.source and not found.target and _answers(doc[trigger.token], trigger):
            others = [(one, _abroad(deed, found.source, who)) for one, deed in before]
            found = Arguments(found.source, _doers(doc[trigger.token], others, doc, who))
        found = _told_again(doc[trigger.token], trigger, found, before, doc)
        before.append((trigger, found))
        yield trigger, found


def _told_again(token: Token, trigger: Trigger, sides: Arguments, before: Sequence[Told], doc: Doc) -> Arguments:
    """The sides of a deed that "*the* raid" only names again, with whom it was done to when it was told first."""
    if sides.target or token.pos_ != "NOUN" or not any(child.lower_ in POINTING for child in token.children):
        return sides
    same = (
        it for one, it in reversed(before) if one.type == trigger.type and it.target and _is_called(token, one, doc)
    )
    first_told = next(same, None)
    if first_told is None or (sides.source and not set(sides.source) & set(first_told.source)):
        return sides
    return Arguments(sides.source or first_told.source, first_told.target)


def _abroad(deed: Arguments, home: tuple[str, ...], who: Participants) -> Arguments:
    """The sides of a deed without those of the country that answers it: nobody condemns the own raid."""
    own = who.countries(home)
    source, target = (tuple(one for one in side if one not in home and not who.countries([one]) & own) for side in deed)
    return Arguments(source, target)


def _answers(token: Token, trigger: Trigger) -> bool:
    return trigger.type in ANSWERS or token.lemma_ in ACCEPTING


def _doers(verb: Token, before: Sequence[Told], doc: Doc, who: Participants) -> tuple[str, ...]:
    for word in _objects(verb):
        if who.of(word):
            return ()
        deeds = [one for one in reversed(before) if one[0].token < word.i and one[1].source]
        if word.pos_ == "PRON":
            here = (one for one in deeds[:1] if one[0].type in ANSWERS and doc[one[0].token].sent == verb.sent)
            return first(sides.target for _, sides in here)
        if any(child.lower_ in POINTING for child in word.children):
            return first(sides.source for one, sides in deeds if _is_called(word, one, doc))
    return ()


def _objects(verb: Token) -> Iterator[Token]:
    """What is answered: the object, also of what it commits to; a passive's subject; what stands behind "to"."""
    yield from (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"to", "of", "with"})
    yield from (child for prep in preps for child in prep.children if child.dep_ == "pobj")
    below = (child for child in verb.children if child.dep_ == "xcomp")
    yield from (child for one in below for child in one.children if child.dep_ == "dobj")


def _is_called(word: Token, deed: Trigger, doc: Doc) -> bool:
    lemma = word.lemma_.lower()
    return lemma == doc[deed.token].lemma_.lower() or lemma in NAMES.get(deed.type or "", ())


def _paired(token: Token, trigger: Trigger, sides: Arguments, before: Sequence[Told], who: Participants) -> Arguments:
    """The sides with those who are meant by "both sides", as doers of what takes two or as those it is done to."""
    pair = next((one.source for _, one in reversed(before) if _are_two(one, who)), ())
    if not pair or len(who.countries(sides.source)) > 1:
        return sides
    if trigger.type in TYPES and any(map(_is_pair, _subjects(token))):
        return Arguments(pair, pair)
    if not sides.target and any(_is_pair(word) for word in _spoken_to(token)):
        return Arguments(sides.source, tuple(one for one in pair if one not in sides.source))
    return sides


def _are_two(sides: Arguments, who: Participants) -> bool:
    return set(sides.source) == set(sides.target) and len(who.countries(sides.source) - {None}) == 2


def _subjects(token: Token) -> Iterator[Token]:
    """Who does it: the subject of the verb, or of the verb of which the noun is the object."""
    verb = token.head if token.dep_ == "dobj" else token
    if verb.pos_ == "VERB" and not is_passive(verb) and (subject := subject_of(verb)) is not None:
        yield subject
    yield from _behind(token, {"between", "by"})


def _spoken_to(token: Token) -> Iterator[Token]:
    yield from (child for child in token.children if child.dep_ in {"dobj", "dative"})
    yield from _behind(token, {"on", "to", "between", "with", "against"})


def _behind(token: Token, names: set[str]) -> Iterator[Token]:
    preps = (child for child in token.children if child.dep_ in {"prep", "dative"} and child.lower_ in names)
    yield from (child for prep in preps for child in prep.children if child.dep_ == "pobj")


def _is_pair(word: Token) -> bool:
    """Whether a phrase means two parties of whom was told: "both sides", "the two countries' armies", "their aides"."""
    beside = {child.lower_ for child in word.children}
    if word.lemma_ in PARTIES and beside & {"two", "both"} and (beside & POINTING or "both" in beside):
        return True
    if word.lower_ in {"both", "two"} and not any(child.dep_ == "prep" for child in word.children):
        return "the" in beside or word.lower_ == "both"
    owners = [child for child in word.children if child.dep_ == "poss"]
    return any(_is_pair(one) for one in owners) or (word.tag_ == "NNS" and any(one.lower_ == "their" for one in owners))
