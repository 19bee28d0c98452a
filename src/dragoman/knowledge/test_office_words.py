"""An office is known by the words that people ask with, and no other office is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.office_words import offices_asked, titled


def last(question: str) -> str | None:
    found = offices_asked(question)
    return f"{found[-1].country} {found[-1].role}" if found else None


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("president of South Korea", "KOR head_of_state"),
        ("South Korean foreign minister", "KOR foreign_minister"),
        ("prime minister of the UK", "GBR head_of_government"),
        ("us president", "USA head_of_state"),
        ("Britain's Foreign Secretary", "GBR foreign_minister"),
        ("prime minister of Germany", "DEU head_of_government"),
        ("leader of Japan", "JPN head_of_government"),
        ("leader of North Korea", "PRK head_of_state"),
        ("monarch of Denmark", "DNK head_of_state"),
        ("US national security advisor", "USA security_adviser"),
        ("Chinese foreign ministry spokeswoman", "CHN spokesperson"),
        ("South Korea's nuclear envoy", "KOR envoy"),
        ("UN secretary-general", "UNO body_head"),
        ("head of NATO", "IGO body_head"),
        ("director general of the IAEA", "IGO body_head"),
        ("EU foreign policy chief", "EUR body_head"),
        ("the pope", "VAT head_of_state"),
        ("who was taoiseach?", "IRL head_of_government"),
    ],
)
def test_whose_office_and_which(question: str, office: str) -> None:
    assert last(question) == office


@pytest.mark.parametrize(
    "question",
    [
        *("president of the UK", "chancellor of the UK", "king of France", "queen of Germany", "president of Mars"),
        *("chancellor", "president", "foo of China", "of", ""),
    ],
)
def test_an_office_that_a_state_has_not_or_several_have_finds_nobody(question: str) -> None:
    assert offices_asked(question) == ()


def test_two_heads_of_state_are_told_apart_by_their_titles() -> None:
    assert {term.person for term in offices_asked("supreme leader of Iran")} == {"Ali Khamenei"}
    assert "Ali Khamenei" not in {term.person for term in offices_asked("president of Iran")}


def test_indias_foreign_secretary_is_no_minister() -> None:
    assert {term.role for term in offices_asked("Indian foreign secretary")} == {"official"}


def test_spelling_and_gender_make_no_difference_to_a_title() -> None:
    assert titled("Defense Secretary") == titled("defence secretary")
    assert titled("spokeswoman") == titled("Spokesman")
    assert titled("Secretary-General") == titled("secretary general")


@given(st.text())
def test_any_question_is_answered_or_not_but_never_fails(question: str) -> None:
    assert isinstance(offices_asked(question), tuple)
