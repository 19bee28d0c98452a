from __future__ import annotations

from datetime import date

from dragoman.dating.attending import attending_constraints
from dragoman.dating.days import hull
from dragoman.language import parse
from dragoman.model import Report, Source


def _days(body: str) -> list[tuple[date, date]]:
    report = parse(Report("r", Source("t", "0"), None, body, 0))
    found = [hull(one.days) for one in attending_constraints(report)]
    return [(days.first, days.last) for days in found if days]


def test_what_two_ministers_did_on_the_sidelines_is_news_of_the_occasions_days() -> None:
    told = "The ministers of Peru and Kenya met on the sidelines of the Belt and Road Forum in Beijing in May 2017."
    assert _days(told) == []
    told = "The ministers of Peru and Kenya met on the sidelines of the 18th Asian Games in Jakarta and spoke of trade."
    assert _days(told) == [(date(2018, 8, 16), date(2018, 9, 9))]


def test_right_before_the_opening_is_told_of_the_first_day() -> None:
    told = "The two presidents embraced in Jakarta just before the opening ceremony for the 18th Asian Games."
    assert _days(told) == [(date(2018, 8, 16), date(2018, 8, 25))]


def test_an_older_meeting_and_mere_mentions_say_nothing() -> None:
    assert _days("They had met last year on the sidelines of the 18th Asian Games.") == []
    assert _days("Athletes prepare for the 18th Asian Games in Jakarta.") == []
    assert _days(f"{'The minister spoke. ' * 60}They met on the sidelines of the 18th Asian Games.") == []
