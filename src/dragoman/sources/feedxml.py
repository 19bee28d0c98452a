"""A feed's XML made harmless: what can be read of a broken one is kept, and only the parts that are wanted.

Feeds are written by strangers' programs. The document type with its entities is cut away before anything is parsed, so
no entity can expand or reach for a file; libxml2 mends what is broken, without a network and to a bounded depth; what
is then handed on is well-formed and small of field, for feedparser's patterns take hours over a megabyte's "author".
"""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any, NamedTuple

from lxml import etree

from dragoman.errors import InputError
from dragoman.sources.decode import decode

FEED_LIMIT = 32 << 20
_FIELD_LIMIT = 4096

_MARKUP = frozenset({"title", "description", "summary", "content", "encoded"})
_WORDS = frozenset(
    {"link", "guid", "id", "language", "pubDate", "date", "published", "updated", "issued", "modified", "created"}
)
_CONTAINERS = frozenset({"rss", "RDF", "feed", "channel", "item", "entry"})
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_USUAL_PREFIXES = {"content": _CONTENT, "dc": _DUBLIN_CORE}
_NAMESPACES = frozenset(
    {
        None,
        _CONTENT,
        _DUBLIN_CORE,
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
    }
)

_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NAMED = re.compile(r"&([A-Za-z]{2,8}\d{0,2});")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)")
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_DOCTYPE_WITHIN = 4096
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class CleanFeed(NamedTuple):
    """A well-formed feed in UTF-8, and what was wrong with it as it came: "line 12: ...", None for nothing."""

    xml: bytes
    broken: str | None


def clean_feed(data: bytes, name: str) -> CleanFeed | InputError:
    """The feed that `data` holds, mended; an error where it is none or nothing of it can be read.

    Kept are titles, links, dates, languages and contents of RSS 0.9 to 2.0 and Atom. A short field (a link, a date)
    of more than 4,096 characters is left out.
    """
    if len(data) > FEED_LIMIT:
        do = "split it, or leave it out"
        return InputError(f"a feed of more than {FEED_LIMIT >> 20} MiB", where=name, do=do)
    tree = parse_xml(data, name)
    if isinstance(tree, InputError):
        return tree
    root, broken = tree
    _settle(root)
    if _named(root)[1] not in _CONTAINERS:
        return InputError("an XML document, but not a feed", where=name, do="give an RSS or Atom feed")
    _prune(root)
    return CleanFeed(etree.tostring(root, encoding="utf-8"), broken)


def parse_xml(data: bytes, name: str) -> tuple[Any, str | None] | InputError:
    """The root of an XML document that may be broken, and what is wrong with it; an error where nothing is left.

    Comments and processing instructions are dropped, and the document type with all that it declares: of entities
    only HTML's are known, the others stay in the text as they are written.
    """
    decoded = decode(data, markup=True)
    if decoded.text is None:
        return InputError(decoded.what, where=name, do=decoded.do)
    text = _escaped(_without_prolog(_NO_XML.sub("", decoded.text)))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return InputError("XML of which nothing can be read", where=name, do="fetch it again")
    if root.getroottree().docinfo.internalDTD is not None:  # hidden from the cut, as behind a comment
        return InputError("XML that declares entities", where=name, do="leave it out")
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root, _complaint(parser)


def _without_prolog(text: str) -> str:
    """The document without its XML declaration, which names an encoding it no longer has, and its document type."""
    text = _DECLARATION.sub("", text, count=1) if text.lstrip().startswith("<?xml") else text
    start = text.find("<!DOCTYPE", 0, _DOCTYPE_WITHIN)
    found = _DOCTYPE.match(text, start) if start >= 0 else None
    return (text[: found.start()] + text[found.end() :] if found else text).lstrip()


def _complaint(parser: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    """The first thing that made the document no XML; an undeclared prefix alone loses nothing."""
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            words = "".join(char if char.isprintable() else " " for char in entry.message)[:80]
            return f"line {entry.line}: {words.strip()}"
    return None


def _escaped(text: str) -> str:
    """HTML's entities as their characters and bare ampersands as XML wants them; marked sections stay as they are."""
    first, *others = text.split("<![CDATA[")
    pieces = [_escape(first)]
    for other in others:
        inside, end, outside = other.partition("]]>")
        pieces += ["<![CDATA[", inside, end, _escape(outside)]
    return "".join(pieces)


def _escape(text: str) -> str:
    return _BARE.sub("&amp;", _NAMED.sub(_character, text))


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return chr(name2codepoint[name]) if name in name2codepoint and name not in _XML_NAMES else match[0]


def _named(element: Any) -> tuple[str | None, str]:  # noqa: ANN401
    """The namespace and the name of an element; an undeclared prefix stays in the name."""
    namespace, brace, local = str(element.tag).rpartition("}")
    return (namespace[1:] if brace else None), local


def _settle(root: Any) -> None:  # noqa: ANN401
    """Give the usual prefixes the namespace that a careless feed forgot to declare."""
    for element in root.iter(etree.Element):
        prefix, colon, local = element.tag.partition(":")
        if colon and not element.tag.startswith("{") and prefix in _USUAL_PREFIXES:
            element.tag = f"{{{_USUAL_PREFIXES[prefix]}}}{local}"


def _prune(root: Any) -> None:  # noqa: ANN401
    """Keep containers down to the entries, and in them the wanted fields."""
    pending = [root]
    while pending:
        above = pending.pop()
        for element in list(above):
            namespace, name = _named(element)
            if namespace not in _NAMESPACES:
                above.remove(element)
            elif name in _CONTAINERS and _named(above)[1] not in {"item", "entry"}:
                pending.append(element)
            elif name in _WORDS and _is_short(element):
                element[:] = []
            elif name not in _MARKUP:
                above.remove(element)


def _is_short(element: Any) -> bool:  # noqa: ANN401
    return len(element.text or "") <= _FIELD_LIMIT and all(
        len(value) <= _FIELD_LIMIT for value in element.attrib.values()
    )
