from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.identity import content_id, plain_address

PAGE = "https://www.courier.example/world/talks?id=7"


def test_the_id_is_the_same_on_every_machine() -> None:
    assert content_id("The envoys met.") == "radcbc757c41d"
    assert content_id("The envoys met.", PAGE) == content_id("The envoys met.", PAGE, "The Courier")


def test_spaces_and_composition_make_no_other_id_but_words_do() -> None:
    assert content_id("Café  talks\n\nended") == content_id("Cafe\u0301 talks ended ")
    assert content_id("Talks ended") != content_id("Talks began")


def test_a_wire_story_in_several_outlets_is_several_reports() -> None:
    places = [(None, None), (PAGE, None), ("https://herald.example/a", None), (None, "The Courier"), (None, "Herald")]
    assert len({content_id("The envoys met.", *place) for place in places}) == len(places)
    assert content_id("The envoys met.", None, "the  courier") == content_id("The envoys met.", None, "The Courier")


@pytest.mark.parametrize(
    "same",
    [
        "http://courier.example/world/talks?id=7",
        " HTTPS://WWW.Courier.Example:443/world/talks/?id=7#comments",
        "https://courier.example./world/talks?utm_source=feed&id=7&fbclid=x&UTM_Medium=rss",
    ],
)
def test_links_to_one_page_are_one_address(same: str) -> None:
    assert plain_address(same) == plain_address(PAGE) == "courier.example/world/talks?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.courier.example/world/talks?id=8",
        "https://www.courier.example/World/talks?id=7",
        "https://news.courier.example/world/talks?id=7",
        "https://www.courier.example:8080/world/talks?id=7",
    ],
)
def test_other_pages_are_other_addresses(other: str) -> None:
    assert plain_address(other) != plain_address(PAGE)


@pytest.mark.parametrize("url", ["", "talks.html", "mailto:desk@courier.example", "file:///talks.html", "http://[::1"])
def test_what_is_no_web_address_does_not_count(url: str) -> None:
    assert plain_address(url) == ""
    assert content_id("The envoys met.", url) == content_id("The envoys met.")


@given(st.text(), st.none() | st.text().map("http://{}".format), st.none() | st.text())
def test_any_text_and_place_give_an_id(text: str, url: str | None, outlet: str | None) -> None:
    assert len(content_id(text, url, outlet)) == 13
