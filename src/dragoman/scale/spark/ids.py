"""Ids of stories and events: short ones, but for those that two would share (merge/identity.py)."""

from __future__ import annotations

from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

from dragoman.merge.identity import short_ids

if TYPE_CHECKING:
    from dragoman.scale.spark.flow import Frame

_NAMED = """
    SELECT *, if(count(*) OVER (PARTITION BY short) = 1, short, long) AS name FROM {ids}
"""


def both_ids(prefix: str, key: str) -> tuple[str, str]:
    """The short id that comes from a key, and the long one, which stands for it where two have the short one."""
    (short,) = short_ids(prefix, [key])
    return short, f"{prefix}{sha256(key.encode(errors='surrogatepass')).hexdigest()[:16]}"


def named(ids: Frame) -> Frame:
    """The rows, which have `short` and `long`, with the `name` that it is to be."""
    return ids.sparkSession.sql(_NAMED, ids=ids)


def node(*words: str) -> int:
    """A number for what these words name. Where two have one, blocks are a little larger; nothing else comes of it."""
    joined = "\n".join(words).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), signed=True)
