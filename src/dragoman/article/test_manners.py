"""The rules against pages in the manner of many sites (the two lists beside this), and against any text at all."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import label_lines, report
from dragoman.article.labels import KEPT
from dragoman.errors import InputError
from dragoman.model import RawPage

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELS = {
    "H": "headline",
    "S": "subhead",
    "D": "dateline",
    "Y": "byline",
    "C": "caption",
    "B": "body",
    "A": "agency",
    "X": "chrome",
    "R": "duplicate",
    "": "blank",
}


class _Page(NamedTuple):
    name: str
    day: str
    lines: list[str]
    labels: list[str]


def _read_pages() -> list[_Page]:
    pages: list[_Page] = []
    files = [Path(__file__).with_name(name) for name in ("test_manners.txt", "test_manners_more.txt")]
    for row in (row for file in files for row in file.read_text(encoding="utf-8").splitlines()):
        if row.startswith("== "):
            name, _, day = row.removeprefix("== ").removesuffix(")").rpartition(" (")
            pages.append(_Page(name, day, [], []))
        elif pages and not row.startswith("# "):
            mark, _, text = row.partition("|")
            pages[-1].lines.append(text)
            pages[-1].labels.append(_LABELS[mark])
    return pages


PAGES = _read_pages()
_EACH = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


def _size(lines: Iterable[str]) -> int:
    return sum(len(line) for line in lines)


@_EACH
def test_the_story_is_kept_and_its_surroundings_are_cut(page: _Page) -> None:
    found = label_lines(page.lines)
    wanted = [line for line, label in zip(page.lines, page.labels, strict=True) if label in KEPT]
    kept = [line for line, label in zip(page.lines, found, strict=True) if label in KEPT]
    right = _size(line for line in kept if line in wanted)
    assert right / _size(wanted) >= 0.9, [line for line in wanted if line not in kept]
    assert right / _size(kept) >= 0.97, [line for line in kept if line not in wanted]


def test_nearly_all_of_what_is_kept_and_nearly_all_that_should_be_is_right() -> None:
    wanted = kept = right = 0
    for page in PAGES:
        for line, gold, label in zip(page.lines, page.labels, label_lines(page.lines), strict=True):
            wanted += len(line) * (gold in KEPT)
            kept += len(line) * (label in KEPT)
            right += len(line) * (gold in KEPT and label in KEPT)
    assert right / wanted > 0.98
    assert right / kept > 0.98


@_EACH
def test_the_headline_and_the_stated_date_are_found(page: _Page) -> None:
    found = report(RawPage("page.txt", "text", "\r\n".join(page.lines), "0" * 64))
    headlines = [line for line, label in zip(page.lines, page.labels, strict=True) if label == "headline"]
    assert found.title == headlines[0]
    assert found.text[: found.body_start] == f"{headlines[0]}\n\n"
    if page.day == "undated":
        assert found.published.basis == "unknown"
    else:
        day = dt.date.fromisoformat(page.day)
        assert found.published.interval == (day, day)
        assert (found.published.stated or "?") in "\n".join(page.lines)


@given(st.lists(st.one_of(st.text(), st.sampled_from([line for page in PAGES for line in page.lines])), max_size=40))
def test_any_text_gets_a_label_for_each_line_and_a_report_without_furniture(lines: list[str]) -> None:
    text = "\n".join(lines)
    broken = text.splitlines()
    labels = label_lines(broken)
    assert len(labels) == len(broken)
    if not KEPT & set(labels):
        with pytest.raises(InputError, match="no article found"):
            report(RawPage("page.txt", "text", text, "0" * 64))
        return
    found = report(RawPage("page.txt", "text", text, "0" * 64))
    paragraphs = found.text.split("\n\n")
    cut = {" ".join(line.split()) for line, label in zip(broken, labels, strict=True) if label == "chrome"}
    assert not cut & set(paragraphs)
    assert found.text[found.body_start :] == "\n\n".join(paragraphs[1 if found.title else 0 :])
    assert json.loads(json.dumps(found.text, ensure_ascii=False).encode()) == found.text
