"""Numbers as news writes them: digits, words, halves, and years in words."""

from __future__ import annotations

import re

from dragoman.times.vocabulary import ONES, ORDINALS, POWERS, TENS

_WORD = "|".join(sorted((*ONES, *TENS, *POWERS), key=len, reverse=True))
NUMBER_WORDS = rf"(?:(?:{_WORD})\b(?:(?:-|\s|\sand\s)(?:{_WORD})\b){{0,5}})"
"""Pattern of a number in words, up to six of them."""

_TEEN = "|".join(word for word, number in ONES.items() if 10 < number < 20)
_TEN = "|".join(TENS)
_ONE = "|".join(word for word, number in ONES.items() if 0 < number < 10)
YEAR_WORDS = (
    rf"(?:(?:{_TEEN})\s(?:(?:oh[\s-])(?:{_ONE})|(?:{_TEN})(?:[\s-](?:{_ONE}))?|(?:{_TEEN}|ten))"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{_TEEN}|ten|{_ONE}))?)"
)
"""Pattern of a year read out: "nineteen ninety-six", "two thousand and three"."""


def read_number(words: str) -> float | None:
    """The number that `words` say ("twenty-four", "1,200", "2 1/2", "2.5"), or None if they say none."""
    digits = re.fullmatch(r"([0-9]+(?:,[0-9]{3})*)(\.[0-9]+)?(?:\s+([0-9])/([0-9]))?", words.strip())
    if digits:
        whole, point, above, below = digits.groups()
        part = int(above) / int(below) if above and below and int(below) else 0.0
        return float(whole.replace(",", "") + (point or "")) + part
    return _read_words(re.findall(r"[a-z]+", words.lower()))


def _read_words(words: list[str]) -> float | None:
    """The number in words, None where they don't make one: "thirty twenty", "two thousand thousand"."""
    total, group = 0, 0
    for word in words:
        if word in ("and", "oh"):
            continue
        value = POWERS.get(word) or TENS.get(word) or ONES.get(word)
        if value is None or not _may_follow(value, total, group):
            return None
        if value >= 100:
            group = max(group, 1) * value
            if value > 100:
                total, group = group, 0
        else:
            group += value
    return float(total + group) if words else None


def _may_follow(value: int, total: int, group: int) -> bool:
    if value > 100:
        return not total
    if value == 100:
        return group < 100
    room = group % 100
    return room == 0 or (value < 10 and room >= 20 and room % 10 == 0)


def read_year(words: str) -> int | None:
    """The year that digits or words say: "1996", "nineteen ninety-six", "two thousand three"."""
    text = " ".join(words.lower().replace("-", " ").split())
    if re.fullmatch(r"[0-9]{4}", text):
        return int(text)
    head, _, tail = text.partition(" ")
    if head == "two":
        number = _read_words(text.split())
        return int(number) if number else None
    century, rest = ONES.get(head), _read_words(tail.split())
    return 100 * century + int(rest) if century and rest is not None else None


def read_ordinal(words: str) -> int | None:
    """The number behind "third", "3rd", "twenty-first" or "21"; None for anything else."""
    text = words.lower().strip().replace(" ", "-")
    if text in ORDINALS:
        return ORDINALS[text]
    digits = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", text)
    return int(digits.group(1)) if digits else None
