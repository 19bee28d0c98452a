"""Text copied off a page: its lines are labelled, the story kept, the stamp and the byline read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.article.bylines import agencies_of, agency_closing, agency_opening, byline_of, sign_off_of
from dragoman.article.characters import tidy
from dragoman.article.compose import Found, compose, date_stated, join_names, no_article
from dragoman.article.label import label_paragraphs
from dragoman.article.paragraphs import join, unwrap
from dragoman.article.stamps import byline_beside, stamps_in
from dragoman.model import Interval, Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.label import Label
    from dragoman.article.stamps import Stamp
    from dragoman.model import RawPage, Report

_BANNER = 3  # a bare date this many lines above the headline may be the day on which the page was looked at


def read_copied(page: RawPage) -> Report:
    """The report in a text with page furniture; raises InputError where no line of it is a story's."""
    broken = page.content.splitlines()
    lines = [join(broken, group) for group in unwrap(broken)]
    labels = label_paragraphs(lines)
    labelled = [(label, tidy(line)) for label, line in zip(labels, lines, strict=True) if label != "blank"]
    title = next((line for label, line in labelled if label == "headline"), None)
    paragraphs = [line for label, line in labelled if label in {"subhead", "body"}]
    if not title and not paragraphs:
        raise no_article(page)
    return compose(page, title, "\n\n".join(paragraphs), Found(_published(labelled), _byline(labelled, paragraphs)))


def _published(labelled: Sequence[tuple[Label, str]]) -> Published:
    """The date of the best stamp: one that says "published", else a bare one by the headline, else an update's."""
    head = next((i for i, (label, _) in enumerate(labelled) if label in {"headline", "subhead", "body"}), 0)
    ranked: list[tuple[int, int, Stamp]] = []
    for i, (label, line) in enumerate(labelled):
        if label == "dateline":
            ranked += [(_rank(stamp, i, head), i, stamp) for stamp in stamps_in(line)]
    usable = [entry for entry in ranked if entry[0] >= 0]
    if not usable:
        return Published()
    stamp = min(usable, key=lambda entry: entry[:2])[2]
    return date_stated(stamp.words, Interval(stamp.day, stamp.day))


def _rank(stamp: Stamp, i: int, head: int) -> int:
    """Which stamp to believe first; -1 for a date in a page's banner, far above the headline."""
    if stamp.role != "bare":
        return 0 if stamp.role == "published" else 2
    return 1 if i > head - _BANNER else -1


def _byline(labelled: Sequence[tuple[Label, str]], paragraphs: Sequence[str]) -> str | None:
    """Who wrote it, writers before agencies: a byline, a stamp's "By ...", a sign-off, credits in the story's text."""
    writers: list[str] = []
    agencies: list[str] = []
    for label, line in labelled:
        if label == "byline":
            writers.append(byline_of(line) or sign_off_of(line) or "")
        elif label == "dateline":
            writers.append(byline_beside(line) or "")
        elif label == "agency":
            agencies += agencies_of(line) or ()
    for paragraph in paragraphs[:2]:
        agencies.append(agency_opening(paragraph) or "")
    for paragraph in paragraphs[-1:]:
        agencies.append(agency_closing(paragraph) or "")
    return join_names([*writers, *agencies])
