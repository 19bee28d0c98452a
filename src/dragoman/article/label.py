"""Labels each line of text copied off a page: headline, subhead, body - and all that surrounds a story.

In order: what a line says by itself (stamp, byline, credit, caption, furniture); captions told by their neighbours;
repeats above the story; the headline, by what the prose is about; where the story ends; the body. Line ends and
lengths carry most of it: a story's paragraphs end as sentences do, a page's furniture doesn't.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from dragoman.article.bylines import agencies_of, byline_of, sign_off_of
from dragoman.article.captions import announces_caption, is_caption, is_credit, points_into_picture
from dragoman.article.characters import tidy
from dragoman.article.chrome import ending, is_chrome, is_profile
from dragoman.article.headline import find_headline, is_subhead
from dragoman.article.paragraphs import join, unwrap
from dragoman.article.prose import Line, could_head, overlap, read_line
from dragoman.article.stamps import is_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Label = Literal[
    "headline", "subhead", "dateline", "byline", "caption", "body", "agency", "chrome", "duplicate", "blank"
]
KEPT: frozenset[Label] = frozenset({"headline", "subhead", "body"})
"""The labels of the lines that make a report's text."""

_BULLETS = ("•", "●", "▪", "■", "◆", "‣", "- ", "– ", "— ", "* ")
_TOP = 3  # paragraphs in which a caption or a repeated lead is looked for
_BEFORE_END = 2  # paragraphs that a story has before a list of links can end it
_BRIEF = 12  # lines of a text that may be a story without one long sentence
_NEAR = 0.85  # share of words that makes a line above the story a copy of one in it


def label_lines(lines: Sequence[str]) -> list[Label]:
    """One label a line, in order. Lines as they stand on the page; odd spaces and invisible characters don't matter.

    Kept in a report's text are headline, subhead and body. Of two lines with the same words at most one is kept.
    Lines that were broken at a fixed width are judged, and labelled, together.
    """
    groups = unwrap(lines)
    labels = label_paragraphs([join(lines, group) for group in groups])
    return [label for label, group in zip(labels, groups, strict=True) for _ in group]


def label_paragraphs(lines: Sequence[str]) -> list[Label]:
    """Likewise for lines none of which was broken."""
    read = [read_line(tidy(line)) for line in lines]
    labels: list[Label | None] = [_by_itself(line) for line in read]
    _captions(read, labels)
    _repeated_above(read, labels)
    _below_story(read, labels)
    lead = _lead(read, labels)
    head = find_headline(read, labels, lead)
    _above_story(read, labels, head, lead)
    _story(read, labels, lead if head is None else max(head, lead))
    return _without_repeats(read, labels)


def _by_itself(line: Line) -> Label | None:
    """The label that a line's own words give it; None for prose and for lines that only their place explains."""
    if not line.text:
        return "blank"
    return next((label for label, holds in _SIGNS if holds(line.text)), None)


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in text)


# The first that holds counts. A date in figures alone is a stamp before it is a line without words.
_SIGNS: tuple[tuple[Label, Callable[[str], bool]], ...] = (
    ("chrome", lambda text: _has_words(text) and is_chrome(text)),
    ("dateline", is_stamp),
    ("chrome", lambda text: not _has_words(text)),
    ("agency", lambda text: agencies_of(text) is not None),
    ("byline", lambda text: byline_of(text) is not None or sign_off_of(text) is not None),
    ("caption", is_caption),
)


def _prose(read: Sequence[Line], labels: Sequence[Label | None]) -> list[int]:
    """Where prose stands that has no label yet."""
    return [i for i, line in enumerate(read) if labels[i] is None and line.strong]


def _captions(read: Sequence[Line], labels: list[Label | None]) -> None:
    """Captions by their place: below an image's name, right above a credit, or pointing into a picture near the top.

    An agency's credit ends captions and stories alike, so it counts near the top only, and never on the last paragraph.
    """
    prose = _prose(read, labels)
    for i in prose[:_TOP]:
        if i != prose[-1] and points_into_picture(read[i].text):
            labels[i] = "caption"
    for i, (line, below) in enumerate(pairwise(read)):
        if labels[i] is None and below.text and labels[i + 1] == "caption" and is_credit(below.text):
            labels[i] = "caption"
        if labels[i + 1] is None and line.text and announces_caption(line.text) and below.ended:
            labels[i + 1] = "caption"


