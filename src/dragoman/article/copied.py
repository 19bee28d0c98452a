"""Text copied off a page: its lines are labelled, the story kept, the stamp and the byline read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article.bylines import agencies_of, agency_closing, agency_opening, byline_of, sign_off_of
from dragoman.article.characters import tidy
from dragoman.article.chrome import ending
from dragoman.article.compose import Found, compose, date_stated, join_names, no_article
from dragoman.article.days import dates_in, order_of, told
from dragoman.article.headline import without_field
from dragoman.article.label import label_tidied
from dragoman.article.labels import KEPT
from dragoman.article.paragraphs import join, unwrap
from dragoman.article.rawlines import line_places
from dragoman.article.rawmap import with_lines
from dragoman.article.stamps import byline_beside, role_named, stamps_in
from dragoman.model import Interval, Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.labels import Label
    from dragoman.article.stamps import Stamp
    from dragoman.model import RawPage, Report

_SURE = 50  # dates of a page by which one with an open order is read
_OPENING = 3  # lines of the story in which the day of a banner's date may be named
_BANNER = 3  # a bare date this many lines above the headline may be the day on which the page was looked at


def read_copied(page: RawPage) -> Report:
    """The report in a text with page furniture; raises InputError where no line of it is a story's."""
    broken = page.content.splitlines()
    groups = unwrap(broken)
    lines = broken if len(groups) == len(broken) else [join(broken, group) for group in groups]
    tidied = [tidy(line) for line in lines]
    labels = label_tidied(tidied)
    labelled = [(label, line) for label, line in zip(labels, tidied, strict=True) if label != "blank"]
    heads = [i for i, label in enumerate(labels) if label == "headline"][:1]
    told = [i for i, label in enumerate(labels) if label in {"subhead", "body"}]
    if not heads and not told:
        raise no_article(page)
    title = without_field(tidied[heads[0]]) if heads else None
    if title is None and page.made:
        title = tidy(page.metadata.title or "") or None  # a mail's subject, a document's own title
    paragraphs = [tidied[i] for i in told]
    found = Found(_published(labelled), _byline(labelled, paragraphs))
    report = compose(page, title, "\n\n".join(paragraphs), found)
    places = [(groups[i][0], groups[i][-1]) for i in (*heads, *told)]
    raw = () if page.made else with_lines(line_places(report, page.content, places), page.content)
    return replace(report, raw=tuple(raw))


def _published(labelled: Sequence[tuple[Label, str]]) -> Published:
    """The date of the best stamp: one that says "published", else a bare one by the headline, else an update's."""
    kept = [i for i, (label, _) in enumerate(labelled) if label in KEPT]
    head, end = (kept[0], kept[-1]) if kept else (0, 0)
    lead = next((i for i in kept if labelled[i][0] == "body"), head)
    end = _own_end(labelled, end)
    stamps = _stamps(labelled[:end])
    story = [labelled[i][1] for i in kept[:_OPENING]]
    ranked = [(_rank(stamp, i, head, lead, story), i, stamp) for i, stamp in stamps]
    usable = [entry for entry in ranked if entry[0] >= 0]
    if not usable:
        return Published()
    stamp = min(usable, key=lambda entry: entry[:2])[2]
    return date_stated(stamp.words, Interval(stamp.day, stamp.day))


def _own_end(labelled: Sequence[tuple[Label, str]], last: int) -> int:
    """Where the story's own surroundings end below its last line: dates farther down are other stories' or readers'."""
    for i in range(last + 1, len(labelled)):
        label, line = labelled[i]
        if label == "chrome" and ending(line):
            return i
    return len(labelled)


def _stamps(labelled: Sequence[tuple[Label, str]]) -> list[tuple[int, Stamp]]:
    """The dates of the page's stamps, each with its line; one below a bare "Published" is of that kind.

    Dates whose order is open are read last, by what the others bear out.
    """
    read = {i: stamps_in(line) for i, (label, line) in enumerate(labelled) if label == "dateline"}
    if still_open := [i for i in read if any(len(found.days) > 1 for found in dates_in(labelled[i][1]))]:
        sure = [stamp.day for stamps in read.values() for stamp in stamps][:_SURE]
        order = order_of([line for _, line in labelled])
        read.update((i, stamps_in(labelled[i][1], order, sure)) for i in still_open)
    found: list[tuple[int, Stamp]] = []
    for i, stamps in read.items():
        above = role_named(labelled[i - 1][1]) if i else None
        found += [(i, stamp._replace(role=above) if above and stamp.role == "bare" else stamp) for stamp in stamps]
    return found


def _rank(stamp: Stamp, i: int, head: int, lead: int, story: Sequence[str]) -> int:
    """Which stamp to believe first; -1 for one of the day of looking, or in a page's banner, far above the headline.

    First publications come before others, bare dates below the headline before those above it, then updates, then bare
    dates in or below the body.
    A banner's date is believed where the story's opening names that month and day.
    """
    if stamp.role == "seen":
        return -1
    if stamp.role != "bare":
        return {"first": 0, "published": 1}.get(stamp.role, 4)
    if i > head:
        return 2 if i < lead else 5
    return 3 if i > head - _BANNER or any(told(stamp.day, paragraph) for paragraph in story) else -1


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
