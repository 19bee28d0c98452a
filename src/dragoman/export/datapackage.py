"""A Frictionless data package: what the tables of an export are, and what each of their columns holds.

By the specification of the Data Package Standard 1.0, which its version 2 and the `frictionless` program read too.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TITLES = {
    "reports": "What was read, and how much was found in it",
    "timeline": "Real events, each once however many reports tell it",
    "events": "Each telling of each event",
    "sides": "Who acts and who is acted on in each telling",
    "quotes": "Who said what",
    "actors": "Who appears, over all reports",
}
_KEYS = {"reports": "id", "timeline": "id", "events": "id"}
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def package(resources: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """The package's descriptor."""
    return {
        "profile": "data-package" if any(one["format"] != "csv" for one in resources) else "tabular-data-package",
        "name": "dragoman-record",
        "title": "A record of events and quotations read from news",
        "description": f"Events in the types of {codebook().version}. Offsets are code points into a report's text.",
        "resources": list(resources),
    }


def resource(name: str, schema: pa.Schema, form: str, *, size: int, sha256: str) -> dict[str, object]:
    """One table's descriptor."""
    return {
        "name": name,
        "title": _TITLES[name],
        "path": f"{name}.{form}",
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "format": form,
        "mediatype": _MEDIA[form],
        "bytes": size,
        "hash": f"sha256:{sha256}",
        **({"encoding": "utf-8", "dialect": {"delimiter": ",", "doubleQuote": True}} if form == "csv" else {}),
        "schema": _schema(name, schema),
    }


def described() -> Mapping[tuple[str, str], str]:
    """What each column holds, by table and column."""
    return _columns()


@cache
def _columns() -> dict[tuple[str, str], str]:
    lines = files("dragoman.export").joinpath("columns.csv").read_text("utf-8").splitlines()
    return {(row["table"], row["column"]): row["says"] for row in csv.DictReader(lines)}


def _schema(name: str, schema: pa.Schema) -> dict[str, object]:
    fields = [{"name": field.name, "type": _type(field.type), **_description(name, field.name)} for field in schema]
    found: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if name in _KEYS:
        found["primaryKey"] = _KEYS[name]
    if name == "sides":
        found["foreignKeys"] = [{"fields": "event", "reference": {"resource": "events", "fields": "id"}}]
    return found


def _description(table: str, column: str) -> dict[str, str]:
    says = described().get((table, column))
    return {"description": says} if says else {}


def _type(kind: pa.DataType) -> str:
    tests = (
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_date, "date"),
        (pa.types.is_list, "array"),
    )
    return next((name for fits, name in tests if fits(kind)), "string")
