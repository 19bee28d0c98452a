"""What servers gave to ask by next time (ETag, Last-Modified), in a JSON file, so that pages come only if changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import StoreError
from dragoman.sources.find import cause

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MOST = 50_000
_LONGEST = 1000


class Validator(NamedTuple):
    """A page's ETag and Last-Modified as its server wrote them; None where it gave none."""

    etag: str | None
    modified: str | None

    def conditions(self) -> dict[str, str]:
        """The request headers that ask for the page only if it changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


def validator_of(headers: Mapping[str, str]) -> Validator | None:
    """The validator in a response's headers; None where it has none that can be sent back."""
    found = Validator(_sendable(headers.get("ETag")), _sendable(headers.get("Last-Modified")))
    return found if any(found) else None


def load_validators(path: Path) -> dict[str, Validator]:
    """The validators in a file, by address; none where there is no file. Raises StoreError where it is no such file."""
    try:
        rows = json.loads(path.read_bytes())
        return {address: Validator(_sendable(row[0]), _sendable(row[1])) for address, row in rows["pages"].items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"can't be read ({cause(error)})", where=str(path), do="check its rights") from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        do = "delete it, or name another file"
        raise StoreError("not a file of what was fetched before", where=str(path), do=do) from error


def save_validators(path: Path, validators: Mapping[str, Validator]) -> None:
    """Write the validators, the newest 50,000, whole or not at all. Raises StoreError where that fails."""
    rows = dict(list(validators.items())[-_MOST:])
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_text(json.dumps({"pages": rows}, indent=0), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        do = "name a file in a folder that you may write to"
        raise StoreError(f"can't be written ({cause(error)})", where=str(path), do=do) from error


def _sendable(value: object) -> str | None:
    """A header's value that is safe to send back: one line of printable ASCII."""
    if isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST:
        return value
    return None
