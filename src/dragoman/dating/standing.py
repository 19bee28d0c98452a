"""Whether an occasion named in a report is over or still to come, as its own clause says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.dating.inverse import Standing
    from dragoman.model import Span

_FILLER = r"(?:[\w.'’&-]+\s+){0,3}$"
_SEASON = r"(?:week|month|year|spring|summer|fall|autumn|winter)"
_COMING = re.compile(
    rf"\b(?:(?:upcoming|forthcoming|looming|approaching)|next {_SEASON}['’]s|tomorrow['’]s)\s+{_FILLER}", re.IGNORECASE
)
_GONE = re.compile(
    rf"\b(?:last (?:night|{_SEASON})['’]s|yesterday['’]s|(?:in the (?:wake|aftermath)|on the heels) of|since)\s+"
    rf"{_FILLER}",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(
    r"\b(?:ahead of|in advance of|in the run-?up to|head(?:s|ed|ing) (?:in)?to|going into|leading up to|on to"
    rf"|(?:days|weeks|months) (?:before|until|away from)|(?:remaining|remain|left|go) (?:before|until))\s+{_FILLER}",
    re.IGNORECASE,
)
_WILL = frozenset(["will", "'ll", "’ll", "wo", "shall"])
_OPEN = frozenset(["would", "could", "may", "might", "should", "must", "can", "ca", "'d", "’d"])
_HAVE = frozenset(["have", "has", "had", "'ve", "’ve", "'s", "’s"])
_DONE_AT = frozenset(["at", "during", "after", "since", "following", "in"])
_DONE_TO = frozenset(
    ["win", "lose", "attend", "host", "hold", "skip", "miss", "sweep", "carry", "boycott", "open", "close", "conduct"]
) | frozenset(["sign", "capture", "suffer", "survive", "dominate", "finish", "conclude", "watch", "address", "leave"])
"""Verbs whose object has taken place when they have: who "discussed" a summit may do so before it."""
_NOT_DOING = frozenset(
    ["be", "loom", "approach", "near", "remain", "seem", "appear", "await", "plan", "schedule", "expect"]
)
_OUTCOMES = frozenset(
    ["victory", "win", "loss", "defeat", "result", "winner", "aftermath", "victim", "survivor", "triumph", "attacker"]
)
_PARTS = frozenset(["night", "day", "start", "beginning", "end", "close", "eve", "week", "opening", "rest", "course"])
"""Parts of an occasion, told of as the whole is."""
_PLANS = frozenset(["plan", "expect", "schedule", "set", "slate", "due", "prepare", "intend", "aim", "hope", "poise"])
_AWAITING = frozenset(["prepare", "brace", "gear", "ready", "rehearse", "wait"])
_SHORT = frozenset(["primary", "caucus", "debate"])
_AWAITED = frozenset(["primary", "convention", "election", "summit"])
_COPULAS = frozenset(["is", "are", "'s", "’s", "'re", "’re", "am"])
_CERTAIN_TAGS = frozenset(["VBP", "VBZ"])


class Stands(NamedTuple):
    """What a clause says of an occasion; `firm` if by its own verb or attribute, not by a habit of news."""

    standing: Standing
    firm: bool


def standing_of(doc: Doc | None, span: Span, text: str) -> Stands | None:
    """Past or ahead, None where the words leave it open ("would have", "the summit's agenda", no verb)."""
    before = text[max(0, span.start - 60) : span.start]
    if _COMING.search(before):
        return Stands("ahead", firm=True)
    if _GONE.search(before):
        return Stands("past", firm=True)
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is not None and len(words) and words.root.pos_ in ("VERB", "AUX"):
        return _told(words.root, "nsubj")
    found = _by_verb(words.root) if words is not None and len(words) else None
    if found is None and _BEFORE_IT.search(before):
        return Stands("ahead", firm=False)
    return found


def standing_by_words(before: str) -> Standing | None:
    """What the words before an occasion or a day say of it: "ahead of", "the upcoming", "since"."""
    if _COMING.search(before) or _BEFORE_IT.search(before):
        return "ahead"
    return "past" if _GONE.search(before) else None


def _by_verb(token: Token) -> Stands | None:
    """What the verb says of which the occasion is subject, object or circumstance."""
    while token.dep_ in ("appos", "conj") and token.head.i < token.i and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    if token.dep_ in ("compound", "poss", "nmod") and token.head.lemma_.lower() in _OUTCOMES:
        return _outcome(token.head)
    if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return _told(token.head, token.dep_)
    if token.dep_ == "pobj":
        link, above = token.head, token.head.head
        if link.lower_ in ("of", "in") and above.lemma_.lower() in _OUTCOMES:
            return _outcome(above)
        if link.lower_ == "of" and above.lemma_.lower() in _PARTS:
            return _by_verb(above)
        while above.dep_ == "prep" and above.head.i < above.i:
            above = above.head
        return _told(above, link.lower_) if above.pos_ in ("VERB", "AUX") else None
    return None


def _outcome(noun: Token) -> Stands | None:
    """A victory or a victim has been, unless the verb above leaves open whether there will be any."""
    verb = next((above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    helpers = _helpers(verb) if verb is not None else set()
    return None if helpers & (_WILL | _OPEN | {"to"}) else Stands("past", firm=True)


def _helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb, itself among them if it is one."""
    found = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return found | {verb.lower_} if verb.pos_ == "AUX" else found


