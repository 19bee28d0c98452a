from __future__ import annotations

from dragoman.article.label import label_lines

_STORY = [
    "The envoys of both governments came back to the table in Geneva on Tuesday.",
    "A second paper, on prisoners, was put aside until the end of the month.",
    "Diplomats said that the talks would go on for another week at least.",
]


def _labels(*lines: str) -> list[str]:
    return list(label_lines(lines))


def test_a_caption_that_the_story_repeats_is_cut() -> None:
    labels = _labels("Talks resume in Geneva", "talks.jpg", "The envoys of both governments came back.", *_STORY)
    assert labels[1:3] == ["chrome", "caption"]
    labels = _labels("Talks resume in Geneva", "A second paper, on prisoners, was put aside until the month.", *_STORY)
    assert labels[1] == "duplicate"


def test_a_credit_makes_the_line_above_it_a_caption() -> None:
    labels = _labels("Talks resume in Geneva", "Envoys arrive at the hotel on Tuesday.", "Photo: Jane Roe", *_STORY)
    assert labels[1:3] == ["caption", "caption"]


def test_sentences_in_another_language_are_a_sites_own() -> None:
    labels = _labels("Talks resume in Geneva", *_STORY, "Har du tips til denne saken og vil dele det med oss?")
    assert labels[-1] == "chrome"


def test_a_field_is_dropped_where_the_page_has_its_headline_plain() -> None:
    labels = _labels("Subject: Talks resume in Geneva", "Talks resume in Geneva", *_STORY)
    assert labels[:2] == ["duplicate", "headline"]
