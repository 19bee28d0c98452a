from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.times.tagging import tag


def words(text: str) -> list[str]:
    return [hit.span.of(text) for hit in tag(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Sept. 13 in Vienna.", ["Sept. 13"]),
        ("UPDATED: Monday, 4 March, 2019, 12:05am", ["Monday, 4 March, 2019, 12:05am"]),
        ("Mar. 4, 2019 - 18:00 By the newsroom", ["Mar. 4, 2019 - 18:00"]),
        ("It fell in November last year.", ["November last year"]),
        ("The 2nd Pan-Arab Games opened.", []),
        ("We may say so, and sat down to march.", []),
        ("late March till the end of May", ["late March", "the end of May"]),
        ("the 1950-53 war", ["1950-53"]),
        ("He was aged 26\nOctober 6, 2011", ["October 6, 2011"]),
        ("more than four hours after the vote", ["more than four hours"]),
        ("10 p.m. Wednesday", ["10 p.m. Wednesday"]),
        ("in the third quarter of 1984", ["the third quarter of 1984"]),
        ("9:20 p.m. (1820 GMT) Monday", ["9:20 p.m. (1820 GMT) Monday"]),
        ("18:30 Moscow time on Friday", ["18:30 Moscow time on Friday"]),
        ("the late-June vote", ["the late-June"]),
        ("the 70s and 80s", ["the 70s", "80s"]),
        ("In '94 and then.", ["'94"]),
        ("It will one day fall. It took one day.", ["one day", "one day"]),
        ("earlier this year and early next month", ["earlier this year", "early next month"]),
        ("at 2014-01-17T18:00:00+09:00", ["2014-01-17T18:00:00+09:00"]),
    ],
)
def test_a_time_is_taken_whole_and_without_its_preposition(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_time_does_not_go_on_over_a_blank_line() -> None:
    assert words("He left last\n\nweek. On 4 May\n\n2019 men came.")[0] == "4 May"


def test_an_amount_of_money_is_no_time() -> None:
    assert words("It cost $1999 and €2001.") == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_times_lie_in_order_and_apart_in_any_text(text: str) -> None:
    hits = tag(text)
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
    assert all(one.span.end <= other.span.start for one, other in pairwise(hits))


def test_letters_that_look_like_plain_ones_do_no_harm() -> None:
    assert tag("on \u017funday, in wee\u212a two, at m\u0131dday")
