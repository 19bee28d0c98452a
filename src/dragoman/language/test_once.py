"""What follows from a parse alone is worked out once for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.own import OwnActor, own_actors, use
from dragoman.language import once_a_parse
from dragoman.language.parse import model

if TYPE_CHECKING:
    from spacy.tokens import Doc

GUILD = OwnActor("Harbour Guild", (), "organisation", None, None, None, None, None, None, "a test")
asked: list[str] = []


@once_a_parse
def words(doc: Doc) -> tuple[str, ...]:
    """The words of a text."""
    asked.append(doc.text)
    return tuple(token.text for token in doc)


def test_a_parse_is_asked_once_and_another_by_itself() -> None:
    asked.clear()
    one, other = model().make_doc("Peru left"), model().make_doc("Chad left")
    assert [words(each) for each in (one, other, one)] == [("Peru", "left"), ("Chad", "left"), ("Peru", "left")]
    assert asked == ["Peru left", "Chad left"]


def test_own_rows_that_come_into_use_are_asked_about() -> None:
    asked.clear()
    doc, before = model().make_doc("Peru left"), own_actors()
    words(doc)
    try:
        use([GUILD])
        words(doc)
    finally:
        use(before)
    assert asked == ["Peru left", "Peru left"]


def test_the_function_keeps_its_name() -> None:
    assert words.__name__ == "words"
    assert words.__doc__ == "The words of a text."
