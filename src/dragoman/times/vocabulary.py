"""The words of English times, as tables that the patterns and the resolvers read."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and abbreviations, lower case, to 1-12."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
"""Weekday names and abbreviations, lower case, to ISO 1 (Monday) to 7."""

UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
}
"""Unit nouns (singular) to TIMEX3 designators; seconds, minutes and hours stand behind a T; a fortnight is two W."""

CLOCK_UNITS = frozenset({"second", "minute", "hour"})

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Seasons to TIMEX3 designators."""

DAYPARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "midnight": "T24:00",
}
"""Parts of a day to what follows the day in a TIMEX3 value."""

ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
POWERS = {"hundred": 100, "thousand": 1000}

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ),
        start=1,
    )
    for word in words.split()
}

DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

REFERENCES = {
    "PRESENT_REF": (
        "now",
        "right now",
        "currently",
        "at present",
        "presently",
        "at the moment",
        "at the present time",
        "these days",
        "nowadays",
    ),
    "PAST_REF": (
        "recently",
        "more recently",
        "most recently",
        "lately",
        "the recent past",
        "not long ago",
        "long ago",
        "recent days",
        "recent years",
        "recent times",
        "the last few years",
        "formerly",
        "a while ago",
        "some time ago",
    ),
    "FUTURE_REF": (
        "very soon",
        "the future",
        "the near future",
        "the foreseeable future",
        "the distant future",
        "the near term",
        "the short term",
        "the long term",
        "the coming days",
        "the coming weeks",
        "the coming months",
        "the coming years",
        "coming days",
        "coming weeks",
        "coming months",
        "coming years",
        "as soon as possible",
    ),
}
"""Phrases that name no day at all, by the TIMEX3 value they get."""

FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biannual": "P6M",
    "semiannual": "P6M",
    "semi-annual": "P6M",
    "half-yearly": "P6M",
    "twice-yearly": "P6M",
    "twice-weekly": "P1W",
    "twice-daily": "P1D",
    "biennial": "P2Y",
    "biennially": "P2Y",
}
"""Adjectives and adverbs of frequency to the period at which things recur."""

HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "boxing day": (12, 26),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "international women's day": (3, 8),
    "earth day": (4, 22),
    "bastille day": (7, 14),
    "fourth of july": (7, 4),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "all saints' day": (11, 1),
}
"""Holidays of one fixed day of the Gregorian calendar: month and day."""

MOVABLE = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "columbus day": (10, 1, 2),
    "presidents' day": (2, 1, 3),
    "presidents day": (2, 1, 3),
    "martin luther king day": (1, 1, 3),
}
"""Holidays of one weekday of a month, by their American names: month, ISO weekday, which one (-1 is the last)."""

EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "pentecost": 49,
}
"""Western feasts that go by Easter, in days from it; where the Orthodox one is said, none is read."""

VAGUE = (
    "a few",
    "few",
    "couple",
    "a couple",
    "a couple of",
    "couple of",
    "several",
    "some",
    "many",
    "a number of",
    "dozens of",
    "countless",
)
"""Amounts that are no number; "a couple of" is two."""

ROUGHLY = (
    "about",
    "around",
    "almost",
    "nearly",
    "roughly",
    "approximately",
    "some",
    "just",
    "over",
    "more than",
    "less than",
    "no more than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "within",
    "only",
)
"""Words before an amount of time that TimeML puts inside its span."""
