"""Headline, paragraphs and metadata become a report, with its text, offsets and id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.article.dateline import dated_by_dateline
from dragoman.article.identity import content_id
from dragoman.article.tongue import language_of
from dragoman.errors import InputError
from dragoman.model import Interval, Published, Report, Source
from dragoman.sources.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import RawPage


LONGEST = 300_000
"""Characters of the longest text taken for one report, some 50,000 words: a parse of more takes gigabytes."""


def no_article(page: RawPage) -> InputError:
    """The error of a page in which no story was found."""
    return InputError("no article found", where=page.path, do="check that the page holds its story as text")


class Found(NamedTuple):
    """What a page says about its story; None where it doesn't."""

    published: Published = Published()
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def compose(page: RawPage, title: str | None, body: str, found: Found) -> Report:
    """A report of the page. What was given with the page wins over what was found on it.

    The text is the title, a blank line and the body, or one of the two alone; raises InputError where both are empty.
    """
    given = page.metadata
    if not (title or body.strip()):
        raise no_article(page)
    if len(body) > LONGEST:
        what = f"a text of {len(body):,} characters, too long for one report"
        raise InputError(what, where=page.path, do=f"split it into reports of under {LONGEST:,} characters")
    text = f"{title}\n\n{body}" if title and body else title or body
    url, outlet = given.url or found.url, given.outlet or found.outlet
    return Report(
        id=given.id or content_id(text, url, outlet),
        source=Source(page.path, page.sha256, url, outlet, found.byline),
        title=title,
        text=text,
        body_start=len(text) - len(body),
        language=_language(page, text, found),
        published=_published(page, found, text, len(text) - len(body)),
    )


def _language(page: RawPage, text: str, found: Found) -> str:
    """The user's word for the language stands; what a feed or a page declares is often wrong and is checked."""
    given = page.metadata.language
    return language_of(text, None, found.language or given) if page.made else language_of(text, given, found.language)


def _published(page: RawPage, found: Found, text: str, body_start: int) -> Published:
    """What came with the page before what stands on it, a stamp before the body's own dateline."""
    given = date_given(page.metadata.date)
    return given or (found.published if found.published.interval else dated_by_dateline(text, body_start))


def date_given(words: str | None) -> Published | None:
    """A date that came with the page; None where none came or it is none."""
    days = days_of(words) if words else None
    return Published(days, "given") if days else None


def date_stated(words: str, days: Interval | None = None) -> Published:
    """A date that the page states in `words`; unknown where they give none."""
    days = days or days_of(words)
    return Published(days, "stated", stated=words) if days else Published()


def join_names(names: Sequence[str]) -> str | None:
    """Names as one line, each once, in order; None for none."""
    return ", ".join(dict.fromkeys(name for name in names if name)) or None
