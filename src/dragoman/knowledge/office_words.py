"""Offices as people ask for them: "president of South Korea", "South Korean president", "UN chief", "NATO's head".

A question is taken apart into whose office it is (a country or a body) and which; words that mean the same office are
made one. What can't be taken apart gives nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge import countries, organisations
from dragoman.knowledge.offices import terms
from dragoman.knowledge.own import follows_own
from dragoman.knowledge.person_names import name_key
from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.knowledge.offices import Role, Term


class Office(NamedTuple):
    """An office as it was asked for: whose (a country's code, or a body's name) and which, in one spelling."""

    owner: str
    title: str


_FOREIGN = "foreign minister"
_SAME = (
    (re.compile(r"\bspokes(?:man|woman)\b|\bpress secretary\b"), "spokesperson"),
    (re.compile(r"\b(chair)(?:man|woman|person)\b"), r"\1"),
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\badvisor\b"), "adviser"),
    (re.compile(r"\bsecretary[- ]general\b|\bsg\b"), "secretary general"),
    (re.compile(r"\bdirector[- ]general\b|\bdg\b"), "director general"),
    (re.compile(r"\b(?:minister|secretary) (?:of|for) (?:foreign|external) (?:affairs|relations)\b"), _FOREIGN),
    (re.compile(r"\bminister (?:of|for) (?:national )?defence\b"), "defence minister"),
    (re.compile(r"\bsecretary of (?:defence|war)\b"), "defence secretary"),
    (re.compile(r"\bminister (?:of|for) (unification|commerce|finance|trade)\b"), r"\1 minister"),
    (re.compile(r"\b(?:national )?security adviser\b"), "national security adviser"),
    (re.compile(r"\bvice[- ]president\b"), "vice president"),
    (re.compile(r"\bpm\b"), "prime minister"),
)  # fmt: skip
_GENERIC: Mapping[str, Role] = {
    "head of state": "head_of_state",
    "head of government": "head_of_government",
    "prime minister": "head_of_government",
    "premier": "head_of_government",
    "foreign minister": "foreign_minister",
    "foreign affairs minister": "foreign_minister",
    "top diplomat": "foreign_minister",
    "defence minister": "defence_minister",
    "vice president": "vice_president",
    "national security adviser": "security_adviser",
}
"""Titles by which a role is asked for whatever a state calls it: Berlin's chancellor is asked for as prime minister."""
_MONARCHS = frozenset({"king", "queen", "emir", "emperor", "sultan", "grand duke", "prince"})
_ONE_TITLE = frozenset(
    {"head_of_government", "foreign_minister", "defence_minister", "vice_president", "security_adviser"}
)
"""Roles of which a state has one, under whatever title: who asks for one title means them all."""
LONGEST = 9
"""Words in a country's or a body's name, at most: "United Kingdom of Great Britain and Northern Ireland"."""
_HEADS = frozenset({"head", "chief", "leader", "boss"})
_FIRST = ("secretary general", "director general", "managing director", "president", "executive director")
"""What the first of a body is called, where several of its offices are in the table."""
_STANDING_IN = re.compile(r"^(?:acting|interim|caretaker) ")


def offices_asked(question: str) -> tuple[Term, ...]:
    """Every term, in the table's order, of the office that the words name; none where they name no office we know."""
    for office in _readings(_words(question)):
        if found := _terms_of(office):
            return tuple(found)
    return ()


def titled(words: str) -> str:
    """A title in the one spelling by which titles are compared: lower case, British, without its bearer's gender."""
    text = _bare(words.casefold().replace("-", " "))
    for pattern, same in _SAME:
        text = pattern.sub(same, text)
    return text


def _words(question: str) -> list[str]:
    text = re.sub(r"^\s*who(?:\s+(?:is|was|were|are))?\s+", "", question.strip(' ?.!"“”'), flags=re.IGNORECASE)
    return [word for word in _bare(re.sub(r"[,()]", " ", text)).split() if word.casefold() != "current"]


def _bare(text: str) -> str:
    """Without articles and possessives, in which questions and tables differ: "the People's" and "People"."""
    return " ".join(re.sub(r"\bthe\b|['’]s\b|(?<=s)['’](?=\s)", " ", text, flags=re.IGNORECASE).split())


