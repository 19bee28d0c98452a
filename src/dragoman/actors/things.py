"""Capitalised names that stand for no actor: exercises, weapons, treaties, meetings, waters, buildings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEADING = frozenset(
    {
        "exercise",
        "drill",
        "operation",
        "codenamed",
        "code-named",
        "dubbed",
        "missile",
        "rocket",
        "satellite",
        "treaty",
        "line",
    }
    | {"typhoon", "hurricane", "cyclone", "storm", "mount", "cape", "port", "fort", "route", "festival", "project"}
    | {"ship", "vessel", "tanker", "destroyer", "frigate", "submarine", "carrier", "fighter", "jet", "virus"}
)
"""Words before a name, or its first: "exercise Grey Heron", "Operation Long Oar"."""
TRAILING = frozenset(
    {"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "games", "cup", "olympics", "festival"}
    | {"missile", "missiles", "rocket", "rockets", "satellite", "system", "systems", "shield", "warship", "jet", "jets"}
    | {"agreement", "agreements", "accord", "accords", "treaty", "declaration", "pact", "protocol", "convention", "act"}
    | {"resolution", "communique", "communiqué", "charter", "plan", "plans", "roadmap", "process", "initiative", "deal"}
    | {"summit", "talks", "conference", "dialogue", "meeting", "war", "wars", "battle", "crisis", "revolution", "day"}
    | {"valley", "sea", "ocean", "gulf", "strait", "straits", "island", "islands", "peninsula", "river", "desert"}
    | {"province", "district", "region", "border", "crossing", "airport", "airfield", "port", "harbour", "harbor"}
    | {"bridge", "highway", "square", "street", "palace", "stadium", "hotel", "cosmodrome", "spaceport", "prize"}
    | {"operation", "project", "pipeline", "canal", "dam", "reactor", "plant", "site", "zone", "corridor"}
)
"""Words that end a name or follow it: "Grey Heron drill", "Long Oar Treaty"."""
SURNAMES = frozenset({"bridge", "street", "day", "battle", "port", "river", "site", "games", "dam", "plant", "palace"})
"""Words of `TRAILING` that people are called too."""
SITES = frozenset({"Facebook", "Instagram", "Telegram", "TikTok", "Twitter", "VKontakte", "Weibo", "WeChat", "YouTube"})
"""Companies that are more often where somebody writes."""
UNLIVING = frozenset({"FAC", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})
"""The tagger's labels for names that stand for nobody."""


def names_a_thing(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens from `start` up to `end` name an exercise, a weapon...: by the words in or beside it."""
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    return bool({before, doc[start].lower_} & LEADING or {doc[end - 1].lower_, after} & TRAILING)


def is_no_person(doc: Doc, start: int, end: int) -> bool:
    """The same for what the tagger takes for a person: only the name's own words and the one before it count."""
    before = doc[start - 1].lower_ if start else ""
    return bool({before, doc[start].lower_} & LEADING) or doc[end - 1].lower_ in TRAILING - SURNAMES


def in_unliving(head: Token) -> bool:
    """Whether a capitalised noun ends the name of a building, a work, a place: "Hall of *Peoples*", "West *Bank*"."""
    place = head.ent_type_ in {"LOC", "GPE"} and head.ent_iob_ == "I"
    return (place or head.ent_type_ in UNLIVING) and bool(head.text[:1].isupper())


def is_written_on(name: Token) -> bool:
    """Whether a site is only where something is posted: "wrote *on Twitter*"."""
    return name.text in SITES and name.dep_ == "pobj" and name.head.lower_ in {"on", "via", "to"}
