"""What a page says of its article in JSON-LD: the schema.org vocabulary that publishers fill in for search engines."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DEEPEST = 12
_ARTICLE = re.compile(r"\w*(?:Article|Posting|Blog)|Report|Review")
_PAGE = re.compile(r"\w*Page")
_ELSEWHERE = frozenset(
    {
        "itemListElement",
        "hasPart",
        "relatedLink",
        "mentions",
        "citation",
        "isBasedOn",
        "comment",
        "blogPost",
        "itemReviewed",
    }
)
_RAW_BREAKS = re.compile(r"[\x00-\x1f]+")
_STRAY_COMMAS = re.compile(r",(?=\s*[,}\]])")
_TAGS = re.compile(r"<[^<>]{0,200}>")
_WORDS = re.compile(r"[^\W_]+")


class Statement(NamedTuple):
    """A page's own words on its article; None where it has none.

    `body` is the story's text as given to search engines, `page_date` the day that the page as such was published.
    """

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None
    page_date: str | None = None


class _Node(NamedTuple):
    data: dict[str, Any]
    elsewhere: bool


def read_statement(scripts: Sequence[str], urls: Sequence[str] = (), titles: Sequence[str] = ()) -> Statement:
    """What a page's JSON-LD scripts say of the page's own article; an empty statement where they describe none.

    Where they describe several, as of teasers, it is the one with an address of `urls` or a headline of `titles`, else
    the first that does not stand in a list.
    """
    nodes = [node for script in scripts for node in _nodes(_parse(script), 0)]
    named = {
        key: node.data
        for node in nodes
        if (key := node.data.get("@id")) and len(node.data) > 1 and isinstance(key, str)
    }
    articles = [node for node in nodes if _is(node.data, _ARTICLE) and (node.data.get("headline") or _dates(node.data))]
    paths, keys = {_path(url) for url in urls}, {_key(title) for title in titles}
    scored = [(_likeness(node, paths, keys), -i, node.data) for i, node in enumerate(articles)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    page = next((node.data for node in nodes if _is(node.data, _PAGE) and not node.elsewhere and _dates(node.data)), {})
    if best is None or best[0] < 0:
        return Statement(page_date=_text(_dates(page)))
    return _statement(best[2], named)._replace(page_date=_text(_dates(page)))


def _likeness(node: _Node, paths: set[str], keys: set[str]) -> int:
    """How surely a node is of this page's article: below 0 where it stands in a list and nothing bears it out."""
    url = _url(node.data) or _text(node.data.get("@id"))
    at_home = bool(url) and _path(url or "").partition("#")[0] in paths - {""}
    headline = _key(_text(node.data.get("headline")) or "")
    titled = bool(headline) and any(headline in key or key in headline for key in keys if key)
    return 2 * at_home + 2 * titled - 3 * node.elsewhere + (not _is(node.data, re.compile("Blog|Review")))


def _path(url: str) -> str:
    return re.sub(r"^(?:https?:)?//[^/]*|[#?].*$|/$", "", url.strip().lower())


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _parse(script: str) -> Any:  # noqa: ANN401 - JSON is what it is
    """The data of a script; line breaks within strings and stray commas, which JSON forbids, are forgiven."""
    cleaned = script.strip(" \t\r\n;").removeprefix("<!--").removeprefix("//").strip()
    cleaned = (
        cleaned.removeprefix("<![CDATA[").removesuffix("-->").strip(" \t\r\n;/").removesuffix("]]>").strip(" \t\r\n;/")
    )
    cleaned = _RAW_BREAKS.sub(" ", cleaned)
    for repair in (str, _without_stray_commas, html.unescape):
        try:
            return json.loads(repair(cleaned))
        except (ValueError, RecursionError):
            continue
    return None


def _without_stray_commas(script: str) -> str:
    return _STRAY_COMMAS.sub("", script)


def _nodes(data: Any, depth: int, *, elsewhere: bool = False) -> Iterator[_Node]:  # noqa: ANN401
    """All objects in the data, outer before inner, and whether they stand in a list of other things."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield _Node(data, elsewhere)
        for key, value in data.items():
            if isinstance(value, (dict, list)):
                yield from _nodes(value, depth + 1, elsewhere=elsewhere or key in _ELSEWHERE)
    elif isinstance(data, list):
        for item in data:
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1, elsewhere=elsewhere)


def _is(node: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    names = _listed(node.get("@type"))
    return any(isinstance(name, str) and kind.fullmatch(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1]) for name in names)


def _statement(node: Mapping[str, Any], named: Mapping[str, dict[str, Any]]) -> Statement:
    def names(field: str) -> tuple[str, ...]:
        return tuple(name for value in _listed(node.get(field)) if (name := _name(value, named)))

    body = node.get("articleBody")
    return Statement(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(_dates(node)),
        authors=names("author") or names("creator"),
        publisher=next(iter(names("publisher") or names("sourceOrganization")), None),
        language=next(iter(names("inLanguage")), None),
        url=_url(node),
        body=html.unescape(body) if isinstance(body, str) and body.strip() else None,
    )


def _dates(node: Mapping[str, Any]) -> Any:  # noqa: ANN401
    for field in ("datePublished", "dateCreated", "coverageStartTime"):
        value = next(iter(_listed(node.get(field))), None)
        if isinstance(value, dict):
            value = value.get("@value")
        if value and isinstance(value, (str, int)):
            return str(value)
    return None


def _url(node: Mapping[str, Any]) -> str | None:
    url = node.get("url") or node.get("mainEntityOfPage")
    return _text((url.get("@id") or url.get("url")) if isinstance(url, dict) else url)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def _name(value: Any, named: Mapping[str, dict[str, Any]]) -> str | None:  # noqa: ANN401
    """The name of a person or organisation, given as an object, as the name itself, or by the id of an object."""
    if isinstance(value, dict):
        key = value.get("@id")
        other = named.get(key, {}) if isinstance(key, str) else {}
        value = next(
            (name for name in (value.get("name"), other.get("name"), value.get("alternateName")) if name), None
        )
        value = next(iter(_listed(value)), None)
    return _text(value)


def _text(value: Any) -> str | None:  # noqa: ANN401
    """A string with the entities and tags that slip into it undone."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAGS.sub("", html.unescape(value)).split()) or None
