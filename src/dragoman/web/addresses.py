"""Permanent addresses: any id in an address, and which addresses in reports may become links."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

from starlette.convertors import Convertor, register_url_convertor

_SAFE = re.compile(r"[A-Za-z0-9:_-]")
_ESCAPED = re.compile(r"(?:~[0-9A-F]{2})+")


def spelled(name: str) -> str:
    """An id as it stands in an address: letters, digits, ":", "_" and "-" as they are, each other byte as "~2F".

    So an id is never a way up a folder, a second segment or an ending, which browsers read into "%2F" and "..".
    """
    return "".join(
        one if _SAFE.fullmatch(one) else "".join(f"~{byte:02X}" for byte in one.encode("utf-8", "replace"))
        for one in name
    )


def unspelled(text: str) -> str:
    """The id that `spelled` made an address of; what can't be read so has U+FFFD in its place."""
    return _ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace("~", "")).decode("utf-8", "replace"), text)


def address(path: str, name: str | None = None, /, **query: object) -> str:
    """An address on this server: a path, an id in it, and what stands after "?", without what is None or empty."""
    asked = urlencode({key: value for key, value in query.items() if value not in {None, "", False}})
    return path + (f"/{spelled(name)}" if name is not None else "") + (f"?{asked}" if asked else "")


def web_link(url: str | None) -> str | None:
    """The address if a browser may be sent there: whole, http or https, without a name and password; else None."""
    if not url or any(char <= " " or not char.isprintable() for char in url):
        return None
    try:
        parts = urlsplit(url)
        allowed = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return None
    return url if allowed else None


class _Id(Convertor[str]):
    """`{id:id}` in a page's address."""

    regex = "[A-Za-z0-9:_~-]+"

    def convert(self, value: str) -> str:
        return unspelled(value)

    def to_string(self, value: str) -> str:
        return spelled(value)


register_url_convertor("id", _Id())
