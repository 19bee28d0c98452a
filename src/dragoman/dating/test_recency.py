"""What a report tells of makes the days about it likely, unless it is told of as history."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.calendar_signs import calendar_signs, stamp_signs
from dragoman.dating.days import EVER, between, holds
from dragoman.dating.likely import narrowed, signs_in
from dragoman.dating.phases import phase_signs
from dragoman.dating.recency import recency_signs
from dragoman.dating.settle import settle
from dragoman.dating.states import state_signs
from dragoman.dating.weigh import favoured

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

SPRING = between(date(2016, 1, 1), date(2016, 6, 30))


@pytest.mark.usefixtures("votes")
def test_a_vote_told_as_over_makes_the_days_after_it_likely(undated: "Undated") -> None:
    (sign,) = recency_signs(undated("Kasich won the Ohio primary with ease."), SPRING)
    near = favoured(sign, SPRING)
    assert holds(near, date(2016, 3, 17))
    assert not holds(near, date(2016, 3, 1))
    assert sign.why == "news of an occasion: Ohio primaries 2016"


@pytest.mark.usefixtures("votes")
@pytest.mark.parametrize("text", ["Ten years after the Ohio primary Kasich fishes.", "Kasich went fishing."])
def test_history_and_silence_are_no_news(undated: "Undated", text: str) -> None:
    assert list(recency_signs(undated(text), SPRING)) == []


@pytest.mark.usefixtures("votes")
@pytest.mark.parametrize(
    ("text", "likely", "unlikely"),
    [
        ("He carried Ohio and thanked Kasich.", date(2016, 3, 17), date(2016, 3, 1)),
        ("Kasich spoke ahead of the Ohio contest and primary.", date(2016, 3, 10), date(2016, 6, 1)),
    ],
)
def test_a_place_that_votes_is_news_about_its_day(undated: "Undated", text: str, likely: date, unlikely: date) -> None:
    (sign,) = state_signs(undated(text), SPRING)
    assert holds(favoured(sign, SPRING), likely)
    assert not holds(favoured(sign, SPRING), unlikely)


def test_a_day_without_its_year_is_near(undated: "Undated") -> None:
    (sign,) = calendar_signs(undated("The bridge fell on March 3."), SPRING)
    assert holds(favoured(sign, SPRING), date(2016, 3, 5))
    assert not holds(favoured(sign, SPRING), date(2016, 2, 1))
    assert list(calendar_signs(undated("The bridge fell on March 3."), EVER)) == []


def test_the_stamp_of_a_post_is_the_report_s_day_or_nearly(undated: "Undated") -> None:
    (sign,) = stamp_signs(undated("A fine bridge!\n\n(@bridges) March 3, 2016\n\nSo they wrote."), SPRING)
    assert holds(favoured(sign, SPRING), date(2016, 3, 3))


def test_words_of_a_race_outside_any_race_say_nothing(undated: "Undated") -> None:
    text = "The front-runner of the presidential race in France, Emmanuel Macron, met delegates."
    assert list(phase_signs(undated(text), between(date(2017, 3, 1), date(2017, 4, 30)))) == []


def test_signs_never_leave_the_days_that_are_proved(undated: "Undated") -> None:
    report = undated(
        "John Kerry, the Secretary of State, met them in March. The summit ended on March 3, he said Friday."
    )
    settled = settle([])
    assert narrowed(report, settled._replace(days=())).days == ()
    assert all(sign.span.of(report.text) for sign in signs_in(report, SPRING))
