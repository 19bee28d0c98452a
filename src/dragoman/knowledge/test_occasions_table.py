"""The table of occasions holds together: its columns, days, names and kinds, and dates that any reader can check."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from dragoman.knowledge.occasions import CANDIDACIES, occasions
from dragoman.knowledge.table import parts, rows

COLUMNS = ["name", "aliases", "kind", "context", "place", "first", "last", "source"]
KINDS = frozenset(
    [
        *("accession", "address", "agreement", "anniversary", "announcement", "attack", "caucus", "convention", "coup"),
        *("death", "debate", "disaster", "election", "exercise", "exhibition", "expansion", "games", "hearing"),
        *("inauguration", "launch", "nomination", "other", "primary", "referendum", "resignation", "resolution"),
        *("ruling", "sanctions", "summit", "talks", "test", "treaty", "visit", "vote", "war", "withdrawal"),
        *CANDIDACIES,
    ]
)
TUESDAY, SUNDAY = 1, 6
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_US_VOTE = re.compile(r"United States (?:presidential election|midterm elections) \d{4}")


def test_every_row_has_eight_columns_filled_as_they_must_be() -> None:
    table = rows("occasions.csv")
    assert list(table[0]) == COLUMNS
    for row in table:
        assert list(row) == COLUMNS, row
        assert all(isinstance(cell, str) and cell == cell.strip() for cell in row.values()), row
        assert all([row["name"], row["aliases"], row["kind"], row["source"]]), row


def test_days_are_written_in_full_and_run_forward() -> None:
    for row in rows("occasions.csv"):
        assert _DAY.fullmatch(row["first"]), row
        assert _DAY.fullmatch(row["last"]), row
        assert date.fromisoformat(row["first"]) <= date.fromisoformat(row["last"]), row


def test_rows_stand_in_the_order_of_their_first_days() -> None:
    assert all(one.first <= other.first for one, other in pairwise(occasions()))


def test_no_name_stands_twice() -> None:
    assert [name for name, count in Counter(one.name for one in occasions()).items() if count > 1] == []


def test_kinds_are_known() -> None:
    assert {one.kind for one in occasions()} <= KINDS


def test_forms_are_whole_and_no_common_word() -> None:
    for row in rows("occasions.csv"):
        aliases, context = parts(row["aliases"]), parts(row["context"])
        assert all(form and form == form.strip() for form in aliases + context), row
        assert not [form for form in aliases if form.isalpha() and form == form.lower()], row
        assert len(set(aliases)) == len(aliases), row


def test_no_happening_stands_under_two_names() -> None:
    found: dict[tuple[str, date, date], set[str]] = defaultdict(set)
    for one in occasions():
        if one.kind not in CANDIDACIES:
            for form in one.aliases:
                found[form, one.first, one.last].add(one.name)
    # Two presidents may visit one capital, and two states vote, on the same day; but no form may mean both.
    assert [(form, names) for (form, *_), names in found.items() if len(names) > 1] == []


def test_the_united_states_vote_on_tuesdays_in_november() -> None:
    votes = [one for one in occasions() if _US_VOTE.fullmatch(one.name)]
    assert len(votes) == 17
    for one in votes:
        assert (one.first.weekday(), one.first.month, one.first == one.last) == (TUESDAY, 11, True), one
        assert 2 <= one.first.day <= 8, one


def test_state_primaries_are_not_held_on_sundays() -> None:
    for one in occasions():
        if one.kind == "primary" and one.place != "Puerto Rico":
            assert one.first.weekday() != SUNDAY, one


def test_nobody_is_nominee_before_running() -> None:
    begun = {(one.aliases[1], one.name[-4:]): one.first for one in occasions() if one.kind == "candidacy"}
    named = [one for one in occasions() if one.kind == "nominee"]
    assert [one.name for one in named if begun[one.aliases[1], one.name[-4:]] > one.first] == []


@pytest.mark.parametrize(
    ("alias", "year", "first", "last"),
    [
        ("9/11 attacks", 2001, date(2001, 9, 11), date(2001, 9, 11)),
        ("Brexit referendum", 2016, date(2016, 6, 23), date(2016, 6, 23)),
        ("fifth nuclear test", 2016, date(2016, 9, 9), date(2016, 9, 9)),
        ("U.S. presidential election", 2016, date(2016, 11, 8), date(2016, 11, 8)),
        ("42nd G7 summit", 2016, date(2016, 5, 26), date(2016, 5, 27)),
        ("XXXI Olympiad", 2016, date(2016, 8, 5), date(2016, 8, 21)),
        ("19th Asian Games", 2023, date(2023, 9, 23), date(2023, 10, 8)),
        ("COP21", 2015, date(2015, 11, 30), date(2015, 12, 12)),
        ("70th session of the UN General Assembly", 2015, date(2015, 9, 15), date(2016, 9, 12)),
        ("Wyoming primary", 2016, date(2016, 8, 16), date(2016, 8, 16)),
        ("Xi's visit to Pyongyang", 2019, date(2019, 6, 20), date(2019, 6, 21)),
        ("Putin's visit to Pyongyang", 2000, date(2000, 7, 19), date(2000, 7, 20)),
    ],
)
def test_known_days(alias: str, year: int, first: date, last: date) -> None:
    days = [(one.first, one.last) for one in occasions() if alias in one.aliases and one.first.year == year]
    assert days == [(first, last)]
