"""Only reports without an exact date are dated, and only by those that are dated well, at first hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dragoman.model import DateEvidence, Interval, Published, Report, Source, Span
from dragoman.siblings.roles import is_proven, is_settled, is_stated, wants_date


def a_report(days: int | None, basis: str, *constraints: str) -> Report:
    first = date(2014, 3, 1)
    interval = Interval(first, first + timedelta(days - 1)) if days else None
    evidence = tuple(DateEvidence(Span(0, 1), one) for one in constraints)
    return Report("r", Source("-", "0"), None, "x", 0, published=Published(interval, basis, evidence))  # type: ignore[arg-type]  # any basis


@pytest.mark.parametrize(("days", "basis", "wants"), [(None, "unknown", True), (9, "inferred", True)])
def test_what_states_no_date_wants_one(days: int | None, basis: str, wants: bool) -> None:
    assert wants_date(a_report(days, basis)) is wants
    assert not is_settled(a_report(days, basis))


@pytest.mark.parametrize(("days", "basis"), [(1, "given"), (1, "stated"), (31, "given"), (1, "inferred")])
def test_a_date_that_stands_there_is_left_alone_even_a_month(days: int, basis: str) -> None:
    assert not wants_date(a_report(days, basis))


def test_a_month_that_is_given_says_nothing_of_other_reports() -> None:
    assert is_stated(a_report(1, "given"))
    assert not is_stated(a_report(31, "given"))
    assert not is_stated(a_report(1, "inferred"))


def test_what_is_inferred_counts_only_if_proven_narrow_and_at_first_hand() -> None:
    assert is_proven(a_report(5, "inferred", "dated occasion: a summit"))
    assert not is_proven(a_report(9, "inferred", "dated occasion: a summit"))
    assert not is_proven(a_report(5, "inferred", "likely: news of an occasion"))
    assert not is_proven(a_report(5, "inferred", "conflict: told as past: 2016"))
    assert not is_proven(a_report(5, "inferred", "another report has the same words: q, 2014-03-01"))


def test_a_report_in_another_language_takes_no_part() -> None:
    report = replace(a_report(None, "unknown"), language="es")
    assert not wants_date(report)
    assert not is_stated(replace(a_report(1, "given"), language="es"))
