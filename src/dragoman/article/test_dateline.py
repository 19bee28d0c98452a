from __future__ import annotations

import pytest

from dragoman.article.dateline import dated_by_dateline
from dragoman.model import Published


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("NAIROBI, March 3, 2014 (Meridian) - The minister left.", "March 3, 2014", "2014-03-03"),
        ("ASMARA, 9 July 2018 – The two leaders met.", "9 July 2018", "2018-07-09"),
        ("[LIMA] 2016-05-04 -- Talks failed.", "2016-05-04", "2016-05-04"),
        ("ST. GEORGE'S (Meridian) Oct. 25, 1993 - Voters chose.", "Oct. 25, 1993", "1993-10-25"),
    ],
)
def test_a_dateline_with_a_full_date_dates_the_report_and_points_at_its_words(text: str, words: str, day: str) -> None:
    whole = f"A headline\n\n{text}"
    published = dated_by_dateline(whole, 12)
    assert published.interval is not None
    assert str(published.interval.first) == str(published.interval.last) == day
    assert published.stated == words
    assert [one.span.of(whole) for one in published.evidence] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, March 3 (Meridian) - The minister left.",
        "NAIROBI (Meridian) - The minister left on March 3, 2014.",
        "The deal of March 3, 2014 - a long one - was signed.",
        "NAIROBI, February 30, 2014 - The minister left.",
        "BUDGET 2014 - What changes",
        "",
    ],
)
def test_what_is_no_dateline_or_lacks_a_year_leaves_the_date_unknown(text: str) -> None:
    assert dated_by_dateline(text, 0) == Published()


def test_a_long_run_of_capitals_takes_no_time() -> None:
    assert dated_by_dateline("A" * 200_000 + ", " * 100_000, 0) == Published()
