from __future__ import annotations

from dragoman.article.label import label_lines

_STORY = [
    "The envoys of both governments came back to the table in Geneva on Tuesday.",
    "A second paper, on prisoners, was put aside until the end of the month.",
    "Diplomats said that the talks would go on for another week at least.",
]


def _labels(*lines: str) -> list[str]:
    return list(label_lines(lines))


def test_short_sentences_within_a_story_belong_to_it() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "Nobody smiled.", _STORY[1], '"No," he said.')
    assert labels[1:] == ["body"] * 4


def test_words_before_a_list_and_its_items_belong_to_the_story() -> None:
    labels = _labels(_STORY[0], "The paper names three points:", "• an exchange of all prisoners", _STORY[1])
    assert labels == ["body"] * 4


def test_a_crosshead_between_two_paragraphs_is_kept() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "A second paper", *_STORY[1:])
    assert labels[:3] == ["headline", "body", "subhead"]


def test_a_posts_title_below_its_clock_is_kept() -> None:
    labels = _labels("Talks resume in Geneva", *_STORY[:2], "17.05 GMT", "A second paper is put aside", *_STORY[2:])
    assert labels[3:5] == ["dateline", "subhead"]


def test_a_quotation_pulled_out_of_the_story_is_told_once() -> None:
    said = '"Nobody in this room wanted to leave the table," the older of the two envoys said on Tuesday evening.'
    labels = _labels("Talks resume in Geneva", _STORY[0], '"Nobody in this room wanted to leave"', said, _STORY[1])
    assert labels[2] == "duplicate"


def test_a_menu_word_amid_a_story_is_cut() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "Weather", "Horoscope", *_STORY[1:])
    assert labels[2:4] == ["chrome", "chrome"]
