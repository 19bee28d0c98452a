import pytest

from dragoman.times.stretches import linked
from dragoman.times.tagging import tag


@pytest.mark.parametrize(
    "text",
    [
        "closed from late April till the end of June",
        "It ran from March 3 to April 2.",
        "It fell between 1990 and 1995.",
        "It is open Monday through Friday.",
        "It was shut May until July.",
        "It was shut May - July.",
    ],
)
def test_two_ends_of_one_stretch_are_linked(text: str) -> None:
    assert [hit.part("link") for hit in linked(tag(text), text)] == [None, "to"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday and Tuesday.",
        "The vote was postponed from March to May.",
        "They moved the talks from Friday to Monday.",
        "He left in May. Until June nobody knew.",
        "He spoke at 10 a.m. - Monday was free.",
    ],
)
def test_other_neighbours_are_not(text: str) -> None:
    assert not any(hit.part("link") for hit in linked(tag(text), text))
