"""Which reports are copies, which tell one happening, and which of their events are one."""

from dragoman.merge.merging import Fulfilment, Merged, merge
from dragoman.merge.origins import Copy

__all__ = ["Copy", "Fulfilment", "Merged", "merge"]
