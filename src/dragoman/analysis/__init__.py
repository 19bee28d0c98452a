"""What a record answers beyond its own queries: narrowed to words, outlets and pairs, and counted as dyad series."""

from dragoman.analysis.asking import actors, events, quotes, reports, sides, timeline
from dragoman.analysis.dyads import PERIODS, Period, dyads
from dragoman.analysis.narrowing import Chosen, Narrow, Side

__all__ = [
    "PERIODS",
    "Chosen",
    "Narrow",
    "Period",
    "Side",
    "actors",
    "dyads",
    "events",
    "quotes",
    "reports",
    "sides",
    "timeline",
]
