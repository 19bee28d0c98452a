from __future__ import annotations

import pytest

from dragoman.events.subjects import has_subject, is_passive, subject_of
from dragoman.language.parse import model


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Chad attacked a village.", "attacked", "Chad"),
        ("Chad agreed to withdraw.", "withdraw", "Chad"),
        ("Peru urged Chad to withdraw.", "withdraw", "Chad"),
        ("Peru accused Chad of arming rebels.", "arming", "Chad"),
        ("Chad was accused of arming rebels.", "arming", "Chad"),
        ("Chad, which attacked a village, apologised.", "attacked", "Chad"),
        ("Chad apologised and paid damages.", "paid", "Chad"),
        ("Chad protested, saying that it was wronged.", "saying", "Chad"),
        ("Chad is willing to help.", "willing", "Chad"),
        ("Peru sued the firm, which inspectors believe is smuggling arms.", "smuggling", "firm"),
        ("The law is meant for Chad, which auditors have suspected since May is hiding its debt.", "hiding", "Chad"),
        ("Chad has a habit of blaming others.", "blaming", "Chad"),
    ],
)
def test_the_doer_is_found_over_the_verbs_that_share_it(text: str, verb: str, subject: str) -> None:
    token = next(one for one in model()(text) if one.text == verb)
    found = subject_of(token)
    assert found is not None
    assert found.text == subject


def test_a_passive_has_no_doer_of_its_own() -> None:
    token = next(one for one in model()("A village was attacked.") if one.text == "attacked")
    assert is_passive(token)
    assert subject_of(token) is None


def test_a_command_has_none() -> None:
    assert subject_of(model()("Attack!")[0]) is None


def test_who_tells_of_a_deed_does_not_do_it() -> None:
    doc = model()("Who fired rockets, the army said.")
    said = next(one for one in doc if one.text == "said")
    fired = next(one for one in doc if one.text == "fired")
    assert subject_of(said) != subject_of(fired)


@pytest.mark.parametrize(
    ("text", "verb", "own"),
    [
        ("Chad left a day after Peru had signed a pact.", "signed", True),
        ("Chad had come and had signed a pact.", "signed", False),
        ("Chad left, having signed a pact.", "signed", False),
    ],
)
def test_a_verb_that_shares_its_subject_has_none_of_its_own(text: str, verb: str, *, own: bool) -> None:
    assert has_subject(next(one for one in model()(text) if one.text == verb)) is own
