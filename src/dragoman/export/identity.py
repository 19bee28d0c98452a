"""One actor over all reports: as the record counts them, by Wikidata item, else by name, kind and country."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model import Actor


def identity(actor: Actor) -> str:
    """An id made from the Wikidata item, else the name, with kind and country: the same in every report and run."""
    about = (actor.wikidata or actor.name, actor.kind, actor.country or "")
    return f"a{sha256(chr(31).join(about).encode()).hexdigest()[:16]}"
