"""Put together what one person says in one go with the reporting clause in between: "A," she said. "B."."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.quotes.said import Said

_APART = 250
"""Characters between two parts at most: "said", a name with its office and an apposition."""


def joined(found: Iterable[Said], breaks: Sequence[int]) -> Iterator[Said]:
    """Direct speech by place in the text, each part joined to the one before that it continues.

    A part continues another if no line ends in between (`breaks` are the places where one does), it has no reporting
    verb of its own and has the same speaker.
    """
    last: Said | None = None
    for said in sorted(found, key=lambda one: one.span):
        if last is not None and _continues(last, said, breaks):
            last = last._replace(parts=(*last.parts, *said.parts))
            continue
        if last is not None:
            yield last
        last = said
    if last is not None:
        yield last


def _continues(last: Said, said: Said, breaks: Sequence[int]) -> bool:
    if (
        not (last.direct and said.direct)
        or said.head is None
        or last.head is None
        or said.head.i != last.head.i
        or said.cue not in {None, last.cue}
    ):
        return False
    near = 0 <= said.span.start - last.span.end <= _APART
    return near and bisect_right(breaks, last.span.end) == bisect_right(breaks, said.span.start)
