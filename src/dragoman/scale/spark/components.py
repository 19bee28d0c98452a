"""What hangs together, found by many machines: every node gets the least node that it is linked to.

Each node is hung on the least of its neighbours, and what hangs on one is one node from then on, until no link is left
(as in Karger, Nisan and Parnas, "Fast connected components algorithms for the EREW PRAM", 1992, but for the choice of
the neighbour). A handful of turns do for millions of links.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.scale.spark.flow import kept

if TYPE_CHECKING:
    from dragoman.scale.spark.flow import Frame

LINKS = pa.schema([("a", pa.int64()), ("b", pa.int64())])
LABELS = pa.schema([("node", pa.int64()), ("label", pa.int64())])

_HUNG = "SELECT b AS node, min(a) AS label FROM {links} GROUP BY b"
_JUMPED = """
    SELECT one.node, coalesce(next.label, one.label) AS label
    FROM {hung} one LEFT JOIN {hung} next ON one.label = next.node
"""
_RELABELLED = """
    SELECT old.node, coalesce(hung.label, old.label) AS label
    FROM {old} old LEFT JOIN {hung} hung ON old.label = hung.node
    UNION ALL SELECT node, label FROM {hung} LEFT ANTI JOIN {old} old USING (node)
"""
_LEFT = """
    SELECT DISTINCT least(a, b) AS a, greatest(a, b) AS b FROM (
        SELECT coalesce(one.label, a) AS a, coalesce(other.label, b) AS b
        FROM {links} links LEFT JOIN {hung} one ON a = one.node LEFT JOIN {hung} other ON b = other.node
    ) WHERE a <> b
"""


def components(links: Frame, folder: str) -> Frame:
    """For each node that is linked to a lesser one, the least that it hangs together with; `links` has nodes `a`, `b`.

    Nodes are numbers. What is worked out on the way is kept in `folder`.
    """
    spark = links.sparkSession
    start = links.selectExpr("least(a, b) AS a", "greatest(a, b) AS b").where("a <> b").distinct()
    links, left = kept(start, f"{folder}/links", LINKS)
    labels = spark.createDataFrame([], "node bigint, label bigint")
    for turn in count():
        if not left:
            return labels
        hung = spark.sql(_HUNG, links=links)
        for _ in range(2):
            hung = spark.sql(_JUMPED, hung=hung)
        hung, _ = kept(hung, f"{folder}/hung-{turn}", LABELS)
        labels, _ = kept(spark.sql(_RELABELLED, old=labels, hung=hung), f"{folder}/labels-{turn}", LABELS)
        links, left = kept(spark.sql(_LEFT, links=links, hung=hung), f"{folder}/links-{turn}", LINKS)
    raise AssertionError
