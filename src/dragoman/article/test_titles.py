from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import Element

from dragoman.article.characters import tidy
from dragoman.article.html_titles import Heading
from dragoman.article.titles import Titles, best_title, without_outlet

_ELEMENT = Element("h1")


@pytest.mark.parametrize(
    ("title", "outlet", "bare"),
    [
        ("Talks resume in Geneva - The Meridian", "The Meridian", "Talks resume in Geneva"),
        ("Talks resume in Geneva | World | The Meridian", "Meridian", "Talks resume in Geneva"),
        ("The Meridian: Talks resume in Geneva", "The Meridian", "The Meridian: Talks resume in Geneva"),
        ("The Meridian | Talks resume in Geneva", "The Meridian", "Talks resume in Geneva"),
        ("Talks resume in Geneva | News | Asia Daily", None, "Talks resume in Geneva"),
        ("Talks resume - at last - in Geneva", None, "Talks resume - at last - in Geneva"),
        ("Talks resume in Geneva » meridian.com", "Meridian", "Talks resume in Geneva"),
        ("Talks resume in Geneva", "The Meridian", "Talks resume in Geneva"),
    ],
)
def test_the_outlets_name_is_taken_off(title: str, outlet: str | None, bare: str) -> None:
    assert without_outlet(title, outlet) == bare


def _best(
    *heading: str,
    stated: str | None = None,
    shared: str | None = None,
    document: str | None = None,
    rank: int = 1,
    lead: str = "",
) -> str | None:
    headings = [Heading(words, words, rank, _ELEMENT) for words in heading]
    return best_title(headings, Titles(stated, shared, document), "The Meridian", lead)


def test_the_heading_that_readers_saw_is_taken_when_another_bears_it_out() -> None:
    assert _best("Talks resume in Geneva", document="Talks resume in Geneva - The Meridian") == "Talks resume in Geneva"
    assert _best("Talks resume in Geneva after a pause", shared="Talks resume in Geneva") == (
        "Talks resume in Geneva after a pause"
    )


def test_a_heading_that_a_title_holds_whole_is_taken_whatever_stands_around_it() -> None:
    assert _best("Talks resume in Geneva", document="TM: World: Talks resume in Geneva :: home", rank=2) == (
        "Talks resume in Geneva"
    )


def test_a_heading_about_the_same_things_wins_over_titles_made_for_search() -> None:
    seen, search = "Ministers of Corvania and Tarvia meet again", "Corvania-Tarvia talks: what we know so far"
    assert _best(seen, shared=search, document=search) == seen
    assert _best(seen, lead="The foreign ministers of Corvania and Tarvia sat down on Monday.") == seen
    assert _best("Subscribe to our morning letter", seen, shared=search) == seen


def test_a_kicker_does_not_hide_that_a_heading_is_borne_out() -> None:
    heading = Heading("Talks resume in Geneva", "Harbour: talks resume in Geneva", 1, _ELEMENT)
    assert best_title([heading], Titles(shared="Harbour: talks resume in Geneva"), None) == "Talks resume in Geneva"


def test_a_heading_that_is_the_outlets_name_is_not() -> None:
    assert _best("The Meridian", "World", shared="Talks resume in Geneva | The Meridian") == "Talks resume in Geneva"


def test_two_that_agree_win_over_a_heading_that_stands_alone() -> None:
    found = _best("Storm hits coast today", stated="Talks resume in Geneva", document="Talks resume in Geneva | World")
    assert found == "Talks resume in Geneva"


def test_one_place_is_enough_and_none_is_none() -> None:
    assert _best(document="Talks resume in Geneva - The Meridian") == "Talks resume in Geneva"
    assert _best("Talks resume in Geneva") == "Talks resume in Geneva"
    assert _best() is None
    assert _best(document="The Meridian") is None


@given(st.lists(st.text()), st.text(), st.text())
def test_any_titles_give_one_of_them_or_none(headings: list[str], shared: str, document: str) -> None:
    found = _best(*headings, shared=shared, document=document)
    assert found is None or any(found in tidy(text) for text in (*headings, shared, document)) or found in headings
