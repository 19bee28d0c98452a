from __future__ import annotations

import datetime as dt

import pytest

from dragoman.article.compose import Found, compose, date_given, date_stated, join_names
from dragoman.errors import InputError
from dragoman.model import Interval, Metadata, Published, RawPage, Source

_DAY = dt.date(2015, 5, 31)


def _page(**given: str) -> RawPage:
    return RawPage("a.txt", "text", "", "ff", Metadata(**given))


def test_the_text_is_title_blank_line_and_body() -> None:
    report = compose(_page(), "Talks resume", "The envoys met.", Found())
    assert report.text == "Talks resume\n\nThe envoys met."
    assert report.text[report.body_start :] == "The envoys met."
    assert report.source == Source("a.txt", "ff")
    assert report.published == Published()


def test_a_title_or_a_body_alone_is_a_report_and_nothing_is_none() -> None:
    title = compose(_page(), "Talks resume", "", Found())
    assert (title.text, title.body_start) == ("Talks resume", 12)
    body = compose(_page(), None, "The envoys met.", Found())
    assert (body.text, body.body_start, body.title) == ("The envoys met.", 0, None)
    with pytest.raises(InputError, match=r"a\.txt: no article found"):
        compose(_page(), None, " \n", Found())


def test_what_was_given_wins_over_what_was_found() -> None:
    given = _page(id="x", date="2015-05-31", url="https://g.example", outlet="Given", language="fr")
    report = compose(given, None, "Words.", Found(Published(), "Jane Roe", "Found", "https://f.example", "en"))
    assert report.id == "x"
    assert report.source == Source("a.txt", "ff", "https://g.example", "Given", "Jane Roe")
    assert report.published == Published(Interval(_DAY, _DAY), "given")
    assert report.language == "fr"


def test_dates_are_known_or_unknown_never_guessed() -> None:
    assert date_stated("31 May 2015").stated == "31 May 2015"
    assert date_stated("soon") == Published()
    assert date_given(None) is None
    assert date_given("2013-02-31") is None


def test_names_are_joined_once_each() -> None:
    assert join_names(["Jane Roe", "", "AFP", "Jane Roe"]) == "Jane Roe, AFP"
    assert join_names([]) is None


def test_a_text_too_long_for_one_report_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match=r"a\.txt: a text of 350,000 characters, too long for one report; split it"):
        compose(_page(), None, "word " * 70_000, Found())


def test_the_null_date_of_content_systems_is_no_date() -> None:
    assert date_given("0001-01-01") is None
