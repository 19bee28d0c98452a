"""Who did what to whom: PLOVER events with trigger, source, target, status and who reports them."""

from dragoman.events.stage import add_events

__all__ = ["add_events"]
