from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.merge.comparing_conflicts import Holds, changes, contradictions
from dragoman.merge.test_comparing_made import ERDOGAN, FRANCE, MACRON, TURKEY, page, telling
from dragoman.model import Place, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Actor

GENEVA = Place(Span(0, 0), "Geneva", "CHE", 46.2, 6.15)
VIENNA = Place(Span(0, 0), "Vienna", "AUT", 48.2, 16.4)
BERN = Place(Span(0, 0), "Bern", "CHE", 46.95, 7.45)


def holds(
    sentence: str, trigger: str, source: Sequence[Actor] = (MACRON,), place: Place | None = None, **more: object
) -> Holds:
    """A statement with the event in it."""
    report = telling(page("a", sentence), trigger, sentence, source, **more)  # type: ignore[arg-type]  # as `telling` takes them
    [event] = report.events
    return Holds(report, Span(0, len(sentence)), [replace(event, place=place)])


def between(one: Holds, other: Holds) -> list[str]:
    return list(contradictions(one, other))


def test_a_deed_and_its_denial_contradict_each_other() -> None:
    one, other = holds("Macron met Erdogan.", "met"), holds("Macron has not met Erdogan.", "met", status="negated")
    assert between(one, other) == ["“met” (actual) against “met” (negated)"]


def test_a_denial_by_another_or_of_another_is_no_contradiction() -> None:
    one = holds("Macron met Erdogan.", "met")
    assert between(one, holds("Erdogan has not met them.", "met", [ERDOGAN], target=[FRANCE], status="negated")) == []
    assert between(one, holds("Macron has not met them.", "met", target=[FRANCE], status="negated")) == []


def test_what_is_denied_of_one_day_is_not_denied_of_another() -> None:
    one = holds("Macron met Erdogan.", "met")
    assert between(one, holds("Macron did not meet Erdogan.", "meet", status="negated", on=date(2021, 3, 20))) == []


def test_agreeing_and_rejecting_contradict_each_other() -> None:
    one = holds("Macron agreed to the plan.", "agreed", type_="AGREE")
    assert between(one, holds("Macron turned the plan down.", "turned", type_="REJECT")) == [
        "“agreed” (AGREE) against “turned” (REJECT)"
    ]


def test_days_that_differ_by_more_than_a_night_contradict_each_other() -> None:
    one = holds("Macron met Erdogan on 2 March.", "met")
    assert between(one, holds("Macron met Erdogan on 3 March.", "met", on=date(2021, 3, 3))) == []
    assert between(one, holds("Macron met Erdogan on 5 March.", "met", on=date(2021, 3, 5))) == [
        "“met” on 2021-03-02 against “met” on 2021-03-05"
    ]


def test_places_in_two_countries_contradict_each_other_and_those_in_one_need_not() -> None:
    one = holds("Macron met Erdogan.", "met", place=GENEVA)
    assert between(one, holds("Macron met Erdogan.", "met", place=BERN)) == []
    assert between(one, holds("Macron met Erdogan.", "met", place=VIENNA)) == [
        "“met” in Geneva against “met” in Vienna"
    ]


def test_of_amounts_the_first_that_differ_are_told_unless_others_agree() -> None:
    one = holds("Macron said 20 soldiers died.", "said")
    assert between(one, holds("Macron said 35 soldiers died.", "said")) == ["“20 soldiers” against “35 soldiers”"]
    assert between(one, holds("Macron said 20 soldiers died, 3 soldiers on the way.", "said")) == []


def test_what_was_ahead_and_happened_has_changed() -> None:
    plan = holds("France will send aid to Turkey.", "send", [FRANCE], target=[TURKEY], type_="AID", status="planned")
    deed = holds("France sent aid to Turkey.", "sent", [FRANCE], target=[TURKEY], type_="AID")
    assert list(changes(plan, deed)) == ["“send” (planned), then “sent” (actual)"]
    assert list(changes(deed, plan)) == []
    assert between(plan, deed) == []
