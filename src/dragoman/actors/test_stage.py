"""What the actors of a report promise."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of
from dragoman.model import Report, Source

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf

TEXT = """Peru's foreign minister, Jane Roe, met her Chilean counterpart Tom Poe in Lima on Monday.

"We agree," she said. The two ministers spoke of fish. Chile's navy denied that its ships had entered."""

NAMES = ("Peru", "Chile's", "President", "Jane", "Roe", "von der", "al-Basri", "GFC", "Lima", "Ministry", "of")
WORDS = ("(", ")", "the two", "countries", "both", "he", "their", "said", "met", "in", ",", ".", "\n\n", "’s", "é", "-")
PIECES = st.sampled_from((*NAMES, *WORDS, "and"))


def test_a_report_without_a_parse_is_handed_back() -> None:
    report = Report("r", Source("-", "0"), None, TEXT, 0)
    assert add_actors(report) == report


def test_ids_follow_the_order_of_first_mention_and_runs_agree() -> None:
    report = report_of(TEXT)
    once, again = add_actors(report), add_actors(report)
    assert once.actors == again.actors
    assert [actor.id for actor in once.actors] == [f"a{n}" for n in range(1, len(once.actors) + 1)]
    starts = [actor.mentions[0].span.start for actor in once.actors]
    assert starts == sorted(starts)


def test_offices_and_descriptions_are_shown_readably() -> None:
    by_name = {actor.name: actor for actor in add_actors(report_of(TEXT)).actors}
    assert by_name["Jane Roe"].office == "foreign minister of Peru"
    assert by_name["navy of Chile"].office is None
    assert by_name["navy of Chile"].sector == "MIL"
    assert by_name["Peru"].sector == "GOV"


@pytest.mark.parametrize("text", ["Former President Jane Roe of Peru left.", "Peru's ousted president Jane Roe left."])
def test_a_former_office_says_so_once(text: str) -> None:
    assert [actor.office for actor in add_actors(report_of(text)).actors if actor.kind == "person"] == [
        "former president of Peru"
    ]


@given(st.lists(PIECES, max_size=25))
@settings(max_examples=40, deadline=None)
def test_mentions_are_words_in_order_and_those_of_one_actor_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    report = add_actors(report_of(text))
    for actor in report.actors:
        spans = [one.span for one in actor.mentions]
        assert spans
        assert spans == sorted(spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(0 <= one.start < one.end <= len(text) and one.of(text) == one.of(text).strip() for one in spans)


@given(st.text(max_size=80))
@settings(max_examples=30, deadline=None)
def test_any_text_is_taken(text: str) -> None:
    report = add_actors(report_of(text))
    assert replace(report, actors=()).text == text


@pytest.mark.parametrize("text", ["THE PRESIDENT OF MALI MET THE KING.", "the president of mali met the king."])
def test_without_case_to_go_by_nobody_is_named(text: str) -> None:
    assert all(actor.country is None or actor.kind == "country" for actor in add_actors(report_of(text)).actors)


def test_a_spy_or_a_witness_holds_no_office(actor_of: ActorOf) -> None:
    assert actor_of("Jane Roe, a former spy, left.", "Jane Roe").office is None
