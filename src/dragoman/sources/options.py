"""What the user says about how to read: which columns hold what, and whether the web may be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.sources.columns import AS_USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.sources.links import Fetching


class Options(NamedTuple):
    """How to read.

    `columns` maps a field (id, title, text, date, url, outlet, language) to the column or record field that holds it;
    see `columns.parse_map`. `fetcher` asks the web for linked pages and feeds; with None nothing is asked for.
    """

    columns: Mapping[str, str] = AS_USUAL
    fetcher: Fetching | None = None


PLAIN = Options()
"""Columns by their usual names, nothing fetched."""
