"""Captions of pictures, told by their credit, their label, or words that point into the picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article.bylines import agencies_of, agency_closing
from dragoman.article.lists import read_list

if TYPE_CHECKING:
    from dragoman.article.prose import Line

_KIND = (
    r"(?:photo(?:graph|s)?|foto|picture|image|pic|illustration|graphic|screengrab|screenshot|video|handout|file|"
    r"courtesy)"
)
_AGENT = (
    r"(?:AP|AFP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty|Getty Images|Xinhua|TASS|Yonhap|YONHAP|Kyodo|KCNA|Bloomberg|"
    r"AAP|PA|PTI|ANI|UPI|DPA|dpa|ANSA|Anadolu)"
)
_CREDITS = re.compile(
    rf"""(?:
      (?:^|[.!?"'”’)\]|]|\s[—–/-])\s?\(?\[?(?i:(?:file\s)?{_KIND}(?:\s(?:credit|courtesy|source))?)
      (?:\s?[:/]\s?[^.:]{{2,70}}|\s(?i:by|courtesy\sof|courtesy)\s[A-Z][\w.'’-]*(?:[\s/,]+(?:[A-Z][\w.'’-]*|for|of|via|and|the)){{0,7}})[)\]]?
    | [(\[](?i:[^()\[\]]{{0,40}}\b{_KIND}\b[^()\[\]]{{0,60}})[)\]]\.?
    | [(\[][^()\[\]]{{0,50}}(?:{_AGENT}\s?(?:/|via)|(?:/|via)\s?{_AGENT}\b)[^()\[\]]{{0,60}}[)\]]\.?
    | [.!?"'”’)]\s?\[[A-Z][A-Z0-9\s.,/&'’-]{{2,70}}\]
    | [.!?"'”’)]?\s?{_AGENT}\s?/\s?[A-Z][\w.'’/ -]{{1,50}}
    | \b(?:Getty\sImages|Shutterstock|iStock|Alamy|EPA-EFE)(?:/[\w .'’-]{{2,40}})?
    | [.!?"'”’)]\s?(?:/|[-–—]\s|—)\s?(?:{_AGENT})(?:\s(?i:{_KIND}|pix))?
    | [.!?"'”’)]\s?/\s[A-Z][\w\s.'’-]{{2,50}}
    | [.!?"'”’)]\s(?i:credit|source|courtesy)\s?:\s?.{{2,60}}
    | [.!?"'”’)]\s?Credit(?:\s?(?:\.\.\.|…)\s?|\s)[A-Z].{{2,60}}
    | [.!?"'”’)]\s(?:[A-Z][\w&-]*\s){{0,3}}(?i:photo|image|picture|handout)s?\s?/\s?.{{2,50}}
    )\s*$""",
    re.VERBOSE,
)
_LABELS = re.compile(
    r"""
      (?i:(?:file\s)?(?:photo|image|picture|pic|photograph|illustration|graphic|map|caption|credit)(?:\s(?:caption|credit|source|by|of|shows|courtesy))?)\s?[:|—–-]\s
    | (?:FILE|HANDOUT)(?:\s(?:PHOTO|IMAGE|PICTURE))?\s?[-:—–]
    | (?i:(?:photo|image|picture)\s(?:caption|credit|source|by|copyright))\b
    | (?i:in\sthis\s(?:\w+\s){0,4}(?:photo|image|picture|frame|photograph|handout|screengrab)\b)
    | (?i:(?:a|an|this)\s(?:\w+\s){0,3}(?:photo|image|picture|photograph|handout|screengrab|combination)\b
      .{0,40}\b(?:shows?|showing|taken|released|provided|dated))
    | (?i:this\s(?:\w+\s){0,4}(?:photo|image|picture|photograph|screengrab)\b)
    | (?i:(?:photo|image|picture)s?\s(?:shows?|taken|released|provided))
    """,
    re.VERBOSE,
)
# "Buffaloes by the canal near Multan. — Morning Photos"; an agency alone signs a story's end as well, and counts less
_DASHED = re.compile(r"\.\s?[—–]\s?(?P<credit>[A-Z][\w.'’&-]*(?:[\s/](?:[A-Z][\w.'’&-]*|by|of|the)){0,4})$")
_POSITIONS = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|(?:front|back|top|bottom|second|third|far)[\s-](?:row|left|right|from[^)]{0,20}))\)"
    r"|,\s(?:far\s)?(?:left|right|cent(?:er|re)|(?:second|third|fourth)\sfrom\s(?:the\s)?(?:left|right)|pictured(?:\s\w+)?|bottom|back\srow|front\srow),"
    r"|,\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s\d{4}\.?$"
    r"|\bfrom\s(?:left|right)(?:\sto\s(?:left|right))?[,:]|\b(?:is|are)\spictured\b|\(\s?pictured\s?\)",
)
_FILE_NAME = re.compile(r"(?:\S+\s){0,8}\S+\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")
_LABEL_ALONE = re.compile(
    r"(?:(?:image|photo|picture|video)\s)?(?:caption|captions)|(?:file\s)?(?:photo|image|picture)", re.IGNORECASE
)
_LONGEST = 600
_LONGEST_DASHED = 240
_LONGEST_TAIL = 130
_BRACKETS = frozenset(")]")
_MOST_TERMS = 30  # words that stand in so long a tail, and a few more

# What a line must end with, or begin with, for the patterns above to be worth their time.
_CREDIT_WORDS = frozenset(read_list("caption_credits"))
_LABEL_WORDS = frozenset(read_list("caption_labels"))
CAPTION_WORDS = _CREDIT_WORDS | _LABEL_WORDS
"""The words of which a caption that is known by its own words has one, unless it has a stroke, a dash or brackets."""
_FIRST_WORDS = frozenset(read_list("caption_openings"))
_POINTERS = frozenset({"left", "right", "center", "centre", "pictured", "bottom", "row"})
_LONGEST_CREDIT = 70
_LONGEST_LABEL = 20


def is_caption(line: Line) -> bool:
    """Whether a line says by itself that it is a caption: by a credit at its end or a label before it."""
    if len(line.text) > _LONGEST or not line.terms:
        return False
    return _has_label(line) or _has_credit(line) or _has_dashed_credit(line.text)


def _has_label(line: Line) -> bool:
    if line.terms[0] not in _FIRST_WORDS or _LABEL_WORDS.isdisjoint(line.terms):
        return False
    return _LABELS.match(line.text) is not None


def _has_credit(line: Line) -> bool:
    if not has_credit_mark(line.text) and _CREDIT_WORDS.isdisjoint(line.terms[-_MOST_TERMS:]):
        return False
    return _CREDITS.search(line.text, max(0, len(line.text) - _LONGEST_TAIL)) is not None


def has_credit_mark(line: str) -> bool:
    """Whether a line has a mark, of which a picture's credit has one where it has none of the words."""
    tail = line[-_LONGEST_TAIL:]
    if "/" in tail or "—" in tail or "–" in tail or "- " in tail:
        return True
    return not _BRACKETS.isdisjoint(line[-2:])


def _has_dashed_credit(line: str) -> bool:
    if len(line) > _LONGEST_DASHED or line[-1] in ".!?" or not ("—" in line or "–" in line):
        return False
    found = _DASHED.search(line)
    return found is not None and agencies_of(found["credit"]) is None


def points_into_picture(line: Line) -> bool:
    """Whether a line says where people stand ("left"), or ends with a picture's full date or an agency's credit.

    Weaker signs: a story's paragraph may have them, so they count beside others only.
    """
    text = line.text
    if len(text) > _LONGEST:
        return False
    could = not _POINTERS.isdisjoint(line.terms) or "(" in text or any(map(str.isdigit, text[-2:]))
    return (could and _POSITIONS.search(text) is not None) or agency_closing(text) is not None


def is_credit(line: str) -> bool:
    """Whether a whole line is a picture's credit, so that the line right above it is the caption."""
    if len(line) > _LONGEST_CREDIT:
        return False
    found = _CREDITS.search(line)
    return (found is not None and found.start() <= 1) or _LABELS.match(line) is not None


def announces_caption(line: str) -> bool:
    """Whether the line right below is a caption: an image's file name, "Image caption"."""
    if line.lower().endswith(_ENDINGS):
        return _FILE_NAME.fullmatch(line) is not None
    return len(line) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(line) is not None
