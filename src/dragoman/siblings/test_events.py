"""Two reports tell one event where type, dyad and words agree, as news and as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.siblings import events
from dragoman.siblings.conftest import ELSEWHERE, RETOLD, STATED
from dragoman.siblings.events import ALIKE, Both, news_of

if TYPE_CHECKING:
    from dragoman.model import Report
    from dragoman.siblings.conftest import Coded

MET = "Foreign Minister Heraldo Munoz of Chile met Foreign Minister Ana Maria Sanchez of Peru in Arica to sign a pact."


def told_in_both(here: Report, there: Report) -> list[Both]:
    return events.told_in_both(news_of(here), news_of(there))


def test_the_meeting_is_found_in_both(coded: Coded) -> None:
    here = coded("new", RETOLD)
    both = told_in_both(here, coded("old", STATED))
    assert both[0].here.trigger.of(RETOLD) == both[0].there.trigger.of(STATED) == "met"
    assert all(one.likeness >= ALIKE for one in both)
    assert both == sorted(both, key=lambda one: -one.likeness)


def test_reports_of_other_things_share_no_event(coded: Coded) -> None:
    assert told_in_both(coded("new", RETOLD), coded("other", ELSEWHERE)) == []


@pytest.mark.parametrize(
    "other",
    [
        MET.replace("met", "will meet"),
        MET.replace("met", "had met"),
        MET.replace("of Peru", "of Bolivia"),
        MET.replace("Foreign Minister Ana Maria Sanchez of Peru", "nobody"),
    ],
)
def test_a_plan_an_earlier_event_and_another_dyad_are_not_the_same(coded: Coded, other: str) -> None:
    assert told_in_both(coded("one", MET), coded("two", MET))
    assert told_in_both(coded("one", MET), coded("other", other)) == []


def test_another_figure_in_each_sentence_is_another_event(coded: Coded) -> None:
    mine, theirs = MET.replace("a pact", "12 pacts"), MET.replace("a pact", "14 pacts")
    assert told_in_both(coded("one", mine), coded("two", theirs)) == []
    assert told_in_both(coded("one", mine), coded("two", MET))
