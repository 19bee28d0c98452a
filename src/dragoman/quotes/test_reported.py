from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Quoted, Row, Told


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        (
            'The envoy said that a truce was "within reach" at last.',
            [("The envoy", "said", 'that a truce was "within reach" at last')],
        ),
        (
            "The police said the man had left, adding that he was armed.",
            [("The police", "said", "the man had left"), ("The police", "adding", "that he was armed")],
        ),
        (
            "The minister was quoted as saying that the deal was dead.",
            [("The minister", "saying", "that the deal was dead")],
        ),
        (
            "Haddad, who said he would resign, condemned the vote.",
            [("who", "said", "he would resign"), ("Haddad", "condemned", "the vote")],
        ),
        (
            "The ministry said in a statement that the border was closed.",
            [("The ministry", "said", "that the border was closed")],
        ),
        ('Haddad called the vote "a farce" again.', [("Haddad", "called", 'the vote "a farce"')]),
        ("Lindqvist says Norway is ready to mediate", [("Lindqvist", "says", "Norway is ready to mediate")]),
    ],
)
def test_reported_speech_has_its_words_its_verb_and_its_speaker(told: Told, text: str, quotations: list[Row]) -> None:
    assert told(text) == quotations


def test_reported_speech_is_not_direct_even_with_marks_in_it(quoted: Quoted) -> None:
    report = quoted('The envoy said that a truce was "within reach" at last.')
    assert [one.direct for one in report.quotes] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "He did not say when he would go.",
        "The bridge is said to be safe.",
        "The envoy would not say who had paid.",
        "The minister arrived in Oslo on Friday.",
    ],
)
def test_what_nobody_said_is_no_quotation(told: Told, text: str) -> None:
    assert told(text) == []


def test_what_a_reporter_adds_behind_a_comma_was_not_said(told: Told) -> None:
    text = "Peru called on both sides to stop firing, with the siege entering its third week."
    assert ("Peru", "called on", "both sides to stop firing") in told(text)


def test_a_verb_without_a_subject_in_the_parse_has_the_name_in_front_of_it(told: Told) -> None:
    text = "Juan Perez, the envoy of Peru, said the talks failed."
    assert told(text) == [("Juan Perez", "said", "the talks failed")]
