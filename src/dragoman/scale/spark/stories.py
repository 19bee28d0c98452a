"""Stories and copies by many machines: which reports are alike by days, then the stories of each block of them.

How alike two reports are depends on those near them in time only (merge/renewing_stories.py), so each stretch of days
is worked out by itself, with what lies around it. Blocks are made of what may come into one story (`nearness`), and
each is joined by what joins all of them on one machine.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from dragoman.merge.alike import graph
from dragoman.merge.origins import copies_in
from dragoman.merge.renewing_stories import REACH
from dragoman.merge.stories import VAGUE, Likenesses, Outline, likenesses, named
from dragoman.model import Interval
from dragoman.scale.merged import story_row
from dragoman.scale.spark.components import LINKS, components
from dragoman.scale.spark.flow import batchwise, by_key, kept
from dragoman.scale.spark.ids import both_ids
from dragoman.scale.spark.nearness import Sides, may_join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.scale.spark.flow import Frame, Row

STRETCH = 14
"""Days that are worked out together: around them some thirty more are read."""
_NO_PAIRS = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
_UNDATED = -1  # stands for the stretch of reports without a day; they meet all others as well

_TEXT, _NUMBER, _FLAG = pa.string(), pa.int64(), pa.bool_()
OUTLINES = pa.schema(
    {
        "id": _TEXT,
        **dict.fromkeys(("node", "first", "last"), _NUMBER),
        **dict.fromkeys(("dated", "bare"), _FLAG),
        "text": _TEXT,
    }.items()
)
"""Reports as stories are found by: their days as ordinals of the calendar, and whether they are known closely."""
_ALIKE = pa.schema(
    [("a", _NUMBER), ("b", _NUMBER), ("one", _TEXT), ("other", _TEXT), ("likeness", pa.float64()), ("bare", _FLAG)]
)
_BLOCKS = pa.schema([("node", _NUMBER), ("label", _NUMBER), ("size", _NUMBER), ("bare", _FLAG)])
_NAMES = pa.list_(_TEXT)
STORIES = pa.schema(
    {
        **dict.fromkeys(("short", "long"), _TEXT),
        "reports": _NAMES,
        **dict.fromkeys(("date_from", "date_to"), pa.date32()),
        "origins": _NAMES,
    }.items()
)
"""Stories with both ids that they may have, and the origin of each of their reports."""

_STRETCHES = f"""
    WITH stretches AS (SELECT DISTINCT first DIV {STRETCH} AS stretch FROM {{outlines}} WHERE dated)
    SELECT /*+ BROADCAST(s) */ s.stretch, o.* FROM {{outlines}} o JOIN stretches s
    ON NOT o.dated OR (o.last >= s.stretch * {STRETCH} - {REACH}
                       AND o.first < (s.stretch + 1) * {STRETCH} + {VAGUE + REACH})
    UNION ALL SELECT {_UNDATED}L, * FROM {{outlines}} WHERE NOT dated
"""  # noqa: S608 - of nothing but this file's own numbers
_ALONE = "SELECT node, node AS label, count(*) AS size, bool_or(bare) AS bare FROM {outlines} GROUP BY node"
_ACROSS = """
    WITH sized AS (SELECT label, sum(size) AS size, bool_or(bare) AS mixed FROM {blocks} GROUP BY label)
    SELECT one.label AS a, other.label AS b, e.likeness, e.bare,
           mine.size AS mine, mine.mixed, theirs.size AS theirs, theirs.mixed AS other_mixed
    FROM {alike} e JOIN {blocks} one ON e.a = one.node JOIN {blocks} other ON e.b = other.node
    JOIN sized mine ON one.label = mine.label JOIN sized theirs ON other.label = theirs.label
    WHERE one.label <> other.label
"""
_JOINED = """
    SELECT b.node, coalesce(l.label, b.label) AS label, b.size, b.bare
    FROM {blocks} b LEFT JOIN {labels} l ON b.label = l.node
"""
_WITHIN = """
    SELECT b.label, o.id, o.first, o.last, o.bare, o.text, NULL AS other, NULL AS likeness
    FROM {outlines} o JOIN {blocks} b USING (node)
    UNION ALL SELECT x.label, e.one, NULL, NULL, NULL, NULL, e.other, e.likeness
    FROM {alike} e JOIN {blocks} x ON e.a = x.node JOIN {blocks} y ON e.b = y.node WHERE x.label = y.label
