"""One raw page becomes one report, whatever its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article.copied import read_copied
from dragoman.article.given import read_given
from dragoman.article.markup import read_markup
from dragoman.article.rawmap import raw_spans

if TYPE_CHECKING:
    from dragoman.model import RawPage, Report


def report(page: RawPage) -> Report:
    """The report that a page holds: its text without the page's furniture, and what the page says about it.

    Raises InputError where no article is left.
    """
    match page.kind:
        case "article":
            return read_given(page)
        case "html":
            found = read_markup(page)
            return replace(found, raw=raw_spans(found, page))
        case "text":
            return read_copied(page)
