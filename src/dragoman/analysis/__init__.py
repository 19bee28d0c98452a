"""What a record answers: its questions, each to what is chosen of it, and events counted."""

from dragoman.analysis.asking import actors, count, events, quotes, reports, sides, timeline
from dragoman.analysis.counting import PERIODS, Period, choices, last_day, partners, periods, places, types
from dragoman.analysis.dyads import dyads
from dragoman.analysis.narrowing import Chosen, Narrow
from dragoman.record import Side

__all__ = [
    "PERIODS",
    "Chosen",
    "Narrow",
    "Period",
    "Side",
    "actors",
    "choices",
    "count",
    "dyads",
    "events",
    "last_day",
    "partners",
    "periods",
    "places",
    "quotes",
    "reports",
    "sides",
    "timeline",
    "types",
]
