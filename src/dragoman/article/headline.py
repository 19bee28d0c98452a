"""Which line above a story is its headline, and which lines below that are its subheads."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article.chrome import names_section
from dragoman.article.subject import gist_of, share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.prose import Line
    from dragoman.article.subject import Gist

_ZONE = 80  # lines above the story that are searched
_GIST = 12  # paragraphs that say well enough what a story is about
_LATE = 4  # paragraphs of furniture that may stand above a headline
_BESIDE = ("dateline", "byline", "duplicate")

# How far a line of so few words can be trusted to be a headline and no section's or topic's name.
_TRUST = {2: 0.35, 3: 0.7, 4: 0.9}
_BESIDE_STORY = 0.25
_AGAIN = 0.8
_FIRST_OF = 0.7  # a headline stands above its subhead, which tells more of the story
_LONGER = 0.5  # share of the best score with which a longer line is preferred to one of two or three words
_LEAST = 0.2  # score below which only a line of some length is taken
_LONG = 5
_SHORT = 3

_POINTS = frozenset(
    {"key points", "highlights", "story highlights", "in summary", "summary", "in brief", "in short", "at a glance"}
    | {"what we know", "key takeaways", "key developments", "the essentials", "what you need to know"}
    | {"what we re covering", "what we re covering here", "here s the latest"}
)
_SUBHEAD = 6
_ROW = (2, 5)  # lines of a row of points above a story
_SUBHEAD_BELOW = 7
_SUBHEAD_APART = 10
_ON_SUBJECT = 0.3

_FIELD = re.compile(
    r"(?:subject|headline|title)\s?:\s+(?:(?:re|fwd?|fw)\s?:\s+|\[[^\[\]]{1,30}\]\s+)*(?=\S+\s\S+\s\S)", re.IGNORECASE
)


_BULLETS = ("•", "●", "▪", "■", "◆", "‣", "- ", "– ", "— ", "* ")
_MENU = frozenset(
    {"menu", "search", "home", "sign in", "log in", "login", "subscribe", "sections", "navigation", "open menu", "news"}
    | {
        "skip to content",
        "skip to main content",
        "about",
        "about us",
        "contact",
        "contact us",
        "archive",
        "newsletters",
    }
)
_CRUMBS = 200
_CRUMB = re.compile(r"(?:home|news|you\sare\shere|breadcrumb)\b\s?[>»›/|→:]|[^>»›|]{1,40}\s[>»›|]\s", re.IGNORECASE)
_OPENS = re.compile(r"[A-Z][A-Z .,'’/]{2,40}(?:\([^()]{2,30}\)\s?)?\s?[-–—]{1,2}\s")  # "GENEVA (AP) - The envoys"
_SITE = re.compile(r"\s?[|–—:·•»-]+\s?\S.{0,60}")


def without_field(line: str) -> str:
    """A line without the name of a mail's or a database's field for the headline: "Subject: [list] Envoys meet"."""
    found = _FIELD.match(line) if ":" in line else None
    return line[found.end() :] if found else line


def find_headline(read: Sequence[Line], labels: Sequence[str | None], lead: int) -> int | None:
    """The line that heads the story whose first paragraph is line `lead`; None where no line above it fits.

    Each candidate is scored by the share of its topics that the story has, too, and by its place: beside a stamp or
    byline, right above the story, repeated. The first of the best is taken, but not a section's name, nor a short line
    that a longer candidate says in full. Furniture that reads like prose can stand above the headline; then a line
    beside a stamp or byline among the first paragraphs is.
    """
    gist = _gist(read, labels, lead)
    zone = [i for i in range(max(0, lead - _ZONE), min(lead, len(read))) if labels[i] is None and _fits(read[i])]
    terse = (i for i in range(max(0, lead - _ZONE), lead) if labels[i] is None and read[i].ended)
    zone += [i for i in terse if _is_terse(read, labels, i)]
    zone.sort()
    repeated = Counter([line.key for line in read if not line.ended])
    scored = {i: _score(read, labels, i, gist, repeated, lead) for i in zone}
    best = max((score for i, score in scored.items() if score >= _LEAST or read[i].words >= _LONG), default=0.0)
    head = _topmost(read, labels, _first_of(read, labels, scored, best), gist) if best > 0 else None
    late = _late(read, labels, lead, head)
    if late is not None or head is not None:
        return head if late is None else late
    whole = [i for i, line in enumerate(read) if line.text]
    likely = [i for i in zone if read[i].words > _SHORT and (len(zone) == 1 or _beside(read, labels, i, lead))]
    return likely[-1] if likely else (zone[0] if zone and len(whole) <= 3 else None)


def _fits(line: Line) -> bool:
    return line.heads and not line.text.startswith(_BULLETS) and not names_section(line.text)


def _is_terse(read: Sequence[Line], labels: Sequence[str | None], i: int) -> bool:
    """Whether a sentence is a headline in short ones: "Envoys leave. Guns speak.", beside a stamp or byline."""
    if read[i].strong or read[i].words <= _SHORT:
        return False
    above = next((j for j in range(i - 1, -1, -1) if labels[j] != "blank"), -1)
    return _stamped(read, labels, i) or (above >= 0 and labels[above] == "dateline")


def _first_of(read: Sequence[Line], labels: Sequence[str | None], scored: dict[int, float], best: float) -> int:
    good = [i for i, score in scored.items() if score >= _FIRST_OF * best]
    if read[good[0]].words <= _SHORT:
        longer = [i for i, score in scored.items() if score >= _LONGER * best and read[i].words > _SHORT]
        good = longer or good
    for i in good:
        below = [j for j in scored if j > i]
        if any(_stands_for(read[i], read[j]) for j in below):
            continue
        menus = [j for j in range(i + 1, max(good)) if _is_menu(read[j].text)]
        if (
            not menus
            or _stamped(read, labels, i)
            or not any(j > menus[-1] and _is_rival(read[j], read[i]) for j in good)
        ):
            return i
    return good[0]


def _is_rival(line: Line, other: Line) -> bool:
    """Whether a line is neither the other once more nor the beginning of a story broken off at its line's end."""
    return line.key != other.key and not _OPENS.match(line.text)


