"""The examples of docs/python.md and the cells of docs/notebook.ipynb run, one after another, on the sample corpus."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest

import dragoman

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "python.md"
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A folder with the sample corpus in it, read once for all examples."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def cells():
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def examples():
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def run(blocks):
    """What the names stand for once all blocks have run, as in a session that is typed line by line."""
    session = {}
    for number, block in enumerate(blocks):
        exec(compile(block, f"block {number}", "exec"), session)
    return session


def test_the_examples_of_the_page_run(checkout, monkeypatch, capsys):
    monkeypatch.chdir(checkout)
    session = run(examples())
    printed = capsys.readouterr().out
    assert "'WAR' is not known; use one of AGREE" in printed
    assert session["frame"].shape[0] == session["table"].height > 100
    assert session["series"]["events"].sum() > 0
    assert (checkout / "tables" / "datapackage.json").exists()
    assert (checkout / "india.graphml").exists()


def test_the_cells_of_the_notebook_run(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    session = run(cells())
    assert session["outcome"].unchanged + session["outcome"].read > 10
    assert len(session["timeline"]) > 0
    assert session["series"]["events"].sum() == len(session["timeline"][session["timeline"]["type"].notna()])
    assert (checkout / "china_india" / "datapackage.json").exists()


def test_every_question_of_a_record_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    for name in ("timeline", "events", "sides", "quotes", "actors", "reports", "dyads", "report", "event", "export"):
        assert hasattr(dragoman.api.record.Record, name)
        assert f"record.{name}(" in page
    for filter_ in dragoman.api.filters.Filters.__annotations__:
        assert f"`{filter_}`" in page


def test_the_notebook_is_one_that_jupyter_opens_and_holds_no_output():
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    for cell in notebook["cells"]:
        assert cell["cell_type"] == "markdown" or (cell["outputs"] == [] and cell["execution_count"] is None)
    assert all(ast.parse(cell) for cell in cells())
