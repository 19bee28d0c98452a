"""What a page says of its article in JSON-LD: the schema.org vocabulary that publishers fill in for search engines."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DEEPEST = 12
_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Report|Background|Review|Live|Satirical)?\w*(?:Article|Posting|Blog)"
)
_RAW_BREAKS = re.compile(r"[\x00-\x1f]+")
_TAGS = re.compile(r"<[^<>]{0,200}>")


class Statement(NamedTuple):
    """A page's own words on its article; None where it has none."""

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def read_statement(scripts: Sequence[str]) -> Statement:
    """The first article that a page's JSON-LD scripts describe, with a headline or date; an empty one otherwise."""
    for script in scripts:
        for node in _nodes(_parse(script), 0):
            if _is_article(node) and (node.get("headline") or node.get("datePublished")):
                return _statement(node)
    return Statement()


def _parse(script: str) -> Any:  # noqa: ANN401 - JSON is what it is
    """The data of a script; line breaks within strings, which publishers leave and JSON forbids, are forgiven."""
    cleaned = script.strip(" \t\r\n;").removeprefix("<![CDATA[").removesuffix("]]>").strip(" \t\r\n;")
    try:
        return json.loads(_RAW_BREAKS.sub(" ", cleaned))
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """All objects in the data, outer before inner."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _TYPES.fullmatch(name.rsplit("/", 1)[-1]) for name in names)


def _statement(node: dict[str, Any]) -> Statement:
    url = node.get("url") or node.get("mainEntityOfPage")
    return Statement(
        headline=_text(node.get("headline")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        authors=tuple(name for name in map(_name, _listed(node.get("author"))) if name),
        publisher=next((name for name in map(_name, _listed(node.get("publisher"))) if name), None),
        language=next((name for name in map(_name, _listed(node.get("inLanguage"))) if name), None),
        url=_text(url.get("@id")) if isinstance(url, dict) else _text(url),
    )


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:  # noqa: ANN401
    """The name of a person or organisation, given as an object or as the name itself."""
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(value.get("alternateName"))
    return _text(value)


def _text(value: Any) -> str | None:  # noqa: ANN401
    """A string with the entities and tags that slip into it undone."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAGS.sub("", html.unescape(value)).split()) or None
