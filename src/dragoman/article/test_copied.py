from __future__ import annotations

import datetime as dt

import pytest

from dragoman.article.copied import read_copied
from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage, Report

_STORY = """
The envoys of both governments came back to the table in Geneva on Tuesday.

A second paper, on prisoners, was put aside until the end of the month. (Kyodo)
"""


def _report(text: str) -> Report:
    return read_copied(RawPage("a.txt", "text", text, "ff"))


def test_odd_spaces_and_line_ends_do_not_matter() -> None:
    plain = _report("Envoys back in Geneva\n" + _STORY)
    odd = _report(("Envoys\u00a0back in\u200b Geneva\n" + _STORY).replace("\n\n", "\n\u00a0\n").replace("\n", "\r\n"))
    assert plain.text == odd.text
    assert plain.id == odd.id
    assert plain.text.count("\n\n") == 2


def test_writers_come_before_agencies() -> None:
    assert _report("Envoys back in Geneva\nBy Jane Roe\n" + _STORY + "\nAFP\n").source.byline == "Jane Roe, AFP, Kyodo"


def test_published_is_believed_before_updated_whatever_their_order() -> None:
    stamps = "UPDATED: 6 May 2015, 9am\nPUBLISHED: 5 May 2015, 6pm\n"
    published = _report("Envoys back in Geneva\n" + stamps + _STORY).published
    assert published.interval is not None
    assert published.interval.first == dt.date(2015, 5, 5)
    assert (published.basis, published.stated) == ("stated", "5 May 2015, 6pm")


def test_an_update_alone_is_a_date() -> None:
    published = _report("Envoys back in Geneva\nLast updated 6 May 2015\n" + _STORY).published
    assert published.stated == "6 May 2015"


def test_the_day_in_a_pages_banner_is_not_the_reports() -> None:
    banner = "Friday, 20 November 2020\nHome\nWorld\nSport\n"
    assert _report(banner + "Envoys back in Geneva\n" + _STORY).published.basis == "unknown"


def test_impossible_dates_are_unknown() -> None:
    assert _report("Envoys back in Geneva\nPublished 31 June 2015\n" + _STORY).published.basis == "unknown"


def test_a_page_without_a_story_is_an_error() -> None:
    for text in ("Home\nWorld\nLog in\n", "Please enable JavaScript to view this website.", "***", "\u200b\n\u00a0"):
        with pytest.raises(InputError, match="no article found"):
            _report(text)


def test_a_first_publication_is_believed_before_any_other_date() -> None:
    below = "Posted\n6 May 2015\nOriginally published\n5 May 2015\n"
    published = _report("Envoys back in Geneva\n" + below + _STORY).published
    assert published.stated == "5 May 2015"


def test_dates_below_the_storys_end_are_others() -> None:
    assert _report("Envoys back in Geneva\n" + _STORY + "Related stories\n6 May 2015\n").published.basis == "unknown"


def test_a_date_in_figures_is_read_as_the_pages_other_dates_are() -> None:
    assert _report("Envoys back in Geneva\n04/05/2015\n" + _STORY).published.basis == "unknown"
    both = _report("Envoys back in Geneva\n04/05/2015\nUpdated: 14/05/2015\n" + _STORY).published
    assert both.interval is not None
    assert both.interval.first == dt.date(2015, 5, 4)


def test_the_field_of_a_mail_is_no_part_of_the_headline() -> None:
    found = _report("From: desk@list.example\nSubject: [news] Envoys back in Geneva\n" + _STORY)
    assert found.title == "Envoys back in Geneva"


@pytest.mark.parametrize(
    "line",
    [
        "\0\0\0",
        "\u00e2\u20ac\u0153Envoys\u00e2\u20ac\u009d",
        "((([[[{{{\u201c\u201c",
        "a" * 1_000_000,
        "Jane Roe and " * 9_000,
        "\ud800",
    ],
)
def test_a_line_of_any_kind_leaves_the_story_standing(line: str) -> None:
    assert "back to the table in Geneva" in _report(f"Envoys back in Geneva\n{_STORY}\n\n{line}\n").text


def test_a_mails_subject_is_the_headline_where_the_mail_has_none() -> None:
    words = "Brazil recalled its ambassador from Indonesia on Sunday after the execution of a Brazilian.\n"
    page = RawPage("m.eml", "text", words, "0" * 64, Metadata(title="Brazil recalls its ambassador"), made=True)
    found = read_copied(page)
    assert found.title == "Brazil recalls its ambassador"
    assert found.text[found.body_start :].startswith("Brazil recalled")