def _told(verb: Token, role: str) -> Stands | None:
    """By the verb's tense and the occasion's part in it: a dependency or a preposition."""
    helpers = _helpers(verb)
    if helpers & _OPEN or any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        return None
    if helpers & _WILL:
        return None if role in ("after", "since", "following") else Stands("ahead", firm=True)
    if "to" in helpers:
        return _planned(verb, role)
    if verb.tag_ in ("VBG", "VBN") and helpers & _COPULAS and _is_plan(verb):
        return Stands("ahead", firm=True)
    return _happened(verb, role, helpers)


def _planned(verb: Token, role: str) -> Stands | None:
    """Reads "plans to attend", "is set to host", "is to open"."""
    above = verb.head
    if role in ("after", "since", "following"):
        return None
    if above.lower_ in _COPULAS and above.pos_ in ("AUX", "VERB"):
        return Stands("ahead", firm=True)
    helpers = {child.lower_ for child in above.children if child.dep_ in ("aux", "auxpass", "cop")} | {
        above.head.lower_
    }
    if _is_plan(above) and (above.tag_ in _CERTAIN_TAGS or helpers & _COPULAS):
        return Stands("ahead", firm=True)
    return None


def _is_plan(word: Token) -> bool:
    return word.lemma_.lower() in _PLANS or word.lower_ in ("going", "due", "set", "poised", "slated")


def _happened(verb: Token, role: str, helpers: set[str]) -> Stands | None:
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBG":
        return _going_on(verb, role, helpers)
    perfect = bool(helpers & _HAVE) and verb.tag_ == "VBN"
    if verb.tag_ != "VBD" and not perfect and not (verb.tag_ == "VBN" and helpers & {"was", "were"}):
        waits = role in ("before", "until", "till") and verb.tag_ in _CERTAIN_TAGS
        return Stands("ahead", firm=False) if waits else None
    if lemma in _PLANS | _NOT_DOING:
        return None
    if role in ("nsubj", "nsubjpass") or role in _DONE_AT or (role == "dobj" and lemma in _DONE_TO):
        return Stands("past", firm=True)
    return None


def _going_on(verb: Token, role: str, helpers: set[str]) -> Stands | None:
    """Reads "after winning", "was speaking at": over; "is preparing for", "is running in": ahead."""
    under = next((child.lower_ for child in verb.children if child.dep_ in ("prep", "mark")), "")
    if verb.dep_ == "pcomp":
        under = verb.head.lower_
    done = role in _DONE_AT or (role == "dobj" and verb.lemma_.lower() in _DONE_TO)
    if done and (under in ("after", "since", "following", "by") or helpers & {"was", "were"}) and not _is_plan(verb):
        return Stands("past", firm=under != "by")
    if helpers & _COPULAS and role in ("before", "until", "for", "toward", "towards", "into") and under != "after":
        return Stands("ahead", firm=role == "for" and verb.lemma_.lower() in _AWAITING)
    return None


def standing_of_time(doc: Doc | None, span: Span) -> Stands | None:
    """Past or ahead, by the verb that a time stands at; None for one that qualifies a noun or has no clear tense."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is None or not len(words):
        return None
    token = words.root
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "at", "during", "until", "till", "by"):
        token = token.head
        if token.lower_ in ("until", "till", "by"):
            return None
    elif token.dep_ not in ("npadvmod", "nmod", "tmod", "dobj"):
        return None
    verb = token.head
    return _told(verb, "nsubj") if verb.pos_ in ("VERB", "AUX") else None


def habit_of(doc: Doc | None, span: Span, kind: str) -> Stands | None:
    """What the tense of the sentence makes likely where the occasion's own clause says nothing; never firm."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    if words is None or not len(words) or words.root.dep_ == "attr":
        return None
    verb = next((above for above in words.root.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if verb is None or any(child.dep_ in ("aux", "auxpass", "mark", "neg") for child in verb.children):
        return None
    if verb.tag_ == "VBZ" and verb.lemma_.lower() in _DONE_TO:
        return Stands("past", firm=False)  # a headline: "X wins the primary"
    if verb.tag_ == "VBD" and kind in _SHORT:
        return Stands("past", firm=False)
    return Stands("ahead", firm=False) if verb.tag_ == "VBZ" and kind in _AWAITED else None
