from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError
from dragoman.scale.spark.places import Found, fetched, files_at, names_in, place, publish, read, remove, size_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_searched_alike_here_and_under_an_address(tmp_path: Path) -> None:
    (tmp_path / "in" / "more").mkdir(parents=True)
    for name in ("b.jsonl", "more/a.jsonl", ".hidden"):
        (tmp_path / "in" / name).write_text("{}")
    here, there = str(tmp_path / "in"), f"file://{tmp_path}/in"
    assert files_at([here]) == ([Found(f"{here}/b.jsonl", 2), Found(f"{here}/more/a.jsonl", 2)], [])
    assert files_at([there, there]) == ([Found(f"{there}/b.jsonl", 2), Found(f"{there}/more/a.jsonl", 2)], [])


@pytest.mark.parametrize("name", ["nothing.warc", "file:///nothing/at/all.warc", "nowhere://x/y", "s3://"])
def test_a_name_that_leads_nowhere_is_a_line_and_the_others_go_on(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}")
    found, (error,) = files_at([name, str(tmp_path)])
    assert len(found) == 1
    assert str(error).startswith(f"{name}: ")
    assert "\n" not in str(error)


def test_a_file_from_afar_is_read_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("words")
    (tmp_path / "here").mkdir()
    copy = fetched(f"file://{tmp_path}/a.jsonl", tmp_path / "here")
    assert copy == tmp_path / "here" / "a.jsonl"
    assert copy.read_text() == "words"
    assert fetched(str(tmp_path / "a.jsonl"), tmp_path / "here") == tmp_path / "a.jsonl"
    with pytest.raises(InputError, match="can't be read"):
        fetched(f"file://{tmp_path}/nothing", tmp_path)


@pytest.mark.parametrize("address", ["", "file://"])
def test_what_is_published_is_there_whole_and_alone(address: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("words")
    out = place(f"{address}{tmp_path}/out")
    assert names_in(out) == []
    publish(tmp_path / "a", out.at("b"))
    publish(tmp_path / "a", out.at("b"))
    assert names_in(out) == ["b"]
    assert (read(out.at("b")), size_of(out.at("b"))) == (b"words", 5)
    assert (read(out.at("c")), size_of(out.at("c"))) == (None, None)
    remove(out)
    remove(out)
    assert not (tmp_path / "out").exists()
