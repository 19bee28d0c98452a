"""Who wrote an HTML page's story, as the page says to machines or to readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.bylines import byline_of
from dragoman.article.characters import tidy
from dragoman.article.compose import join_names
from dragoman.article.html_lines import lines_of
from dragoman.article.lists import read_list
from dragoman.article.stamps import byline_beside, is_stamp, stamps_in
from dragoman.article.tree import having, marked, text_of, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_TAGS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "article:author",
    "citation_author",
    "rnews:creator",
    "twitter:data1",
)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net)\b", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:written|posted|story|text|words|analysis|report(?:ed|age)?|published|opinion)\s)?"
    r"(?:by|von|por|par|di|door|av|af|przez|autor(?:a|es|en|in)?|author|auteur|autore|text)\b\s?:?\s+",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile("|".join(read_list("accounts")), re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\d|<>{}\[\]]{2,60}")
_JOINERS = re.compile(r"\s*(?:;|,|\||/|\s&\s|\s(?:and|und|y|e|et|en|og|och|i)\s)\s*")
_AFTER = re.compile(
    r"\s*[|•·]\s*.*$|\s+(?:in|for|at|from|FOR|IN|AT)\s+[A-Z].*$|\s+[-–—]\s.*$"
    r"|,\s*(?:[\w-]+\s){0,4}(?i:writer|reporter|correspondent|editor|bureau|desk|contributor|columnist|journalist|news|"
    r"studio|staff|agency)\b.*$"
)
_FEW = 6  # lines of a block around the name: its date, its buttons
_SPACED = re.compile(r"\b(\d{1,2})\.\s(\d{1,2})\.\s(\d{4})\b")  # the Czech way
_BARS = re.compile(r"\s*[|•·]\s*")
_TOKEN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’]+(?:-[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’]+)*|[A-Z]\.")
_NO_NAME = frozenset({*read_list("sections"), *read_list("interface_words"), *read_list("common_words")})
_LONGEST = 120
_MOST_WORDS = 5


def byline_on(
    tree: HtmlElement, tags: Mapping[str, str], stated: Sequence[str], head: Sequence[str], outlet: str | None
) -> str | None:
    """The writers' names joined by commas: of JSON-LD, of meta elements, of the story's markup, of a visible line.

    The outlet itself, addresses of profiles and names of accounts ("admin") are nobody's name.
    """
    tagged = [tags[name] for name in _TAGS if name in tags and (name != "twitter:data1" or _is_writer(tags))]
    marked_names = (_microdata(tree), head_names(head), _links(tree), _marked(tree), beside_stamp(head))
    for source in (stated, *([words] for words in tagged), *marked_names):
        names = [name for words in source for name in names_in(words) if not _same(name, outlet)]
        if names:
            return join_names(names)
    return None


def _is_writer(tags: Mapping[str, str]) -> bool:
    return tags.get("twitter:label1", "").lower() in {"written by", "by", "author"}


def names_in(words: str) -> list[str]:
    """The names in a field or line for writers: without "By", roles and places; none where no name is left."""
    words = tidy(words)
    if not words or len(words) > _LONGEST or _ADDRESS.match(words):
        return []
    bare = _BY.sub("", words)
    bare = byline_of(bare) or byline_of(words) or bare
    bare = _AFTER.sub("", bare).strip(" ,.:;-–—|")
    parts = [part.strip() for part in _JOINERS.split(bare) if part.strip()]
    if len(parts[0].split()) > 1 if parts else False:
        parts = [part for part in parts if len(part.split()) > 1]  # "Jane Roe, Geneva"
    return parts if all(map(is_name, parts)) else []


def is_name(words: str) -> bool:
    """Whether words could be a person's or a desk's name: no address, no number, not too many words, no account."""
    if not _NAME.fullmatch(words) or _ADDRESS.search(words) or _NOT_NAMES.fullmatch(words):
        return False
    return len(words.split()) <= _MOST_WORDS and not words.islower()


def _same(name: str, outlet: str | None) -> bool:
    plain, other = (re.sub(r"\W|^the\s", "", text.lower()) for text in (name, outlet or ""))
    return plain == other


def _microdata(tree: HtmlElement) -> list[str]:
    """The author of the item that stands for the story: its name where it has one."""
    found = []
    for element in having(tree, "itemprop"):
        if "author" not in (element.get("itemprop") or "").split() or within(element, "talk_marks"):
            continue
        name = next(iter(element.xpath(".//*[@itemprop='name']")), element)
        found.append(name.get("content") or text_of(name))
    return list(dict.fromkeys(found))[:4]


def _links(tree: HtmlElement) -> list[str]:
    """The links to writers' pages."""
    return list(dict.fromkeys(text_of(a) for a in tree.iter("a") if "author" in (a.get("rel") or "").split()))[:4]


def _marked(tree: HtmlElement) -> list[str]:
    """The first element named byline, author or address that holds a name."""
    for element in tree.iter("span", "div", "p", "a", "address", "li", "h2", "h3", "h4", "h5", "em", "cite", "i"):
        if (element.tag == "address" or marked(element, "byline_marks")) and not within(element, "talk_marks"):
            for line in lines_of(element)[:_FEW]:
                if found := next((part for part in _BARS.split(line.text) if names_in(part)), None):
                    return [found]
    return []


def head_names(lines: Iterable[str]) -> list[str]:
    """The names of the first visible byline: "By Jane Roe", "Jane Roe, Foreign Editor", "By Jane Roe | 3 May 2013"."""
    return next(([name] for name in _visible(lines)), [])


def beside_stamp(lines: Sequence[str]) -> list[str]:
    """The name that stands alone next to a date, on its line or the one above: "Jane Roe | 3 May 2013"."""
    for above, line in zip(("", *lines), lines, strict=False):
        close = _SPACED.sub(r"\1.\2.\3", line[:_LONGEST])
        parts = [part.strip() for part in _BARS.split(close)]
        dated = any(stamps_in(part) for part in parts) or is_stamp(line)
        if dated and (found := next((part for part in (*parts, above) if _is_alone(part)), None)):
            return [found]
    return []


def _is_alone(words: str) -> bool:
    """Whether words are two to four capitalised ones, none of which a section's or a button's name is made of."""
    tokens = words.split()
    return 2 <= len(tokens) <= 4 and all(
        _TOKEN.fullmatch(token) and token.casefold() not in _NO_NAME for token in tokens
    )


def _visible(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > _LONGEST:
            continue
        if found := byline_of(line) or (is_stamp(line) and byline_beside(line)):
            yield found
        elif _BY.match(line) and names_in(line):
            yield line
