from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Told


def test_a_quoted_sentence_continues_the_speaker(told: Told) -> None:
    text = '"The talks failed," Lindqvist said. "We will try again."\n\n"Nobody should give up on peace."'
    assert told(text) == [
        ("Lindqvist", "said", "The talks failed ... We will try again."),
        ("Lindqvist", None, "Nobody should give up on peace."),
    ]


def test_paragraphs_that_open_without_closing_are_the_one_who_closes(told: Told) -> None:
    text = '"The talks have failed again.\n\n"We will try in May," Lindqvist said.'
    assert told(text) == [
        ("Lindqvist", None, "The talks have failed again."),
        ("Lindqvist", "said", "We will try in May"),
    ]


def test_the_speaker_is_forgotten_after_a_paragraph_without_speech(told: Told) -> None:
    text = '"The talks failed," Lindqvist said.\n\nIt rained.\n\nIt rained.\n\n"Here comes the sun again."'
    assert told(text)[-1] == (None, None, "Here comes the sun again.")


def test_scare_quotes_and_titles_are_not_speech(told: Told) -> None:
    assert told('The so-called "charm campaign" failed. The film "The Long Road Back From Home" opened.') == []


def test_a_quoted_part_of_a_sentence_is_its_subjects(told: Told) -> None:
    text = 'The mayor ended his speech with "a promise that will be kept for ever" in the rain.'
    assert told(text) == [("The mayor", None, "a promise that will be kept for ever")]


def test_a_lost_mark_gets_no_speaker_from_before(told: Told) -> None:
    text = '"We go home," said Perez.\n\n"This will not stand, the consul of Peru warned them.\n\nIt rained.'
    assert told(text)[1][0] is None
