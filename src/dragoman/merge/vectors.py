"""TF-IDF vectors of reports, and which of them are near each other."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from dragoman.merge.words import content_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Vector = dict[str, float]

_BACKGROUND = 10_000
_BACKGROUND_SHARE = 0.005
"""As if so many other reports had been read too, each word standing in this share of them.

Without them the subject of a small collection weighs nothing, since all of its reports name it. Of 0, 1,000, 3,000 and
10,000 reports the last was best for headlines (UCI development set) and as good as the others for full texts (ECB+).
"""


def tfidf(texts: Sequence[str]) -> list[Vector]:
    """A vector of length 1 for each text, empty for a text without content words: weight by stem."""
    counts = [Counter(content_words(text)) for text in texts]
    spread = Counter(word for count in counts for word in count)
    known = len(texts) + _BACKGROUND
    rarity = {word: math.log(known / (n + _BACKGROUND * _BACKGROUND_SHARE)) for word, n in spread.items()}
    return [_unit({word: (1 + math.log(n)) * rarity[word] for word, n in sorted(count.items())}) for count in counts]


def _unit(weights: Mapping[str, float]) -> Vector:
    """The vector scaled to length 1; words come in order of the alphabet, so that sums are the same in every run."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}
