"""The body of a story: its paragraphs from the lead on, and the short lines amid them that belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.subject import gist_of, share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article.labels import Label
    from dragoman.article.prose import Line

_BULLETS = ("•", "●", "▪", "■", "◆", "‣", "- ", "– ", "— ", "* ")
_PULLED = 3  # a crosshead may quote so many words of the story
_QUOTES = "\"'“”‘’«„"
_NEARBY = 12  # lines that say what the story is about at a place
_AROUND = 40  # lines around a quotation pulled out of the story
_CROSSHEAD = 5  # words of a crosshead; of one that is on the story's subject
_CROSSHEAD_ON_SUBJECT = 9
_ON_SUBJECT = 0.3
_GAP = re.compile(r"(?:skip )?advert\w*|.*\bcontinue(?:s| reading)?\b.*", re.IGNORECASE)


def label_body(read: Sequence[Line], labels: list[Label | None], lead: int, prose: Sequence[int]) -> None:
    """The body: all prose from the lead on, and the short lines that belong to it."""
    last = prose[-1] if prose and prose[-1] > lead else lead
    ended = False  # whether something that isn't the story has stood after its last long paragraph
    for i in range(lead, len(read)):
        line = read[i]
        if labels[i] is not None:
            ended = ended or (i > last and labels[i] != "blank")
        elif line.strong or i == lead:
            labels[i] = "body"
        elif i < last:
            labels[i] = _amid(read, labels, i)
        else:
            ended = ended or not line.ended
            labels[i] = "chrome" if ended else "body"


def _amid(read: Sequence[Line], labels: Sequence[Label | None], i: int) -> Label:
    """What a short line amid a story is: a sentence, the words before a list or quotation, an item, a crosshead."""
    line = read[i]
    if line.text.endswith("?") and line.words <= _CROSSHEAD_ON_SUBJECT:
        return "subhead" if _is_crosshead(read, labels, i) else "chrome"
    if line.ended:
        return "body" if line.words > 1 else "chrome"
    if line.text.endswith(":") and line.words >= 5:
        after = next((j for j in range(i + 1, len(read)) if read[j].text), None)
        if after is not None and labels[after] is None:
            return "body"
    if line.words >= 15 or (line.text.startswith(_BULLETS) and line.words >= 5):
        return "body"
    if not _is_crosshead(read, labels, i):
        return "chrome"
    return "duplicate" if line.words > _PULLED and line.text[0] in _QUOTES and _is_said(read, i) else "subhead"


def _is_said(read: Sequence[Line], i: int) -> bool:
    """Whether a paragraph nearby has a line's words, too: then they were pulled out of it for show."""
    return any(line.strong and read[i].key in line.key for line in read[max(0, i - _AROUND) : i + _AROUND])


def _is_crosshead(read: Sequence[Line], labels: Sequence[Label | None], i: int) -> bool:
    """Whether a short line stands between two paragraphs, or below a post's clock: alone, and on the subject if longer.

    Below furniture it may as well be a teaser, and is given up.
    """
    line = read[i]
    if line.words > _CROSSHEAD_ON_SUBJECT or line.text[0].islower() or line.text.endswith(":"):
        return False
    above = next((j for j in range(i - 1, -1, -1) if read[j].text and not _GAP.fullmatch(read[j].text)), None)
    below = next((j for j in range(i + 1, len(read)) if read[j].text and labels[j] != "byline"), None)
    if above is None or below is None or labels[below] is not None or not read[below].strong:
        return False
    if labels[above] == "dateline":
        return True
    if labels[above] not in {"body", "caption", "agency"}:
        return False
    if line.words <= _CROSSHEAD:
        return True
    near = gist_of(other for other in read[max(0, i - _NEARBY) : i + _NEARBY + 1] if other.strong)
    return share_of(line, near) >= _ON_SUBJECT
