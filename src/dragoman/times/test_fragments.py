import re

from dragoman.times.fragments import FRAGMENTS, any_of, expand


def test_of_several_words_the_longest_is_tried_first() -> None:
    found = re.match(any_of(["the day", "the day before"]), "the day before")
    assert found is not None
    assert found.group() == "the day before"


def test_a_blank_stands_for_white_space_within_a_paragraph() -> None:
    pattern = expand("last week")
    assert re.fullmatch(pattern, "last\nweek")
    assert re.fullmatch(pattern, "last\u00a0 week")
    assert not re.fullmatch(pattern, "last\n\nweek")


def test_a_group_that_comes_twice_is_numbered() -> None:
    assert set(re.compile(expand("{MONTH} {MONTH}")).groupindex) == {"month", "month2"}


def test_every_fragment_makes_a_pattern() -> None:
    for name in FRAGMENTS:
        assert re.compile(expand(f"{{{name}}}"))


def test_figures_that_go_on_are_no_day_of_the_month() -> None:
    pattern = re.compile(expand("{DD}"))
    assert pattern.match("19 people")
    assert not pattern.match("19,000 people")
    assert not pattern.match("19.5 tonnes")
    assert not pattern.match("19% more")
