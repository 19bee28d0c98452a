from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Span
from dragoman.quotes.marks import bare, marked, paragraphs, within

TEXTS = st.text(alphabet="ab s.,'\"“”‘’«»`\n", max_size=120)


def inner(text: str) -> list[str]:
    return [unit.inner.of(text) for unit in marked(text)]


def test_curly_straight_single_and_angle_marks_pair() -> None:
    assert inner("He said “one” and \"two\" and ‘three’ and 'four' and «five» and ``six''.") == [
        "one", "two", "three", "four", "five", "six",
    ]  # fmt: skip


def test_apostrophes_are_no_marks() -> None:
    assert inner("It's the ministers' plan, don't you think? The '90s won't return, nor will Haddad's.") == []


def test_a_plural_inside_single_marks_does_not_close_them() -> None:
    assert inner("'The leaders' talks failed,' he said.") == ["The leaders' talks failed,"]


def test_a_quotation_in_a_quotation_stays_inside() -> None:
    assert inner("“He told us ‘never’ twice,” she said.") == ["He told us ‘never’ twice,"]


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph() -> None:
    text = "“We go on.\n\n“We never stop,” she said.\n\nNo marks here."
    assert inner(text) == ["We go on.", "We never stop,"]
    assert [unit.closed for unit in marked(text)] == [False, True]


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    assert inner("“One word. “Two words,” he said.") == ["One word.", "Two words,"]


def test_an_inch_sign_opens_nothing() -> None:
    assert inner('The shell measured 6" across.') == []


def test_marks_without_words_are_no_quotation() -> None:
    assert inner('"" and “ ”') == []


def test_bare_takes_off_the_pair_around_and_marks_without_partner() -> None:
    text = '"Peace," he said. A plan" for "war and peace"'
    units = marked(text)
    assert bare(text, Span(0, 8), units).of(text) == "Peace"
    start = text.index("A plan")
    assert bare(text, Span(start, start + 7), units).of(text) == "A plan"
    assert bare(text, Span(start, len(text)), units).of(text) == 'A plan" for "war and peace"'


@given(TEXTS)
def test_stretches_are_in_order_apart_and_inside_one_paragraph(text: str) -> None:
    units = marked(text)
    assert all(one.outer.end <= two.outer.start for one, two in pairwise(units))
    for unit in units:
        assert unit.outer.holds(unit.inner)
        assert unit.inner.of(text) == unit.inner.of(text).strip() != ""
        assert any(paragraph.holds(unit.outer) for paragraph in paragraphs(text))


@given(TEXTS)
def test_bare_spans_lie_inside_and_keep_no_blank_at_their_ends(text: str) -> None:
    span = bare(text, Span(0, len(text)), marked(text))
    assert Span(0, len(text)).holds(span)
    assert span.of(text) == span.of(text).strip()


@given(TEXTS)
def test_words_in_marks_lie_within_them_and_others_within_none(text: str) -> None:
    units = marked(text)
    for unit in units:
        assert within(unit.inner, units) == unit
        assert within(Span(unit.outer.start, unit.outer.end + 1), units) is None
