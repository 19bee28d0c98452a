"""Times in a report: found, given TIMEX3 values, and set on days."""

from dragoman.times.stage import add_times

__all__ = ["add_times"]
