from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from dragoman.merge.test_made import any_report, made
from dragoman.model import Report, Span
from dragoman.record import Store
from dragoman.record.checks import faults
from dragoman.record.test_store import MET, RUN, two

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("trigger", Span(11, 500), "events.e1.trigger [11, 500] lies outside its text of 29"),
        ("trigger", Span(11, 11), "events.e1.trigger [11, 11] lies outside"),
        ("evidence", Span(-1, 4), "events.e1.evidence [-1, 4] lies outside"),
        ("reported_by", "a99", "events.e1.reported_by names 'a99', which is no actor"),
        ("source", ("a98",), "events.e1.source names 'a98', which is no actor"),
    ],
)
def test_a_batch_with_a_wrong_report_is_not_written_at_all(
    tmp_path: Path, field: str, value: object, line: str
) -> None:
    good, report = two()
    event = replace(report.events[0], **{field: value})  # type: ignore[arg-type]  # the fields are the table's above
    with Store.open(tmp_path / "a.duckdb", create=True) as store:
        with pytest.raises(ValueError, match="report r2") as caught:
            store.write([good, replace(report, events=(event,))], RUN)
        assert line in str(caught.value)
        assert set(store.health().rows.values()) == {0}


@settings(deadline=None)
@given(any_report())
def test_a_report_that_keeps_the_models_promises_has_no_faults(report: Report) -> None:
    assert list(faults(report)) == []


def test_ids_that_are_used_twice_are_named() -> None:
    report = made("r1", MET)
    doubled = replace(report, events=report.events * 2, actors=report.actors + report.actors[:1])
    assert list(faults(doubled)) == ["report r1: two actors have the id 'a1'", "report r1: two events have the id 'e1'"]


def test_a_body_that_begins_after_the_text_is_named() -> None:
    assert "body_start 99 lies outside" in next(faults(replace(made("r1", MET), body_start=99)))


def test_half_a_character_is_named() -> None:
    assert "half a character at 3" in next(faults(replace(made("r1"), text="abc\udc00", body_start=0)))
