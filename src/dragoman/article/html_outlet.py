"""Which outlet an HTML page is of: what it says to machines, or a name that its title and its frame share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.characters import tidy
from dragoman.article.tree import having, marked, string_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "cre")
_SEPARATOR = re.compile(r"\s+[|•·–—»:>/-]+\s+|\s*[|»]\s*|:\s+")
_FRONT = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|home\w*|default\.\w+)?(?:[?#].*)?", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
_RIGHTS = re.compile(
    r"(?:©|&copy;|copyright|\(c\))\W*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s*[-–,]?\s*)*(?:by\s)?(?P<who>[^.,|©\d]{3,60})",
    re.IGNORECASE,
)
_SIGNS = ("©", "opyright", "OPYRIGHT", "(c)", "(C)", "&copy;")
_SCRIPTS = frozenset({"script", "style"})
_HOLDERS = frozenset({"p", "div", "footer", "span", "font", "small", "td", "center", "li"})
_CORPORATE = re.compile(
    r"\b(?:all rights.*|ltd|inc|company|corporation|gmbh|co|pty|limited|newspapers|plc)\b.*", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:home(?:\s?page)?|logo|go to|back to|zur startseite|startseite|accueil|inicio|visit|return to)\b",
    re.IGNORECASE,
)
_LONGEST = 60


def outlet_of(tree: HtmlElement, tags: Mapping[str, str], publisher: str | None, title: str | None) -> str | None:
    """The outlet's name; None where the page doesn't say it (the name of a domain is none).

    Site name and publisher are taken at their word; else a name on the logo, in the copyright line or in microdata
    that is also a part of the page's title; else the logo's alone.
    """
    for words in (
        *(tags.get(name) for name in _SITE[:1]),
        publisher,
        *(tags.get(name) for name in _SITE[1:]),
        _microdata(tree),
    ):
        if words and (name := tidy(words)) and len(name) <= _LONGEST and not _is_address(name):
            other = tidy(publisher or "")
            return other if name[0].islower() and _key(other) == _key(name) else name
    parts = [part for part in map(tidy, _SEPARATOR.split(title or "")) if part]
    frame = list(dict.fromkeys(_frame(tree)))
    for name in frame:
        if part := next(
            (part for part in (*parts[::-1], title or "") if _key(part) and _key(part) == _key(name)), None
        ):
            return part if name.isupper() else name
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        if len(part) <= _LONGEST and any(_key(part) in _key(name) for name in frame) and len(_key(part)) > 2:
            return part
    rights = {_key(name) for name in _rights(tree)}
    logo = [name for name in _logos(tree) if _key(name)]
    named = [name for name in logo if any(_key(name) in right or right in _key(name) for right in rights)]
    return next(iter(named or logo), None)


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http", "www.", "@", "/"))


def _key(name: str) -> str:
    return "".join(_LETTERS.findall(name.casefold())).removeprefix("the")


def _microdata(tree: HtmlElement) -> str | None:
    for element in having(tree, "itemprop"):
        if "publisher" in (element.get("itemprop") or "").split():
            name = next(iter(element.xpath(".//*[@itemprop='name']")), element)
            return name.get("content") or text_of(name)
    return None


def _frame(tree: HtmlElement) -> Iterator[str]:
    yield from _logos(tree)
    yield from _rights(tree)
    for link in tree.iter("link"):
        if link.get("rel") == "alternate" and "xml" in (link.get("type") or ""):
            yield from (part for part in _SEPARATOR.split(link.get("title") or "") if part)


def _logos(tree: HtmlElement) -> Iterator[str]:
    """The names on links to the front page, on logos and banners."""
    for element in tree.iter("a", "img", "h1", "h2", "div", "span"):
        if element.tag == "a" and (element.get("href") is None or not _FRONT.fullmatch(element.get("href").strip())):
            continue
        if element.tag != "a" and not marked(element, "site_marks") and not _is_banner(element):
            continue
        alts = [image.get("alt") for image in element.iter("img")]
        for words in (*alts, text_of(element), element.get("title"), element.get("aria-label")):
            name = tidy(_HOME.sub("", words or "")).strip(" -–—|:.,[]()")
            name = name.partition(" - ")[0]
            if 2 < len(name) <= _LONGEST and not _is_address(name):
                yield name


def _is_banner(element: HtmlElement) -> bool:
    source = (element.get("src") or "").lower()
    return element.tag == "img" and any(word in source for word in ("logo", "banner", "masthead", "header"))


def _rights(tree: HtmlElement) -> Iterator[str]:
    """The holders named in copyright lines; only where there is a sign of one its parts are looked at."""
    stack = [tree]
    while stack:
        element = stack.pop()
        words = string_of(element) if element.tag not in _SCRIPTS else ""
        if not any(sign in words for sign in _SIGNS):
            continue
        stack.extend(element.iterchildren("*", reversed=True))
        if element.tag not in _HOLDERS or len(element) >= 20 or len(words) >= 600:
            continue
        if found := _RIGHTS.search(words):
            yield _CORPORATE.sub("", tidy(found["who"])).strip(" .,-")
