"""Times in a report: found, given TIMEX3 values, and set on days."""

from dragoman.times.stage import TaggedTimes, add_times, resolve_times, tag_times

__all__ = ["TaggedTimes", "add_times", "resolve_times", "tag_times"]
