from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Metadata, PageKind, RawPage
from dragoman.scale import coding
from dragoman.scale.coding import code_page, code_pages
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from dragoman.scale.rows import Batches

TEXT = "LIMA, 3 March 2015 - Peru recalled its ambassador from Chile. “We had to,” minister Ana Quispe said in Lima."
TASK = Task()


def page(text: str = TEXT, path: str = "dump.jsonl:1") -> RawPage:
    return RawPage(path, "article", text, sha256(text.encode(errors="replace")).hexdigest(), Metadata(id="p1"))


def only_error(batches: Batches) -> dict[str, str]:
    assert list(batches) == ["errors"]
    row: dict[str, str]
    (row,) = batches["errors"].to_pylist()
    return row


@pytest.fixture(scope="module", autouse=True)
def _models() -> None:
    coding.warm(TASK)


def test_a_page_becomes_rows_in_which_the_words_stand_where_they_say() -> None:
    rows = code_page(page(), TASK)
    (report,) = rows["reports"].to_pylist()
    assert report["text"] == TEXT
    for event in rows["events"].to_pylist():
        assert TEXT[event["trigger_start"] : event["trigger_end"]] == event["trigger"]
    assert "We had to" in [quote["words"] for quote in rows["quotes"].to_pylist()]


def test_the_rows_of_a_page_do_not_depend_on_its_neighbours() -> None:
    pages = [page(TEXT.replace("3 March", f"{day} May"), f"dump.jsonl:{day}") for day in (2, 4, 8)]
    alone = [code_page(one, TASK) for one in pages]
    assert list(code_pages(reversed(pages), TASK)) == alone[::-1]


def test_what_could_not_be_read_is_a_row_of_errors() -> None:
    row = only_error(code_page(InputError("damaged", where="a.warc: record 7", do="fetch it again"), TASK))
    assert row == {"place": "a.warc: record 7", "what": "damaged", "remedy": "fetch it again"}


def test_a_page_without_an_article_is_a_row_of_errors() -> None:
    row = only_error(code_page(RawPage("a.warc#3", "html", "<html><body><div>", "0" * 64), TASK))
    assert row["place"] == "a.warc#3"


def test_a_page_that_takes_too_long_is_a_row_of_errors() -> None:
    row = only_error(code_page(page(TEXT * 400), replace(TASK, seconds=0.05)))
    assert row["what"] == "a page that takes more than 0.05 seconds of computing"


def test_a_report_that_is_too_long_is_a_row_of_errors() -> None:
    row = only_error(code_page(page(TEXT * 3), replace(TASK, characters=200)))
    assert row["what"] == "a report of more than 200 characters"


def test_a_fault_of_a_stage_costs_its_page_only_and_says_where_it_is() -> None:
    broken = replace(page(), metadata=None)  # type: ignore[arg-type]  # as no source makes it
    row = only_error(code_page(broken, TASK))
    assert "AttributeError in " in row["what"]
    assert ".py, line " in row["what"]
    assert row["remedy"] == "please report this as a fault"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300), st.sampled_from(["article", "text", "html"]))
def test_any_page_becomes_a_report_or_an_error(content: str, kind: PageKind) -> None:
    batches = code_page(RawPage("x#1", kind, content, "0" * 64), TASK)
    assert ("reports" in batches) != ("errors" in batches)
    for error in batches["errors"].to_pylist() if "errors" in batches else ():
        assert error["remedy"] != "please report this as a fault"
