"""RSS and Atom: the entries of a feed become pages, with what the feed says about each.

An entry carries its full text where its longest content (content:encoded, Atom's content or the description) has 600
characters or more and isn't cut off; it becomes a page of kind "html", or "article" where it is plain text. Of an entry
with a teaser only, headline and teaser become an "article" when the teaser has at least one whole sentence; a sentence
that is cut off ("The minister said that [...]") is left out, for half a sentence says something else than the whole.
An entry of which only the headline is there is passed over.
"""

from __future__ import annotations

import html
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

import feedparser

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.dates import days_of
from dragoman.sources.feedxml import clean_feed
from dragoman.sources.fragments import is_markup, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = 600  # characters; teasers of the large outlets and agencies have 80 to 400
_TITLE_LIMIT = 1000
_CUT_OFF = re.compile(
    r"\s{0,3}(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.|\((?:more|continued)(?:…|\.\.\.)?\)"
    r"|(?:continue reading|read (?:more|the full|on)|full story)\b[^.!?\n]{0,300})\s*(?:[→»>]{1,3}\s*)?\Z",
    re.IGNORECASE,
)
_TAIL = 400  # characters at a text's end in which to look for what cuts it off
_TAIL_MARKUP = 4000
_CREDIT = re.compile(r"(?:\A|\n\n)The post .{1,300} appeared first on [^\n]{1,100}\Z")
_CREDIT_MARKUP = re.compile(r"<p>\s*The post (?:(?!<p>).){1,3000} appeared first on (?:(?!<p>).){1,900}\Z", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s|\Z)")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_MAIL_DATE = re.compile(r"(?:[A-Za-z]{3}, ?)?(\d{1,2}) ([A-Za-z]{3}) (\d\d) \d\d:\d\d.{0,20}")
_SYSTEM_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{2,5} )?(\d{4})")
_CONFUSED = (LookupError, AttributeError, TypeError, ValueError)
"""What feedparser's handlers raise where an element stands in one that can't hold it: a link in a title, found by
fuzzing."""
_NO_DATES = frozenset({"1970-01-01", "0001-01-01"})  # what publishing systems write where they have none


class Entry(NamedTuple):
    """One entry of a feed: its number from 1, what is said about it, its longest content as it stands and as words.

    `whole` says whether that is the full text, `text` has paragraphs split by blank lines.
    """

    number: int
    metadata: Metadata
    content: str
    text: str
    whole: bool


class Feed(NamedTuple):
    """A feed's entries, and the one error that says where its XML is broken, None where it isn't."""

    entries: tuple[Entry, ...]
    error: InputError | None


