from __future__ import annotations

import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.tongue import language_of

ENGLISH = "The envoys of the two countries met in Geneva on Monday and said that they would meet again."
KOREAN = "양국 특사는 월요일 제네바에서 만나 다시 만날 것이라고 말했다고 외교부가 전했다"
FRENCH = "Les émissaires des deux pays se sont rencontrés lundi à Genève et se reverront, a dit un porte-parole."
CROATIAN = "Izaslanici dviju zemalja sastali su se u ponedjeljak u Ženevi i rekli da će se ponovno sastati."


def test_what_the_user_says_is_believed_and_written_as_tags_are() -> None:
    assert language_of(ENGLISH, "EN_gb") == "en-GB"
    assert language_of(ENGLISH, "zh_hant_tw") == "zh-Hant-TW"
    assert language_of(FRENCH, "eng") == "en"


@pytest.mark.parametrize("words", ["English (UK)", "", "und", "x-default", "en, fr"])
def test_what_names_no_one_language_is_not_believed(words: str) -> None:
    assert language_of(FRENCH, words) == "fr"
    assert language_of(FRENCH, None, words) == "fr"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (KOREAN, "ko"),
        ("Die Gesandten der beiden Länder trafen sich am Montag in Genf und wollen sich wieder treffen.", "de"),
        ("Посланники двух стран встретились в понедельник в Женеве и договорились о новой встрече.", "ru"),
        ("التقى مبعوثو البلدين يوم الاثنين في جنيف واتفقوا على اللقاء مجددا.", "ar"),
        ("两国特使星期一在日内瓦会面", "zh"),
        ("両国の特使は月曜日にジュネーブで会談した", "ja"),
        ("中韩外长 Wang Yi, Kang Kyung-wha 会谈", "zh"),
    ],
)
def test_the_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text, None) == language


@pytest.mark.parametrize("declared", ["en", "ko", "de-AT"])
def test_words_that_are_sure_overrule_a_wrong_declaration(declared: str) -> None:
    assert language_of(FRENCH, None, declared) == "fr"
    assert language_of(KOREAN, None, declared).partition("-")[0] == "ko"


def test_a_declaration_that_the_words_bear_out_keeps_its_region() -> None:
    assert language_of(ENGLISH, None, "en_GB") == "en-GB"
    assert language_of("两国特使星期一在日内瓦会面", None, "zh-Hant") == "zh-Hant"


def test_of_languages_that_look_alike_the_declared_one_is_believed_but_no_other() -> None:
    assert language_of(CROATIAN, None, "hr") == "hr"
    assert language_of(CROATIAN, None, "bs-BA") == "bs-BA"
    assert language_of(CROATIAN, None, "en") == language_of(CROATIAN, None) == "und"
    assert language_of("日中外相会談", None, "ja") == "ja"


def test_a_declaration_stands_where_the_words_are_not_sure() -> None:
    headline = "Sändebuden enas om"
    assert language_of(headline, None) == "und"
    assert language_of(headline, None, "sv-FI") == "sv-FI"


@pytest.mark.parametrize(
    "headline",
    [
        "Envoys meet in Geneva",
        "Talks fail",
        "Hun Sen hails Sihanoukville port deal",
        "Juncker warns Szydlo over Bialowieza",
        "SOUTH KOREA, JAPAN RESUME TALKS",
        "Wang Yi (王毅) meets Kang Kyung-wha (강경화)",
    ],
)
def test_short_english_headlines_full_of_names_are_english(headline: str) -> None:
    assert language_of(headline, None) == "en"
    assert language_of(headline, None, "ko") == "en"


@pytest.mark.parametrize("text", ["", "  \n", "24 : 17", "…"])
def test_no_letters_are_in_no_language(text: str) -> None:
    assert language_of(text, None) == "und"
    assert language_of(text, None, "ko") == "ko"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "getaddrinfo", None)
    assert language_of(FRENCH, None) == "fr"


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_any_text_gets_a_tag(text: str, stated: str | None, declared: str | None) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-\w+)*", language_of(text, stated, declared))


def test_half_a_character_does_no_harm() -> None:
    assert language_of(f"\ud800 {ENGLISH}", None) == "en"
