"""Which words of a report are toponyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.entities import tagged_around
from dragoman.actors.gazetteer import known_names
from dragoman.knowledge import countries
from dragoman.knowledge.places import acronyms
from dragoman.places.candidate import adjective_for, is_by_hand, is_seat, likelihood, short_for
from dragoman.places.position import (
    COMMON,
    LOCAL,
    PLACED,
    is_dateline,
    is_in_position,
    is_named_after,
)
from dragoman.places.taken import taken
from dragoman.places.toponym import Toponym, toponym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.actors.known import Known
    from dragoman.model import Actor
    from dragoman.places.taken import Taken

INSIDE = frozenset(
    {"of", "de", "del", "la", "el", "al", "the", "and", "-", "da", "do", "des", "du", "upon", "on", "am", "es", "sur"}
    | {
        "en",
        "sous",
        "di",
        "ez",
        "kwa",
        "an",
        "der",
        "le",
        "les",
        "san",
        "e",
        "y",
        "-e",
        "i",
        "os",
        "'s",
        "’s",
        "au",
        "aux",
    }
)
"""Small words within a name."""
LONGEST = 6
KNOWN_TOWN, TOWN = 4.5, 3.0
"""Likelihoods from which a name is taken for a place where the parser sees none: a town of some 30,000; of 1,000."""
OWN_GENITIVE = 4.9
"""The same for a name that ends in `'s`, as St. John's does: towns of 80,000."""
NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "LANGUAGE", "CARDINAL", "ORDINAL", "QUANTITY"})


def toponyms(doc: Doc, actors: Iterable[Actor] = ()) -> list[Toponym]:
    """The toponyms of a parse in order, none overlapping another.

    Countries and their adjectives, unless a longer name of the tables holds them; names of the tables where the
    parser or the words beside see a place, and the same names elsewhere; then what only the parser sees. Nationals
    ("Syrians") are people, and a place within a person's name is none; `actors` may tell more persons than the parser.
    """
    known = known_names(doc)
    hold = taken(doc, known, actors)
    found: dict[int, Toponym] = {}
    for one in _ordered(doc, known, hold):
        if not any(at in found for at in range(one.start, one.end)):
            found |= dict.fromkeys(range(one.start, one.end), one)
    return sorted(set(found.values()))


def _ordered(doc: Doc, known: Sequence[Known], hold: Taken) -> Iterator[Toponym]:
    """All finds, the surest first."""
    nationals = {one.start for one in known if one.table == "country" and countries.names()[one.text][1] == "national"}
    named = [one for one in _named(doc, hold) if one.start not in nationals]
    longer = [one for one in named if one.end - one.start > 1]
    of_country = list(_countries(doc, known, hold))
    yield from sorted((*longer, *of_country), key=lambda one: (one.start - one.end, one.how != "country", one.start))
    yield from named
    yield from _again(doc, named, hold)
    yield from (one for one in _entities(doc, hold) if not nationals & set(range(one.start, one.end)))


def _countries(doc: Doc, known: Sequence[Known], hold: Taken) -> Iterator[Toponym]:
    for one in known:
        end = one.end if one.table == "country" else _own_country(doc, one)
        code, how = countries.names().get(doc[one.start : end].text, ("", "")) if end else ("", "")
        if how in {"name", "alias"} and not is_named_after(doc, one.start, end):
            if one.table == "organisation" or one.start not in hold.persons:
                yield toponym(doc, one.start, end, "country", code)
        elif how == "adjective" and _is_adjective(doc, one.start, end, hold):
            yield toponym(doc, one.start, end, "adjective", code)


def _own_country(doc: Doc, known: Known) -> int:
    """Where the country's name ends with which a body's begins ("*U.S.* Army"); 0 for none."""
    ends = range(known.end - 1, known.start, -1) if known.table == "organisation" else ()
    return next((end for end in ends if doc[known.start : end].text in countries.names()), 0)


def _is_adjective(doc: Doc, start: int, end: int, hold: Taken) -> bool:
    """Whether an adjective tells a place: not in a body's name, nor a language ("in Turkish")."""
    if start in hold.persons or start in hold.bodies or is_named_after(doc, start, end):
        return False
    if end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "ORG":
        return False
    return not (doc[start].dep_ == "pobj" and doc[start].head.lower_ == "in")


def _named(doc: Doc, hold: Taken) -> list[Toponym]:
    """Names of the tables in places' positions, the longest at each word."""
    found: list[Toponym] = []
    free = 0
    for token in doc:
        if token.i >= free and _is_capital(token) and token.i not in hold.persons:
            one = _named_at(doc, token.i, hold, found[-1] if found else None)
            if one:
                found.append(one)
                free = one.end
    return found


def _named_at(doc: Doc, start: int, hold: Taken, before: Toponym | None) -> Toponym | None:
    for end in _ends(doc, start):
        one = toponym(doc, start, end, "named")
        if end - start <= 2 and _is_behind_name(doc, start) and short_for(one.key):
            stop = end < len(doc) and doc[end].text == "." and not doc[end - 1].whitespace_
            return one._replace(how="short", end=end + stop)
        if adjective_for(one.key) and _is_adjective(doc, start, end, hold):
            return one._replace(how="adjective")
        likely = likelihood(one.key)
        if _is_word(doc, one, likely):
            continue
        if likely and _is_placed(doc, one, likely, hold, before):
            return one
    return None


