"""Who wrote it: lines with a writer's name, an agency's credit, a sign-off of reporters and editors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.lists import read_list
from dragoman.article.prose import first_word, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_AGENCY = "(?:" + "|".join(sorted(map(re.escape, read_list("agencies")), key=len, reverse=True)) + ")"
_AGENCIES = re.compile(rf"\b{_AGENCY}\b(?!-)")
_CREDIT = re.compile(
    r"[(\[]?(?:(?:source|agency|agencies|by|from|with|courtesy of|additional reporting (?:by|from))[\s:]+)?"
    rf"{_AGENCY}(?:(?:\s?[,/&+;|-]\s?|\s(?:and|with)\s){_AGENCY})*(?:(?:\s?[,/&]\s?|\sand\s)(?:agencies|staff))?[)\]]?\.?",
    re.IGNORECASE,
)
_PLAIN_AGENCIES = re.compile(
    r"[(\[]?(?:(?:news )?agencies|wire reports?|with agencies|wire services?)[)\]]?\.?", re.IGNORECASE
)
_CLOSING = re.compile(rf"[.!?\"'”’]\s?(?:[(\[]({_AGENCY}(?:[/,]\s?{_AGENCY})*)[)\]]|[-–—]+\s?({_AGENCY}))\.?$")
_OPENING = re.compile(rf"^[^a-z]?.{{0,60}}?[(\[—–-]\s?({_AGENCY}(?:/{_AGENCY})*)\s?(?:[)\]]\s?[-–—:]|[)\]]|\s[-–—])\s")

# Judged word by word: one pattern for whole lists of names would take for ever on some lines.
_NAME = re.compile(r"[A-Z][\w.'’-]*|d[aeiu]|del|van|von|der|den|al|el|bin|bint|ibn|la|le|dos|[^\W\d_a-zA-Z][\w·]*")
_JOINERS = frozenset({"and", "AND", "&", "/", "with"})
_MOST_WORDS = 16
_BY = re.compile(
    r"(?:(?:written|reported|story|text|words|posted|report|compiled|photographs) )?by(?:line)?\s?:?\s|tekst\s?:\s?"
    r"|(?:live )?(?:coverage|updates|reporting) (?:by|from)\s|from\s[\w.-]{1,30}['’]s\s",
    re.IGNORECASE,
)
_SHIFT = re.compile(r"\s?\((?:now|earlier|until|from|before|after)\b[^()]{0,20}\)", re.IGNORECASE)
_CONTACT = re.compile(r"[(\[<]?\s?(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+|@\w{1,40})\s?[)\]>]?")
_ROLE = re.compile(
    r"[\s,;|–-]+(?:[\w-]{1,20}\s){0,4}(?i:writer|reporter|correspondent|editor|bureau|desk|contributor|columnist|journalist)s?\b"
)
# "BY JANE ROE FOR THE DAILY COURIER", "By Jane Roe in Geneva", "By Jane Roe | Geneva"
_TAIL = re.compile(r"\s(?:for|FOR|in|at)\s|\s?[|;]|\s[-–—]\s|,$|,\s(?:an?|the)\s")
_PERSON = r"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|d[aeiu]|del|van|von|der|den|al|el|bin|ibn|la|le)){1,3}"
_REPORTER_THERE = re.compile(
    rf"(?P<names>{_PERSON}(?:(?:,|\sand|\swith|\s&)\s{_PERSON}){{0,3}})"
    r"\s(?:in|at|reporting\sfrom)\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
)
_REGION = re.compile(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}")  # "Jane Roe in Dayton, Ohio"
_BETWEEN = re.compile(r"\s?[,;]\s(?:and\s)?|\sand\s")
_PLAIN_STAFF = re.compile(
    r"(?:from |by )?(?:our |a |the |special )?(?:own |foreign |diplomatic |news )?"
    r"(?:staff(?: (?:writers?|reporters?|and agencies))?|correspondents?|reporters?|news ?desk|web ?desk|"
    r"editorial (?:board|team))",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"[(\[]?\s?(?:additional |further )?(?:reporting|writing|editing|report|compiled|written|edited|translated|"
    r"translation|with (?:inputs?|reporting|contributions?))\s(?:by|from|and\s\w+ing\sby)[\s:].{2,300}",
    re.IGNORECASE,
)
_REPORTERS = re.compile(r"\b(?:reporting|report|compiled|written)\sby[\s:]+(?P<names>[^;()\[\]]{2,120})", re.IGNORECASE)
_LONGEST = 160
ARTICLES = frozenset({"a", "the"})
_LONGEST_STAFF = 60  # characters of "The Associated Press", "A staff reporter" and their like, with another such

# What a line must begin with, or hold, for the patterns above to be worth their time.
CREDIT_OPENINGS = frozenset(read_list("credit_openings")) | {first_word(name) for name in read_list("agencies")}
"""The words with which bylines and credits begin that name no role; one that begins with an article is short."""
_OFFICES = ("writer", "reporter", "correspondent", "editor", "bureau", "desk", "contributor", "columnist", "journalist")
ROLES = frozenset({*_OFFICES, *(f"{office}s" for office in _OFFICES)})
"""The words for a writer's role."""