def _repeated_above(read: Sequence[Line], labels: list[Label | None]) -> None:
    """A lead or a caption that stands above the story and again, much the same, in it: the one in the story is kept."""
    prose = _prose(read, labels)
    for place, i in enumerate(prose[: _TOP - 1]):
        for j in prose[place + 1 : place + 40]:
            if overlap(read[i], read[j]) >= _NEAR:
                labels[i] = "duplicate"
                break


def _below_story(read: Sequence[Line], labels: list[Label | None]) -> None:
    """Readers' comments, lists of other stories with their teasers, and the writer's profile.

    A list of links may also interrupt a story: two paragraphs one after the other take it up again. Comments end it,
    unless most of the prose is yet to come: then the heading was a button.
    """
    prose = _prose(read, labels)
    inside: str | None = None
    seen = 0
    above = -1
    for i, line in enumerate(read):
        if not line.text:
            continue
        if seen >= _BEFORE_END and inside != "talk":
            opened = ending(line.text)
            inside = inside if opened == "talk" and seen * 2 < len(prose) else opened or inside
        strong = labels[i] is None and line.strong
        if inside is None:
            seen += strong
        elif inside == "links" and strong and above >= 0:
            inside = labels[above] = None
            seen += 2
        elif not labels[i]:
            labels[i] = "chrome"
        above = i if strong else -1
    for i in reversed(_prose(read, labels)):
        if not is_profile(read[i].text):
            break
        labels[i] = "chrome"


def _lead(read: Sequence[Line], labels: Sequence[Label | None]) -> int:
    """Where the story's first paragraph stands; the number of lines where there is none.

    A text of a few lines may have no long sentence: then its first short one is the lead.
    """
    for i in _prose(read, labels):
        if not could_head(read[i]):
            return i
    if sum(bool(line.text) for line in read) <= _BRIEF:
        return next((i for i, line in enumerate(read) if labels[i] is None and line.ended), len(read))
    return len(read)


def _above_story(read: Sequence[Line], labels: list[Label | None], head: int | None, lead: int) -> None:
    for i in range(max(lead, head or 0)):
        if i == head:
            labels[i] = "headline"
        elif labels[i] is None:
            below = head is not None and head < i and is_subhead(read, head, i, lead)
            labels[i] = "subhead" if below else "chrome"


def _story(read: Sequence[Line], labels: list[Label | None], lead: int) -> None:
    """The body: all prose from the lead on, and the short lines that belong to it."""
    prose = [i for i in _prose(read, labels) if i >= lead]
    last = prose[-1] if prose else lead
    ended = False  # whether something that isn't the story has stood after its last long paragraph
    for i in range(lead, len(read)):
        line = read[i]
        if labels[i] is not None:
            ended = ended or (i > last and labels[i] != "blank")
        elif line.strong or i == lead:
            labels[i] = "body"
        elif i < last:
            labels[i] = "body" if _belongs(read, labels, i) else "chrome"
        else:
            ended = ended or not line.ended
            labels[i] = "chrome" if ended else "body"


def _belongs(read: Sequence[Line], labels: Sequence[Label | None], i: int) -> bool:
    """Whether a short line amid a story is part of it: a sentence, the words before a list or quotation, an item.

    Crossheads are lost with the furniture: they can't be told from teasers and say nothing that the body doesn't.
    """
    line = read[i]
    if line.ended:
        return line.words > 1
    if line.text.endswith(":"):
        after = next((j for j in range(i + 1, len(read)) if read[j].text), None)
        return line.words >= 5 and after is not None and labels[after] is None
    return line.words >= 15 or (line.text.startswith(_BULLETS) and line.words >= 5)


def _without_repeats(read: Sequence[Line], labels: Sequence[Label | None]) -> list[Label]:
    """The labels with every second telling of the same words called a duplicate, whatever it was."""
    kept = Counter(line.key for line, label in zip(read, labels, strict=True) if label in KEPT)
    seen: set[str] = set()
    final: list[Label] = []
    for line, label in zip(read, labels, strict=True):
        repeats = line.key in kept and (label not in KEPT or line.key in seen)
        final.append("duplicate" if repeats and label != "blank" else label or "chrome")
        if label in KEPT:
            seen.add(line.key)
    return final
