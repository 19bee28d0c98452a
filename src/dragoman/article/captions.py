"""Captions of pictures, told by their credit, their label, or words that point into the picture."""

from __future__ import annotations

import re

from dragoman.article.bylines import agency_closing

_KIND = (
    r"(?:photo(?:graph|s)?|picture|image|pic|illustration|graphic|screengrab|screenshot|video|handout|file|courtesy)"
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
    )\s*$""",
    re.VERBOSE,
)
_LABELS = re.compile(
    r"""
      (?i:(?:file\s)?(?:photo|image|picture|pic|photograph|illustration|graphic|map|caption)(?:\s(?:caption|credit|source|by|of|shows|courtesy))?)\s?[:|—–-]\s
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
_POSITIONS = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|(?:front|back|top|bottom|second|third|far)[\s-](?:row|left|right|from[^)]{0,20}))\)"
    r"|,\s(?:far\s)?(?:left|right|cent(?:er|re)|(?:second|third|fourth)\sfrom\s(?:the\s)?(?:left|right)|pictured(?:\s\w+)?|bottom|back\srow|front\srow),"
    r"|,\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s\d{4}\.?$"
    r"|\bfrom\s(?:left|right)(?:\sto\s(?:left|right))?[,:]|\b(?:is|are)\spictured\b|\(\s?pictured\s?\)",
)
_FILE_NAME = re.compile(r"(?:\S+\s){0,8}\S+\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_LABEL_ALONE = re.compile(
    r"(?:(?:image|photo|picture|video)\s)?(?:caption|captions)|(?:file\s)?(?:photo|image|picture)", re.IGNORECASE
)
_LONGEST = 600
_LONGEST_CREDIT = 70


def is_caption(line: str) -> bool:
    """Whether a line says by itself that it is a caption: by a credit at its end or a label before it."""
    return len(line) <= _LONGEST and (_LABELS.match(line) is not None or _CREDITS.search(line) is not None)


def points_into_picture(line: str) -> bool:
    """Whether a line says where people stand ("left"), or ends with a picture's full date or an agency's credit.

    Weaker signs: a story's paragraph may have them, so they count beside others only.
    """
    return len(line) <= _LONGEST and (_POSITIONS.search(line) is not None or agency_closing(line) is not None)


def is_credit(line: str) -> bool:
    """Whether a whole line is a picture's credit, so that the line right above it is the caption."""
    if len(line) > _LONGEST_CREDIT:
        return False
    found = _CREDITS.search(line)
    return (found is not None and found.start() <= 1) or _LABELS.match(line) is not None


def announces_caption(line: str) -> bool:
    """Whether the line right below is a caption: an image's file name, "Image caption"."""
    return _FILE_NAME.fullmatch(line) is not None or _LABEL_ALONE.fullmatch(line) is not None
