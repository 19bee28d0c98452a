"""What stands below a story: readers' comments, other stories with their teasers, who the writer is."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article.bylines import byline_of
from dragoman.article.chrome import ending
from dragoman.article.prose import words_of
from dragoman.article.subject import gist_of, shared
from dragoman.article.tail import is_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.labels import Label
    from dragoman.article.prose import Line

_BEFORE_END = 2  # paragraphs that a story has before a list of links can end it
_QUOTED = frozenset('"“”«»„')
_SHARED = 2  # topics that a paragraph on the subject has in common with the story, and their least share
_SHARED_OF = 0.2
_APART = 3
_MOST_ABOUT = 20  # paragraphs at a page's end that may tell of writers and the outlet
_NEARBY = 12  # paragraphs that say what the story is about at a place
_TEASER = 4  # words of a line that may be another story's title
_TEASER_LENGTH = 240  # characters
_NAME_WORDS = 6
_JOINT = re.compile(r",|\band\b|&|;")


def label_below(read: Sequence[Line], labels: list[Label | None], prose: Sequence[int]) -> None:
    """Readers' comments, lists of other stories with their teasers, and the writer's profile.

    A list of links may also interrupt a story: two paragraphs one after the other take it up again. Comments end it,
    unless most of the prose is yet to come: then the heading was a button.
    """
    inside: str | None = None
    seen = 0
    above = -1
    titles = 0  # other stories' titles right above: below a single one may stand that story's first words
    for i, line in enumerate(read):
        opened = None
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
        teaser = titles == 1 and _is_teaser(read, prose[max(0, seen - _NEARBY) : seen], i)
        above = i if strong and not teaser else -1
        is_title = inside == "links" and not strong and labels[i] == "chrome" and line.words >= _TEASER and not opened
        titles = titles + 1 if is_title else 0
    _about(read, labels)


def _is_teaser(read: Sequence[Line], story: Sequence[int], i: int) -> bool:
    """Whether a paragraph below another story's title may be its first words: short, off the subject, no quotation."""
    text = read[i].text
    return len(text) <= _TEASER_LENGTH and _QUOTED.isdisjoint(text) and _off_subject(read, story, i)


def _off_subject(read: Sequence[Line], story: Sequence[int], i: int) -> bool:
    """Whether a paragraph has hardly a topic in common with the story so far."""
    found, of = shared(read[i], gist_of(read[j] for j in story))
    return found < max(_SHARED, of * _SHARED_OF)


def _about(read: Sequence[Line], labels: list[Label | None]) -> None:
    """Who the writer and the outlet are, as the page's last paragraphs may tell."""
    prose = [i for i, line in enumerate(read) if labels[i] is None and (line.ended or line.strong)]
    if len(prose) < 2:
        return
    names = _names(read, labels, prose[0])
    for place, i in reversed(list(enumerate(prose))[max(_BEFORE_END, len(prose) - _MOST_ABOUT) :]):
        apart = _stands_apart(read, labels, i) and _off_subject(read, prose[max(0, place - _NEARBY) : place], i)
        if not apart and not is_about(read[i].text, names, (read[j].terms for j in prose if j != i)):
            break
        labels[i] = "chrome"


def _stands_apart(read: Sequence[Line], labels: Sequence[Label | None], i: int) -> bool:
    """Whether three lines of furniture stand right above a line that quotes nobody."""
    if not _QUOTED.isdisjoint(read[i].text):
        return False
    above = list(islice((j for j in range(i - 1, -1, -1) if read[j].text), _APART))
    return len(above) == _APART and all(
        labels[j] == "chrome" or (labels[j] is None and not read[j].ended and not read[j].strong) for j in above
    )


def _names(read: Sequence[Line], labels: Sequence[Label | None], lead: int) -> frozenset[str]:
    """The names in bylines, and the short lines above the story, among which the site's name is."""
    bylines = [byline_of(line.text) or "" for line, label in zip(read, labels, strict=True) if label == "byline"]
    names = [" ".join(words_of(name)) for line in bylines for name in _JOINT.split(line)]
    names += [read[i].key for i in range(lead) if labels[i] is None and 2 <= read[i].words <= _NAME_WORDS]
    return frozenset(name for name in names if " " in name)
