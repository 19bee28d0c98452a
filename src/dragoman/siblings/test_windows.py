"""A stream is dated window by window, in its order, and what needs no help is not held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError
from dragoman.siblings import bounded, in_windows, windows
from dragoman.siblings.conftest import DAY, ELSEWHERE, RETOLD, STATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report
    from dragoman.siblings.conftest import Coded


def test_a_report_is_dated_by_one_of_its_window_and_not_of_the_next(coded: Coded) -> None:
    reports = [coded("a", RETOLD), coded("b", ELSEWHERE), coded("c", STATED, DAY)]
    assert [one.id for one in in_windows(reports)] == ["a", "b", "c"]
    assert next(in_windows(reports)).published != reports[0].published
    assert list(in_windows(reports, 2)) == reports


def test_what_is_dated_is_handed_on_before_the_next_is_asked_for(coded: Coded) -> None:
    asked = []

    def stream() -> Iterator[Report]:
        for report in (coded("c", STATED, DAY), coded("a", RETOLD)):
            asked.append(report.id)
            yield report

    dated = in_windows(stream())
    assert next(dated).id == "c"
    assert asked == ["c"]
    assert next(dated).published.interval is not None


def test_long_reports_make_short_windows(coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = iter([coded("a", RETOLD), coded("b", ELSEWHERE), coded("c", STATED, DAY)])
    monkeypatch.setattr(windows, "CHARACTERS", len(RETOLD) + 1)
    assert [one.id for one in bounded(reports)] == ["a", "b"]
    assert [one.id for one in bounded(reports)] == ["c"]
    assert list(bounded(reports)) == []


def test_what_was_coded_before_an_input_fails_is_handed_on_first(coded: Coded) -> None:
    def stream() -> Iterator[Report]:
        yield coded("a", RETOLD)
        raise InputError("is empty", where="b", do="leave it out")

    dated = in_windows(stream())
    assert next(dated) == coded("a", RETOLD)
    with pytest.raises(InputError):
        next(dated)
