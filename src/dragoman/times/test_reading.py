from datetime import date

from dragoman.model import Interval
from dragoman.times.reading import Reading, dated, narrowed, relative

YEAR = dated("2013")


def days(reading: Reading) -> Interval:
    assert reading.interval is not None
    return reading.interval


def test_a_value_with_a_time_of_day_is_a_time() -> None:
    assert dated("2013-03-21T09:00").type == "TIME"
    assert dated("2013-03-21").type == "DATE"


def test_early_and_late_bound_the_days() -> None:
    april = dated("2014-04")
    assert narrowed(april, "early ", None).interval == Interval(date(2014, 4, 1), date(2014, 4, 11))
    assert days(narrowed(april, "the end of ", None)).last == date(2014, 4, 30)
    assert date(2014, 4, 19) < days(narrowed(april, "the end of ", None)).first < date(2014, 4, 23)
    middle = days(narrowed(april, "mid-", None))
    assert middle.first > date(2014, 4, 8)
    assert middle.last < date(2014, 4, 23)


def test_earlier_ends_and_later_begins_with_the_report() -> None:
    today = date(2013, 5, 1)
    assert narrowed(YEAR, "earlier ", today).interval == Interval(date(2013, 1, 1), today)
    assert narrowed(YEAR, "later ", today).interval == Interval(today, date(2013, 12, 31))


def test_a_single_day_and_an_unknown_one_stay() -> None:
    day = dated("2013-05-01")
    assert narrowed(day, "late ", None) == day
    assert narrowed(relative(-1), "late ", None).interval is None


def test_the_value_stays_when_the_days_are_bounded() -> None:
    assert narrowed(YEAR, "late ", None).value == "2013"
