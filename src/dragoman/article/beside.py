"""What a line is by those around it: a caption, a repeat above the story, a sentence in a foreign menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.article.captions import announces_caption, is_credit, points_into_picture
from dragoman.article.chrome import is_english, is_foreign
from dragoman.article.prose import overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.labels import Label
    from dragoman.article.prose import Line

_TOP = 3  # paragraphs in which a caption or a repeated lead is looked for
_NEAR = 0.85  # share of words that makes a line above the story a copy of one in it
_BELOW = 40  # paragraphs in which the copied one is looked for


def label_fields(lines: Sequence[str], read: Sequence[Line], labels: list[Label | None]) -> None:
    """A headline named by a field ("Subject: ...") goes where the page has it plain, too."""
    named = [i for i, line in enumerate(read) if len(lines[i]) != len(line.text)]
    if not named:
        return
    plain = {line.key for text, line in zip(lines, read, strict=True) if len(text) == len(line.text)}
    for i in named:
        if read[i].key in plain:
            labels[i] = "chrome"


def label_foreign(read: Sequence[Line], labels: list[Label | None], prose: Sequence[int]) -> None:
    """Sentences in another language on a page whose prose is English: a site's own furniture."""
    foreign = [i for i in prose if is_foreign(read[i].terms)]
    if foreign and sum(is_english(read[i].terms) for i in prose) * 2 > len(prose):
        for i in foreign:
            labels[i] = "chrome"


def label_captions(read: Sequence[Line], labels: list[Label | None], prose: Sequence[int]) -> None:
    """Captions by their place: below an image's name, right above a credit, or pointing into a picture near the top.

    An agency's credit ends captions and stories alike, so it counts near the top only, and never on the last paragraph.
    """
    for i in prose[:_TOP]:
        if i != prose[-1] and points_into_picture(read[i]):
            labels[i] = "caption"
    for i in range(1, len(read)):
        if labels[i] == "caption":
            if labels[i - 1] is None and is_credit(read[i].text):
                labels[i - 1] = "caption"
        elif labels[i] is None and read[i].ended and announces_caption(read[i - 1].text):
            labels[i] = "caption"


def label_repeats_above(read: Sequence[Line], labels: list[Label | None], prose: Sequence[int]) -> None:
    """A lead or a caption that stands above the story and again, much the same, in it: the one in the story is kept."""
    for place, i in enumerate(prose[: _TOP - 1]):
        if not read[i].heads and _is_copied(read[i], [read[j] for j in prose[place + 1 : place + _BELOW]]):
            labels[i] = "duplicate"


def _is_copied(line: Line, others: Sequence[Line]) -> bool:
    """Whether another line has nearly all of its words; half of the different ones are asked for first."""
    words = frozenset(line.terms)
    least = _NEAR / 2 * len(words)
    return any(len(words.intersection(other.terms)) >= least and overlap(line, other) >= _NEAR for other in others)
