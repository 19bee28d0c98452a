"""The grammar: one named pattern for each way in which English says a time (see `fragments` for the notation)."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.times.fragments import any_of, expand
from dragoman.times.vocabulary import REFERENCES


class Rule(NamedTuple):
    """A way to say a time: its name (a resolver bears the same), its pattern, and what must stand right before it."""

    name: str
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None = None


_CALENDAR = (
    ("iso_date", r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-]){CLOCKED}"),
    ("iso_period", r"(?P<value>[0-9]{4}-(?:W[0-9]{2}|Q[1-4]|H[12]))\b"),
    (
        "numeric_date",
        (
            r"(?P<first>[0-9]{1,4})(?P<mark>[/.])(?P<second>[0-9]{1,2})(?P=mark)(?P<third>[0-9]{2,5})"
            r"(?![0-9]|[/.][0-9]){CLOCKED}"
        ),
    ),
    (
        "month_day",
        r"{AT}(?:{WEEKDAY},? )?{MOD}{MONTH} (?:the )?{DAY}(?:,? {ANYYEAR}|,{ANYYEAR}|,? {RELYEAR})?{CLOCKED}",
    ),
    (
        "month_day",
        # "aged 26, October 6, 2011" has its day after the month
        (
            r"{AT}(?:{WEEKDAY},? )?(?:the )?{DAY} (?:of )?{MOD}{MONTH}(?! [0-9]{1,2},? [0-9]{4}\b)"
            r"(?:,? {ANYYEAR}|,? {RELYEAR})?{CLOCKED}"
        ),
    ),
    ("day_range", r"{MONTH} (?P<from>{DD})(?: ?[-–—] ?| to )(?P<to>{DD})(?:,? {ANYYEAR})?"),
    ("day_range", r"(?P<from>{DD})(?: ?[-–—] ?| to )(?P<to>{DD}) {MONTH}(?:,? {ANYYEAR})?"),
    ("month_year", r"{MOD}{MONTH}(?:{OFYEAR}|,? {ANYYEAR})"),
    ("month", r"{MOD}{WHICH}?{MOD}{MONTH}"),
    ("year_range", r"(?P<from>{YYYY})(?: ?[-–—/] ?)(?P<to>(?:1[0-9]|20)?[0-9]{2})\b(?![-–/0-9])"),
    (
        "year",
        r"{MOD}(?:the year |{FISCAL}(?:year )?)?{YEAR}(?: and beyond| or later)?",
    ),
    ("decade", r"{MOD}(?:the )?(?:{THIRD}[-\s])?(?P<decade>(?:1[0-9]|20)[0-9]0['’]?s|['’][0-9]0s)\b"),
    ("decade", r"{MOD}the (?:{THIRD}[-\s])?(?P<decade>(?:(?:nineteen|eighteen) )?{DECADES})\b"),
    ("century", r"{MOD}(?:the )?(?:{THIRD}[-\s])?{NTH}[-\s](?:century|centuries)\b"),
    ("season", r"{MOD}(?:the )?{WHICH}{SEASON}\b"),
    ("season", r"{MOD}(?:the )?(?:{THIRD}[-\s])?{SEASON}(?: of (?:{YEAR}|{RELYEAR})| {YEAR}| {RELYEAR})\b"),
    ("season_plain", r"(?:the )?{MOD}{SEASON}(?! (?:of|to|from|in|on)\b)(?! ?-?(?-i:[A-Z]))"),
    ("holiday", r"{WHICH}?{HOLIDAY}(?:,? {YEAR})?"),
)

_FROM_A_DAY = (
    ("weekdays", r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:s(?: {PART}s?)?| {NIGHT}s)\b"),
    ("weekday", r"{AT}{MOD}{WHICH}?{WEEKDAY}(?: (?:early )?{PART}\b| {THATWEEK})?{CLOCKED}"),
    (
        "near_day",
        (
            r"{AT}(?:mid-{PART} )?{MOD}(?P<near>(?:the )?day (?:before yesterday|after tomorrow)"
            r"|yesterday|today|tomorrow)(?: {PART}\b)?{CLOCKED}"
        ),
    ),
    ("near_part", r"{AT}{MOD}(?P<near>tonight|overnight)\b"),
    ("near_part", r"{AT}{MOD}(?P<which>last|this|that|the (?:same|next|following|previous)) {NIGHT}\b"),
    (
        "near_unit",
        (
            r"{MOD}(?:(?:the|its|their) )?"
            r"(?P<which>last|past|next|coming|current|previous|following|present|latest|this(?: coming| past)?)"
            r" (?:full )?{FISCAL}?{DAYUNIT}(?P<weekend>end)?\b"
        ),
    ),
    ("same_unit", r"{MOD}(?:that(?: same| very)?|the (?:very )?same) (?:{DAYUNIT}|(?P<unit>weekend))\b"),
    ("year_amount", r"the (?:full )?(?:fiscal )?year(?= (?:ended|ending|through|to)\b)"),
    ("the_unit", r"{MOD}the (?:full |entire )?{FISCAL}?(?P<unit>weekend|week|month|quarter|year)\b"),
    ("the_day", r"(?P<mod>(?:earlier|later|early|late) )?(?:in |on )?the (?P<unit>day)\b"),
    ("day_beside", r"the (?P<unit>day|week|month|year) (?P<way>before|after|previous|earlier|later){STOP}"),
    (
        "ago",
        (
            r"{ROUGH}{AMOUNT} {UNIT}s?(?: or (?:so|two|more))? "
            r"(?:(?P<way>ago|earlier|previously|later|afterwards|hence|from (?:now|today))\b"
            r"|(?P<way>before|after){STOP})"
        ),
    ),
    ("ago_plain", r"{MANY} (?:(?P<way>ago|earlier|later)\b|(?P<way>before){STOP})"),
    ("recent", r"(?:the )?recent {DAYUNIT}s(?: and (?:week|month|year)s)?\b"),
    ("past_ref", r"the past\b(?! (?:[0-9]|{NUMBER}\b))"),
    ("future_ref", r"soon\b(?!-| (?:after|as|to|enough|before|become)\b)"),
    ("clock", r"(?:(?:around|about|shortly (?:before|after)|just (?:before|after)) )?{CLOCK}"),
    *((name.lower(), rf"{any_of(phrases)}\b(?!-)") for name, phrases in REFERENCES.items()),
)

_PERIODS = (
    (
        "quarter",
        (
            r"(?P<mod>early |late )?(?:(?:the|its|their|a) )?{FISCAL}?(?:{YEAR}(?:['’]s?)? |{RELYEAR}['’]s? )?"
            r"(?:(?P<ago>year-ago|year-earlier) )?{FISCAL}?"
            r"(?P<ordinal>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[-\s](?P<part>quarters?|half)"
            r"(?:(?: of)? {FISCAL}?(?:{YEAR}|{RELYEAR})\b)?"
        ),
    ),
    ("quarter", r"(?:the )?(?P<ordinal>last) (?P<part>quarter|half) of (?:{YEAR}|{RELYEAR})\b"),
    ("year_end", r"(?:the )?year(?:['’]s)?[-\s]end\b"),
    ("period", r"(?:(?:the|a) )?(?:{LIKE} )?(?P<ago>year-(?:ago|earlier))(?: (?:quarter|period))?"),
    (
        "period",
        (
            r"the (?:latest|most recent|{LIKE}) (?:quarter|period)"
            r"(?: (?:of )?(?P<ago>(?:the )?last year|a year (?:ago|earlier|before)))?"
        ),
    ),
    ("period", r"the quarter (?P<ago>a year (?:ago|earlier|before))|(?:the|that) {YEAR} (?:quarter|period)"),
)

_AMOUNTS = (
    (
        "frequency",
        r"(?:once|twice|(?:two|three|four|several|[0-9]{1,4}) times) (?:a|an|every|each|per) {UNIT}\b|{ADVERB}",
    ),
    ("frequency", r"{EVERY} (?:{AMOUNT} )?{UNIT}s?\b"),
    ("every_name", r"{EVERY} (?:{WEEKDAY}|{MONTH}|{SEASON})(?: {PART})?\b"),
    (
        "duration",
        (
            r"{ROUGH}{DIRECTED}{AMOUNT}(?:[-\s]| (?:more|additional|full|consecutive|straight|long|trading|working"
            r"|business|calendar|fiscal) ){UNIT}s?(?:[-\s](?P<old>old|long)\b)?(?P<half> and a half)?"
            r"(?: or (?:so|more))?\b"
        ),
    ),
    ("duration", r"{ROUGH}{DIRECTED}{AMOUNT}(?: (?:to|or) | ?[-–] ?){AMOUNT}(?: more)?[-\s]{UNIT}s?\b"),
    ("span_after", r"{MANY}(?: (?:and|or) (?:week|month|year)s)?(?:-(?:long|old))?\b"),
    ("span_of", r"{MANY}(?:-long\b|(?= (?:of|away|to come|ahead)\b))"),
)

_BEFORE = {
    "span_after": re.compile(
        r"(?i:\b(?:for|in|within|over|after|during|the|lasts?|lasted|lasting|takes?|took|spent|spend|these|those|past|next"
        r"|many)\s+)$"
    ),
    "season_plain": re.compile(
        r"(?i:\b(?:in|by|until|till|since|during|before|after|through|over|this|last) (?:the )?)$"
    ),
}

RULES = tuple(
    Rule(name, re.compile(rf"(?:{expand(source)})(?!\w)", re.IGNORECASE), _BEFORE.get(name))
    for name, source in (*_PERIODS, *_CALENDAR, *_FROM_A_DAY, *_AMOUNTS)
)
"""All rules; where two match equally far, the one that stands first wins."""
