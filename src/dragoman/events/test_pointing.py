from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from dragoman.events.arguments import Arguments
from dragoman.events.participants import Participants
from dragoman.events.pointing import pointed
from dragoman.events.triggers import Heard, Trigger


def _point(told: Any, verb: str, sources: dict[str, float], targets: dict[str, float], sides: Arguments) -> Arguments:
    """Arguments of a verb when the encoder gives these words these chances."""
    doc = told.doc
    token = next(one for one in doc if one.text == verb)
    rows = [np.array([side.get(one.text, 0.0) for one in token.sent], dtype=np.float32) for side in (sources, targets)]
    trigger = Trigger(token.i, "ACCUSE", 0.9, 0.9, "", Heard(np.zeros(8, dtype=np.float32), *rows))
    return pointed(token, trigger, sides, Participants(told.report, doc))


@pytest.fixture
def accused(parsed: Any) -> Any:
    return parsed("Chad accused Sudan after talks with Niger.")


def test_who_is_pointed_at_surely_is_found_without_the_grammar(accused: Any) -> None:
    found = _point(accused, "accused", {"Chad": 0.9}, {"Sudan": 0.8}, Arguments((), ()))
    assert accused.names(found) == (["Chad"], ["Sudan"])


def test_who_only_the_grammar_names_stays_where_nobody_is_pointed_at(accused: Any) -> None:
    sides = Arguments(accused.ids("Chad"), accused.ids("Sudan"))
    assert accused.names(_point(accused, "accused", {}, {}, sides)) == (["Chad"], ["Sudan"])


def test_who_is_pointed_at_surely_puts_out_whom_the_grammar_took_for_it(accused: Any) -> None:
    sides = Arguments(accused.ids("Chad"), accused.ids("Niger"))
    assert accused.names(_point(accused, "accused", {"Chad": 0.9}, {"Sudan": 0.95}, sides))[1] == ["Sudan"]


def test_nobody_is_on_both_sides_of_what_is_not_done_together(accused: Any) -> None:
    found = _point(accused, "accused", {"Chad": 0.9, "Sudan": 0.6}, {"Sudan": 0.9}, Arguments((), ()))
    assert accused.names(found) == (["Chad"], ["Sudan"])


def test_whom_the_grammar_has_as_the_doer_is_not_turned_into_whom_it_is_done_to(accused: Any) -> None:
    sides = Arguments(accused.ids("Chad"), ())
    found = _point(accused, "accused", {"Chad": 0.4}, {"Chad": 0.9, "Sudan": 0.6}, sides)
    assert accused.names(found) == (["Chad"], ["Sudan"])


def test_both_sides_of_what_the_grammar_reads_as_done_together_stay(accused: Any) -> None:
    both = (*accused.ids("Chad"), *accused.ids("Sudan"))
    assert _point(accused, "accused", {"Niger": 0.9}, {}, Arguments(both, both)) == Arguments(both, both)


def test_those_joined_by_and_come_together(parsed: Any) -> None:
    told = parsed("Chad rushed medics to Niger, Mali and Togo.")
    listed = (*told.ids("Niger"), *told.ids("Mali"), *told.ids("Togo"))
    found = _point(told, "rushed", {"Chad": 0.9}, {"Niger": 0.9}, Arguments(told.ids("Chad"), listed))
    assert sorted(told.names(found)[1]) == ["Mali", "Niger", "Togo"]
