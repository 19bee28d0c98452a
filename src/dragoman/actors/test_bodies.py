"""Bodies are found whole, with their name and country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.bodies import body_name, body_phrase
from dragoman.actors.phrases import phrases
from dragoman.actors.titles import titles_in

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, PageOf, Told
    from dragoman.actors.gazetteer import Page
    from dragoman.actors.phrases import Phrase


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The South Korean Ministry of National Defense spoke.", "South Korean Ministry of National Defense", "KOR"),
        ("The Ministry of Foreign Affairs of Kazakhstan spoke.", "Ministry of Foreign Affairs", "KAZ"),
        ("The Peruvian Ministry of Ports spoke.", "Peruvian Ministry of Ports", "PER"),
        ("Chile met the National Security Council of Peru.", "National Security Council", "PER"),
        ("Oslo's Harbour Police Agency spoke.", "Oslo's Harbour Police Agency", "NOR"),
    ],
)
def test_a_body_is_one_actor_with_its_country(actor_of: ActorOf, text: str, words: str, country: str) -> None:
    body = actor_of(text, words)
    assert (body.kind, body.country) == ("organisation", country)


def _last(page: PageOf, text: str) -> tuple[Page, Phrase]:
    got = page(text)
    phrase = body_phrase(got, list(phrases(got.doc))[-1])
    return got, phrase


def test_a_country_ends_the_name(page: PageOf) -> None:
    got = page("the Department of Roads of Peru")
    first = next(iter(phrases(got.doc)))
    assert got.doc[first.start : body_phrase(got, first).end].text == "Department of Roads"


def test_a_lower_case_head_has_no_tail(page: PageOf) -> None:
    got = page("the department of Roads")
    first = next(iter(phrases(got.doc)))
    assert body_phrase(got, first) == first


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the South Korean Foreign Ministry", None),
        ("the foreign ministry", None),
        ("Oslo's Harbour Police Agency", "Harbour Police Agency"),
        ("the Peruvian Harbour Agency", "Harbour Agency"),
    ],
)
def test_only_words_beyond_country_and_title_make_a_name(page: PageOf, text: str, name: str | None) -> None:
    got, phrase = _last(page, text)
    assert body_name(got, phrase, titles_in(got.doc, phrase)) == name


def test_the_same_body_of_two_countries_is_two_actors(told: Told) -> None:
    mentions = told("Peru's Ministry of Ports met Chile's Ministry of Ports.")
    assert len([words for words in mentions.values() if "Ministry" in " ".join(words)]) <= 2
    assert ["Peru's Ministry of Ports", "Chile's Ministry of Ports"] not in mentions.values()
