"""Offices and their holders: a term bounds the report, "former" follows it, history and hypothesis do not count."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.settle import settle
from dragoman.dating.terms import office_constraints

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated
    from dragoman.model import Interval


def _left(undated: "Undated", text: str) -> "Interval":
    interval = settle(list(office_constraints(undated(text)))).interval
    assert interval
    return interval


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Secretary of State John Kerry flew to Geneva. Secretary of State John Kerry smiled.", 2013, 2017),
        ("French President François Hollande arrived in Bamako.", 2012, 2017),
        ("Russian President Dmitry Medvedev signed the treaty.", 2008, 2012),
        ("South Korea's President Lee Myung-bak visited the island.", 2008, 2013),
        ("Prime Minister Tony Blair met Chancellor Gerhard Schröder.", 1998, 2005),
    ],
)
def test_a_holder_bounds_the_report(undated: "Undated", text: str, first: int, last: int) -> None:
    left = _left(undated, text)
    assert (left.first.year, left.last.year) == (first, last)


def test_a_former_holder_is_told_of_afterwards(undated: "Undated") -> None:
    left = _left(undated, "Former South Korean President Moon Jae-in opened a bookshop.")
    assert date(2022, 5, 1) <= left.first <= date(2022, 5, 12)


def test_former_belongs_to_the_office_it_stands_at(undated: "Undated") -> None:
    left = _left(undated, "A former adviser of President Barack Obama resigned. President Barack Obama thanked him.")
    assert left.last.year == 2017


def test_a_new_holder_has_just_begun(undated: "Undated") -> None:
    left = _left(undated, "New French President Emmanuel Macron named his ministers.")
    assert date(2017, 5, 1) <= left.first
    assert left.last <= date(2017, 12, 31)


def test_an_elected_holder_has_not_begun(undated: "Undated") -> None:
    left = _left(undated, "President-elect Joe Biden named his ministers.")
    assert date(2020, 9, 1) <= left.first
    assert left.last <= date(2021, 1, 25)


def test_a_later_holder_makes_an_earlier_one_history(undated: "Undated") -> None:
    text = "President Barack Obama praised President Ronald Reagan. President Barack Obama left at noon."
    assert _left(undated, text).first.year == 2009


@pytest.mark.parametrize(
    "text",
    [
        "What would a President Trump do?",
        "“I told President Hollande so,” the farmer said.",
        "In 2009 President Barack Obama went to Cairo.",
        "Deputy Foreign Minister Wang Yi arrived.",
        "He landed at the airport on Monday.",
    ],
)
def test_what_is_hypothetical_quoted_or_dated_bounds_nothing_above(undated: "Undated", text: str) -> None:
    constraints = list(office_constraints(undated(text)))
    assert not any(one.days[-1].last.year < 2099 for one in constraints)


def test_the_words_are_title_and_name(undated: "Undated") -> None:
    report = undated("On Monday Russian President Vladimir Putin's plane landed in Minsk.")
    assert {one.span.of(report.text) for one in office_constraints(report) if one.span} == {"President Vladimir Putin"}
