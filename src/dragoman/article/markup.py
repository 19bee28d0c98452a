"""HTML: what a page states of itself is read, what stands beside the story is cut, the rest becomes a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath, strip_elements
from trafilatura import load_html

from dragoman.article.asides import cut_asides
from dragoman.article.bylines import byline_of
from dragoman.article.chrome import is_chrome
from dragoman.article.compose import Found, compose, no_article
from dragoman.article.html_body import paragraphs_of
from dragoman.article.html_byline import byline_on
from dragoman.article.html_dates import Sources, published_on
from dragoman.article.html_lines import Seen, Zones, lines_of, zones_of
from dragoman.article.html_outlet import outlet_of
from dragoman.article.html_titles import Heading, headings_of
from dragoman.article.jsonld import Statement, read_statement
from dragoman.article.prose import could_head, read_line, words_of
from dragoman.article.stamps import is_stamp
from dragoman.article.tail import is_about
from dragoman.article.titles import Titles, best_title, holds_title
from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from dragoman.model import RawPage, Report

_LARGEST = 16 << 20  # characters; trees of more take minutes and gigabytes
_MANY_BREAKS = 1000
_BREAK = re.compile(r"<[bB][rR]\b")
_BREAKS = re.compile(r"(?:<[bB][rR]\s*/?>\s*){3,}")
_LONGEST_SCRIPT = 1 << 20
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SHARED = ("og:title", "twitter:title", "hdl", "headline", "dc.title", "parsely-title", "sailthru.title")
_HEADING_TEXTS = XPath("//h1//text()", smart_strings=False)
_LEAD = 600
_TOP, _LONGEST_TITLE = 60, 300


def read_markup(page: RawPage) -> Report:
    """The report in an HTML page; raises InputError where no story is found or the page is too large to look."""
    if len(page.content) > _LARGEST:
        do = "save the story alone"
        raise InputError(f"an HTML page of more than {_LARGEST >> 20} million characters", where=page.path, do=do)
    tree = load_html(_with_few_breaks(page.content))
    if tree is None:
        raise no_article(page)
    strip_elements(tree, "style", "svg", with_tail=False)
    held = list(tree.iter())  # while they are held lxml needn't make the same elements anew at each look
    tags = meta_of(tree)
    document = _document_title(tree)
    linked = _links(tree, tags)
    titles = [text for text in (_first(tags, *_SHARED), document, *_HEADING_TEXTS(tree)[:5]) if text]
    stated = read_statement(_scripts(tree, data=True), [*linked, page.metadata.url or ""], titles)
    outlet = outlet_of(tree, tags, stated.publisher, document)
    language = _language(tree, tags, stated)
    url = next((link for link in (*linked, stated.url) if link and _ADDRESS.match(link)), None)
    state = _scripts(tree, data=False)
    cut_asides(tree)
    held.clear()
    lines = lines_of(tree)
    title = _title(tree, lines, Titles(stated.headline, _first(tags, *_SHARED), document), outlet)
    zones = zones_of(lines, title)
    head = [line.text for line in (*zones.above[::-1], *zones.head)]
    found = Found(
        published_on(
            tree,
            Sources(stated.published, tags, page.metadata.url or url, language, stated.page_date, state),
            [line.text for line in (*zones.head, *zones.above)],
            [line.text for line in zones.below],
        ),
        byline_on(tree, tags, stated.authors, head, outlet),
        outlet,
        url,
        language,
    )
    paragraphs = _without_tail(paragraphs_of(tree, title, zones.head, stated.body), (found.byline, outlet))
    if not paragraphs:
        raise no_article(page)
    return compose(page, title, "\n\n".join(paragraphs), found)


def _with_few_breaks(content: str) -> str:
    """A page without the breaks that follow two others, where it has thousands: each is an element to every pass."""
    return _BREAKS.sub("<br><br>", content) if len(_BREAK.findall(content)) > _MANY_BREAKS else content


def _without_tail(paragraphs: Sequence[str], names: Iterable[str | None]) -> Sequence[str]:
    """The paragraphs without those at the end that tell who wrote or publishes the story."""
    known = [" ".join(words_of(part)) for name in names if name for part in name.split(", ")]
    words = [words_of(text) for text in paragraphs]
    end = len(paragraphs)
    while end > 1 and is_about(paragraphs[end - 1], known, words[: end - 1]):
        end -= 1
    return paragraphs[:end]


def meta_of(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements: the first content for each name, property or itemprop."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        # Microdata in the body belongs to whatever item is around it, perhaps a teaser's.
        item = element.get("itemprop") if element.getparent().tag == "head" else None
        for name in (element.get("property"), element.get("name"), item):
            if name and content:
                tags.setdefault(name.strip().lower(), content)
    return tags


def _document_title(tree: HtmlElement) -> str | None:
    """The text of the title element in the head, or between head and body; one in an image is none of the page."""
    titles = (title for title in tree.iter("title") if title.text)
    return next((title.text for title in titles if _is_documents(title)), None)


def _is_documents(title: HtmlElement) -> bool:
    around = [element.tag for element in title.iterancestors()]
    return around == ["html"] or "head" in around


def _first(tags: dict[str, str], *names: str) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _scripts(tree: HtmlElement, *, data: bool) -> list[str]:
    """The texts of JSON-LD scripts, or of the others, which may hold the page's state."""
    scripts = [(element.get("type") or "", element.text or "") for element in tree.iter("script")]
    return [
        text for kind, text in scripts if text and ("ld+json" in kind.lower()) == data and len(text) < _LONGEST_SCRIPT
    ]


def _title(tree: HtmlElement, lines: Sequence[Seen], titles: Titles, outlet: str | None) -> str | None:
    lead = " ".join(line.text for line in lines if read_line(line.text).strong)[:_LEAD]
    shown = [line for line in lines[:_TOP] if len(line.text) <= _LONGEST_TITLE and holds_title(titles, line.text)]
    headings = [*headings_of(tree), *(Heading(line.text, line.text, 2, line.element) for line in shown)]
    return best_title(headings, titles, outlet, lead) or _line_above(zones_of(lines, None), outlet)


def _line_above(zones: Zones, outlet: str | None) -> str | None:
    """A line that could be a headline right above the story, on pages that mark none."""
    names = read_line(outlet or "").key
    found = None
    for line in zones.head:
        words = read_line(line.text)
        if words.strong and not could_head(words):
            break
        furniture = is_stamp(line.text) or byline_of(line.text) or is_chrome(line.text)
        if could_head(words) and words.words > 3 and words.key != names and not furniture:
            found = line.text
    return found


def _language(tree: HtmlElement, tags: dict[str, str], stated: Statement) -> str | None:
    declared = next(iter(tree.xpath("/html/@lang | /html/@xml:lang")), None)
    return declared or stated.language or _first(tags, "og:locale", "content-language", "language")


def _links(tree: HtmlElement, tags: dict[str, str]) -> list[str]:
    """The page's own address as it gives it, the canonical one first."""
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    links = (*canonical, tags.get("og:url"))
    return [link.strip() for link in links if link]
