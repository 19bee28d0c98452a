"""The record: one DuckDB file with what was read, what was found, and where each word of it stands."""

from dragoman.record.narrowing import Query, Side
from dragoman.record.queries import Kind, actors, count, events, quotes, reports, tellings, timeline
from dragoman.record.rows import Run
from dragoman.record.store import Health, Store

__all__ = [
    "Health",
    "Kind",
    "Query",
    "Run",
    "Side",
    "Store",
    "actors",
    "count",
    "events",
    "quotes",
    "reports",
    "tellings",
    "timeline",
]
