from __future__ import annotations

import pytest

from dragoman.article.chrome import ending, is_chrome, is_foreign, names_section


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT:",
        "Related Articles",
        "Share on Facebook",
        "print email share",
        "Home > World > Asia",
        "World | Asia | Politics | Sport",
        "Read more: Envoys fly home.",
        "Click here to subscribe",
        "Log in or sign up",
        "Please log in to write a comment.",
        "12 comments",
        "Comments (12)",
        "geneva-talks-2.jpg",
        "https://meridian.example/a",
        "#Geneva #Talks",
        "newsdesk@meridian.example",
        "© 2015 The Meridian",
        "We use cookies to improve this website.",
        "By continuing you accept our privacy policy.",
        "This article was first published by a partner.",
        "The views expressed here are those of the author.",
        "Sign up to receive our newsletter in your inbox.",
        "Photo 3 of 12",
        "***",
        "1",
    ],
)
def test_furniture_is_known_by_its_words(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Envoys meet in Geneva as talks resume",
        "Both governments signed up to the treaty on Monday.",
        "Ukraine wants to become a member of the European Union, its president said.",
        "Inspectors demanded unlimited access to the site, but were refused.",
        "Parties already registered may take part, the commission said.",
        "He wrote on his Telegram channel that the town had fallen.",
        "The aid was distributed without the government's consent.",
        "Ministers agreed on the terms and conditions of the truce.",
        '"Please subscribe to our newsletter," the hacked page read.',
        "In a full-page advertisement the families asked for mercy.",
        "For more information on the attack investigators turned to witnesses.",
        "The minister refused to join the discussion.",
        "No.",
        "They will share the cost, said the minister.",
    ],
)
def test_a_storys_own_lines_are_not_taken_for_furniture(line: str) -> None:
    assert not is_chrome(line)


def test_headings_below_a_story_say_what_they_open() -> None:
    assert ending("Comments (12)") == "talk"
    assert ending("Most read") == ending("You may also like:") == "links"
    assert ending("Envoys meet") is None
    assert ending("x" * 500) is None


@pytest.mark.parametrize(
    "line",
    [
        "+ Add to myNews",
        "Home / World / Asia / Envoys meet in Geneva as talks resume",
        "Correction: An earlier version of this story misnamed the envoy.",
        "A version of this article appears in print on May 6, 2015, Section A, Page 3.",
        "Tom Ash contributed to this report.",
        "Comments have not been enabled for this article.",
        "Republish our stories for free under a Creative Commons licence.",
        "Our live coverage has ended.",
        "We'll send you a daily digest of the news from Geneva.",
        "The Meridian is reader-supported, and every gift counts.",
        "LENGTH: 512 words",
        "Subscribe to get the news delivered straight to your inbox.",
    ],
)
def test_notes_that_read_like_prose_are_known(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Back to the table: envoys resume talks",
        "The envoys gave live coverage of the talks a miss.",
        "The donation will be delivered to the hospital on Monday.",
        "Aid workers said the licence had been refused.",
        "The army said it would send reinforcements to the border.",
        "Rebels delivered an ultimatum to the government.",
    ],
)
def test_a_storys_own_notes_stay(line: str) -> None:
    assert not is_chrome(line)


def test_sections_and_other_languages_are_told_by_their_words() -> None:
    assert names_section("WORLD NEWS")
    assert not names_section("Envoys meet")
    assert is_foreign(["har", "du", "og", "vi", "saken"])
    assert not is_foreign(["the", "og", "vi"])
