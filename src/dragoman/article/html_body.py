"""The paragraphs of an HTML page's story: trafilatura's, with what it misses and without what stands by its side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml.etree import XPath
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from dragoman.article.bylines import agencies_of, byline_of
from dragoman.article.captions import is_caption
from dragoman.article.characters import tidy
from dragoman.article.chrome import is_chrome_line
from dragoman.article.prose import read_line
from dragoman.article.reflow import reflow
from dragoman.article.stamps import is_stamp
from dragoman.article.tree import HEADINGS, cut, marked, string_of, text_of, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from dragoman.article.html_lines import Seen
    from dragoman.article.prose import Line

_SCRIPTS = XPath("//script[not(contains(@type, 'ld+json'))]")  # trafilatura may read the story of the others
_OPTIONS = Extractor(output_format="python", fast=True, comments=False, tables=False, with_metadata=False)
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "code"})
_FURNITURE = (
    "p",
    "div",
    "span",
    "figcaption",
    "ul",
    "li",
    "small",
    "section",
    "header",
    "address",
    "aside",
    "h2",
    "h3",
    "h4",
    "time",
    "td",
    "em",
    "blockquote",
    "footer",
    "figure",
)
_LONGEST_FURNITURE = 400
_LONGEST_DATE = 60
_TOO_LITTLE = 0.5
_ENOUGH = 600
_MOST_DEKS = 6
_LONGEST_KICKER = 40
_LONGEST_CAPTION = 300


def paragraphs_of(tree: HtmlElement, title: str | None, head: Sequence[Seen], stated: str | None) -> list[str]:
    """The story's paragraphs, each once; changes the tree.

    `head` are the lines from the headline to the story, among which the standfirst may be; `stated` is the story's
    text in JSON-LD, asked only where the page shows much less.
    """
    deks = list(_deks(head))
    for script in _SCRIPTS(tree):
        cut(script)
    _cut_furniture(tree)
    reflow(tree)
    texts = _extracted(tree)
    own = _own(tree)
    if _size(texts) < _TOO_LITTLE * _size(own):
        texts = own
    if stated and (_size(texts) < _TOO_LITTLE * len(stated) or len(texts) == 1):
        texts = [tidy(line) for line in stated.splitlines()]
    return list(_kept([*_missing(deks, texts), *texts], title))


def _size(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


def _missing(deks: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The standfirsts that the text doesn't have, nor begins with."""
    have = " ".join(read_line(text).key for text in texts)
    return [dek for dek in deks if read_line(dek).key not in have]


def _kept(texts: Sequence[str], title: str | None) -> Iterator[str]:
    """The texts without repeats and without the furniture that is known by its words alone."""
    headline = read_line(title or "").key
    seen = {headline, ""}
    for text in texts:
        line = read_line(text)
        around = line.key.startswith(headline) or line.key.endswith(headline)
        if headline and around and len(line.key) < len(headline) + _LONGEST_KICKER:
            continue
        if line.key not in seen and not _is_aside(line):
            seen.add(line.key)
            yield text


def _is_aside(line: Line) -> bool:
    if is_chrome_line(line) or is_caption(line):
        return True
    text = line.text
    return not line.strong and (is_stamp(text) or agencies_of(text) is not None or byline_of(text) is not None)


def _deks(head: Sequence[Seen]) -> Iterator[str]:
    """The standfirst and key points between headline and story: marked so, or a heading right below the headline."""
    found = 0
    for i, line in enumerate(head):
        named = within(line.element, "dek_marks", 3)
        below = line.element.tag in HEADINGS and i <= 1
        words = read_line(line.text)
        if (named or below) and words.words > 3 and not within(line.element, "head_marks", 2):
            if found < _MOST_DEKS and not _is_aside(words):
                found += 1
                yield line.text
        elif words.strong:
            return


def _cut_furniture(tree: HtmlElement) -> None:
    """Cut out bylines, dates, captions and pull quotes, by their names."""
    for element in list(tree.iter(*_FURNITURE)):
        if _is_furniture(element):
            cut(element)
    for image in list(tree.iter("img")):
        _cut_centred(image)


def _is_furniture(element: HtmlElement) -> bool:
    dated, named = marked(element, "date_marks"), marked(element, "head_marks")
    if not (dated or named) or marked(element, "dek_marks") or element.find(".//h1") is not None:
        return False
    words = string_of(element)
    if dated and len(words) <= _LONGEST_DATE and any(map(str.isdigit, words)):
        return True
    return named and len(words) <= _LONGEST_FURNITURE


def _cut_centred(image: HtmlElement) -> None:
    """Cut out a short centred paragraph right below a picture: a caption on pages that mark none."""
    holder = (
        image.getparent()
        if image.getparent() is not None and image.getparent().tag in {"p", "div", "center"}
        else image
    )
    below = holder.getnext()
    if below is None or below.tag not in {"p", "div"} or len(string_of(below)) > _LONGEST_CAPTION:
        return
    style = f"{below.get('style') or ''} {below.get('align') or ''}".replace(" ", "").lower()
    if "text-align:center" in style or style == "center":
        cut(below)


def _extracted(tree: HtmlElement) -> list[str]:
    """What trafilatura takes for the story; it works on a copy of the tree."""
    found = bare_extraction(tree, options=_OPTIONS)
    body = getattr(found, "body", None)
    return [] if body is None else list(_blocks(body))


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


def _own(tree: HtmlElement) -> list[str]:
    """The paragraphs in the box with most prose, headings and list items among them; for layouts trafilatura misses."""
    weights: dict[HtmlElement, float] = {}
    for p in tree.iter("p"):
        text = string_of(p)
        if len(text) < 80 or sum(len(string_of(a)) for a in p.iter("a")) * 2 > len(text):
            continue
        for share, around in zip((1.0, 0.5, 0.25), p.iterancestors(), strict=False):
            weights[around] = weights.get(around, 0.0) + share * len(text)
    if not weights:
        return []
    box = max(weights, key=lambda element: weights[element])
    texts = [text_of(element) for element in box.iter("p", "h2", "h3", "h4", "li", "blockquote") if not _inner(element)]
    return texts if _size(texts) >= _ENOUGH else []


def _inner(element: HtmlElement) -> bool:
    """Whether a block holds or lies in another that is taken."""
    return element.tag in {"li", "blockquote"} and element.find(".//p") is not None
