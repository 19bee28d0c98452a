from __future__ import annotations

from dragoman.article.label import label_lines

_STORY = [
    "The envoys of both governments came back to the table in Geneva on Tuesday.",
    "A second paper, on prisoners, was put aside until the end of the month.",
    "Diplomats said that the talks would go on for another week at least.",
]


def _labels(*lines: str) -> list[str]:
    return list(label_lines(lines))


def test_pointers_between_paragraphs_are_cut_and_the_story_goes_on() -> None:
    labels = _labels("Talks resume in Geneva", _STORY[0], "Related Article", "A year of talks in pictures", *_STORY[1:])
    assert labels == ["headline", "body", "chrome", "chrome", "body", "body"]


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


def test_who_wrote_a_story_is_no_part_of_it() -> None:
    labels = _labels("Talks resume in Geneva", "By Jane Roe", *_STORY, "Jane Roe covers the talks for this magazine.")
    assert labels[-2:] == ["body", "chrome"]


def test_a_paragraph_far_off_the_subject_behind_furniture_is_a_teaser() -> None:
    other = "Thousands of homes were without power on Monday after a storm had hit the northern coast."
    labels = _labels("Talks resume in Geneva", *_STORY, "Cup final", "Weather", "Horoscope", other)
    assert labels[-1] == "chrome"