def feed_pages(data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The pages in a feed, "feed.xml#3" for the third entry; see the module for what becomes of which entry.

    Of broken XML what can be read is read, then comes one error; one, too, where no entry carries any text.
    """
    feed = read_feed(data, name)
    if isinstance(feed, InputError):
        yield feed
        return
    pages = [page for entry in feed.entries if (page := entry_page(entry, name))]
    yield from pages
    if feed.error:
        yield feed.error
    elif not pages:
        what = "a feed whose entries carry no text" if feed.entries else "a feed without entries"
        yield InputError(
            what, where=name, do="read the pages it links to, with --fetch" if feed.entries else "leave it out"
        )


def read_feed(data: bytes, name: str) -> Feed | InputError:
    """The entries of an RSS or Atom feed; an error where `data` is none."""
    clean = clean_feed(data, name)
    if isinstance(clean, InputError):
        return clean
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed = feedparser.parse(clean.xml, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except _CONFUSED:
        return InputError("a feed whose elements stand in each other", where=name, do="fetch it again")
    outlet = _line(parsed.feed.get("title"))
    language = parsed.feed.get("language")
    entries = tuple(_entry(number, entry, outlet, language) for number, entry in enumerate(parsed.entries, start=1))
    return Feed(entries, _broken(clean.broken, len(entries), name))


def _broken(broken: str | None, count: int, name: str) -> InputError | None:
    if broken is None:
        return None
    do = "fetch it again; " + ("what could be read of it was" if count else "no entry of it could be read")
    return InputError(f"a feed of broken XML ({broken})", where=name, do=do)


def entry_page(entry: Entry, name: str) -> RawPage | None:
    """The page that an entry makes by itself; None where it has no sentence to read."""
    where = f"{name}#{entry.number}"
    digest = sha256(entry.content.encode()).hexdigest()
    if entry.whole and is_markup(entry.content):
        return RawPage(where, "html", _document(entry), digest, entry.metadata, made=True)
    text = entry.text if entry.whole else _sentences(entry.text)
    return RawPage(where, "article", text, digest, entry.metadata, made=True) if text else None


def _document(entry: Entry) -> str:
    """The entry as an HTML page in which its content is the article."""
    title = html.escape(entry.metadata.title or "")
    language = f' lang="{entry.metadata.language}"' if entry.metadata.language else ""
    head = f"<!DOCTYPE html>\n<html{language}>\n<head><title>{title}</title></head>\n<body>\n<article>\n"
    heading = f"<h1>{title}</h1>\n" if title else ""
    content = _without(_CREDIT_MARKUP, entry.content, _TAIL_MARKUP)
    return f"{head}{heading}{content}\n</article>\n</body>\n</html>\n"


def _sentences(text: str) -> str:
    """A teaser up to its last whole sentence: empty where it has none."""
    paragraphs = _without(_CUT_OFF, text).split("\n\n")
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraphs[-1])]
    paragraphs[-1] = paragraphs[-1][: ends[-1]] if ends else ""
    return "\n\n".join(paragraph for paragraph in paragraphs if _SENTENCE_END.search(paragraph))


def _entry(number: int, entry: Any, outlet: str | None, language: object) -> Entry:  # noqa: ANN401 - feedparser has no types
    values = [content.get("value") for content in entry.get("content", ())] + [entry.get("summary")]
    readings = [(value, words_of(value)) for value in values if isinstance(value, str) and value.strip()]
    content, text = max(readings, key=lambda reading: len(reading[1]), default=("", ""))
    text = _without(_CREDIT, text)
    metadata = Metadata(
        title=_line(entry.get("title")),
        date=_date(entry),
        url=_link(entry.get("link")),
        outlet=outlet,
        language=_language(entry, language),
    )
    return Entry(number, metadata, content, text, whole=len(text) >= _WHOLE and _without(_CUT_OFF, text) == text)


def _without(pattern: re.Pattern[str], text: str, within: int = _TAIL) -> str:
    """The text without a closing that the pattern matches; looked for only near the end, however long the text."""
    found = pattern.search(text, max(0, len(text) - within))
    return text[: found.start()] if found else text


def _line(value: object) -> str | None:
    """A title as one line of plain text; many feeds put markup in it, or escape it twice."""
    if not isinstance(value, str):
        return None
    return " ".join(words_of(value[: _TITLE_LIMIT * 4]).split())[:_TITLE_LIMIT] or None


def _link(value: object) -> str | None:
    link = value.strip() if isinstance(value, str) else ""
    return link if link.lower().startswith(("http://", "https://")) and link.isprintable() else None


def _date(entry: Any) -> str | None:  # noqa: ANN401
    """The day that the entry was published, else updated, as written; None for none or an impossible one.

    feedparser's own reading isn't asked: it moves the day to UTC, and makes 3 March of 31 February.
    """
    for field in ("published", "updated", "created"):
        words = dict.get(entry, field)  # a feedparser dictionary would give one date for another
        if isinstance(words, str) and (days := days_of(_usual(words))):
            found = days.first.isoformat() if days.first == days.last else words.strip()
            if found not in _NO_DATES:
                return found
    return None


def _usual(words: str) -> str:
    """A date of mail's old form, "Mon, 04 May 15 10:00 EST", or of C's, with its year where others have it."""
    if old := _MAIL_DATE.fullmatch(words.strip()):
        return f"{old[1]} {old[2]} {'19' if old[3] >= '50' else '20'}{old[3]}"  # RFC 2822, section 4.3
    system = _SYSTEM_DATE.fullmatch(words.strip())
    return f"{system[2]} {system[1]} {system[3]}" if system else words


def _language(entry: Any, language: object) -> str | None:  # noqa: ANN401
    own = [content.get("language") for content in entry.get("content", ())]
    for value in (entry.get("language"), *own, language):
        if isinstance(value, str) and _TAG.fullmatch(value.strip()):
            return value.strip().replace("_", "-")
    return None
