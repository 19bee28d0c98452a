"""Short ids that come from content, so that every run gives the same."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT, _LONG = 8, 16


def short_ids(prefix: str, keys: Sequence[str]) -> list[str]:
    """An id for each of these different keys: the prefix and 8 hexadecimal digits, 16 where two share the 8."""
    digests = [sha256(key.encode(errors="surrogatepass")).hexdigest() for key in keys]
    taken = Counter(digest[:_SHORT] for digest in digests)
    return [prefix + digest[: _SHORT if taken[digest[:_SHORT]] == 1 else _LONG] for digest in digests]
