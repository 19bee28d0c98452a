"""Whether it happened, is planned, proposed or conditional, or is denied, alleged, negated or habitual."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from dragoman.events.classes import STATUSES
from dragoman.events.subjects import parenthesis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from dragoman.model import Status

NEGATING = frozenset({"not", "n't", "never", "no", "neither", "nor"})
NOTHING = frozenset({"none", "nothing", "nobody", "neither"})
"""Words that negate what they are done in: "closed *none* of its sites"."""
CONDITIONS = frozenset({"if", "once", "unless", "provided"})
UNDER = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl"})
WISHING = frozenset({"like", "love", "prefer", "welcome", "hope", "appreciate"})
"""Words whose "would" is politeness: who "would like to talk" says so now."""
REPORTED_AS_FACT = frozenset({"say", "tell", "announce", "report", "confirm", "state", "add", "note"})


@cache
def words(place: str) -> Mapping[str, Status]:
    """The words of status_words.csv that make a status "as" a governor, a modifier or an adverb of the trigger.

    Under a governor a thing is not told as a fact: what a promise or a threat commits to is not done yet.
    """
    text = files("dragoman.events").joinpath("status_words.csv").read_text(encoding="utf-8")
    return {
        row["word"]: cast("Status", row["status"]) for row in csv.DictReader(text.splitlines()) if row["as"] == place
    }


BY_SENTENCE = "as the sentence reads"
"""What is told for a status that rests on no one word."""
SURE, SURER = 0.6, 0.85
"""How sure the encoder must be to be heard where no word stands against a fact, and to overrule a word that does. On
reports annotated in full it puts right more than it spoils between .5 and .9."""


def status_of(token: Token, heard: NDArray[np.float32] | None = None) -> tuple[Status, str]:
    """The status of what the word says, and what makes it so: a word, BY_SENTENCE, or "" where it is told as a fact.

    `heard` are the encoder's chances of STATUSES. Where it is sure enough it has the last word.
    """
    status, word = _by_words(token)
    if heard is None:
        return status, word
    best = int(heard.argmax())
    if _is_plain(token, status, word, STATUSES[best]):
        return status, word
    if STATUSES[best] != status and heard[best] >= (SURER if word else SURE):
        return STATUSES[best], BY_SENTENCE
    return status, word


def _is_plain(token: Token, status: Status, word: str, heard: Status) -> bool:
    """Whether the words leave the encoder no say.

    A "not" on the trigger, "will" or "would" without an "if", and what frames a past deed: "before *going*, she said".
    """
    if status == "negated":
        return any(child.dep_ == "neg" for child in token.children)
    if status == "actual" and _is_done_first(token):
        return True
    return status == "planned" and heard == "conditional" and word.lower() in WILL


def _is_done_first(token: Token) -> bool:
    """Whether a participle behind "before" or "after" hangs on a verb in the past."""
    prep = token.head
    return bool(token.dep_ == "pcomp" and prep.lower_ in {"before", "after", "since"} and prep.head.tag_ == "VBD")


WILL = frozenset({"will", "wo", "would", "shall", "'ll", "'d"})


def is_refused(token: Token, status: Status) -> bool:
    """Whether the "not" is the refusal itself: "will *not* lift the ban" happened, "did not reject it" didn't."""
    return status == "negated" and any(child.dep_ == "aux" and child.lower_ in WILL for child in token.children)


def _by_words(token: Token) -> tuple[Status, str]:
    checks: tuple[Callable[[Token], tuple[Status, str] | None], ...] = (
        _negated,
        _modified,
        _modal,
        _intended,
        _governed,
    )
    for check in checks:
        found = check(token)
        if found:
            return found
    return "actual", ""


def _negated(token: Token) -> tuple[Status, str] | None:
    for word in (token, *_carriers(token)):
        for child in word.children:
            none = child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lower_ in NOTHING
            if none or child.dep_ == "neg" or (child.dep_ in {"det", "preconj"} and child.lower_ in NEGATING):
                return "negated", child.text
    return None


HAPPENING = frozenset({"be", "take", "happen", "occur", "follow", "begin", "start", "continue", "come"})
"""Verbs of which a deed is the subject: "*talks* could follow"."""


def _carriers(token: Token) -> Iterator[Token]:
    """The verb that carries a noun ("did not hold *talks*") or an adjective ("is not *willing*")."""
    if token.pos_ == "VERB" or token.head == token:
        return
    if token.dep_ in {"dobj", "acomp", "attr", "nsubjpass"} or (
        token.dep_ == "nsubj" and token.head.lemma_ in HAPPENING
    ):
        yield token.head


def _modified(token: Token) -> tuple[Status, str] | None:
    beside = (child for child in token.children if child.dep_ == "appos")
    for word in (token, *_carriers(token), *beside):
        for child in word.children:
            status = words("modifier").get(child.lower_) if child.dep_ in {"amod", "compound"} else None
            status = status or (words("adverb").get(child.lower_) if child.dep_ == "advmod" else None)
            if status:
                return status, child.text
    return None


