"""A record whose text is already an article: taken verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.article.characters import tidy, verbatim
from dragoman.article.compose import Found, compose

if TYPE_CHECKING:
    from dragoman.model import RawPage, Report


def read_given(page: RawPage) -> Report:
    """The report of a given text. Every character keeps its place: harmful ones are replaced one for one."""
    title = tidy(page.metadata.title or "") or None
    return compose(page, title, verbatim(page.content), Found())
