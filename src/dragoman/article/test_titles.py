from __future__ import annotations

import pytest

from dragoman.article.titles import best_title, without_outlet


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
    *heading: str, stated: str | None = None, shared: str | None = None, document: str | None = None
) -> str | None:
    return best_title(heading, stated=stated, shared=shared, document=document, outlet="The Meridian")


def test_the_heading_that_readers_saw_is_taken_when_another_bears_it_out() -> None:
    assert _best("Talks resume in Geneva", document="Talks resume in Geneva - The Meridian") == "Talks resume in Geneva"
    assert _best("Talks resume in Geneva after a pause", shared="Talks resume in Geneva") == (
        "Talks resume in Geneva after a pause"
    )


def test_a_heading_that_is_the_outlets_name_is_not() -> None:
    assert _best("The Meridian", "World", shared="Talks resume in Geneva | The Meridian") == "Talks resume in Geneva"


def test_two_that_agree_win_over_a_heading_that_stands_alone() -> None:
    found = _best("Storm hits coast today", stated="Talks resume in Geneva", document="Talks resume in Geneva | World")
    assert found == "Talks resume in Geneva"


def test_one_place_is_enough_and_none_is_none() -> None:
    assert _best(document="Talks resume in Geneva - The Meridian") == "Talks resume in Geneva"
    assert _best("Talks resume in Geneva") == "Talks resume in Geneva"
    assert _best() is None
