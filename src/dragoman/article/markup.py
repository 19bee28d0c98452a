"""HTML: the story by trafilatura; headline, date, byline and outlet from what the page states about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from htmldate import find_date
from trafilatura import bare_extraction, load_html

from dragoman.article.bylines import agencies_of, byline_of
from dragoman.article.captions import is_caption
from dragoman.article.characters import tidy
from dragoman.article.chrome import is_chrome
from dragoman.article.compose import Found, compose, date_stated, join_names, no_article
from dragoman.article.jsonld import Statement, read_statement
from dragoman.article.lists import read_list
from dragoman.article.prose import read_line
from dragoman.article.stamps import is_stamp
from dragoman.article.titles import best_title
from dragoman.errors import InputError
from dragoman.model import Published
from dragoman.sources.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage, Report

_LARGEST = 16 << 20  # characters; trees of more take minutes and gigabytes
_DATES = read_list("date_tags")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "code"})


def read_markup(page: RawPage) -> Report:
    """The report in an HTML page; raises InputError where no story is found or the page is too large to look."""
    if len(page.content) > _LARGEST:
        do = "save the story alone"
        raise InputError(f"an HTML page of more than {_LARGEST >> 20} million characters", where=page.path, do=do)
    tree = load_html(page.content)
    if tree is None:
        raise no_article(page)
    tags = _meta(tree)
    stated = read_statement([text for text in tree.xpath("//script[@type='application/ld+json']/text()") if text])
    outlet = stated.publisher or _first(tags, "og:site_name", "application-name")
    title = best_title(
        [" ".join(element.itertext()) for element in tree.xpath("//h1")][:5],
        stated=stated.headline,
        shared=_first(tags, "og:title", "twitter:title"),
        document=next(iter(tree.xpath("//head/title/text()")), None),
        outlet=outlet,
    )
    found = Found(
        _published(tree, tags, stated),
        _byline(tags, stated),
        tidy(outlet or "") or None,
        _url(tree, tags, stated),
        _language(tree, tags, stated),
    )
    paragraphs = list(_paragraphs(page.content, title))
    if not paragraphs:
        raise no_article(page)
    return compose(page, title, "\n\n".join(paragraphs), found)


def _paragraphs(content: str, title: str | None) -> Iterator[str]:
    """The story's paragraphs, each once, without the furniture that is known by its words alone."""
    found = bare_extraction(content, fast=True, include_comments=False, include_tables=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return
    seen = {read_line(title or "").key, ""}
    for text in _blocks(body):
        line = read_line(text)
        if line.key not in seen and not _is_aside(text, strong=line.strong):
            seen.add(line.key)
            yield text


def _blocks(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element, which has no types
    """The texts of the innermost blocks of trafilatura's tree, and of what stands between them."""
    pending: list[str] = []
    for event, element in _walk(body):
        block = element.tag in _BLOCKS or element.tag in {"lb", "list", "body", "div", "table", "row"}
        if block and (text := tidy("".join(pending))):
            yield text
        if block:
            pending.clear()
        pending.append((element.text if event == "start" else element.tail) or "")
    if text := tidy("".join(pending)):
        yield text


def _walk(root: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Each element as it opens and as it closes, in document order, without recursion."""
    stack: list[tuple[str, Any]] = [("start", root)]
    while stack:
        event, element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        yield event, element
        if event == "start":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))


def _is_aside(text: str, *, strong: bool) -> bool:
    if is_chrome(text) or is_caption(text):
        return True
    return not strong and (is_stamp(text) or agencies_of(text) is not None or byline_of(text) is not None)


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """The page's meta elements: the first content for each name, property or itemprop."""
    tags: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := element.get("content", "").strip()):
            tags.setdefault(name.strip().lower(), content)
    return tags


def _first(tags: dict[str, str], *names: str) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _published(tree: Any, tags: dict[str, str], stated: Statement) -> Published:  # noqa: ANN401
    """The date that the page states: JSON-LD, meta elements, a time element, then what htmldate finds marked as one."""
    times = [
        element.get("datetime")
        for element in tree.xpath(
            "//article//time[@datetime] | //time[@datetime][@pubdate or @itemprop='datePublished']"
        )
    ]
    marked = [
        element.get("datetime") or element.get("content") or element.text
        for element in tree.xpath("//*[@itemprop='datePublished']")
    ]
    for words in (stated.published, *(tags.get(name) for name in _DATES), *marked, *times[:1]):
        if words and (days := days_of(words)) and days.first == days.last:
            return date_stated(words.strip(), days)
    try:
        words = find_date(tree, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, OverflowError):  # its parsers meet dates that nobody foresaw
        words = None
    return date_stated(words) if words else Published()


def _language(tree: Any, tags: dict[str, str], stated: Statement) -> str | None:  # noqa: ANN401
    declared = next(iter(tree.xpath("/html/@lang | /html/@xml:lang")), None)
    return declared or stated.language or _first(tags, "og:locale", "content-language", "language")


def _url(tree: Any, tags: dict[str, str], stated: Statement) -> str | None:  # noqa: ANN401
    links = (*tree.xpath("//link[@rel='canonical']/@href"), tags.get("og:url"), stated.url)
    return next((link.strip() for link in links if link and _ADDRESS.match(link.strip())), None)


def _byline(tags: dict[str, str], stated: Statement) -> str | None:
    """The writers' names; publishers put addresses of profiles and their own name in the same places."""
    names = [tidy(name) for name in stated.authors] or [
        tidy(_first(tags, "author", "article:author", "byl", "dc.creator") or "")
    ]
    names = [byline_of(name) or name for name in names]
    return join_names([name for name in names if not _ADDRESS.match(name) and name != stated.publisher])
