"""The building blocks of the grammar, and how a pattern is put together from them.

In a pattern `{MONTH}` stands for a fragment and a blank for any white space within one paragraph. A group name that
comes up twice is numbered (`month`, `month2`), as `re` wants each name once.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dragoman.times.numbers import NUMBER_WORDS, YEAR_WORDS
from dragoman.times.vocabulary import (
    CLOCK_UNITS,
    DAYPARTS,
    DECADES,
    EASTER,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    MOVABLE,
    ORDINALS,
    ROUGHLY,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLAUSE_END = r"(?= ?(?:[.,;:!?)\"”’]|\n|$))"
"""What must follow "the day before" for it to count from what was told, and not from what comes next."""

_SPACE = r"(?:[ \t\u00a0]{1,9}(?:\n[ \t\u00a0]{0,9})?|\n[ \t\u00a0]{0,9})"
_FULL_NAMES = frozenset({"march", "april", "may", "june", "july"})


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def _names(table: dict[str, int]) -> str:
    full = {name for name in table if len(name) > 5 or name in _FULL_NAMES}
    return rf"(?:{any_of(full)}\b|{any_of(set(table) - full)}\b\.?)"


_UNIT_NAMES = set(UNITS) - {"weekend"}
_ZONES = (
    r"(?:(?:UTC|GMT)(?: ?[+-] ?[0-9]{1,2}(?::?[0-9]{2})?)?|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|BST|KST|JST|IST|HKT|SGT"
    r"|MSK)\b"
)

FRAGMENTS = {
    "STOP": _CLAUSE_END,
    "MONTH": rf"(?P<month>{_names(MONTHS)})",
    "WEEKDAY": rf"(?P<weekday>{_names(WEEKDAYS)})",
    # what makes of "June 19" the beginning of a number: 19,000 or 19.5 or 19%
    "ENDS": r"(?![0-9]|,[0-9]{3}(?![0-9])|\.[0-9]|%|/[0-9])",
    "DD": r"[0-9]{1,2}(?:st|nd|rd|th)?\b{ENDS}",
    "DAY": rf"(?P<day>{{DD}}|{any_of(word for word in ORDINALS if not word[0].isdigit())}\b)",
    "DATED": r"(?:{MONTH} (?:the )?{DAY}|(?:the )?{DAY} (?:of )?{MONTH})",
    # "May 3 to June 5, 1999", "March and June 2012": the year stands once, behind the last
    "YETTOCOME": (
        r"(?= ?(?:to|and|till|until|through|or|[-–—]) ?(?:(?:early|mid|late)[-\s]|the end of )?{MONTH} {YEAR})"
    ),
    "DATETOCOME": (
        r"(?= ?(?:to|and|till|until|through|or|[-–—]) ?(?:{WEEKDAY},? )?"
        r"(?:{MONTH} {DD}|(?:the )?{DD} (?:of )?{MONTH}),? {ANYYEAR})"
    ),
    "YYYY": r"(?:1[0-9]|20)[0-9]{2}\b{ENDS}",
    "YEAR": rf"(?P<year>{{YYYY}}|{YEAR_WORDS}\b)",
    # beside a month any run of digits, so that a year that can't be is seen, and dropped with its month
    "ANYYEAR": r"(?P<year>[0-9]{4,}\b|['’][0-9]{2}\b)",
    "SHORT": r"(?P<year>['’][0-9]{2}\b)",
    "RELYEAR": r"(?P<relyear>last|this|next|that|the (?:previous|following|same|next)|the) year",
    "OFYEAR": r"(?:(?: of|,| in)? (?:{YEAR}|{RELYEAR}))",
    "ZONE": (
        rf"(?: ?(?P<zone>\({_ZONES}\)|{_ZONES}|Z\b|[+-][0-9]{{2}}:?[0-9]{{2}}\b"
        r"|(?:local|(?-i:[A-Z][a-z]{2,15})) time\b))?"
    ),
    "CLOCK": (
        r"(?P<clock>(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9]){0,2} ?(?:[ap]\.m\b\.?|[ap]m\b)"
        r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?![0-9:])"
        r"|[0-2][0-9][0-5][0-9](?= (?:UTC|GMT|hrs|hours)\b)"
        r"|(?:(?:(?<=at\s)|(?<=by\s)|(?<=around\s)|(?<=about\s))[0-9]{1,2}|[0-9]{1,2}:[0-5][0-9]|[0-9]{1,2} o['’]clock)"
        r" (?:in the (?:morning|afternoon|evening)|at night)\b"
        r"|[0-9]{1,2} o['’]clock|noon\b|midday\b|midnight\b){ZONE}"
    ),
    "AT": r"(?:{CLOCK}(?: \([0-9]{4} GMT\))?,? (?:on |of )?)?",
    "CLOCKED": r"(?:(?:,? (?:at )?| ?[-–|·] ?|T){CLOCK})?",
    "PART": rf"(?P<daypart>{any_of(DAYPARTS)})",
    "UNIT": rf"(?P<unit>{any_of(_UNIT_NAMES)})",
    "DAYUNIT": rf"(?P<unit>{any_of(_UNIT_NAMES - CLOCK_UNITS - {'fortnight'})})",
    "SEASON": rf"(?P<season>{any_of(SEASONS)})",
    "ORDINAL": rf"(?P<ordinal>{any_of(ORDINALS)})",
    "NTH": rf"(?P<ordinal>[1-2]?[0-9](?:st|nd|rd|th)|{any_of(ORDINALS)})",
    "DECADES": any_of(DECADES),
    "ADVERB": rf"(?P<adverb>{any_of(FREQUENCIES)})",
    "HOLIDAY": rf"(?P<holiday>{any_of((*HOLIDAYS, *MOVABLE, *EASTER)).replace(chr(39), '[' + chr(39) + '’]')})",
    # which part of a stretch is meant
    "MOD": (
        r"(?P<mod>(?:the )?(?:very )?(?:beginning|start|middle|end|close|early part|latter part|later part|rest"
        r"|remainder|first half|second half|last half) of |(?:the )?(?:earlier|later|early|late) (?:in |on )?"
        r"|(?:the )?(?:early|late)-"
        r"|(?:the )?mid(?:dle)?[-\s]|sometime |all of )?"
    ),
    "WHICH": (
        r"(?:(?P<which>last|next|this|this past|this coming|this same|past|coming"
        r"|the (?:previous|following|next|same)) )"
    ),
    "THATWEEK": r"(?P<week>last|this|next) week",
    "THIRD": r"(?P<mod>early|mid|late)",
    "NIGHT": r"(?P<daypart>morning|afternoon|evening|night)",
    "FISCAL": r"(?:(?P<fiscal>fiscal|financial)[-\s]|calendar )",
    "LIKE": r"(?:comparable|corresponding|same)",
    "MANY": r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s",
    "EVERY": r"(?P<every>each|every(?: other)?)",
    "DIGITS": r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6}(?:\.[0-9]{1,3})?(?: [0-9]/[0-9])?",
    "AMOUNT": (
        rf"(?P<amount>(?:{{DIGITS}}|(?:a )?{NUMBER_WORDS}|(?:half )?a dozen|half an?|an? half|half(?=-)"
        rf"|a quarter of a|{any_of(VAGUE)}|an?(?: full)?)(?:[-\s]and[-\s]a[-\s](?:half|quarter))?)"
    ),
    "NUMBER": NUMBER_WORDS,
    "ROUGH": rf"(?P<rough>{any_of(ROUGHLY)} )?",
    "DIRECTED": (
        r"(?P<directed>(?:(?:the|these|those|its|their) )?"
        r"(?:last|past|next|first|coming|following|previous|final|latest) |the )?"
    ),
}


def expand(source: str) -> str:
    """The regular expression that a pattern of the grammar stands for."""
    while match := re.search(r"\{([A-Z]+)\}", source):
        source = source.replace(match.group(), FRAGMENTS[match.group(1)])
    seen: Counter[str] = Counter()

    def number(match: re.Match[str]) -> str:
        seen[match.group(1)] += 1
        count = seen[match.group(1)]
        return f"(?P<{match.group(1)}{count if count > 1 else ''}>"

    return re.sub(r"\(\?P<([a-z]+)>", number, source).replace(" ", _SPACE)
