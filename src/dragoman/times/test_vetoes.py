import pytest

from dragoman.times.tagging import tag
from dragoman.times.vetoes import keep_times


def words(text: str) -> list[str]:
    return [hit.span.of(text) for hit in keep_times(tag(text), text, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr May spoke to reporters.",
        "May I ask?",
        "Mrs May left. Support for May grew.",
        "The Sunday Times said so.",
        "The Good Friday agreement held.",
        "About 2000 soldiers arrived.",
        "Some 1945 people were freed.",
        "Resolution 1973 was passed.",
        "A quarter of the vote was counted.",
        "It was for a second round.",
        "The 37-year-old minister resigned.",
        "He was man of the year.",
        "He answered as soon as he could.",
        "The sun rose and the Sun said so.",
        "The Daily Mail wrote it.",
        "He met Jan Novak.",
        "The Arab Spring came.",
        "Since the September 11 attacks it was shut.",
        "He honoured the March 1 Movement.",
        "The Good Friday peace agreement held.",
        "He joined the March for Life.",
        "She was in her 70s.",
        "The Six-Day War was short.",
        "The October Revolution began.",
        "He ruled in the year 0.",
        "It was 99999999 years ago.",
        "It was built in 1200 B.C. by kings.",
        "It stood in the 5th century BC.",
        'He spoke on "48 Hours".',
        "The daily Haaretz wrote it.",
        "The Orthodox Easter was kept.",
    ],
)
def test_what_only_looks_like_a_time_is_dropped(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in May.", "May"),
        ("It began last March.", "last March"),
        ("In 2000, they signed.", "2000"),
        ("The 1994 accord failed.", "1994"),
        ("It will end soon.", "soon"),
        ("A daily briefing was held.", "daily"),
        ("They met in the spring.", "the spring"),
        ("The 2000 census was taken.", "2000"),
        ("The March accord failed.", "March"),
        ("They hold weekly U.N. briefings.", "weekly"),
        ("It closed the day higher.", "the day"),
        ("In the 70s he left.", "the 70s"),
        ("The three-month-old war ended.", "The three-month-old"),
    ],
)
def test_a_time_in_the_same_words_is_kept(text: str, expected: str) -> None:
    assert words(text) == [expected]
