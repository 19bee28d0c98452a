"""One event in many reports, by many machines: who may be one with whom, then the events of each block of tellings.

Tellings are compared where they share kind and party, by what compares them on one machine. What hangs together by such
pairs is a block: tellings are joined along pairs only, so that no event has parts of two, and each block is joined by
itself as all are on one machine (merge/events.py). How events stand to one another is found in the same way.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.merge.events import Placed, alike_pairs, cluster, parties
from dragoman.merge.merging import put_together
from dragoman.merge.readouts import THE_REPORTS
from dragoman.merge.relations import contrary_tellings, fulfilments
from dragoman.merge.tellings import FORESEEN
from dragoman.scale.merged import MERGED, event_row
from dragoman.scale.spark.components import LINKS, components
from dragoman.scale.spark.flow import by_key, kept, mapped
from dragoman.scale.spark.ids import both_ids, named, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.merge.events import Cluster
    from dragoman.merge.tellings import Telling
    from dragoman.scale.spark.flow import Frame, Row

_TEXT, _NUMBER, _NAMES = pa.string(), pa.int64(), pa.list_(pa.string())
TOLD = pa.schema([("node", _NUMBER), ("near", _NAMES), ("told", pa.binary()), ("origin", _TEXT)])
"""Tellings: where they meet others, kind by party, the telling with its story, and the origin of its report."""
_EVENTS = pa.schema(
    [("short", _TEXT), ("long", _TEXT), ("near", _NAMES), ("who", _NAMES), ("head", pa.binary()), ("all", pa.binary())]
)
_RELATED = pa.schema([("fulfils", pa.bool_()), ("one", _TEXT), ("other", _TEXT)])
_PROTOCOL = pickle.HIGHEST_PROTOCOL

_MEETING = "SELECT key, node, told FROM {told} LATERAL VIEW explode(near) AS key"
_IN_BLOCKS = """
    SELECT coalesce(label, t.node) AS block, told, origin FROM {told} t LEFT JOIN {labels} l ON t.node = l.node
"""
_RELATING = "SELECT key, long, head FROM {events} LATERAL VIEW explode(near) AS key"
_NAMED = """
    WITH against AS (
        SELECT one AS long, flatten(collect_set(who)) AS against
        FROM {related} JOIN {events} e ON other = e.long WHERE NOT fulfils GROUP BY one
    )
    SELECT n.name, e.all, a.against
    FROM {events} e JOIN {names} n ON e.long = n.long LEFT JOIN against a ON e.long = a.long
"""
_FULFILLED = """
    SELECT DISTINCT one.name AS event, other.name AS plan FROM {related} r
    JOIN {names} one ON r.one = one.long JOIN {names} other ON r.other = other.long WHERE fulfils
"""


def told_row(one: Placed, origin: str) -> Row:
    """The row of a telling; see TOLD."""
    kind = "\t".join(one.telling.kind)
    near = [f"{kind}\t{party}" for party in parties(one.telling.countries)]
    return node(*one.telling.member), near, pickle.dumps(one, _PROTOCOL), origin


def events(told: Frame, folder: str) -> tuple[Frame, Frame]:
    """The real events of tellings, each of which is there once, and which of them came of which plan, as in MERGED.

    What is worked out on the way is kept in `folder`.
    """
    spark = told.sparkSession
    links, _ = kept(by_key(spark.sql(_MEETING, told=told), _pairs, LINKS), f"{folder}/pairs", LINKS)
    labels = components(links, f"{folder}/blocks")
    blocks = spark.sql(_IN_BLOCKS, told=told, labels=labels)
    found, _ = kept(by_key(blocks, _in_block, _EVENTS), f"{folder}/events", _EVENTS)
    related = by_key(spark.sql(_RELATING, events=found), _related, _RELATED).distinct()
    related, _ = kept(related, f"{folder}/related", _RELATED)
    names = named(found.select("short", "long"))
    whole = spark.sql(_NAMED, events=found, names=names, related=related)
    fulfilled = spark.sql(_FULFILLED, names=names, related=related)
    return mapped(whole, _whole, MERGED["events"]), fulfilled


def _pairs(rows: list[Row]) -> Iterator[Row]:
    """The pairs that may be joined straight among tellings that share kind and party."""
    if len(rows) > 1:
        placed = [pickle.loads(told) for _, _, told in rows]  # noqa: S301 - written by a task of this very job
        node_of = {one.telling.member: row[1] for one, row in zip(placed, rows, strict=True)}
        for one, other in alike_pairs(placed):
            yield node_of[one.telling.member], node_of[other.telling.member]


def _in_block(rows: list[Row]) -> Iterator[Row]:
    """The events of a block of tellings."""
    placed: list[Placed] = [pickle.loads(told) for _, told, _ in rows]  # noqa: S301 - likewise
    origin_of = {one.telling.member.report: row[2] for one, row in zip(placed, rows, strict=True)}
    for found in cluster(placed):
        tellings = [one.telling for one in found]
        origins = {one.member.report: origin_of[one.member.report] for one in tellings}
        head = found[0]
        yield (
            *both_ids("e", f"{head.telling.member.report}\n{head.telling.mark}"),
            [f"{family}\t{party}" for family in _families(head) for party in parties(head.telling.countries)],
            sorted({one.reporter or THE_REPORTS for one in tellings}),
            pickle.dumps(head, _PROTOCOL),
            pickle.dumps((tellings, origins), _PROTOCOL),
        )


def _families(head: Placed) -> Iterator[str]:
    """Where an event meets those that it may stand to in some way: contraries of a type, plans of a type."""
    status, code = head.telling.kind
    if status in {"actual", "alleged", "denied"}:
        yield f"contrary\t{code}"
    if status in {"actual", "ahead"}:
        yield f"plan\t{code}"
    if status == "actual" and code in FORESEEN - {"AGREE"}:
        yield "plan\tAGREE"


def _related(rows: list[Row]) -> Iterator[Row]:
    """How the events that meet in one place stand to one another, by their first tellings."""
    if len(rows) < 2:
        return
    heads: list[Cluster] = [[pickle.loads(head)] for _, _, head in rows]  # noqa: S301 - likewise
    if rows[0][0].startswith("plan"):
        yield from ((True, rows[event][1], rows[plan][1]) for event, plan in fulfilments(heads))
        return
    name_of = {found[0].telling.member: row[1] for found, row in zip(heads, rows, strict=True)}
    for number, contrary in contrary_tellings(heads).items():
        yield from ((False, rows[number][1], name_of[one.member]) for one in contrary)


def _whole(rows: Iterable[Row]) -> Iterator[Row]:
    """The events with all that is told of them."""
    for name, packed, against in rows:
        tellings, origin_of = pickle.loads(packed)  # noqa: S301 - likewise
        counter: list[Telling] = [_said_by(one, tellings[0]) for one in against or ()]
        yield event_row(put_together(name, tellings, counter, origin_of))


def _said_by(who: str, like: Telling) -> Telling:
    """A telling that stands for all of the contrary event that one reporter tells: of these only that is asked."""
    return replace(like, reporter=None if who == THE_REPORTS else who)
