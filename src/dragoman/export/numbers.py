"""Whole numbers for formats whose ids are numbers: made from what they stand for, so the same on every run."""

from __future__ import annotations

from hashlib import sha256

_BITS = 53
"""As many as R, JavaScript and spreadsheets keep of a number without rounding it."""


class Numbers:
    """Hands out a number for each name.

    Two names fall on one number in about 1 of 20,000 exports of a million names; the second takes the next one then.
    """

    def __init__(self) -> None:
        self._names: dict[int, str] = {}

    def of(self, name: str) -> int:
        """The number that stands for the name."""
        number = int.from_bytes(sha256(name.encode()).digest()) >> (256 - _BITS)
        while self._names.setdefault(number, name) != name:
            number += 1
        return number
