"""Signs from votes that news calls by the place that holds them: "Ohio's primary", "his win in Iowa"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.dating import contests
from dragoman.dating.cycles import first_places
from dragoman.dating.profiles import FIRST, OUTCOME, VOTE
from dragoman.dating.signs import sign_of
from dragoman.knowledge.occasions import suits
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.days import Days
    from dragoman.dating.inverse import Standing
    from dragoman.dating.signs import Sign
    from dragoman.model import Report

_DONE = frozenset(["won", "wins", "lost", "swept", "carried", "defeated", "finished", "placed"])
_WORDS = r"(?:the\s+|[\w.-]+['’]s\s+)?(?:[\w-]+\s+){0,2}$"
_AHEAD = re.compile(
    rf"\b(?:ahead of|before|heading into|going into|leading up to|upcoming|next|eve of|until|on to|looming)\s+{_WORDS}"
)
_AFTER = re.compile(rf"\b(?:after|since|following|wake of|won|lost)\s+{_WORDS}")


def state_signs(report: Report, _left: Days) -> Iterator[Sign]:
    """One sign a place whose vote the text names; the first mention that says whether it is over is taken."""
    found: dict[str, tuple[Span, Standing | None, float]] = {}
    for pattern, past in ((_outcome(), OUTCOME), (_contest(), 0.5)):
        for match in pattern.finditer(report.text):
            standing = _standing(report.text, match)
            if match["place"] not in found or (standing and not found[match["place"]][1]):
                found[match["place"]] = Span(*match.span()), standing, past
    for place, (span, standing, past) in found.items():
        votes = [one for one in contests.held_in()[place] if suits(one, report.text)]
        if votes:
            why = f"news of a vote: {place}"
            profile = (FIRST if place in first_places() else VOTE)._replace(past=past)
            yield sign_of(span, why, [one.interval for one in votes], profile, standing)


def _standing(text: str, match: re.Match[str]) -> Standing | None:
    """By what is done in the place, else by the words before it."""
    before = text[max(0, match.start() - 40) : match.start()]
    cue = match.groupdict().get("cue")
    if cue:
        open_yet = contests.OPEN.search(before)
        return "past" if cue in _DONE and not open_yet else "ahead" if cue == "win" and open_yet else None
    return "ahead" if _AHEAD.search(before) else "past" if _AFTER.search(before) else None


@cache
def _outcome() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<cue>won|wins?|winning|victor(?:y|ies)|lost|loss(?:es)?|swept|carried|triumph|defeat(?:ed)?|landslide|"
        rf"finish(?:ed)?|placed)\b[^.;\n]{{0,40}}?\b(?:(?:in|of|from)\s+)?(?:the\s+)?(?P<place>{contests.places()})\b"
    )


@cache
def _contest() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<place>{contests.places()})(?:['’]s)?\s+(?:[\w-]+\s+){{0,3}}?"
        r"(?:primar(?:y|ies)|caucus(?:es)?|caucus-?goers|showdown)\b"
    )
