from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.api.lines import reports_in
from dragoman.export import to_json
from dragoman.model import Report, Source

if TYPE_CHECKING:
    from dragoman.errors import InputError


def line(report: Report) -> bytes:
    return json.dumps(to_json(report)).encode() + b"\n"


REPORT = Report("r1", Source("a.txt", "0" * 64), "Talks", "Talks\n\nThey met.", 7)


def test_printed_reports_come_back_as_they_were() -> None:
    failures: list[InputError] = []
    assert list(reports_in([line(REPORT), b"\n", line(REPORT)], "x.jsonl", failures.append)) == [REPORT, REPORT]
    assert failures == []


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        (b"{", "not a line of JSON"),
        (b"\xff\xfe", "not a line of JSON"),
        (b"[1]", "not a report"),
        (b"{}", "not a report"),
        (b"[" * 100_000, "not a line of JSON"),
        (line(REPORT).replace(b"They met.", b"They ate."), "stands for another report"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(bad: bytes, what: str) -> None:
    failures: list[InputError] = []
    assert list(reports_in([line(REPORT), bad], "x.jsonl", failures.append)) == [REPORT]
    (failure,) = failures
    assert failure.where == "x.jsonl:2"
    assert what in failure.what


@given(st.binary())
def test_any_bytes_are_a_blank_line_or_a_failure(junk: bytes) -> None:
    failures: list[InputError] = []
    assert list(reports_in([junk], "x.jsonl", failures.append)) == []
    assert bool(failures) == bool(junk.strip())
