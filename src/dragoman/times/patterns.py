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
            r"(?P<first>[0-9]{1,4})(?P<mark>[/.-])(?P<second>[0-9]{1,2})(?P=mark)(?P<third>[0-9]{2,5})"
            r"(?![0-9]|[/.-][0-9]){CLOCKED}"
        ),
    ),
    ("month_day", r"{AT}(?:{WEEKDAY},? )?{DATED}{DATETOCOME}"),
    ("month_day", r"{AT}(?:{WEEKDAY},? )?{MONTH} {DAY}(?=(?:, {DD}){0,5},? (?:and|or|&) {DD},? {ANYYEAR})"),
    (
        "month_day",
        r"(?:the )?{DAY}(?=(?:, {DD}){0,5},? (?:and|or|to|&) (?:the )?{DD} (?:of )?{MONTH}(?:,? {ANYYEAR})?)",
    ),
    ("month_day", r"(?P<day>[0-9]{1,2})-{MONTH}-(?P<year>[0-9]{4}){CLOCKED}"),
    (
        "month_day",
        (
            r"{AT}(?:{WHICH}?{WEEKDAY},? )?{MOD}{WHICH}?{MONTH} (?:the )?{DAY}"
            r"(?:,? {ANYYEAR}|,{ANYYEAR}|,? {RELYEAR})?{CLOCKED}"
        ),
    ),
    (
        "day_more",
        (
            r"(?P<day>{DD})(?=(?:, {DD}){0,5},? (?:and|or|&) {DD}"
            r"(?: ?[.,;:)]|\n|$| (?:in|at|for|to|with|as|by|on|from)\b))"
        ),
    ),
    (
        "day_more_last",
        r"(?P<day>{DD})(?:,? {ANYYEAR}|(?= ?[.,;:)]|\n|$| (?:in|at|for|to|and|with|as|by|on|from|when|after)\b))",
    ),
    ("day_of_month", r"(?:the )?{DAY} of (?P<which>this|last|next|the) month\b"),
    ("day_of_month_plain", r"the (?P<day>[0-9]{1,2}(?:st|nd|rd|th)){STOP}"),
    ("eve", r"(?:the )?eve of (?:{HOLIDAY}|{DATED}(?:,? {ANYYEAR})?)"),
    (
        "week_of",
        (
            r"(?:the )?week (?:of|(?P<way>ending|ended|to)|beginning|starting|commencing)(?: on)? (?:{WEEKDAY},? )?"
            r"{DATED}(?:,? {ANYYEAR})?"
        ),
    ),
    (
        "month_week",
        (
            r"(?:the )?(?P<ordinal>first|second|third|fourth|last|final|opening) (?:full )?week (?:of|in) "
            r"(?:{MONTH}(?:{OFYEAR}|,? {ANYYEAR})?|(?P<which>this|last|next) month)"
        ),
    ),
    ("year_turn", r"the turn of the year\b"),
    (
        "month_day",
        # "aged 26, October 6, 2011" has its day after the month
        (
            r"{AT}(?:{WEEKDAY},? )?(?:the )?{DAY} (?:of )?{MOD}{MONTH}(?! [0-9]{1,2},? [0-9]{4}\b)"
            r"(?:,? {ANYYEAR}|,? {RELYEAR})?{CLOCKED}"
        ),
    ),
    ("date_range", r"{DATED}(?: ?[-–—] ?){DATED}(?:,? {ANYYEAR})?"),
    ("day_range", r"{MONTH} (?P<from>{DD})(?: ?[-–—] ?| to )(?P<to>{DD})(?:,? {ANYYEAR})?"),
    ("day_range", r"(?P<from>{DD})(?: ?[-–—] ?| to )(?P<to>{DD}) {MONTH}(?:,? {ANYYEAR})?"),
    ("month_year", r"{MOD}{MONTH}{YETTOCOME}"),
    ("month_year", r"{MOD}{MONTH}(?:{OFYEAR}|,? {ANYYEAR})"),
    ("month", r"{MOD}{WHICH}?{MOD}{MONTH}"),
    (
        "year_range",
        (
            r"(?:(?:the )?years |(?-i:(?P<fiscal>FY))[-\s]?)?(?P<from>(?:1[0-9]|20)[0-9]{2})(?: ?[-–—/] ?)"
            r"(?P<to>(?:1[0-9]|20)?[0-9]{2})\b(?![-–/0-9])"
        ),
    ),
    (
        "year",
        r"{MOD}(?:the year |{FISCAL}(?:year )?)?{YEAR}(?: and beyond| or later)?",
    ),
    ("year", r"(?-i:(?P<fiscal>FY))[-\s]?(?P<year>(?:19|20)[0-9]{2}|['’]?[0-9]{2})\b"),
    ("year_short", r"{SHORT}"),
    ("decade", r"(?:{THIRD}[-\s]|the (?:{THIRD}[-\s])?)(?P<decade>[2-9]0s)\b"),
    ("decade_more", r"(?P<decade>[2-9]0s)\b"),
    ("decade", r"{MOD}(?:the )?(?:{THIRD}[-\s])?(?P<decade>(?:1[0-9]|20)[0-9]0['’]?s|['’][0-9]0s)\b"),
    ("decade", r"{MOD}the (?:{THIRD}[-\s])?(?P<decade>(?:(?:nineteen|eighteen) )?{DECADES})\b"),
    ("century", r"{MOD}(?:the )?(?:{THIRD}[-\s])?{NTH}[-\s](?:century|centuries)\b"),
    ("season", r"{MOD}(?:the )?{WHICH}{SEASON}\b"),
    ("season", r"{MOD}(?:the )?{SEASON} of (?P<year>{YYYY})(?P<over>[-–/](?:[0-9]{4}|[0-9]{2}))\b"),
    ("season", r"{MOD}(?:the )?(?:{THIRD}[-\s])?{SEASON}(?: of (?:{YEAR}|{RELYEAR})| {YEAR}| {RELYEAR})\b"),
    ("season_plain", r"(?:the )?{MOD}{SEASON}(?! (?:of|to|from|in|on)\b)(?! ?-?(?-i:[A-Z]))"),
    ("holiday", r"{WHICH}?{HOLIDAY}(?: (?P<stretch>week|weekend)\b)?(?:,? {YEAR})?"),
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
    ("weekday", r"(?P<daypart>overnight) (?:on |into )?{WHICH}?{WEEKDAY}"),
    ("near_part", r"the {NIGHT} (?P<way>before|after){STOP}"),
    ("part_told", r"the {NIGHT}\b(?! of\b)|(?:mid|early|late)[-\s](?P<daypart>morning|afternoon|evening)\b"),
    ("near_part", r"{AT}{MOD}(?P<near>tonight|overnight)\b"),
    ("near_part", r"{AT}{MOD}(?P<which>last|this|that|the (?:same|next|following|previous)) {NIGHT}\b"),
    (
        "near_unit",
        (
            r"{MOD}(?:(?P<the>the|its|their) )?"
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
            r"(?:(?P<way>ago)(?P<exact> today| this (?:week|month))?\b"
            r"|(?P<way>earlier|previously|later|afterwards|hence|from (?:now|today))\b"
            r"|(?P<way>before|after){STOP})"
        ),
    ),
    ("ago_plain", r"{MANY} (?:(?P<way>ago|earlier|later)\b|(?P<way>before){STOP})"),
    ("recent", r"(?:past|previous) {DAYUNIT}s"),
    ("recent", r"(?:the )?recent {DAYUNIT}s(?: and (?:week|month|year)s)?\b"),
    ("past_ref", r"the past\b(?! (?:[0-9]|{NUMBER}\b))"),
    ("someday", r"one day\b"),
    ("future_ref", r"some ?day\b"),
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
    ("quarter", r"(?-i:(?P<part>[QH]))(?P<ordinal>[1-4])(?:(?: of|,)? {YEAR}|[-\s]{SHORT})?"),
    ("quarter", r"(?:the )?(?P<ordinal>last) (?P<part>quarter|half) of (?:{YEAR}|{RELYEAR})\b"),
    ("year_end", r"(?:the )?year(?:['’]s)?[-\s]end\b"),
    ("period", r"(?:(?:the|a) )?(?:{LIKE} )?(?P<ago>year-(?:ago|earlier))(?: (?:quarter|period))?"),
    (
        "period",
        (
            r"the (?:latest|most recent|{LIKE}) (?P<unit>quarter|period|month)"
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
    ("rate", r"an? (?P<unit>hour|day|week|month|year)\b"),
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
    ("unit_long", r"(?:an? )?(?P<unit>hour|day|week|month|year|decade|century)-?long\b"),
    ("span_after", r"{MANY}(?: (?:and|or) (?:week|month|year)s)?(?:-(?:long|old))?\b"),
    ("span_of", r"{MANY}(?:-long\b|(?= (?:of|away|to come|ahead)\b))"),
)

_DAYS_SO_FAR = expand(r"{MONTH} {DD}(?:, {DD}){0,5}")
_BEFORE = {
    "span_after": re.compile(
        r"(?i:\b(?:for|in|within|over|after|during|the|lasts?|lasted|lasting|takes?|took|spent|spend|these|those|past|next"
        r"|many)\s+)$"
    ),
    "rate": re.compile(
        expand(
            r"(?:[0-9][0-9.,]*|{NUMBER})(?: (?:million|billion|trillion|percent))?"
            r"(?: (?!or\b|and\b|hours?\b|days?\b)[a-z]+)? $"
        ),
        re.IGNORECASE,
    ),
    "season_plain": re.compile(
        r"(?i:\b(?:in|into|by|until|till|since|during|before|after|through|over|this|last) (?:the )?)$"
    ),
    "day_more": re.compile(rf"{_DAYS_SO_FAR}(?:, )$", re.IGNORECASE),
    "day_more_last": re.compile(rf"{_DAYS_SO_FAR}(?:,? (?:and|or|&) )$", re.IGNORECASE),
    "day_of_month_plain": re.compile(r"(?i:\b(?:on|by|until|till|from|since)\s+)$"),
    "decade_more": re.compile(r"(?i:0s,? (?:and|or|to) (?:the )?)$"),
    "year_short": re.compile(r"(?i:\b(?:in|since|of|from|until|till|by|to|and)\s+)$"),
    "part_told": re.compile(r"(?i:\b(?:in|during|throughout|by|until|till|since)\s+)$"),
    "someday": re.compile(r"(?i:\b(?:will|would|could|may|might|can|should|must|to|['’]ll)\s+)$"),
}

RULES = tuple(
    Rule(name, re.compile(rf"(?:{expand(source)})(?!\w)", re.IGNORECASE), _BEFORE.get(name))
    for name, source in (*_PERIODS, *_CALENDAR, *_FROM_A_DAY, *_AMOUNTS)
)
"""All rules; where two match equally far, the one that stands first wins."""
