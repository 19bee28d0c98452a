from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dragoman.model import RawPage
from dragoman.scale import Task, code_file, code_page
from dragoman.scale.skipping import skipped_in
from dragoman.triage import SKIPPED

ROOT = Path(__file__).resolve().parents[3]
RECIPE = next(
    json.loads(line)["text"]
    for line in (ROOT / "training/elsewhere/train.jsonl").read_text("utf-8").splitlines()
    if json.loads(line)["topic"] == "cooking"
)
NEWS = "Chile summoned the Peruvian ambassador on Tuesday over a map, the foreign ministry in Santiago said."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.jsonl"
    rows = [{"id": str(number), "text": text} for number, text in enumerate((RECIPE, NEWS, RECIPE + " Enjoy."))]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_what_is_skipped_is_kept_listed_and_counted(pages: Path, tmp_path: Path) -> None:
    done = code_file(pages, tmp_path, Task())
    rows = pq.read_table(tmp_path / f"{done.stem}.reports.parquet").to_pylist()
    assert [row["skipped"] for row in rows] == [SKIPPED, None, SKIPPED]
    assert [row["coded"] is None for row in rows] == [True, False, True]
    assert rows[0]["text"] == RECIPE
    assert done.rows["events"] > 0
    assert skipped_in(tmp_path, [done.stem]) == 2


def test_without_triage_nothing_is_skipped_and_the_tables_have_another_name(pages: Path, tmp_path: Path) -> None:
    with_it, without = (code_file(pages, tmp_path, Task(triage=triage)) for triage in (True, False))
    assert with_it.stem != without.stem
    assert skipped_in(tmp_path, [without.stem]) == 0
    assert skipped_in(tmp_path, [with_it.stem, without.stem]) == 2


def test_a_page_in_another_language_is_not_coded_and_not_skipped() -> None:
    words = "Misture a farinha com os ovos e o leite, junte o sal e deixe repousar durante uma hora. " * 12
    (row,) = code_page(RawPage("a.txt", "article", words, "0" * 64), Task())["reports"].to_pylist()
    assert (row["language"], row["coded"], row["skipped"]) == ("pt", None, None)
