"""Sentences, sides, amounts, alignment and emphasis: the parts of which a comparison is made."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.merge.comparing_amounts import Amount, amounts, at_odds
from dragoman.merge.comparing_emphasis import emphasis
from dragoman.merge.comparing_points import Likeness, align
from dragoman.merge.comparing_sentences import sentences
from dragoman.merge.comparing_sides import is_unnamed_office, side_of, stands_for
from dragoman.merge.comparing_values import Statement
from dragoman.merge.test_comparing_made import EXPERTS, FRANCE, KALIN, MACRON, OFFICE, PALACE, page, quoting, telling
from dragoman.merge.test_made import any_report
from dragoman.model import Report, Span


def pieces(report: Report) -> list[str]:
    return [span.of(report.text) for span in sentences(report)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_report())
def test_sentences_of_any_report_stand_in_order_and_have_all_its_words(report: Report) -> None:
    found = sentences(report)
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(piece.split()) for piece in pieces(report)) == "".join(report.text.split())


def test_a_stop_ends_a_sentence_but_not_after_an_abbreviation_or_an_initial() -> None:
    report = page("a", "Mr. Blair met Dr. A. Merkel. They spoke.", "He left at 5 p.m. today.", title="No stop here")
    assert pieces(report) == ["No stop here", "Mr. Blair met Dr. A. Merkel.", "They spoke.", "He left at 5 p.m. today."]


def test_evidence_and_quotations_stay_in_one_piece() -> None:
    spoken = '"We go. We stay friends," Macron said. Rain fell.'
    report = quoting(page("a", spoken), "We go. We stay friends", MACRON)
    assert pieces(report) == ['"We go. We stay friends," Macron said.', "Rain fell."]
    broken = "The U.S. And Macron met. Rain fell."
    assert pieces(telling(page("b", broken), "met", "The U.S. And Macron met.")) == [
        "The U.S. And Macron met.",
        "Rain fell.",
    ]


def test_evidence_that_begins_within_a_sentence_does_not_cut_it() -> None:
    whole = "Macron shot down two planes."
    assert pieces(telling(page("a", whole), "shot down", "shot down two planes.")) == [whole]


def test_a_president_his_office_and_his_country_are_one_side() -> None:
    assert {side_of(actor) for actor in (MACRON, PALACE, FRANCE)} == {"FRA"}
    assert side_of(KALIN) == "TUR"
    assert stands_for(replace(MACRON, sector="OPP")) is None
    assert side_of(EXPERTS) == "experts"
    assert side_of(replace(FRANCE, country="EUR", name="European Union")) == "european union"


def test_only_an_office_of_no_known_country_is_unnamed() -> None:
    assert is_unnamed_office(OFFICE)
    assert not any(is_unnamed_office(actor) for actor in (PALACE, EXPERTS, MACRON))


def only(text: str) -> Amount:
    [found] = amounts(text)
    return found


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("20 soldiers were killed", 20, "20 soldiers"),
        ("seven Turkish trucks crossed", 7, "seven Turkish trucks"),
        ("about 1,200 people", 1200, "about 1,200 people"),
        ("a loan of $17.5 billion for Ukraine", 17.5e9, "$17.5 billion"),
        ("40 per cent of the vote", 40, "40 per cent"),
        ("at least 3 million refugees", 3e6, "at least 3 million refugees"),
    ],
)
def test_an_amount_is_a_number_with_what_it_counts(text: str, number: float, words: str) -> None:
    assert (only(text).number, only(text).words) == (number, words)


@pytest.mark.parametrize(
    "text", ["on 6 June 2020", "June 6, 2020", "in 2014", "the B-52 bomber", "a 13-point text", "7"]
)
def test_dates_and_names_are_no_amounts(text: str) -> None:
    assert list(amounts(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("20 soldiers died", "35 soldiers died", True),
        ("20 soldiers died", "20 soldiers died", False),
        ("20 Turkish soldiers died", "35 Turkish trucks burned", False),
        ("20 soldiers killed", "35 civilians killed", False),
        ("20 enemy soldiers", "35 soldiers", True),
        ("about 20 soldiers", "22 soldiers", False),
        ("about 20 soldiers", "50 soldiers", True),
        ("at least 20 soldiers", "35 soldiers", False),
        ("at least 20 soldiers", "11 soldiers", True),
        ("up to 20 soldiers", "11 soldiers", False),
        ("fewer than 20 soldiers", "35 soldiers", True),
        ("$5 million", "$7 million", True),
    ],
)
def test_amounts_of_one_thing_are_at_odds_unless_both_can_be_right(one: str, other: str, odd: bool) -> None:
    assert at_odds(only(one), only(other)) is odd
    assert at_odds(only(other), only(one)) is odd


@settings(deadline=None)
@given(st.text())
def test_amounts_of_any_text_are_words_of_it(text: str) -> None:
    assert all(found.words in text for found in amounts(text))


def test_the_likest_come_together_first_and_no_two_of_one_rendering() -> None:
    found = align("aabb", [Likeness(0.4, 0, 2), Likeness(0.9, 1, 2), Likeness(0.3, 0, 3), Likeness(0.5, 1, 3)])
    assert [(one.statements, one.alike) for one in found] == [((0, 3), 0.3), ((1, 2), 0.9)]


def test_three_renderings_make_one_point_and_what_is_like_nothing_stands_alone() -> None:
    found = align("abcd", [Likeness(0.9, 0, 1), Likeness(0.4, 1, 2)])
    assert [(one.statements, one.alike) for one in found] == [((0, 1, 2), 0.4), ((3,), None)]


def said(report: str, place: int, share: float) -> Statement:
    nothing = Span(0, 0)
    return Statement("A", None, None, report, "", None, None, None, nothing, "", place, share, (), "made for a test")


@pytest.mark.parametrize(
    ("much", "little", "stressed"),
    [
        ((1, 0.2), (5, 0.1), True),
        ((1, 0.2), (4, 0.1), True),
        ((1, 0.2), (3, 0.1), False),
        ((2, 0.2), (5, 0.1), False),
        ((2, 0.7), (2, 0.2), True),
        ((2, 0.35), (2, 0.1), True),
        ((2, 0.15), (2, 0.05), False),
    ],
)
def test_stress_is_a_lead_against_the_end_or_three_times_the_words(
    much: tuple[int, float], little: tuple[int, float], stressed: bool
) -> None:
    why = emphasis([said("r", *much)], [said("s", *little)], {"r": 5, "s": 5})
    assert bool(why) is stressed


def test_reports_of_two_statements_stress_nothing() -> None:
    assert emphasis([said("r", 1, 0.9)], [said("s", 2, 0.1)], {"r": 2, "s": 2}) is None
