"""How one person's name is written: keys that hold across spellings, variants, and the part used alone in news."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode doesn't take apart into a base and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_NOT_LETTER = re.compile(r"[\W_]+")

_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "MAC"})
_GIVEN_ALONE = frozenset({"ETH", "ERI", "THA", "MYS"})
_WHOLE = frozenset({"KHM", "MMR", "LAO", "MNG"})
_TWO_SURNAMES = frozenset(
    {"ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GNQ", "GTM", "HND", "MEX", "NIC", "PAN", "PER"}
    | {"PRY", "SLV", "URY", "VEN"},
)
_PARTICLES = frozenset(
    {"al", "ar", "as", "bin", "ibn", "ben", "da", "das", "de", "del", "della", "der", "di", "dos", "du", "el", "la"}
    | {"le", "ould", "st.", "ten", "van", "von", "zu"},
)
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?)$")
_REGNAL = re.compile(r"^(?:King|Queen|Pope|Emperor|Emir|Sultan|Prince) |\b[IVX]{1,5}$|\b[IVX]+ of |\bof(?: [A-Z]\w+)+$")
_INITIALS = re.compile(r" (?:[A-Z]\.\s?)+(?= )")


def name_key(text: str) -> str:
    """The name without case, marks, hyphens, blanks and stops: "Kim Jong-un", "KIM JONG UN" and "Kim Jongun" agree."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    bare = "".join(each for each in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(each))
    return _NOT_LETTER.sub("", bare.casefold())


def variants(name: str) -> tuple[str, ...]:
    """Other spellings of `name` in news, itself not among them.

    A hyphenated given name also stands apart and with two capitals ("Lee Hae-chan": "Lee Hae Chan", "Lee Hae-Chan");
    initials, "Jr." and letters' marks may be missing.
    """
    found = [_SUFFIX.sub("", name)]
    found += [_INITIALS.sub("", each) for each in found]
    for each in list(found):
        if match := re.fullmatch(r"(\w+) (\w+)-(\w+)", each):
            family, first, second = match.groups()
            found += [f"{family} {first} {second.capitalize()}", f"{family} {first}-{second.capitalize()}"]
    found += [plain for each in found if (plain := _without_marks(each))]
    return tuple(each for each in dict.fromkeys(found) if each != name)


def surnames(name: str, country: str) -> tuple[str, ...]:
    """The parts of `name` that news uses alone, likeliest first; none for regnal names.

    By the custom of `country`: the first word for Chinese and Korean names, the given name in Ethiopia or Thailand,
    the whole in Cambodia or Myanmar, and elsewhere the last word with its particles ("von der Leyen", "al-Assad" and
    "Assad"). Where people bear two surnames the last two words stand beside the last.
    """
    words = _SUFFIX.sub("", name).split()
    if _REGNAL.search(name) or len(words) == 1:
        return () if len(words) > 1 else (words[0],)
    if country in _FAMILY_FIRST and ("-" in words[-1] or country not in {"TWN", "HKG", "MAC"}):
        return (words[0],)
    if country == "SGP" and len(words) == 3:
        return (words[0],)
    if country in _WHOLE:
        return (name,)
    if country in _GIVEN_ALONE:
        return (words[0],)
    return _last(words, two=country in _TWO_SURNAMES)


def _last(words: list[str], *, two: bool) -> tuple[str, ...]:
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    found = [" ".join(words[start:])]
    if two and start > 1:
        found.append(" ".join(words[start - 1 :]))
    if match := re.fullmatch(r"(?:al|el|ar|as|ash|at|Al|El)-(\w.*)", words[-1]):
        found.append(match[1])
    first = next((i for i, word in enumerate(words[1:-1], 1) if word in {"de", "van", "von", "di", "zu"}), start)
    if first < start:
        found.append(" ".join(words[first:]))
    return tuple(dict.fromkeys(found))


def _without_marks(name: str) -> str:
    plain = name.translate(_PLAIN).translate({ord("Ł"): "L", ord("Ø"): "O", ord("Đ"): "D", ord("İ"): "I"})
    return "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
