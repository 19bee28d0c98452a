from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.label import label_lines
from dragoman.article.labels import KEPT

_STORY = [
    "The envoys of both governments came back to the table in Geneva on Tuesday.",
    "A second paper, on prisoners, was put aside until the end of the month.",
    "Diplomats said that the talks would go on for another week at least.",
]


def _labels(*lines: str) -> list[str]:
    return list(label_lines(lines))


def test_a_headline_told_twice_is_kept_once() -> None:
    labels = _labels("Talks resume in Geneva", "Home > World", "Talks resume in Geneva", "", *_STORY)
    assert labels == ["headline", "chrome", "duplicate", "blank", "body", "body", "body"]


def test_a_section_and_a_topic_above_the_headline_are_furniture() -> None:
    assert _labels("World", "Geneva talks", "Envoys return to Geneva talks table", *_STORY)[:3] == [
        "chrome",
        "chrome",
        "headline",
    ]


def test_a_subhead_stands_below_its_headline() -> None:
    labels = _labels("Talks resume in Geneva", "Envoys put the paper on prisoners aside for the month", *_STORY)
    assert labels[:2] == ["headline", "subhead"]


def test_a_text_of_one_sentence_or_headline_is_a_story() -> None:
    assert _labels("The envoys met.") == ["body"]
    assert _labels("Envoys meet in Geneva") == ["headline"]
    assert _labels("Envoys meet", "", "They met.") == ["headline", "blank", "body"]


def test_a_menu_is_no_story() -> None:
    assert not KEPT & set(_labels("Home", "World", "Sport", "Log in", "Subscribe now", "Privacy policy"))


def test_a_question_can_be_the_headline() -> None:
    assert _labels("Will the envoys in Geneva ever come back to the table again?", "", *_STORY)[0] == "headline"


@given(st.lists(st.text()))
def test_of_two_lines_with_the_same_words_one_is_kept(lines: list[str]) -> None:
    labels = label_lines(lines)
    kept = [line for line, label in zip(lines, labels, strict=True) if label in KEPT]
    assert len(set(kept)) == len(kept)
    assert label_lines(lines) == labels


def test_reporters_and_their_places_below_a_headline_are_a_byline() -> None:
    labels = _labels("Talks resume in Geneva", "Jane Roe in Geneva, Tom Ash in Bern and Ann Low in New York", *_STORY)
    assert labels[1] == "byline"


def test_a_short_headline_above_the_full_one_is_not_the_headline() -> None:
    labels = _labels("Talks resume", "Talks resume in Geneva after a winter of silence", *_STORY)
    assert labels[1] == "headline"
