"""When an HTML page's story was first published, by the surest of the places that say so.

The order: the JSON-LD of this very article, meta elements for publication, the story's own microdata and RDFa, time
elements marked as publication, the address, weaker meta elements, what stands near the headline in words, scripts
that hold the page's state, and htmldate.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from htmldate import find_date

from dragoman.article.compose import date_stated
from dragoman.article.days import dates_in, order_of, settle
from dragoman.article.lists import read_list
from dragoman.article.stamps import role_named, stamps_in
from dragoman.article.tree import marked, text_of, within
from dragoman.model import Interval, Published
from dragoman.sources.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lxml.html import HtmlElement

    from dragoman.article.days import Order

_PUBLICATION = read_list("publication_tags")
_DAY = read_list("day_tags")
_HELD = ("datetime", "content", "data-datetime", "data-timestamp", "data-published", "data-date", "data-time", "title")
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")
_LOOSE = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s(?P<month>[a-z]{3})\w*\s(?P<day>\d{1,2})\s[\d:]+\s\S+\s(?P<year>\d{4})",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})(?:\D.*)?", re.DOTALL)
_IN_ADDRESS = (
    re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/"),
    re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})/"),
)
_STATE = re.compile(
    r"""["']?\b(?:date_?published|published?_?(?:at|on|date|time)|publication_?(?:date|time)|pub_?date|published|"""
    r"""first_?published(?:_?(?:at|date|time))?|display_?date)\\?["']?\s*[:=]\s*\\?["']?"""
    r"""(?P<when>\d{4}-\d\d-\d\d[T \d:.Z+-]{0,22}|\d{10}(?:\d{3})?)\b""",
    re.IGNORECASE,
)
_PROPERTIES = frozenset(
    {"datePublished", "schema:datePublished", "dc:date", "dc:issued", "dcterms:issued", "dc:created", "dcterms:created"}
)
_NONE_DAYS = frozenset({"1970-01-01", "1969-12-31"})
_SPACED = re.compile(r"(?<!\d)(\d{1,2})\.\s(\d{1,2})\.\s((?:19|20)\d\d)(?!\d)")
_FIRST_SITES, _LAST_YEAR = 1990, 2069  # seconds outside these years are some other number
_LONGEST = 120
_ROLES = ("first", "published", "bare", "updated")
_MONTH_FIRST = frozenset({"en-us", "en-ph", "fil"})
_SCOPES = ("Article", "Posting", "WebPage", "CreativeWork", "Blog", "Report", "Review")


class Sources(NamedTuple):
    """What a date is looked for in: the page's statement, its meta elements, its address, its declared language."""

    stated: str | None
    tags: Mapping[str, str]
    url: str | None
    language: str | None
    page_date: str | None = None
    scripts: Sequence[str] = ()


def published_on(tree: HtmlElement, sources: Sources, lines: Sequence[str], below: Sequence[str] = ()) -> Published:
    """The day of first publication and the words that state it; unknown where nothing does.

    `lines` are those around the headline, in their order, `below` those after the story.
    """
    for words in _statements(tree, sources):
        if days := read_day(words, sources.language):
            return date_stated(words.strip(), days)
    if found := in_words(lines, sources.language) or _in_marks(tree, sources.language):
        return found
    if found := _in_state(sources.scripts) or in_words(below, sources.language, ("first", "published")):
        return found
    return _by_htmldate(tree, sources.url)


def _statements(tree: HtmlElement, sources: Sources) -> Iterator[str]:
    """The words of every machine-readable statement, the surest first."""
    yield sources.stated or ""
    yield from (sources.tags.get(name, "") for name in _PUBLICATION)
    yield from _own_marks(tree)
    yield sources.page_date or ""
    times = [time for time in tree.iter("time") if not within(time, "talk_marks") and not _is_update(time)]
    yield from (_held(time) for time in times if time.get("pubdate") is not None or marked(time, "date_marks"))
    if address := day_in_address(sources.url):
        yield address
    yield from (sources.tags.get(name, "") for name in _DAY)
    yield from map(_held, times[:1])


def _own_marks(tree: HtmlElement) -> Iterator[str]:
    """Microdata, RDFa and hNews of the story itself, not of another one that the page embeds."""
    for element in tree.iter("*"):
        names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".split()
        if any(name in _PROPERTIES for name in names):
            if _is_own(element):
                yield _held(element)
        elif element.tag == "abbr" and marked(element, "date_marks") and not marked(element, "update_marks"):
            yield element.get("title") or ""


def _is_own(element: HtmlElement) -> bool:
    """Whether what a mark belongs to is the page's article: no picture or comment, no article within another."""
    kinds = [around.get("itemtype") or "" for around in element.iterancestors() if around.get("itemscope") is not None]
    if kinds and kinds[0] and not str(kinds[0]).endswith(_SCOPES):
        return False
    return sum(str(kind).endswith(("Article", "Posting")) for kind in kinds) <= 1