def could_credit(line: str, terms: Sequence[str]) -> bool:
    """Whether a line of these casefolded words needs to be asked for writers or agencies at all."""
    if terms[0] in CREDIT_OPENINGS and (len(line) <= _LONGEST_STAFF or terms[0] not in ARTICLES):
        return len(line) <= 2 * _LONGEST
    return len(line) <= _LONGEST and ("@" in line or not ROLES.isdisjoint(terms))


def byline_of(line: str) -> str | None:
    """The writers named by a byline, as written there; None where the line is none.

    A byline is "By" and names, names and a role ("Foreign Editor"), names and an address, or "Staff writer".
    """
    if len(line) > _LONGEST or line.endswith(("?", "!", ":")):
        return None
    terms = words_of(line)
    if not terms or not could_credit(line, terms):
        return None
    if _PLAIN_STAFF.fullmatch(line):
        return re.sub(r"^(?:from|by)\s", "", line, flags=re.IGNORECASE)
    by = _BY.match(line)
    rest = _SHIFT.sub("", line[by.end() :]) if by else line
    bare = " ".join(_CONTACT.sub(" ", rest).split()) if "@" in rest else rest
    role = _ROLE.search(bare)
    if not by and not role and len(bare) == len(rest):
        return None
    if (
        role
        and not by
        and role[0][0] not in ",;|–-"
        and not role[0].lstrip().startswith(("|", "–", "-"))
        and len(bare.split()) > 5
    ):
        return None  # "Court Frees Captured Foreign Reporter"
    names = bare[: role.start()] if role else bare
    names = _TAIL.split(names, maxsplit=1)[0].strip(" ,.")
    return names if _are_names(names, least=1 if by else 2) else None


def reporters_there(line: str) -> str | None:
    """The writers of "Jane Roe in Geneva, Tom Ash in Bern and Ann Low in Chur", as one line; None for other lines.

    A headline in capitals ("Foreign Ministers Meet in Geneva") looks the same: ask of lines below a headline only.
    """
    if len(line) > _LONGEST or not line[:1].isupper():
        return None
    names: list[str] = []
    at = 0
    while at < len(line):
        if found := _REPORTER_THERE.match(line, at):
            names.append(found["names"])
        elif not (names and (found := _REGION.match(line, at))):
            return None
        at = found.end()
        between = _BETWEEN.match(line, at)
        if at < len(line) and between is None:
            return None
        at = between.end() if between else at
    return ", ".join(names) or None


def _are_names(words: str, least: int) -> bool:
    tokens = words.replace(",", " ").replace("/", " / ").split()
    if not least <= len(tokens) <= _MOST_WORDS or tokens[-1] in _JOINERS:
        return False
    return all(token in _JOINERS or _NAME.fullmatch(token) for token in tokens)


def sign_off_of(line: str) -> str | None:
    """The reporters named by an agency's closing "(Reporting by ...; Editing by ...)"; "" where it names none."""
    if len(line) > 2 * _LONGEST or first_word(line) not in CREDIT_OPENINGS or not _SIGN_OFF.fullmatch(line):
        return None
    found = _REPORTERS.search(line)
    names = _TAIL.split(found["names"], maxsplit=1)[0].strip(" ,.") if found else ""
    return names if _are_names(names, least=1) else ""


def agencies_of(line: str) -> tuple[str, ...] | None:
    """The agencies of a line that is nothing but their credit; () for "agencies" unnamed, None for other lines."""
    if len(line) > _LONGEST or first_word(line) not in CREDIT_OPENINGS:
        return None
    if _CREDIT.fullmatch(line):
        return tuple(_AGENCIES.findall(line)) or (line.strip("()[]. "),)
    return () if _PLAIN_AGENCIES.fullmatch(line) else None


def agency_closing(paragraph: str) -> str | None:
    """The agency credited at the end of a paragraph: "... he said. (Reuters)"."""
    found = _CLOSING.search(paragraph[-80:])
    return (found[1] or found[2]) if found else None


def agency_opening(paragraph: str) -> str | None:
    """The agency named in a dateline before the first sentence: "SEOUL, Jan 5 (Reuters) - ..."."""
    found = _OPENING.match(paragraph[:120])
    return found[1] if found else None