def _is_word(doc: Doc, one: Toponym, likely: float) -> bool:
    """Whether the key is a mere word's here: "South", the "*Act*" that is no ACT, a person's genitive ("Roe's")."""
    if one.key in COMMON or (doc[one.end - 1].tag_ == "POS" and likely < OWN_GENITIVE):
        return True
    return one.key in acronyms() and not doc[one.start : one.end].text.isupper()


def _is_behind_name(doc: Doc, start: int) -> bool:
    """Whether a comma parts the word from a name before it."""
    return start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN"


def _ends(doc: Doc, start: int) -> Iterator[int]:
    """Where a name from `start` may end, the longest first."""
    ends, at = [start + 1], start + 1
    while at < min(len(doc), start + LONGEST):
        hyphened = doc[at - 1].text == "-" and doc[at].is_alpha
        if hyphened or doc[at].tag_ == "POS" or (_is_capital(doc[at]) and not doc[at - 1].is_punct):
            ends.append(at + 1)
        elif doc[at].lower_ not in INSIDE:
            break
        at += 1
    return reversed(ends)


def _is_capital(token: Token) -> bool:
    return bool(token.text[0].isupper()) and token.pos_ not in {"PRON", "DET", "AUX"}


def _follows(doc: Doc, start: int, before: Toponym | None) -> bool:
    """Whether the name goes on a list of places: "Aru, Beni and *Goma*"."""
    if before is None or before.how == "adjective" or not 0 < start - before.end <= 2:
        return False
    return all(doc[at].lower_ in {",", "and", "or", ";", "/"} for at in range(before.end, start))


def _is_placed(doc: Doc, one: Toponym, likely: float, hold: Taken, before: Toponym | None) -> bool:
    """Whether the name stands for a place here."""
    if one.start in hold.persons or is_named_after(doc, one.start, one.end):
        return False
    if is_seat(one.key):
        return is_in_position(doc, one.start, one.end)
    labels = {doc[at].ent_type_ for at in range(one.start, one.end)}
    if labels <= PLACED:
        return not _is_part(doc, one)
    if one.start in hold.bodies:
        return likely >= KNOWN_TOWN and _is_local_body(doc, one)
    return not labels & NOT_NAMES and _is_unseen(doc, one, likely, labels, before)


def _is_unseen(doc: Doc, one: Toponym, likely: float, labels: set[str], before: Toponym | None) -> bool:
    """Whether the name stands for a place though the parser sees none, or sees somebody."""
    long = one.end - one.start > 1
    if is_dateline(doc, one.start, one.end) or (labels == {""} and long and likely >= KNOWN_TOWN):
        return True
    if is_by_hand(one.key, all_kinds=long) and (long or "PERSON" not in labels):
        return True
    placed = _follows(doc, one.start, before) or is_in_position(doc, one.start, one.end)
    return placed and likely >= (TOWN if long or labels == {""} else KNOWN_TOWN)


def _is_part(doc: Doc, one: Toponym) -> bool:
    """Whether a building's or landscape's longer name holds the place's: "*Bristol* Zoo", "*Oxford* Street"."""
    if doc[one.start].ent_type_ in {"", "GPE"}:
        return False
    _, end = tagged_around(doc, one.start)
    behind = [doc[at] for at in range(one.end, end) if doc[at].text[0].isupper()]
    return bool(behind) and behind[0].lower_ not in LOCAL


def _is_local_body(doc: Doc, one: Toponym) -> bool:
    """Whether a body's name tells where it is: "*Utica* Police Department", "City Council of *Utica*"."""
    behind = [doc[at].lower_ for at in range(one.end, min(len(doc), one.end + 3))]
    return bool(behind) and (behind[0] in LOCAL or (len(behind) > 1 and behind[1] in LOCAL and doc[one.end].is_title))


def _again(doc: Doc, named: list[Toponym], hold: Taken) -> Iterator[Toponym]:
    """The names already found where the parser is silent or takes them for somebody."""
    forms = {doc[one.start : one.end].text: one for one in named if one.how == "named"}
    firsts = {doc[one.start].text for one in forms.values()}
    lengths = sorted({one.end - one.start for one in forms.values()}, reverse=True)
    for at in (token.i for token in doc if token.text in firsts and token.i not in hold.persons):
        for end in (at + length for length in lengths if at + length <= len(doc)):
            one = toponym(doc, at, end, "named")
            free = at not in hold.bodies or _is_local_body(doc, one)
            if free and doc[at:end].text in forms and not is_named_after(doc, at, end):
                yield one
                break


def _is_name(doc: Doc, one: Toponym) -> bool:
    """Whether what the parser takes for a place has a capital, and is no seat and no part of another's name."""
    return doc[one.start].text[0].isupper() and not is_seat(one.key) and not is_named_after(doc, one.start, one.end)


def _entities(doc: Doc, hold: Taken) -> Iterator[Toponym]:
    """What only the parser takes for a place."""
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"} or any(at in hold.persons for at in range(entity.start, entity.end)):
            continue
        start, end = entity.start, entity.end
        while start < end and (doc[start].lower_ == "the" or doc[start].is_punct):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        one = toponym(doc, start, end, "entity") if start < end else None
        if one and one.key and one.key not in COMMON and _is_name(doc, one):
            yield one
