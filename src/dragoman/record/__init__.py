"""The record: one DuckDB file with what was read, what was found, and where each word of it stands."""

from dragoman.record.queries import Query, actors, events, quotes, reports, tellings, timeline
from dragoman.record.rows import Run
from dragoman.record.store import Health, Store

__all__ = ["Health", "Query", "Run", "Store", "actors", "events", "quotes", "reports", "tellings", "timeline"]
