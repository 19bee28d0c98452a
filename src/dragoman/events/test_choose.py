from __future__ import annotations

from dragoman.events.choose import primary, standing
from dragoman.events.triggers import Trigger
from dragoman.language.parse import model


def _trigger(token: int, kind: str | None = "AGREE", likelihood: float = 0.9) -> Trigger:
    return Trigger(token, kind, likelihood, 0.9, "test")


def test_of_a_verb_and_the_object_that_it_carries_the_likelier_stands() -> None:
    doc = model()("They signed a treaty.")
    verb, noun = _trigger(1, likelihood=0.6), _trigger(3, likelihood=0.8)
    assert standing(doc, [verb, noun]) == [noun]


def test_under_control_the_governor_stands() -> None:
    doc = model()("They agreed to withdraw troops.")
    assert standing(doc, [_trigger(1), _trigger(3, "RETREAT", 0.99)]) == [_trigger(1)]


def test_a_deed_that_is_told_with_whose_it_is_stands_beside_what_is_done_to_it() -> None:
    doc = model()("They rejected Peru's offer.")
    both = [_trigger(1, "REJECT"), _trigger(4, "AGREE")]
    assert standing(doc, both) == both
    doc = model()("They rejected the offer.")
    assert standing(doc, [_trigger(1, "REJECT", 0.95), _trigger(3, "AGREE")]) == [_trigger(1, "REJECT", 0.95)]


def test_events_of_separate_clauses_all_stand() -> None:
    doc = model()("Chad protested and Niger apologised.")
    both = [_trigger(1, "ACCUSE"), _trigger(4, "SUPPORT")]
    assert standing(doc, both) == both


def test_the_primary_trigger_is_the_roots_and_a_sentence_of_bare_statements_has_none() -> None:
    doc = model()("Chad protested after Niger attacked a village that Mali claimed.")
    told = [_trigger(token.i) for token in doc if token.text in {"protested", "attacked", "claimed"}]
    assert primary(doc, told) == 1
    assert primary(doc, [_trigger(1, None)]) is None
