"""OPML, the lists of feeds that feed readers export: which feeds one names."""

from __future__ import annotations

import re
from pathlib import PurePath

from dragoman.errors import InputError
from dragoman.sources.feedxml import parse_xml

_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def opml_feeds(data: bytes, name: str) -> list[str] | InputError:
    """The feeds that an OPML list names, each once, in order: http(s) addresses, and paths of files beside the list.

    A relative path is taken from the folder of `name`, and may not lead out of it: a list that came from somewhere
    must not make the program read other files. Absolute paths and other schemes are passed over. An error where the
    list is none or names no feed.
    """
    tree = parse_xml(data, name)
    if isinstance(tree, InputError):
        return tree
    root, _ = tree
    if root.tag.lower() != "opml":
        return InputError("an XML document, but not a list of feeds (OPML)", where=name, do="give an OPML file")
    given = (_address(outline) for outline in root.iter("outline"))
    feeds = [_placed(address, name) for address in given if address]
    found = list(dict.fromkeys(feed for feed in feeds if feed))
    return found or InputError("a list that names no feed", where=name, do="give each outline an xmlUrl")


def is_address(feed: str) -> bool:
    """Whether a feed of a list is on the web, by its address, and not a file beside the list."""
    return bool(_WEB.match(feed))


def _address(outline: object) -> str:
    """The outline's xmlUrl, however its letters are cased: exporters differ."""
    attributes: dict[str, str] = dict(getattr(outline, "attrib", {}))
    return next((value.strip() for key, value in attributes.items() if key.lower() == "xmlurl"), "")


def _placed(address: str, name: str) -> str | None:
    if is_address(address):
        return address
    path = PurePath(address)
    if _SCHEME.match(address) or path.is_absolute() or ".." in path.parts or not address.isprintable():
        return None
    return str(PurePath(name).parent / path)
