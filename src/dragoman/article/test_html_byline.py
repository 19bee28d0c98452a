from __future__ import annotations

import pytest
from lxml.html import fromstring

from dragoman.article.html_byline import beside_stamp, byline_on, names_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Jane Roe and Tom Ash", ["Jane Roe", "Tom Ash"]),
        ("Von Jörg Sand, Studio Velm", ["Jörg Sand"]),
        ("Jane Roe, Geneva", ["Jane Roe"]),
        ("JANE ROE FOR THE MERIDIAN", ["JANE ROE"]),
        ("admin", []),
        ("https://m.example/authors/roe", []),
        ("Posted 21 times", []),
        ("", []),
    ],
)
def test_names_are_taken_out_of_what_stands_in_a_byline(words: str, names: list[str]) -> None:
    assert names_in(words) == names


def _byline(body: str = "", *, stated: tuple[str, ...] = (), head: tuple[str, ...] = (), **tags: str) -> str | None:
    tree = fromstring(f"<html><body>{body}<p>x</p></body></html>")
    return byline_on(tree, tags, stated, head, "The Meridian")


def test_the_writers_are_found_in_whatever_place_names_them() -> None:
    assert _byline(stated=("Jane Roe", "Tom Ash"), author="Desk") == "Jane Roe, Tom Ash"
    assert _byline(author="Jane Roe") == "Jane Roe"
    assert _byline("<span itemprop='author'>by <b itemprop='name'>Jane Roe</b></span>") == "Jane Roe"
    assert _byline("<a rel='author' href='/roe'>Jane Roe</a>") == "Jane Roe"
    assert (
        _byline("<div class='byline'><time>3 days ago</time><div>Jane Roe</div><div>Editor</div></div>") == "Jane Roe"
    )
    assert _byline(head=("By Jane Roe | 3 May 2013",)) == "Jane Roe"


def test_the_outlet_and_accounts_are_no_writers() -> None:
    assert _byline(stated=("The Meridian",), author="admin") is None
    assert _byline("<div class='comments'><span class='author'>Old Tom</span></div>") is None


def test_by_within_a_sentence_opens_no_byline() -> None:
    assert _byline(head=("The text was given out by the Spokesperson:",)) is None


def test_a_name_beside_the_date_is_a_byline_and_a_section_is_not() -> None:
    assert beside_stamp(["3 May 2013 | Jane Roe"]) == ["Jane Roe"]
    assert beside_stamp(["Jane Roe", "3 May 2013"]) == ["Jane Roe"]
    assert beside_stamp(["World News", "3 May 2013"]) == []
    assert beside_stamp(["Jane Roe", "Talks resume"]) == []