def _modal(token: Token) -> tuple[Status, str] | None:
    for verb in (token, *_carriers(token), *_shared(token)):
        for child in verb.children:
            if child.dep_ == "mark" and child.lower_ in {"if", "unless"}:
                return "conditional", child.text
            if child.dep_ == "aux" and child.tag_ == "MD" and not _is_polite(child, token):
                return _wished(verb) or (_by_modal(child.lower_, verb), child.text)
        if _is_to_be(verb):
            return "planned", "is to"
    return None


def _lemma(token: Token) -> str:
    """The word's lemma; the parser's for "hopes" is that of "hops"."""
    lemma = token.lemma_.lower()
    return "hope" if lemma == "hop" else lemma


def _wished(verb: Token) -> tuple[Status, str] | None:
    """What hangs on a wish for others is none the more planned for its "will": "we *hope* that both *will* talk"."""
    above = verb.head
    wishing = verb.dep_ == "ccomp" and words("governor").get(_lemma(above)) == "proposed"
    is_wish = wishing and not _has_condition(verb)
    return ("proposed", above.text) if is_wish else None


def _is_polite(modal: Token, token: Token) -> bool:
    """Whether the modal only softens the trigger itself: "*would* like to"."""
    return modal.head == token and modal.lower_ in {"would", "'d", "should"} and token.lemma_.lower() in WISHING


def _shared(token: Token) -> Iterator[Token]:
    """The verbs before "and" whose auxiliary a verb without a subject of its own shares: "will go and *meet* them"."""
    while token.dep_ == "conj" and not any(_parts(child) for child in token.children):
        token = token.head
        yield token


def _parts(child: Token) -> bool:
    """Whether a word shows that its verb stands on its own: a subject, or an auxiliary but "to"."""
    return child.dep_ in {"nsubj", "nsubjpass"} or (child.dep_ == "aux" and child.lower_ != "to")


def _intended(token: Token) -> tuple[Status, str] | None:
    """The trigger may itself be the word of intent: "plan to hold drills"."""
    status = words("self").get(_lemma(token))
    carried = {"xcomp", "ccomp", "dobj"} if status == "proposed" else {"xcomp", "ccomp"}
    if status and any(child.dep_ in carried for child in token.children):
        return status, token.text
    return None


def _has_condition(verb: Token) -> bool:
    """Whether an "if" or "once" clause hangs on the verb or on the one that it is joined to."""
    while verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
        verb = verb.head
    return any(
        child.dep_ == "advcl" and any(one.lower_ in CONDITIONS for one in child.children) for child in verb.children
    )


def _by_modal(word: str, verb: Token) -> Status:
    """The status that a modal makes; "would" without an "if" is the "will" of a plan or of reported speech."""
    if word in {"will", "shall", "'ll", "wo"}:
        return "planned"
    if word in {"would", "'d"}:
        return "conditional" if _has_condition(verb) else "planned"
    return "proposed" if word in {"should", "must"} else "conditional"


def _is_to_be(verb: Token) -> bool:
    """Whether an infinitive hangs on a bare "be": "the minister is to visit Rome" is a plan."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return infinitive and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"


def _governed(token: Token) -> tuple[Status, str] | None:
    """What the verb above makes of it, up to the first that states a fact: "denied *attacking*", "urged to *stop*"."""
    found = ruled(token)
    return (found[0], found[1].text) if found else None


THANKS = frozenset({"thank", "thanks", "gratitude", "grateful", "appreciation", "applaud", "praise"})


def thanks_before(word: Token) -> Token | None:
    """The word of thanks if a word is the "for" behind which stands what somebody is thanked for."""
    if word.dep_ != "prep" or word.lower_ != "for":
        return None
    given = (one for one in word.head.subtree if one.dep_ in {"dobj", "pobj"} and word.head.i < one.i < word.i)
    return next((one for one in (word.head, *given) if one.lemma_.lower() in THANKS), None)


def ruled(token: Token) -> tuple[Status, Token] | None:
    """The status that a word above gives to what a word says, and that word; None where none does."""
    below, above = token, token.head
    while above != below:
        if thanks_before(below) is not None:  # that was done
            return None
        if (between := parenthesis(below)) is not None and (thought := words("governor").get(_lemma(between))):
            return thought, between
        if above.pos_ in {"VERB", "ADJ", "NOUN"} and _rules(below, above):
            status = _by_governor(below, above)
            if status:
                return status, above
            if above.lemma_.lower() in REPORTED_AS_FACT:
                return None
        if below.dep_ in {"conj", "relcl"}:
            return None
        below, above = above, above.head
    return None


def _rules(below: Token, above: Token) -> bool:
    return below.dep_ in UNDER or (below.dep_ in {"dobj", "pobj", "prep", "attr"} and above.pos_ == "VERB")


def _by_governor(below: Token, above: Token) -> Status | None:
    lemma = _lemma(above)
    status = words("governor").get(lemma)
    if status is None or (below.dep_ == "advcl" and not _is_infinitive(below)):
        return None
    if (
        below.dep_ in {"dobj", "prep", "pobj"}
        and status == "planned"
        and lemma in {"announce", "agree", "decide", "set"}
    ):
        return None
    if status == "planned" and below.dep_ == "ccomp" and lemma in {"announce", "expect", "believe"}:
        return None
    return status


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