def _is_menu(line: str) -> bool:
    """Whether a line leads about the site: what stands above it is the site's name rather than the story's headline."""
    return line.casefold().strip() in _MENU or (len(line) < _CRUMBS and _CRUMB.match(line) is not None)


def _stands_for(line: Line, other: Line) -> bool:
    """Whether a line is the headline below it cut short, or that with the site's name ("Envoys meet | The Daily")."""
    if line.words < other.words <= 2 * _SUBHEAD_APART and not other.ended:
        return set(line.terms) <= set(other.terms)
    rest = line.text.removeprefix(other.text)
    return len(rest) < len(line.text) and other.words > _SHORT and _SITE.fullmatch(rest) is not None


def is_subhead(read: Sequence[Line], labels: Sequence[str | None], head: int, i: int, lead: int) -> bool:
    """Whether a line between the headline and the story's lead is a subhead.

    The line right below a headline is one if it has some length, and so are the points below "Key points"; any other
    must share the story's subject, too.
    """
    if read[i].words < _SUBHEAD or i > lead or i - head > _ZONE:
        return False
    if read[i].strong or (read[i].words >= _SUBHEAD_BELOW and not any(line.text for line in read[head + 1 : i])):
        return True
    if any(line.key in _POINTS for line in read[head + 1 : i]):
        return True
    if read[i].words >= _SUBHEAD_BELOW and _is_point(read, labels, i, lead):
        return True
    subject = share_of(read[i], _gist(read, labels, lead))
    return subject >= _ON_SUBJECT or (read[i].words >= _SUBHEAD_APART and subject > 0)


