"""Labels each line of text copied off a page: headline, subhead, body - and all that surrounds a story.

In order: what a line says by itself (stamp, byline, credit, caption, furniture); captions told by their neighbours;
repeats above the story; the headline, by what the prose is about; where the story ends; the body. Line ends and
lengths carry most of it: a story's paragraphs end as sentences do, a page's furniture doesn't.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.article.below import label_below
from dragoman.article.beside import label_captions, label_fields, label_foreign, label_repeats_above
from dragoman.article.body import label_body
from dragoman.article.bylines import reporters_there
from dragoman.article.characters import tidy
from dragoman.article.headline import find_headline, is_subhead
from dragoman.article.judge import judge
from dragoman.article.labels import KEPT, Label
from dragoman.article.paragraphs import join, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.prose import Line

_BRIEF = 12  # lines of a text that may be a story without one long sentence
_OPENING = 5  # words of a line with a colon that opens a statement


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
    return label_tidied([tidy(line) for line in lines])


def label_tidied(lines: Sequence[str]) -> list[Label]:
    """Likewise for lines that went through `tidy`."""
    judged = [judge(line) for line in lines]
    read = [line for line, _ in judged]
    labels = [label for _, label in judged]
    label_fields(lines, read, labels)
    for step in (label_foreign, label_captions, label_repeats_above, label_below):
        step(read, labels, _prose(read, labels))
    prose = _prose(read, labels)
    lead = _lead(read, labels, prose)
    head = find_headline(read, labels, lead)
    _above_story(read, labels, head, lead)
    label_body(read, labels, lead if head is None else max(head, lead), _prose(read, labels))
    return _without_repeats(read, labels)


def _prose(read: Sequence[Line], labels: Sequence[Label | None]) -> list[int]:
    """Where prose stands that has no label yet."""
    return [i for i, label in enumerate(labels) if label is None and read[i].strong]


def _lead(read: Sequence[Line], labels: Sequence[Label | None], prose: Sequence[int]) -> int:
    """Where the story's first paragraph stands; the number of lines where there is none.

    A text of a few lines may have no long sentence: then its first short one is the lead.
    """
    for i in prose:
        if not read[i].heads:
            return i
    if sum(bool(line.text) for line in read) <= _BRIEF:
        return next((i for i, line in enumerate(read) if labels[i] is None and line.ended), len(read))
    return len(read)


def _above_story(read: Sequence[Line], labels: list[Label | None], head: int | None, lead: int) -> None:
    above = next((i for i in range(min(lead, len(read)) - 1, -1, -1) if read[i].text), -1)
    for i in range(max(lead, -1 if head is None else head + 1)):
        if i == head:
            labels[i] = "headline"
        elif labels[i] is None:
            below = head is not None and head < i
            if i == above and lead > i and read[i].text.endswith(":") and read[i].words > _OPENING:
                labels[i] = "body"  # "The following is attributable to the spokesperson:"
            elif below and reporters_there(read[i].text):
                labels[i] = "byline"
            else:
                labels[i] = "subhead" if below and is_subhead(read, labels, head or 0, i, lead) else "chrome"


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
