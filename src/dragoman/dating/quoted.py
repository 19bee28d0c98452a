"""Words that may be of another time than the report: those in quotation marks, and sentences that name a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|''[^\n]*?''|\"[^\"\n]*\"", re.MULTILINE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d0s\b")


def quoted_in(text: str) -> tuple[Span, ...]:
    """The stretches in double quotation marks, none longer than its line."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))


def is_quoted(quoted: Sequence[Span], span: Span) -> bool:
    """Whether the words lie in one of the stretches."""
    return any(one.holds(span) for one in quoted)


def is_dated(text: str, span: Span) -> bool:
    """Whether the sentence has a year: it may be about that time."""
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start))
    ends = [at for at in (text.find(". ", span.end), text.find("\n", span.end)) if at >= 0]
    return bool(_YEAR.search(text[start + 1 : min(ends, default=len(text))]))