def _is_update(element: HtmlElement) -> bool:
    """Whether an element dates a change: by its names, unless they name publication too."""
    if not marked(element, "update_marks"):
        return False
    return "published" not in str(element.get("class")).lower()


def _held(element: HtmlElement) -> str:
    """What an element says in its attributes, else in its text."""
    for name in _HELD:
        if (words := element.get(name)) and any(map(str.isdigit, words)):
            return str(words)
    return text_of(element)[:_LONGEST]


def read_day(words: str, language: str | None = None) -> Interval | None:
    """The one day that words give, in whatever way publishers write them to machines; None for anything else."""
    words = words.strip()
    if not words or len(words) > _LONGEST:
        return None
    days = days_of(words) or _other_day(words, language)
    if days is None or days.first != days.last or days.first.isoformat() in _NONE_DAYS:
        return None
    return days


def _other_day(words: str, language: str | None) -> Interval | None:
    if _EPOCH.fullmatch(words):
        seconds = int(words) // (1000 if len(words) > 10 else 1)
        day = datetime.fromtimestamp(seconds, UTC).date()
        return Interval(day, day) if _FIRST_SITES <= day.year <= _LAST_YEAR else None
    if found := _LOOSE.match(words):
        return days_of(f"{found['day']} {found['month']} {found['year']}")
    if found := _FORWARD.fullmatch(words):
        return days_of(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
    found_days = [settle(found, words, order_in(language), ()) for found in dates_in(words)]
    return next((Interval(day, day) for day in found_days if day), None)


def order_in(language: str | None) -> Order | None:
    """What comes first in 05/04/2013 on a page that declares that language ("es", "en-US"); None for a mere "en"."""
    tag = (language or "").strip().lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return "month"
    return None if tag in {"", "en"} else "day"


def day_in_address(url: str | None) -> str | None:
    """The day in an address as publishers build them (/2013/03/21/, /2013/mar/21/, -20130321), as its ISO form."""
    for pattern in _IN_ADDRESS if url else ():
        for found in pattern.finditer((url or "").lower()):
            days = days_of(f"{found[3]} {found[2]} {found[1]}" if found[2].isalpha() else _iso(found))
            if days:
                return days.first.isoformat()
    return None


def _iso(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def in_words(lines: Sequence[str], language: str | None, roles: Sequence[str] = _ROLES) -> Published | None:
    """The day that visible lines state: of the first publication, else of one, else a bare date, else of an update."""
    found: dict[str, tuple[str, date]] = {}
    order = order_of(lines) or order_in(language)
    for before, line in zip(("", *lines), lines, strict=False):
        if len(line) > _LONGEST:
            continue
        stamps = stamps_in(line, order)
        for stamp in stamps:
            role = role_named(before) if stamp.role == "bare" else None
            found.setdefault(role or stamp.role, (stamp.words, stamp.day))
        if not stamps and (bare := _bare(line, order)):
            found.setdefault("bare", bare)
    for wanted in roles:
        if wanted in found:
            words, day = found[wanted]
            return date_stated(words, Interval(day, day))
    return None


def _bare(line: str, order: Order | None) -> tuple[str, date] | None:
    """The first date of a short line that is little else."""
    if spaced := _SPACED.search(line):
        return _bare_spaced(spaced)
    for found in dates_in(line):
        day = settle(found, line, order, ())
        if day and (found.end - found.start) * 5 >= len(line) * 2:
            return line[found.start : found.end], day
    return None


def _bare_spaced(found: re.Match[str]) -> tuple[str, date] | None:
    """A date as Czechs, Finns and Germans may write it: "18. 4. 2021"."""
    days = days_of(f"{found[1]}.{found[2]}.{found[3]}")
    return (found[0], days.first) if days else None


def _in_marks(tree: HtmlElement, language: str | None) -> Published | None:
    """The day in the first element whose class says that it shows one."""
    for element in tree.iter("span", "div", "p", "time", "li", "em", "small", "b", "strong", "i", "h2", "td", "abbr"):
        if not marked(element, "date_marks") or _is_update(element) or within(element, "talk_marks"):
            continue
        words = _held(element)
        if len(words) < _LONGEST and (days := read_day(words, language)):
            return date_stated(words, days)
    return None


def _in_state(scripts: Iterable[str]) -> Published | None:
    """The day in the data that a page's scripts hold, where all that they call publication is one day."""
    found: dict[Interval, str] = {}
    for script in scripts:
        for match in _STATE.finditer(script):
            if days := read_day(match["when"]):
                found.setdefault(days, match["when"])
    if len(found) != 1:
        return None
    [(days, words)] = found.items()
    return date_stated(words, days)


def _by_htmldate(tree: HtmlElement, url: str | None) -> Published:
    """What htmldate makes of the page; the first of January it also gives for a bare year, so that day is no find."""
    for head in tree.iter("head"):
        head.attrib.pop("profile", None)  # the address of a vocabulary has a date in it
    try:
        words = find_date(tree, extensive_search=True, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError):  # its parsers meet dates that nobody foresaw
        words = None
    return date_stated(words) if words and not words.endswith("-01-01") else Published()
