import pytest

from dragoman.times.clock import read_clock


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12:00am", "T00:00"),
        ("12:30 p.m.", "T12:30"),
        ("2:05am", "T02:05"),
        ("10 p.m.", "T22:00"),
        ("5 pm", "T17:00"),
        ("18:00", "T18:00"),
        ("0630", "T06:30"),
        ("18:00:05", "T18:00:05"),
        ("24:00", "T24:00"),
        ("noon", "T12:00"),
        ("midnight", "T24:00"),
        ("3 in the morning", "T03:00"),
        ("8 o'clock in the evening", "T20:00"),
        ("11 at night", "T23:00"),
        ("2 at night", "T02:00"),
    ],
)
def test_times_of_day_are_read(words: str, value: str) -> None:
    assert read_clock(words) == value


@pytest.mark.parametrize("words", [None, "13 p.m.", "0 am", "24:30", "12:75", "5 o'clock"])
def test_what_is_no_certain_time_of_day_is_none(words: str | None) -> None:
    assert read_clock(words) is None


def test_only_utc_and_numeric_offsets_are_kept() -> None:
    assert read_clock("18:00", "utc") == "T18:00Z"
    assert read_clock("18:00", "+09:00") == "T18:00+09:00"
    assert read_clock("18:00", "(utc+3)") == "T18:00+03:00"
    assert read_clock("18:00", "moscow time") == "T18:00"
    assert read_clock("5 p.m.", "est") == "T17:00"
