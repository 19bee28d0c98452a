"""Reports read together: one that is dated is evidence for when another of the same words or event was published."""

from dragoman.siblings.together import date_together, lookalikes, related
from dragoman.siblings.windows import bounded, in_windows

__all__ = ["bounded", "date_together", "in_windows", "lookalikes", "related"]
