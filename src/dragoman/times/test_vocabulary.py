from datetime import date

from dragoman.times import vocabulary


def test_all_words_are_in_lower_case() -> None:
    tables = (vocabulary.MONTHS, vocabulary.WEEKDAYS, vocabulary.UNITS, vocabulary.ORDINALS, vocabulary.HOLIDAYS)
    assert all(word == word.lower() for table in tables for word in table)


def test_there_are_twelve_months_and_seven_weekdays() -> None:
    assert set(vocabulary.MONTHS.values()) == set(range(1, 13))
    assert set(vocabulary.WEEKDAYS.values()) == set(range(1, 8))


def test_every_holiday_is_a_day() -> None:
    assert all(date(2013, month, day) for month, day in vocabulary.HOLIDAYS.values())


def test_ordinals_go_up_to_the_last_day_of_a_month() -> None:
    assert set(range(1, 32)) == set(vocabulary.ORDINALS.values())
