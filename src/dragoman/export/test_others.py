"""Graphs, entities, annotations and citations are read back by the libraries that people use for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.analysis import Chosen, Narrow
from dragoman.export.annotations import CONTEXT, text_path
from dragoman.export.citations import key
from dragoman.export.conftest import FORMULA, writable
from dragoman.export.contract import from_json
from dragoman.export.formats import WRITERS, export
from dragoman.export.names import FORMATS
from dragoman.record import Query

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.record import Store

ODD_TITLE = "50% of {all} _talks_ #1 🕊"


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("others")
    for name in writable(("ftm", "annotations", "ris", "bibtex", "csl", "graphml", "jsonl")):
        export(name, Chosen(store), made)
    return made


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_networkx_reads_the_graph(folder: Path) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(folder / "events.graphml", force_multigraph=True)
    assert graph.is_directed()
    names = {node: data["name"] for node, data in graph.nodes(data=True)}
    found = sorted((names[a], data["type"], names[b], data["reports"]) for a, b, data in graph.edges(data=True))
    assert found == [
        ("China", "AGREE", "Park Geun-hye", 1),
        ("North Korea", "ACCUSE", "South Korea", 1),
        ("Park Geun-hye", "CONSULT", "Xi Jinping", 2),
        ("South Korea", "REJECT", "China", 1),
        ("Xi Jinping", "CONSULT", "Park Geun-hye", 2),
    ]
    met = next(data for _, _, data in graph.edges(data=True) if data["type"] == "CONSULT")
    assert (met["date_from"], met["goldstein"], met["status"], met["words"]) == ("2013-03-20", 1.0, "actual", "met")


def test_followthemoney_takes_every_entity(folder: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    entities = {}
    for row in lines(folder / "entities.ftm.json"):
        followthemoney.model.get(row["schema"]).validate(row)
        entity = followthemoney.model.get_proxy(row, cleaned=False)
        assert entity.to_dict()["properties"].keys() == row["properties"].keys()
        entities[entity.id] = entity
    events = [one for one in entities.values() if one.schema.name == "Event"]
    assert len(events) == 6
    for event in events:
        assert all(entities[one].schema.is_a("LegalEntity") for one in event.get("involved"))
        assert all(entities[one].schema.name == "Article" for one in event.get("proof"))
    met = next(one for one in events if one.get("keywords", quiet=True)[:1] and "CONSULT" in one.get("keywords"))
    assert len(met.get("proof")) == 2
    xi = next(one for one in entities.values() if "Xi Jinping" in one.get("name", quiet=True))
    assert (xi.schema.name, xi.get("country"), xi.get("wikidataId")) == ("Person", ["cn"], ["Q15031"])


def test_every_annotation_points_at_exactly_its_words(folder: Path) -> None:
    collection = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    assert (collection["@context"], collection["type"]) == (CONTEXT, "AnnotationCollection")
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == 8
    assert len({one["id"] for one in items}) == len(items)
    for one in items:
        for target in one["target"]:
            text = (folder / target["source"]).read_bytes().decode("utf-8")
            position, words = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == words["exact"]
            assert text[:start].endswith(words["prefix"])
            assert text[end:].startswith(words["suffix"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_rdflib_reads_the_annotations_as_linked_data(folder: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    written = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    space = "http://www.w3.org/ns/oa#"
    ids = {name: {"@id": f"oa:{way}", "@type": "@id"} for name, way in HAS.items()}
    # The recommendation's own context lies on the web; these are the terms of it that are used here.
    written["@context"] = {"oa": space, "@vocab": space, "id": "@id", "type": "@type", **ids}
    graph = rdflib.Dataset(default_union=True).parse(
        data=json.dumps(written), format="json-ld", publicID="http://example.org/"
    )
    oa = rdflib.Namespace(space)
    annotations = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(annotations) == 8
    sources = set(graph.objects(None, oa.hasSource))
    assert {str(one).removeprefix("http://example.org/") for one in sources} == {
        text_path(name) for name in ("r1", "../r 2", "r3")
    }


HAS = {
    "body": "hasBody",
    "target": "hasTarget",
    "source": "hasSource",
    "selector": "hasSelector",
    "motivation": "motivatedBy",
    "purpose": "hasPurpose",
    "scope": "hasScope",
}


@pytest.mark.parametrize("name", ["../r 2", "..", "/etc/passwd", "a" * 300, "con\x00", ""])
def test_an_odd_id_makes_a_plain_file_name(name: str) -> None:
    assert text_path(name).startswith("texts/x")
    assert len(text_path(name)) < 40


def test_rispy_reads_the_citations(folder: Path) -> None:
    rispy = pytest.importorskip("rispy")
    found = {one["id"]: one for one in rispy.loads((folder / "reports.ris").read_text(encoding="utf-8"))}
    assert set(found) == {"r1", "../r 2", "r3"}
    first = found["r1"]
    assert (first["type_of_reference"], first["title"], first["secondary_title"]) == ("NEWS", FORMULA, "Morning Post")
    assert (first["authors"], first["year"], first["date"]) == (["Jörg Weiß & Ana Só"], "2013", "2013/03/21/")
    assert first["urls"] == ["https://post.example/2013/03/21/a?b=c&d=e_f"]
    assert set(found["r3"]) == {"type_of_reference", "id", "language"}
    written = (folder / "reports.ris").read_text(encoding="utf-8").splitlines()
    assert all(line == "" or line[2:6] == "  - " for line in written)


def test_pybtex_and_bibtexparser_read_the_citations(folder: Path) -> None:
    bib, database = pytest.importorskip("bibtexparser"), pytest.importorskip("pybtex.database")
    text = (folder / "reports.bib").read_text(encoding="utf-8")
    entries = database.parse_string(text, "bibtex").entries
    assert set(entries) == {"r1", key("../r 2"), "r3"}
    first = entries["r1"]
    assert (first.type, first.fields["journal"], first.fields["year"]) == ("article", "Morning Post", "2013")
    assert first.fields["url"] == "https://post.example/2013/03/21/a?b=c&d=e_f"
    assert len(first.persons["author"]) == 1
    richtext = pytest.importorskip("pybtex.richtext")
    title = str(richtext.Text.from_latex(entries[key("../r 2")].fields["title"]))
    assert (title[:7], title[-12:]) == (ODD_TITLE[:7], ODD_TITLE[-12:])
    library = bib.parse_string(text, append_middleware=[bib.middlewares.LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert library.entries_dict[key("../r 2")]["title"].strip("{}") == ODD_TITLE
    assert [one.entry_type for one in library.entries] == ["misc", "article", "misc"]


def test_citeproc_sets_the_csl_items(folder: Path) -> None:
    items = json.loads((folder / "reports.csl.json").read_text(encoding="utf-8"))
    citeproc_json = pytest.importorskip("citeproc.source.json")
    bibliography = citeproc_json.CiteProcJSON(items)
    assert set(bibliography) == {"r1", "../r 2", "r3"}
    first = next(one for one in items if one["id"] == "r1")
    assert first["issued"] == {"date-parts": [[2013, 3, 21]]}
    assert first["author"] == [{"literal": "Jörg Weiß & Ana Só"}]
    assert bibliography["r1"].container_title


def test_json_lines_are_read_back_as_the_reports_that_were_written(store: Store, folder: Path) -> None:
    reports = [from_json(row) for row in lines(folder / "reports.jsonl")]
    assert reports == list(store.load_reports())
    kinds = [row["kind"] for row in lines(folder / "merged.jsonl")]
    assert kinds.count("event") == 6
    assert kinds == sorted(kinds, reverse=True)


def test_formats_that_hold_one_kind_of_thing_are_narrowed_too(store: Store, tmp_path: Path) -> None:
    chosen = Chosen(store, Query(type="ACCUSE"), Narrow(outlet="Morning"))
    export("jsonl", chosen, tmp_path)
    assert [row["id"] for row in lines(tmp_path / "reports.jsonl")] == ["r1"]
    assert [row["type"] for row in lines(tmp_path / "merged.jsonl") if row["kind"] == "event"] == ["ACCUSE"]
    export("csl", chosen, tmp_path)
    assert len(json.loads((tmp_path / "reports.csl.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("name", writable(FORMATS))
def test_a_record_without_anything_is_written_in_every_format(store: Store, tmp_path: Path, name: str) -> None:
    nothing = Chosen(store, Query(actor="nobody at all"), Narrow(words="said nowhere"))
    assert all(path.exists() for path in export(name, nothing, tmp_path))


def test_every_format_that_is_named_is_written() -> None:
    assert set(FORMATS) == set(WRITERS)
