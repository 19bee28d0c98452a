"""Ids that follow from content: the same words get the same id on every run and machine."""

from __future__ import annotations

import unicodedata
from hashlib import sha256


def content_id(text: str) -> str:
    """An id for a text: "r" and the first 12 hexadecimal digits of SHA-256 over its words in NFC, one space between."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return "r" + sha256(words.encode()).hexdigest()[:12]
