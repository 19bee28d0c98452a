from datetime import date

from dragoman.times.reading import Direction
from dragoman.times.resolve import resolve
from dragoman.times.stretches import linked
from dragoman.times.tagging import tag

TODAY = date(2013, 3, 21)


def values(text: str, today: date | None = TODAY, directions: list[Direction | None] | None = None) -> list[str | None]:
    hits = tag(text)
    return [reading.value if reading else None for reading in resolve(hits, directions or [None] * len(hits), today)]


def test_the_same_day_is_the_last_events_and_not_one_still_ahead() -> None:
    text = "They met on February 12, and would meet again on April 2. The same day a statement came."
    assert values(text, directions=["past", "future", None]) == ["2013-02-12", "2013-04-02", "2013-02-12"]


def test_a_figure_compared_with_leaves_the_quarter_that_the_text_is_about() -> None:
    text = "Trade fell in the third quarter of 2012. A year earlier it rose. In the latest quarter ships waited."
    assert values(text) == ["2012-Q3", "2011-Q3", "2012-Q3"]


def test_a_time_of_day_alone_is_that_of_the_event_told_last() -> None:
    assert values("On March 19 they met. At 7:15 p.m. they left.") == ["2013-03-19", "2013-03-19T19:15"]
    assert values("At 7:15 p.m. they left.", today=None) == ["XXXX-XX-XXT19:15"]


def test_a_day_that_the_calendar_lacks_is_none_and_the_rest_is_read() -> None:
    assert values("On February 30 and on March 1.") == [None, "2013-03-01"]


def test_words_for_no_certain_time_stay_references() -> None:
    assert values("now, recently, in the near future") == ["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


def test_a_day_that_names_an_event_is_not_the_day_told() -> None:
    hits = tag("They met on March 19 about the March 4 talks. The same day they left.")
    told = [hit._replace(parts={**hit.parts, "names": ("talk",)}) if at == 1 else hit for at, hit in enumerate(hits)]
    readings = resolve(told, [None] * 3, TODAY)
    assert [reading and reading.value for reading in readings] == ["2013-03-19", "2013-03-04", "2013-03-19"]


def test_the_second_end_of_a_stretch_comes_after_the_first() -> None:
    text = "from Monday to Friday"
    hits = linked(tag(text), text)
    cases: list[tuple[Direction | None, str, str]] = [(None, "18", "22"), ("future", "25", "29"), ("past", "11", "15")]
    for direction, first, last in cases:
        readings = resolve(hits, [direction] * 2, TODAY)
        assert [reading and reading.value for reading in readings] == [f"2013-03-{first}", f"2013-03-{last}"]
        assert len({reading and reading.interval for reading in readings}) == 1
