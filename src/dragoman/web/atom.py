"""A list of events as an Atom feed (RFC 4287), with ids that stay and links to their pages on the server asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from dragoman.web.addresses import spelled
from dragoman.web.inert import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

TYPE = "application/atom+xml"
_SPACE = "http://www.w3.org/2005/Atom"
_NONCHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML can't hold, beside what `plain` takes away."""
_AUTHORITY = "dragoman,2026"
"""Of tag: URIs (RFC 4151); a name and a year that never change, since no host is known that will always serve these."""


class Entry(NamedTuple):
    """An event in a feed: its id, a title, its evidence, its page's path, and when the record got it (UTC)."""

    id: str
    title: str
    summary: str
    path: str
    came: datetime


class Feed(NamedTuple):
    """A feed: its id, title, the paths of its page and itself, when it was begun (UTC), the newest entries first."""

    id: str
    title: str
    page: str
    path: str
    begun: datetime
    entries: Sequence[Entry]


def tag(kind: str, name: str) -> str:
    """A tag: URI for a thing of the record: "tag:dragoman,2026:event/e1a2b3c4"."""
    return f"tag:{_AUTHORITY}:{kind}/{spelled(name)}"


def written(feed: Feed, server: str) -> bytes:
    """The feed as XML in UTF-8; `server` is where it was asked for, "http://127.0.0.1:8642"."""
    ET.register_namespace("", _SPACE)
    root = ET.Element(_name("feed"))
    newest = max((one.came for one in feed.entries), default=feed.begun)
    _head(root, tag("watch", feed.id), feed.title, newest)
    _add(_add(root, "author"), "name", "dragoman")
    _add(root, "link", rel="self", type=TYPE, href=server + feed.path)
    _add(root, "link", rel="alternate", type="text/html", href=server + feed.page)
    for one in feed.entries:
        entry = _add(root, "entry")
        _head(entry, tag("event", one.id), one.title, one.came)
        _add(entry, "link", rel="alternate", type="text/html", href=server + one.path)
        _add(entry, "summary", one.summary)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _head(parent: ET.Element, name: str, title: str, updated: datetime) -> None:
    _add(parent, "id", name)
    _add(parent, "title", title)
    _add(parent, "updated", f"{updated.isoformat(timespec='milliseconds')}Z")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, _name(name), attributes)
    made.text = None if text is None else _NONCHARACTERS.sub("\ufffd", plain(text))
    return made


def _name(name: str) -> str:
    return f"{{{_SPACE}}}{name}"
