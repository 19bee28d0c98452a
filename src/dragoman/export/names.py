"""The formats by name: kept apart from what writes them, so that the command's help loads none of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "parquet": "tables as Parquet, with a datapackage.json",
        "csv": "tables as CSV, with a datapackage.json",
        "jsonl": "JSON Lines as extract and merge print them",
        "gdelt": "GDELT 2.0 Events and Mentions",
        "icews": "ICEWS events",
        "polecat": "POLECAT events",
        "phoenix": "Phoenix events",
        "ftm": "FollowTheMoney entities",
        "annotations": "evidence as W3C Web Annotations",
        "ris": "citations of reports, RIS",
        "bibtex": "citations of reports, BibTeX",
        "csl": "citations of reports, CSL-JSON",
        "graphml": "who does what to whom as a graph",
    }
)
"""What `dragoman export --format` takes, and what each is."""