def _is_point(read: Sequence[Line], labels: Sequence[str | None], i: int, lead: int) -> bool:
    """Whether a line stands right below a subhead, or is one of several of some length right above the story."""
    above = next((j for j in range(i - 1, -1, -1) if labels[j] != "blank"), -1)
    if above >= 0 and labels[above] == "subhead":
        return True
    if lead - i > _ZONE:
        return False
    rows = [j for j in range(i, lead) if labels[j] != "blank"]
    return _ROW[0] <= len(rows) <= _ROW[1] and all(labels[j] is None and read[j].words >= _SUBHEAD_BELOW for j in rows)


def _gist(read: Sequence[Line], labels: Sequence[str | None], lead: int) -> Gist:
    prose = (i for i in range(lead, len(read)) if labels[i] is None and read[i].ended)
    return gist_of(read[i] for i in islice(prose, _GIST))


def _next(labels: Sequence[str | None], i: int) -> int:
    """The next line that isn't blank."""
    return next((j for j in range(i + 1, len(labels)) if labels[j] != "blank"), len(labels))


def _topmost(read: Sequence[Line], labels: Sequence[str | None], found: int, gist: Gist) -> int:
    """The line itself, or the one right above it if that is on the subject, too: then this one is its subhead.

    A topic's name above a headline may be taken for one so; the headline is then kept as a subhead and not lost.
    """
    above = next((i for i in range(found - 1, -1, -1) if labels[i] != "blank"), -1)
    if above < 0 or labels[above] is not None or not _fits(read[above]) or read[above].words <= max(_TRUST) - 1:
        return found
    if _stands_for(read[above], read[found]):
        return found
    return above if share_of(read[above], gist) >= _ON_SUBJECT else found


def _beside(read: Sequence[Line], labels: Sequence[str | None], i: int, lead: int) -> bool:
    """Whether a stamp, a byline or the story itself follows a line, perhaps after a subhead that is a sentence."""
    below = _next(labels, i)
    for _ in range(2):
        if below < lead and labels[below] is None and read[below].ended and read[below].words >= _SUBHEAD:
            below = _next(labels, below)
    return below == lead or _is_beside(labels, below)


def _stamped(read: Sequence[Line], labels: Sequence[str | None], i: int) -> bool:
    """Whether a stamp or byline follows a line, perhaps after a subhead."""
    below = _next(labels, i)
    if below < len(read) and labels[below] is None and read[below].words >= _SUBHEAD:
        below = _next(labels, below)
    return _is_beside(labels, below)


def _is_beside(labels: Sequence[str | None], i: int) -> bool:
    return i < len(labels) and labels[i] in _BESIDE


def _score(  # noqa: PLR0913, PLR0917 - six plain facts of one line's place
    read: Sequence[Line],
    labels: Sequence[str | None],
    i: int,
    gist: Gist,
    repeated: Counter[str],
    lead: int,
) -> float:
    words = (
        share_of(read[i], gist)
        + _BESIDE_STORY * _beside(read, labels, i, lead)
        + _AGAIN * (repeated[read[i].key] > 1 and read[i].words > 2)
    )
    return words * _TRUST.get(read[i].words, 1.0)


def _late(read: Sequence[Line], labels: Sequence[str | None], lead: int, head: int | None) -> int | None:
    """A line beside a stamp or byline below the first prose, which then was furniture; None where none is.

    It must be on the subject of what follows it, and far more so than the line found above that prose.
    """
    if head is not None and _stamped(read, labels, head):
        return None
    prose = 0
    for i in range(lead, min(lead + _ZONE, len(read))):
        prose += labels[i] is None and read[i].strong and not read[i].heads
        if prose > _LATE:
            break
        if labels[i] is None and read[i].words > _SHORT and _fits(read[i]) and _stamped(read, labels, i):
            gist = _gist(read, labels, i)
            above = 0.0
            if head is not None:
                above = share_of(read[head], gist) + _BESIDE_STORY * (1 + _beside(read, labels, head, lead))
            if share_of(read[i], gist) + _BESIDE_STORY >= max(above, _ON_SUBJECT + _BESIDE_STORY):
                return i
    return None
