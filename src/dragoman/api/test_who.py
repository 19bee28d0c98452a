"""`who` answers for a day or for all days, and says when it doesn't know."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from dragoman.api.who import who


def test_an_office_on_a_day_has_its_holder_with_term_and_source() -> None:
    answer = who("president of South Korea", date(2014, 1, 17))
    (holding,) = answer.holdings
    assert (answer.asked, holding.person, holding.office, holding.owner) == (
        "office",
        "Park Geun-hye",
        "President",
        "South Korea",
    )
    assert (holding.first, holding.last) == (date(2013, 2, 25), date(2017, 3, 10))
    assert holding.source
    assert "Park Geun Hye" in holding.aliases


def test_without_a_day_all_holders_come_in_order() -> None:
    answer = who("UN secretary-general")
    assert answer.people[-2:] == ("Ban Ki-moon", "António Guterres")
    days = [holding.first for holding in answer.holdings]
    assert all(one and other and one <= other for one, other in pairwise(days))


def test_a_person_has_all_offices_or_those_of_the_day() -> None:
    assert [holding.office for holding in who("Ban Ki-moon").holdings] == ["Foreign Minister", "UN Secretary-General"]
    assert [holding.office for holding in who("Ban Ki-moon", date(2013, 1, 1)).holdings] == ["UN Secretary-General"]


def test_on_the_day_of_a_handover_who_came_in_is_named() -> None:
    assert who("US president", date(2021, 1, 20)).people == ("Joe Biden",)


def test_an_acting_holder_stands_beside_the_suspended_one() -> None:
    assert set(who("South Korean president", date(2024, 12, 20)).people) == {"Yoon Suk-yeol", "Han Duck-soo"}


def test_a_day_that_the_source_does_not_vouch_for_is_unknown_and_the_last_known_is_told() -> None:
    answer = who("president of South Korea", date(2040, 1, 1))
    assert answer.holdings == ()
    assert answer.before is not None
    assert answer.before.seen < date(2040, 1, 1)


def test_a_name_that_several_bear_gives_them_all_and_a_title_decides() -> None:
    assert len(who("Park").people) > 1
    assert who("President Park", date(2014, 1, 17)).people == ("Park Geun-hye",)


def test_what_is_neither_office_nor_person_is_told_apart_from_an_empty_day() -> None:
    assert who("the weather in Lima").asked is None
    assert who("president of South Korea", date(1900, 1, 1)).asked == "office"
