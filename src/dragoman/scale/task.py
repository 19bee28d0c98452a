"""What is asked of every page: all that the result depends on beside the file, and the name that this gives it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from dragoman import __version__
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.own import OwnActor, own_actors
from dragoman.scale.tables import LAYOUT
from dragoman.sources.columns import checked_map

SECONDS = 20.0
"""Of computing for one page: some 200,000 characters of news; what takes longer is no report."""
CHARACTERS = 200_000
"""Of one report's text: the parser takes up to 1 GB for a million."""


@dataclass(frozen=True, slots=True)
class Task:
    """How pages are coded; two tasks that are equal code a file to the same bytes.

    `columns` names the columns of tables and fields of records, in pairs, as (("text", "body"),). `own` are the user's
    own actors. A page that takes more than `seconds` of computing (not of waiting, so that a busy machine gives what an
    idle one does) is an error, and so is a report of more than `characters`.
    """

    columns: tuple[tuple[str, str], ...] = ()
    own: tuple[OwnActor, ...] = ()
    seconds: float = SECONDS
    characters: int = CHARACTERS

    @classmethod
    def here(cls, columns: dict[str, str] | None = None, seconds: float = SECONDS) -> Task:
        """The task with the own actors that are in use here; UsageError for columns that can't be meant."""
        return cls(tuple(sorted(checked_map(columns or {}).items())), own_actors(), seconds)

    def described(self) -> dict[str, object]:
        """The task as a manifest has it, with the versions of what carries it out."""
        own = sha256(json.dumps([asdict(one) for one in self.own], default=str).encode()).hexdigest()
        return {
            "dragoman": __version__,
            "codebook": codebook().version,
            "layout": LAYOUT,
            "columns": dict(self.columns),
            "own_actors": own if self.own else None,
            "seconds": self.seconds,
            "characters": self.characters,
        }

    def key(self) -> str:
        """Eight hexadecimal digits that stand for the task in the names of files."""
        return sha256(json.dumps(self.described(), sort_keys=True).encode()).hexdigest()[:8]