def _readings(words: Sequence[str]) -> Iterator[Office]:
    """The words split into owner and title at every place, owners longest first: "X of O", "O X", "X O"."""
    for size in range(min(len(words) - 1, LONGEST), 0, -1):
        for owner, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            title = list(rest)
            while title and title[-1].casefold() in {"of", "for", "in", "at"}:
                title.pop()
            for code in _owners(" ".join(owner)):
                if title:
                    yield Office(code, titled(" ".join(title)))
    yield from (Office("", title) for title in [titled(" ".join(words))] if title)


def _owners(form: str) -> Iterator[str]:
    yield from _owner_forms().get(name_key(form), ())


@follows_own
def _owner_forms() -> Mapping[str, tuple[str, ...]]:
    """Countries' codes and bodies' names by their forms in any case: a question is typed as it comes."""
    found: dict[str, dict[str, None]] = {}
    for form, (code, _) in countries.names().items():
        found.setdefault(name_key(_bare(form)), {})[code] = None
    for form, body in organisations.organisation_names().items():
        if body.name in _body_names():
            found.setdefault(name_key(_bare(form)), {})[body.name] = None
    return {key: tuple(owners) for key, owners in found.items()}


@follows_own
def _body_names() -> frozenset[str]:
    return frozenset(office.owner for office in _of_bodies())


@follows_own
def _of_bodies() -> Mapping[Office, tuple[Term, ...]]:
    """The terms in world bodies by body and title: "UN Secretary-General" is the "secretary general" of the UN."""
    found: dict[Office, list[Term]] = {}
    for term in terms():
        if term.country not in countries.countries():
            found.setdefault(_office_of(term.position), []).append(term)
    return {office: tuple(held) for office, held in found.items()}


def _office_of(position: str) -> Office:
    """A position with its body in front, taken apart; the longest body that is known by that name."""
    words = position.split()
    for size in range(len(words) - 1, 0, -1):
        body = organisations.organisation_names().get(" ".join(words[:size]))
        if body:
            return Office(body.name, titled(" ".join(words[size:])))
    return Office("", titled(position))


def _terms_of(office: Office) -> list[Term]:
    if office.owner in countries.countries():
        return _of_state(office)
    return _of_body(office)


def _of_state(office: Office) -> list[Term]:
    """By the position as the state calls it, with who stood in; by the role where the title is a general one."""
    here = [term for term in terms() if term.country == office.owner]
    title = _plain(office.title)
    named = [term for term in here if _plain(term.position) == title]
    role = _GENERIC.get(title) or _ministers(office.title)
    if title in {"monarch", "sovereign"}:
        return [term for term in here if _plain(term.position) in _MONARCHS]
    if title in {"leader", "ruler"} and not named:
        role = _leading(here)
    meant = {term.role for term in named}
    if not named or (role in _ONE_TITLE and role in meant):
        return [term for term in here if role and term.role == role]
    return named


def _ministers(title: str) -> Role | None:
    """The role that the table of titles gives words such as "secretary of state", where it is a minister's."""
    known = titles().get(title)
    return known.role if known and known.role in _ONE_TITLE - {"head_of_government"} else None  # type: ignore[return-value]


def _leading(here: Sequence[Term]) -> Role:
    """Who leads a state: its head, but where that is a monarch or none is in the table, its head of government."""
    heads = {_plain(term.position) for term in here if term.role == "head_of_state"}
    return "head_of_state" if heads - _MONARCHS else "head_of_government"


def _plain(position: str) -> str:
    return _STANDING_IN.sub("", titled(position))


def _of_body(office: Office) -> list[Term]:
    bodies = _of_bodies()
    title = _plain(office.title)
    found = [
        term
        for each, held in bodies.items()
        if each.owner == office.owner and _plain(each.title) == title
        for term in held
    ]
    if not found and not office.owner:
        return _of_one_state(title)
    if found or title not in _HEADS:
        return found
    theirs = {each.title: held for each, held in bodies.items() if each.owner == office.owner}
    first = next((each for each in _FIRST if each in theirs), None)
    return list(theirs[first]) if first else [term for held in theirs.values() for term in held]


def _of_one_state(title: str) -> list[Term]:
    """An office that one state alone has by that name: the pope, the taoiseach."""
    found = [term for term in terms() if _plain(term.position) == title]
    return found if len({term.country for term in found}) == 1 else []
