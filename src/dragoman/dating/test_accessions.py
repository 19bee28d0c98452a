"""Who was sworn in last month was sworn in the month before the report."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.accessions import accession_constraints
from dragoman.dating.days import hull

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Emmanuel Macron, who was sworn in last month, flew to Bamako.", date(2017, 6, 1), date(2017, 6, 30)),
        ("Barack Obama took office last week.", date(2009, 1, 24), date(2009, 2, 2)),
        ("Hollande was inaugurated as president last month.", date(2012, 6, 1), date(2012, 6, 30)),
    ],
)
def test_an_entry_with_a_time_is_turned_round(undated: "Undated", text: str, first: date, last: date) -> None:
    (one,) = accession_constraints(undated(text))
    ends = hull(one.days)
    assert ends
    assert abs((ends.first - first).days) <= 2
    assert abs((ends.last - last).days) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron was sworn in, and he flew to Bamako last month.",
        "“Emmanuel Macron was sworn in last month,” he said.",
        "Emmanuel Macron will meet his ministers next month.",
        "Jane Nobody was sworn in last month.",
    ],
)
def test_other_clauses_quotations_and_strangers_prove_nothing(undated: "Undated", text: str) -> None:
    assert list(accession_constraints(undated(text))) == []
