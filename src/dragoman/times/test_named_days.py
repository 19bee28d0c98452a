import pytest
from spacy.language import Language

from dragoman.times.named_days import named
from dragoman.times.tagging import tag


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They spoke of the May 4 talks.", "talk"),
        ("He attended Friday's vote.", "vote"),
        ("He attended a Monday meeting.", "meeting"),
        ("He left on May 4.", None),
    ],
)
def test_a_day_before_a_noun_names_it(nlp: Language, text: str, noun: str | None) -> None:
    (hit,) = named(tag(text), nlp(text))
    assert hit.part("names") == noun


def test_the_same_day_with_a_clause_of_its_own_has_the_clauses_nouns(nlp: Language) -> None:
    text = "On the same day that talks opened in Geneva, the army attacked the town."
    (hit,) = named(tag(text), nlp(text))
    assert hit.parts["clause"] == ("talk",)
    text = "The same day the minister resigned, saying he was tired."
    (hit,) = named(tag(text), nlp(text))
    assert "clause" not in hit.parts


def test_without_a_parse_nothing_is_added() -> None:
    hits = tag("They spoke of the May 4 talks.")
    assert named(hits, None) == hits
