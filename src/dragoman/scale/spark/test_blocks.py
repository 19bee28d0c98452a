from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dragoman.scale.coding import Page, code_pages
from dragoman.scale.files import code_file
from dragoman.scale.parts import put_together
from dragoman.scale.reader import Reader
from dragoman.scale.spark import blocks as module
from dragoman.scale.spark.blocks import Share, code_share, coded, folder_of, parts_of
from dragoman.scale.spark.places import names_in, place
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.scale.rows import Batches

TASK = Task()


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seven records, of which the third is broken; blocks are of two."""
    monkeypatch.setattr(module, "BLOCK", 2)
    lines = [json.dumps({"id": f"n{n}", "text": f"Norway recalled {n} envoys from Chile on Monday."}) for n in range(7)]
    lines[2] = lines[2][:30]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shares(path: Path) -> list[Share]:
    return [Share(str(path), 0, one, 3) for one in range(3)]


def in_process(pages: Iterator[Page]) -> Iterator[Batches]:
    return code_pages(pages, TASK)


def test_each_block_falls_to_one_share_and_has_its_pages_in_order(news: Path) -> None:
    found: dict[int, list[Batches]] = {}
    for one in shares(news):
        with Reader(news, TASK) as reader:
            mine = dict(coded(reader, in_process, one, there=()))
            assert reader.read == 7
        assert found.keys().isdisjoint(mine)
        found |= mine
    ids = [[page["reports"]["id"][0].as_py() if "reports" in page else None for page in found[n]] for n in range(4)]
    assert ids == [["n0", "n1"], [None, "n3"], ["n4", "n5"], ["n6"]]


def test_blocks_that_are_there_are_not_coded_again(news: Path) -> None:
    with Reader(news, TASK) as reader:
        assert [block for block, _ in coded(reader, in_process, Share(str(news), 0, 0, 1), there={0, 2})] == [1, 3]


def test_shares_put_together_are_the_tables_of_one_machine(news: Path, tmp_path: Path) -> None:
    whole = code_file(news, tmp_path / "whole", TASK)
    folder = folder_of(place(str(tmp_path / "out")), whole.stem, str(news))
    assert {code_share(news, one, folder, TASK) for one in shares(news)} == {7}
    assert names_in(folder) == [f"{number:06}.tar" for number in range(4)]
    (tmp_path / "parts").mkdir()
    parts = parts_of(folder, 7, tmp_path / "parts")
    for name, rows in whole.rows.items():
        assert put_together(parts, name, tmp_path / "table") == rows
        assert (tmp_path / "table").read_bytes() == (tmp_path / "whole" / f"{whole.stem}.{name}.parquet").read_bytes()


def test_a_block_that_is_missing_is_told_of(news: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parts_of(place(str(tmp_path / "nothing")), 7, tmp_path)
    assert news.exists()
