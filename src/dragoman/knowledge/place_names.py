"""How one place's name is written: a key that holds across spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_GAP = re.compile(r"[\s\-–—/]+")
_DROPPED = re.compile(r"[^\w ]+")
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str:
    """The name without case, marks and points, hyphens as blanks: "Saint-Denis" and "St. Denis" agree.

    Apostrophes and stops vanish ("Xi'an", "N.C."), "saint", "mount" and "fort" are shortened as signs shorten them.
    """
    folded = name.casefold().replace("&", " and ")
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded.translate(_PLAIN))
        folded = "".join(each for each in folded if not unicodedata.combining(each)).casefold()
    words = _DROPPED.sub("", _GAP.sub(" ", folded)).split()
    return " ".join(_WORDS.get(word, word) for word in words)
