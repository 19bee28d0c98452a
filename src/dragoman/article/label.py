"""Labels each line of text copied off a page: headline, subhead, body - and all that surrounds a story.

In order: what a line says by itself (stamp, byline, credit, caption, furniture); captions told by their neighbours;
repeats above the story; the headline, by what the prose is about; where the story ends; the body. Line ends and
lengths carry most of it: a story's paragraphs end as sentences do, a page's furniture doesn't.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal

from dragoman.article.bylines import agencies_of, byline_of, could_credit, reporters_there, sign_off_of
from dragoman.article.captions import announces_caption, is_caption, is_credit, points_into_picture
from dragoman.article.characters import tidy
from dragoman.article.chrome import ending, is_chrome_of, is_english, is_foreign
from dragoman.article.headline import find_headline, is_subhead, without_field
from dragoman.article.paragraphs import join, unwrap
from dragoman.article.prose import Line, overlap, read_line, share, topics, words_of
from dragoman.article.stamps import is_stamp
from dragoman.article.tail import is_about

if TYPE_CHECKING:
    from collections.abc import Sequence

Label = Literal[
    "headline", "subhead", "dateline", "byline", "caption", "body", "agency", "chrome", "duplicate", "blank"
]
KEPT: frozenset[Label] = frozenset({"headline", "subhead", "body"})
"""The labels of the lines that make a report's text."""

_BULLETS = ("•", "●", "▪", "■", "◆", "‣", "- ", "– ", "— ", "* ")
_SHORT = 60  # characters of a line that is worth remembering
_TOP = 3  # paragraphs in which a caption or a repeated lead is looked for
_BEFORE_END = 2  # paragraphs that a story has before a list of links can end it
_BRIEF = 12  # lines of a text that may be a story without one long sentence
_CREDIT = 320  # characters of the longest credit or sign-off
_PULLED = 3  # a crosshead may quote so many words of the story
_QUOTED = frozenset('"“”«»„')
_QUOTES = "\"'“”‘’«„"
_SHARED = 2  # topics that a paragraph on the subject has in common with the story, and their least share
_SHARED_OF = 0.2
_APART = 3
_MOST_ABOUT = 20  # paragraphs at a page's end that may tell of writers and the outlet
_NEARBY = 12  # lines, or paragraphs, that say what the story is about at a place
_AROUND = 40  # lines around a quotation pulled out of the story
_SAMPLE = 2000  # characters of a paragraph that say well enough what it is about
_TEASER = 4  # words of a line that may be another story's title
_TEASER_LENGTH = 240  # characters
_NAME_WORDS = 6
_JOINT = re.compile(r",|\band\b|&|;")
_CROSSHEAD = 5  # words of a crosshead; of one that is on the story's subject
_CROSSHEAD_ON_SUBJECT = 9
_ON_SUBJECT = 0.3
_GAP = re.compile(r"(?:skip )?advert\w*|.*\bcontinue(?:s| reading)?\b.*", re.IGNORECASE)
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
    return label_tidied([tidy(line) for line in lines])


def label_tidied(lines: Sequence[str]) -> list[Label]:
    """Likewise for lines that went through `tidy`."""
    judged = [judge_short(line) if len(line) <= _SHORT else _judge(line) for line in lines]
    read = [line for line, _ in judged]
    labels = [label for _, label in judged]
    _fields(lines, read, labels)
    _foreign(read, labels)
    _captions(read, labels)
    _repeated_above(read, labels)
    _below_story(read, labels)
    lead = _lead(read, labels)
    head = find_headline(read, labels, lead)
    _above_story(read, labels, head, lead)
    _story(read, labels, lead if head is None else max(head, lead))
    return _without_repeats(read, labels)


def _judge(text: str) -> tuple[Line, Label | None]:
    """A line and what it is by itself."""
    line = read_line(without_field(text))
    return line, _by_itself(line)


judge_short = lru_cache(maxsize=8192)(_judge)
"""Likewise, remembered: the short lines of a site's pages are the same on all of them."""


def _by_itself(line: Line) -> Label | None:
    """The label that a line's own words give it; None for prose and for lines that only their place explains.

    A date in figures alone is a stamp before it is a line without words.
    """
    text = line.text
    if not text:
        return "blank"
    wordless = not any(map(str.isalpha, line.key))
    if not wordless and is_chrome_of(text, line.terms):
        return "chrome"
    if is_stamp(text):
        return "dateline"
    return "chrome" if wordless else _credit(line)


def _credit(line: Line) -> Label | None:
    """An agency's credit, a byline or sign-off, or a caption known by its own words."""
    if len(line.text) <= _CREDIT and could_credit(line.text, line.terms[0]):
        if agencies_of(line.text) is not None:
            return "agency"
        if byline_of(line.text) is not None or sign_off_of(line.text) is not None:
            return "byline"
    return "caption" if is_caption(line.text) else None


def _prose(read: Sequence[Line], labels: Sequence[Label | None]) -> list[int]:
    """Where prose stands that has no label yet."""
    return [i for i, line in enumerate(read) if labels[i] is None and line.strong]


def _fields(lines: Sequence[str], read: Sequence[Line], labels: list[Label | None]) -> None:
    """A headline named by a field ("Subject: ...") goes where the page has it plain, too."""
    plain = {line.key for text, line in zip(lines, read, strict=True) if len(text) == len(line.text)}
    for i, line in enumerate(read):
        if len(lines[i]) != len(line.text) and line.key in plain:
            labels[i] = "chrome"


def _foreign(read: Sequence[Line], labels: list[Label | None]) -> None:
    """Sentences in another language on a page whose prose is English: a site's own furniture."""
    prose = [(i, set(read[i].terms)) for i in _prose(read, labels)]
    if sum(is_english(words) for _, words in prose) * 2 > len(prose):
        for i, words in prose:
            if is_foreign(words):
                labels[i] = "chrome"


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
        if read[i].heads:
            continue
        words = set(read[i].terms)
        for j in prose[place + 1 : place + 40]:
            alike = len(words.intersection(read[j].terms)) >= _NEAR / 2 * len(words)
            if alike and overlap(read[i], read[j]) >= _NEAR:
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
    gist = frozenset[str]().union(*(topics(read[j].text[:_SAMPLE]) for j in story))
    own = topics(read[i].text[:_SAMPLE])
    return len(own & gist) < max(_SHARED, len(own) * _SHARED_OF)


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


def _lead(read: Sequence[Line], labels: Sequence[Label | None]) -> int:
    """Where the story's first paragraph stands; the number of lines where there is none.

    A text of a few lines may have no long sentence: then its first short one is the lead.
    """
    for i in _prose(read, labels):
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
            if i == above and lead > i and read[i].text.endswith(":") and read[i].words > _CROSSHEAD:
                labels[i] = "body"  # "The following is attributable to the spokesperson:"
            elif below and reporters_there(read[i].text):
                labels[i] = "byline"
            else:
                labels[i] = "subhead" if below and is_subhead(read, labels, head or 0, i, lead) else "chrome"


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
    near = topics(
        " ".join(
            read[j].text[:_SAMPLE]
            for j in range(max(0, i - _NEARBY), min(len(read), i + _NEARBY + 1))
            if read[j].strong
        )
    )
    return line.words <= _CROSSHEAD or share(topics(line.text), near) >= _ON_SUBJECT


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
