"""A person is found by the name in any order, case and spelling, and by title and surname."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.people_asked import terms_asked


def people(question: str) -> set[str]:
    return {term.person for term in terms_asked(question)}


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Wang Yi", "Wang Yi"),
        ("yi wang", "Wang Yi"),
        ("ERDOGAN RECEP TAYYIP", "Recep Tayyip Erdoğan"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("who is Angela Merkel?", "Angela Merkel"),
        ("Chancellor Merkel", "Angela Merkel"),
        ("South Korean President Park", "Park Geun-hye"),
        ("President Park", "Park Geun-hye"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Wellington Koo", "Wellington Koo"),
    ],
)
def test_one_person_is_found(question: str, person: str) -> None:
    assert people(question) == {person}


def test_a_surname_that_many_bear_gives_them_all() -> None:
    assert {"Park Geun-hye", "Park Jin"} <= people("park")


def test_all_offices_of_a_person_come_together() -> None:
    assert {term.country for term in terms_asked("Ban Ki-moon")} == {"KOR", "UNO"}


@pytest.mark.parametrize("question", ["", "?", "President Quillfeather", "German Chancellor Obama", "nobody at all"])
def test_who_is_not_in_the_table_or_not_in_that_office_is_not_found(question: str) -> None:
    assert people(question) == set()


@given(st.text())
def test_any_question_is_answered_or_not_but_never_fails(question: str) -> None:
    assert isinstance(terms_asked(question), tuple)
