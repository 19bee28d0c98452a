"""Who does what to whom as a directed graph in GraphML: actors are nodes, each event an edge from source to target.

GraphML is XML of a fixed small form, so it is written here with the lxml that the program has; networkx, Gephi,
Cytoscape and igraph read it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from dragoman.export.choosing import tellings
from dragoman.export.deeds import deeds
from dragoman.export.identity import identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.analysis import Chosen
    from dragoman.export.deeds import Deed
    from dragoman.model import Actor

SPACE = "http://graphml.graphdrawing.org/xmlns"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ACTOR = {"name": "string", "kind": "string", "country": "string", "sector": "string", "wikidata": "string"}
_EVENT = {
    "event": "string",
    "type": "string",
    "status": "string",
    "date_from": "string",
    "date_to": "string",
    "goldstein": "double",
    "reports": "int",
    "words": "string",
}


class _Edge(NamedTuple):
    source: str
    target: str
    about: dict[str, object]
    told: set[str]


def graphml_lines(chosen: Chosen) -> Iterator[str]:
    """The file's lines; each real event is one edge for each source and target, with how many reports tell it so."""
    nodes: dict[str, Actor] = {}
    edges: dict[tuple[str, str, str], _Edge] = {}
    for telling in tellings(chosen):
        for deed in deeds(telling):
            if deed.source and deed.target:
                _add(deed, deed.source, deed.target, nodes, edges)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<graphml xmlns="{SPACE}">\n'
    yield from (_key(name, kind, "node") for name, kind in _ACTOR.items())
    yield from (_key(name, kind, "edge") for name, kind in _EVENT.items())
    yield '<graph id="events" edgedefault="directed">\n'
    for name, actor in nodes.items():
        yield _element("node", {"id": name}, {fact: getattr(actor, fact) for fact in _ACTOR})
    for edge in edges.values():
        yield _element(
            "edge", {"source": edge.source, "target": edge.target}, {**edge.about, "reports": len(edge.told)}
        )
    yield "</graph>\n</graphml>\n"


def _add(
    deed: Deed, source: Actor, target: Actor, nodes: dict[str, Actor], edges: dict[tuple[str, str, str], _Edge]
) -> None:
    ends = (identity(source), identity(target))
    nodes.setdefault(ends[0], source)
    nodes.setdefault(ends[1], target)
    edge = edges.setdefault((deed.telling.merged, *ends), _Edge(*ends, _about(deed), set()))
    edge.told.add(deed.report.id)


def _about(deed: Deed) -> dict[str, object]:
    event = deed.event
    days = event.date.interval if event.date else (None, None)
    return {
        "event": deed.telling.merged,
        "type": event.type,
        "status": event.status,
        "date_from": days[0],
        "date_to": days[1],
        "goldstein": event.goldstein,
        "words": event.trigger.of(deed.report.text),
    }


def _key(name: str, kind: str, of: str) -> str:
    made = etree.Element("key", {"id": f"{of}_{name}", "for": of, "attr.name": name, "attr.type": kind})
    return f"{etree.tostring(made, encoding='unicode')}\n"


def _element(tag: str, attributes: Mapping[str, str], facts: Mapping[str, object]) -> str:
    made = etree.Element(tag, dict(attributes))
    for name, value in facts.items():
        if value is not None:
            etree.SubElement(made, "data", {"key": f"{tag}_{name}"}).text = _NO_XML.sub("\ufffd", str(value))
    return f"{etree.tostring(made, encoding='unicode')}\n"
