"""What is asked of every page: all that the result depends on beside the file, and the name that this gives it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

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
    idle one does) is an error, and so is a report of more than `characters`. With
    `triage`, a report that a cheap look takes to be about neither diplomacy nor conflict is kept uncoded.
    """

    columns: tuple[tuple[str, str], ...] = ()
    own: tuple[OwnActor, ...] = ()
    seconds: float = SECONDS
    characters: int = CHARACTERS
    triage: bool = True

    @classmethod
    def here(cls, columns: dict[str, str] | None = None, seconds: float = SECONDS, *, triage: bool = True) -> Task:
        """The task with the own actors that are in use here; UsageError for columns that can't be meant."""
        return cls(tuple(sorted(checked_map(columns or {}).items())), own_actors(), seconds, triage=triage)

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
            "triage": self.triage,
            "models": _models(),
        }

    def key(self) -> str:
        """Eight hexadecimal digits that stand for the task in the names of files."""
        return sha256(json.dumps(self.described(), sort_keys=True).encode()).hexdigest()[:8]


MODELS = ("events", "triage")
"""The packages that ship weights of our own; those of the parser come with its version."""


@cache
def _models() -> str:
    """Eight hexadecimal digits that stand for the weights, which a working copy may change between two versions."""
    folders = (files(f"dragoman.{name}") / "model" for name in MODELS)
    shipped = sorted((one for folder in folders for one in folder.iterdir() if one.is_file()), key=lambda one: one.name)
    return sha256(b"".join(sha256(one.read_bytes()).digest() for one in shipped)).hexdigest()[:8]
