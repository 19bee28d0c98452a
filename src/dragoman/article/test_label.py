from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.label import KEPT, label_lines

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


def test_a_caption_that_the_story_repeats_is_cut() -> None:
    labels = _labels("Talks resume in Geneva", "talks.jpg", "The envoys of both governments came back.", *_STORY)
    assert labels[1:3] == ["chrome", "caption"]
    labels = _labels("Talks resume in Geneva", "A second paper, on prisoners, was put aside until the month.", *_STORY)
    assert labels[1] == "duplicate"


def test_a_credit_makes_the_line_above_it_a_caption() -> None:
    labels = _labels("Talks resume in Geneva", "Envoys arrive at the hotel on Tuesday.", "Photo: Jane Roe", *_STORY)
    assert labels[1:3] == ["caption", "caption"]


def test_pointers_between_paragraphs_are_cut_and_the_story_goes_on() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "Related Article", "A year of talks in pictures", *_STORY[1:])
    assert labels == ["headline", "body", "chrome", "chrome", "body", "body"]


def test_short_sentences_within_a_story_belong_to_it() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "Nobody smiled.", _STORY[1], '"No," he said.')
    assert labels[1:] == ["body"] * 4


def test_words_before_a_list_and_its_items_belong_to_the_story() -> None:
    labels = _labels(_STORY[0], "The paper names three points:", "• an exchange of all prisoners", _STORY[1])
    assert labels == ["body"] * 4


def test_readers_comments_end_a_story() -> None:
    labels = _labels(
        "Talks resume in Geneva", *_STORY, "Comments (2)", "I never thought that they would ever meet again."
    )
    assert labels[4:] == ["chrome", "chrome"]


def test_a_share_button_called_comments_ends_nothing() -> None:
    more = [f"{line[:-1]}, officials added in a statement number {i}." for i, line in enumerate(_STORY * 2)]
    assert _labels(*_STORY[:2], "Comments", *more)[3:] == ["body"] * 6


def test_a_list_of_other_stories_with_teasers_is_cut() -> None:
    teasers = [
        "Storm hits the coast",
        "Thousands were without power on Monday after a storm hit the coast.",
        "Cup final",
    ]
    labels = _labels("Talks resume in Geneva", *_STORY, "Most read", *teasers)
    assert labels[4:] == ["chrome"] * 4


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


def test_a_crosshead_between_two_paragraphs_is_kept() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "A second paper", *_STORY[1:])
    assert labels[:3] == ["headline", "body", "subhead"]


def test_a_posts_title_below_its_clock_is_kept() -> None:
    labels = _labels("Talks resume in Geneva", *_STORY[:2], "17.05 GMT", "A second paper is put aside", *_STORY[2:])
    assert labels[3:5] == ["dateline", "subhead"]


def test_reporters_and_their_places_below_a_headline_are_a_byline() -> None:
    labels = _labels("Talks resume in Geneva", "Jane Roe in Geneva, Tom Ash in Bern and Ann Low in New York", *_STORY)
    assert labels[1] == "byline"


def test_a_short_headline_above_the_full_one_is_not_the_headline() -> None:
    labels = _labels("Talks resume", "Talks resume in Geneva after a winter of silence", *_STORY)
    assert labels[1] == "headline"


def test_sentences_in_another_language_are_a_sites_own() -> None:
    labels = _labels("Talks resume in Geneva", *_STORY, "Har du tips til denne saken og vil dele det med oss?")
    assert labels[-1] == "chrome"
