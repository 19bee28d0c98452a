"""What stands in quotation marks, and sentences with a year, are told apart."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.quoted import is_dated, is_quoted, quoted_in
from dragoman.model import Span


def test_all_kinds_of_double_marks_quote() -> None:
    text = "He said “yes one”, \"yes two\" and ''yes three''. No."
    quoted = quoted_in(text)
    assert [span.of(text)[1:-1].strip("'") for span in quoted] == ["yes one", "yes two", "yes three"]
    assert is_quoted(quoted, Span(text.index("two"), text.index("two") + 3))
    assert not is_quoted(quoted, Span(text.index("No"), text.index("No") + 2))


def test_a_mark_that_is_never_closed_ends_with_its_line() -> None:
    text = "“He left.\nNobody saw it."
    assert not is_quoted(quoted_in(text), Span(text.index("Nobody"), text.index("Nobody") + 6))


def test_a_year_dates_its_own_sentence_only() -> None:
    text = "In 1970 he came. He is here."
    assert is_dated(text, Span(8, 10))
    assert not is_dated(text, Span(text.index("here"), text.index("here") + 4))


@given(st.text(alphabet="“”\"' \nab", max_size=60))
def test_quoted_stretches_lie_in_the_text_in_order(text: str) -> None:
    quoted = quoted_in(text)
    assert all(0 <= span.start < span.end <= len(text) for span in quoted)
    assert list(quoted) == sorted(quoted)
