"""What the words beside a name say for a place's name, and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.countries import names
from dragoman.knowledge.place_names import place_key
from dragoman.places.candidate import regions_named

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACED = frozenset({"GPE", "LOC", "FAC"})
"""The parser's labels of places."""
PLACING = frozenset(
    {"in", "at", "from", "near", "to", "outside", "around", "across", "into", "toward", "towards", "through", "via"}
    | {"between", "inside", "throughout", "off", "beyond", "over", "leaving", "visiting", "visited", "reached"}
)
"""Words before a place."""
SORTS = frozenset(
    {"province", "city", "region", "district", "town", "village", "island", "governorate", "county", "state", "airport"}
    | {"prefecture", "oblast", "peninsula", "valley", "strait", "river", "suburb", "area", "coast", "border", "slum"}
    | {"camp", "port", "harbour", "neighbourhood", "neighborhood", "municipality", "hamlet", "capital", "territory"}
)
"""Common nouns that say of a name beside them that it is a place's."""
OF_PLACES = frozenset(
    {"mayor", "governor", "resident", "outskirt", "street", "people", "bombardment", "siege", "north", "south", "east"}
    | {"west", "part", "centre", "center", "battle", "fall", "capture", "population", "residents", "outskirts"}
)
"""Nouns that stand before "of" and a place beside `SORTS`."""
DIRECTIONS = frozenset(
    {"the", "northern", "southern", "eastern", "western", "central", "downtown", "rural", "regional", "nearby"}
    | {
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
    }
)
NAMED_AFTER = frozenset(
    {"university", "bank", "corporation", "corp.", "corp", "times", "college", "institute", "school", "treaty"}
    | {"duke", "duchess", "earl", "prince", "archbishop", "bishop", "order", "declaration", "sons", "daughters"}
)
"""What a body or person is named after follows these with "of": "University of Ghent"."""
NAMES = frozenset(
    {"Globe", "Times", "Post", "Herald", "Tribune", "Telegraph", "Guardian", "Gazette", "Chronicle", "Examiner", "Star"}
    | {"Mail", "Journal", "News", "Press", "Courier", "Observer", "Inquirer", "Sun", "Review", "Airlines", "Airways"}
    | {"FC", "United", "Rovers", "Wanderers", "Athletic", "Olympics", "Games", "Accord", "Accords", "Agreement"}
    | {"Convention", "Protocol", "Treaty", "Declaration", "Consensus", "Bancorp", "Motors", "Electric", "Marathon"}
    | {"Time", "Street", "Avenue", "Road", "Boulevard", "Virus", "virus", "ebolavirus", "encephalitis", "syndrome"}
)
"""Words after which the place before them is a paper's, company's, team's, street's, treaty's or illness's name."""
CLUBS = frozenset({"Real", "Atletico", "Atlético", "Inter", "Bayern", "Dynamo", "Dinamo", "Sporting", "Radio", "Air"})
"""Words before a place in a club's, broadcaster's or airline's name."""
COMMON = frozenset(
    {"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western", "region", "street"}
    | {"college", "lake", "port", "bay", "valley", "island", "islands", "zoo", "downtown", "city", "county", "state"}
    | {
        "province",
        "district",
        "park",
        "river",
        "mt",
        "ft",
        "st",
        "san",
        "santa",
        "new",
        "old",
        "upper",
        "lower",
        "beach",
    }
    | {"university", "village", "town", "centre", "center", "hospital", "school", "court", "house", "road", "avenue"}
    | {"airport", "station", "church", "general", "union", "republic", "marshal", "liberty", "independence", "victory"}
    | {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "free", "royal"}
    | {"federal", "globe", "golden", "white", "black", "green", "blue", "red", "grand", "great", "little", "big", "man"}
    | {
        "plateau",
        "coast",
        "delta",
        "harbor",
        "harbour",
        "border",
        "square",
        "bridge",
        "hall",
        "tower",
        "police",
        "liga",
    }
)
"""Keys that towns have somewhere, and that alone are words."""
LOCAL = frozenset(
    {"police", "department", "superior", "court", "city", "council", "hall", "memorial", "hospital", "regional"}
    | {"health", "fire", "general", "premier", "mayor", "gov.", "governor", "municipal", "county", "mla", "district"}
    | {"international", "art", "state", "ministry", "branch", "office", "bureau", "public", "provincial"}
)
"""Words in the names of bodies of a town, which stand behind the town's."""


def is_named_after(doc: Doc, start: int, end: int) -> bool:
    """Whether a body or thing is called after the place: "University of Ghent", "*Boston* Globe"."""
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in NAMED_AFTER and doc[start - 2].is_title:
        return True
    if start and doc[start - 1].text in CLUBS:
        return True
    if end + 1 < len(doc) and doc[end].text == "State" and doc[end + 1].text in {"University", "College"}:
        return True
    return end < len(doc) and doc[end].text in NAMES


def is_in_position(doc: Doc, start: int, end: int) -> bool:
    """Whether the words beside say that a place is named: "in", "the mayor of", "the town of", "the Aru *province*"."""
    before = start - 1
    while before > 0 and doc[before].lower_ in DIRECTIONS:
        before -= 1
    if (before >= 0 and _is_placing(doc, before, start)) or (start and doc[start - 1].lower_ in DIRECTIONS - {"the"}):
        return True
    if end < len(doc) and (doc[end].lemma_.lower() in SORTS or doc[end].text in {"Mayor", "Governor", "Gov."}):
        return True
    return is_behind_town(doc, start) or _is_before_region(doc, end)


def _is_placing(doc: Doc, before: int, start: int) -> bool:
    word = doc[before]
    if word.lower_ in PLACING:
        return not (word.lower_ == "to" and before > 0 and doc[before - 1].lower_ in {"according", "thanks", "due"})
    if word.lower_ == "of" and before > 0:
        return doc[before - 1].lemma_.lower() in SORTS | OF_PLACES
    return before == start - 1 and word.lemma_.lower() in SORTS and word.text.islower()


def is_behind_town(doc: Doc, start: int) -> bool:
    """Whether a comma parts the word from a place before it: "Springfield, *Illinois*"."""
    return start > 1 and doc[start - 1].text in {",", "("} and doc[start - 2].ent_type_ in PLACED


def _is_before_region(doc: Doc, end: int) -> bool:
    """Whether a comma parts the name from a country or region behind it: "*Utica*, New York"."""
    if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].text[0].isupper():
        return False
    behind = [doc[end + 1 : end + 1 + length].text for length in (1, 2) if end + 1 + length <= len(doc)]
    return any(form in names() or regions_named(place_key(form)) for form in behind)


def is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether the name stands in capitals at a paragraph's start, as in "NAIROBI - "."""
    words = doc[start:end].text
    at_start = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    if not at_start or not words.isupper() or len(words) < 4 or end >= len(doc):
        return False
    return doc[end].text in {"-", "--", "–", "—", "(", ",", "/"} or not doc[end].is_upper
