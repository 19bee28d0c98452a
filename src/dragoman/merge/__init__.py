"""Which reports are copies, which tell one happening, and which of their events are one."""

from dragoman.merge.comparing import compare
from dragoman.merge.comparing_values import Comparison
from dragoman.merge.growing import EDITION, grow
from dragoman.merge.kept import Change, Trace
from dragoman.merge.merging import Merged, merge
from dragoman.merge.origins import Copy
from dragoman.merge.relations import Fulfilment
from dragoman.merge.stories import Outline

__all__ = [
    "EDITION",
    "Change",
    "Comparison",
    "Copy",
    "Fulfilment",
    "Merged",
    "Outline",
    "Trace",
    "compare",
    "grow",
    "merge",
]