"""


def stories(outlines: Frame, folder: str) -> Frame:
    """The stories of reports, each of which is there once; what is worked out on the way is kept in `folder`."""
    spark = outlines.sparkSession
    around = spark.sql(_STRETCHES, outlines=outlines)
    alike, _ = kept(by_key(around, _likenesses, _ALIKE), f"{folder}/alike", _ALIKE)
    blocks = _blocks(outlines, alike, folder)
    within = spark.sql(_WITHIN, outlines=outlines, alike=alike, blocks=blocks)
    return kept(by_key(within, _in_block, STORIES), f"{folder}/stories", STORIES)[0]


def _likenesses(rows: list[Row]) -> Iterator[Row]:
    """The pairs of reports of a stretch that are at all alike, each told by the stretch of the later one."""
    stretch = rows[0][0]
    node_of = {row[1]: row[2] for row in rows}
    own = {row[1] for row in rows if stretch == _UNDATED or (row[5] and row[3] // STRETCH == stretch)}
    pool = likenesses(_outline(one, first, last, bare, text) for _, one, _, first, last, _, bare, text in rows)
    for number, one in enumerate(pool.ordered):
        others, likeness = pool.seen.row(number) if one.id in own else ((), ())
        for other, value in zip(others, likeness, strict=True):
            if other < number:
                two = pool.ordered[other]
                yield node_of[one.id], node_of[two.id], one.id, two.id, float(value), one.bare and two.bare


def _blocks(outlines: Frame, alike: Frame, folder: str) -> Frame:
    """The blocks that may hold several stories but no part of one, by the node of each report.

    The larger a block the looser it may be, and the more may come to it; so this is repeated until nothing comes.
    """
    spark = outlines.sparkSession
    blocks, _ = kept(spark.sql(_ALONE, outlines=outlines), f"{folder}/blocks", _BLOCKS)
    turn, left = 0, 1
    while left:
        across = spark.sql(_ACROSS, alike=alike, blocks=blocks)
        links, left = kept(batchwise(across, _near_enough, LINKS), f"{folder}/near-{turn}", LINKS)
        if left:
            labels = components(links, f"{folder}/joined-{turn}")
            blocks, _ = kept(spark.sql(_JOINED, blocks=blocks, labels=labels), f"{folder}/blocks-{turn}", _BLOCKS)
        turn += 1
    return blocks


def _near_enough(across: pa.RecordBatch) -> pa.RecordBatch:
    """The blocks at both ends of those likenesses that may bring them together."""
    likeness, bare, *sides = (column.to_numpy(zero_copy_only=False) for column in across.columns[2:])
    near = may_join(likeness, bare, Sides(*sides[:2]), Sides(*sides[2:]))
    return across.select([0, 1]).filter(pa.array(near))


def _in_block(rows: list[Row]) -> Iterator[Row]:
    """The stories of a block, with the copies in them."""
    outlines = [_outline(*row[1:6]) for row in rows if row[6] is None]
    ordered = sorted(outlines, key=lambda one: (one.days is not None, *one.place))
    number_of = {one.id: number for number, one in enumerate(ordered)}
    pairs = [(number_of[row[1]], number_of[row[6]], row[7]) for row in rows if row[6] is not None]
    one, other, likeness = (np.array(column) for column in zip(*pairs, strict=True)) if pairs else _NO_PAIRS
    pool = Likenesses(ordered, graph(len(ordered), [(one, other, likeness)]), ())
    for group in pool.groups(number_of.keys()):
        (story,) = named([group])
        origin_of = {copy.report: copy.origin for copy in copies_in([group])}
        origins = [origin_of.get(report, report) for report in story.reports]
        yield (*both_ids("s", group[0].id), *story_row(story)[1:], origins)


def _outline(name: str, first: int | None, last: int | None, bare: bool, text: str) -> Outline:
    days = Interval(date.fromordinal(first), date.fromordinal(last)) if first and last else None
    return Outline(name, text, days, bare)
