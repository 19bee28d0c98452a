import pytest
from spacy.language import Language

from dragoman.model import Span
from dragoman.times.tense import direction_of


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
        ("The trial was postponed until Friday.", "Friday", "future"),
        ("The curfew was prolonged through January.", "January", "future"),
        ("They had not opened the gates until Tuesday.", "Tuesday", "past"),
        ("She has scheduled a news conference Tuesday.", "Tuesday", "future"),
        ("The ship had been due to sail Friday.", "Friday", "past"),
        ("The minister could not be reached on Monday.", "Monday", "past"),
        ("The price was set on Nov. 9.", "Nov. 9", "past"),
        ("The report is due on Friday.", "Friday", "future"),
        ("The voters go to the polls on Sunday.", "Sunday", "future"),
        ("The hearing is set for Aug. 6.", "Aug. 6", "future"),
        ("The party met to elect a leader on Friday.", "Friday", "past"),
        ("The last envoy to leave on Monday shut the gate.", "Monday", "past"),
        ("They will lose the seat if the bill is read in May.", "May", "future"),
        ("The two leaders meet Monday in Oslo.", "Monday", "future"),
        ("The law, effective Jan. 5, was signed.", "Jan. 5", None),
    ],
)
def test_the_governing_verb_says_before_or_after(nlp: Language, text: str, words: str, direction: str | None) -> None:
    start = text.index(words)
    assert direction_of(nlp(text), Span(start, start + len(words)), text) == direction


def test_without_a_parse_or_a_verb_nothing_is_said(nlp: Language) -> None:
    text = "Tuesday"
    assert direction_of(None, Span(0, 7), text) is None
    assert direction_of(nlp(text), Span(0, 7), text) is None
    assert direction_of(None, Span(6, 13), "until Tuesday") == "future"
