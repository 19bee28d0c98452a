from __future__ import annotations

import pytest

from dragoman.language.parse import model
from dragoman.quotes.states import stated, states


def found(text: str) -> list[tuple[str | None, str, str]]:
    said = stated(model()(text))
    return [(one.head.text if one.head else None, one.kind, one.span.of(text)) for one in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's claim that the border was closed is false.", ("Peru", "speech", "that the border was closed")),
        ("The claim that the border was closed is false.", (None, "speech", "that the border was closed")),
        ("Her call for a ceasefire was ignored.", ("Her", "speech", "a ceasefire")),
        ("Haddad raised doubts about the treaty.", ("Haddad", "thought", "the treaty")),
        ("The envoy was confident that the talks would resume.", ("envoy", "thought", "that the talks would resume")),
        ("Chile's decision to withdraw came late.", ("Chile", "intention", "to withdraw")),
        ("Norway is eager to mediate.", ("Norway", "intention", "to mediate")),
    ],
)
def test_nouns_and_adjectives_report_with_a_holder(text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize("text", ["Calls for help went unheard.", "The plan failed.", "It was clear.", "a claim", ""])
def test_a_noun_without_a_clause_needs_a_holder(text: str) -> None:
    assert found(text) == []


def test_every_row_says_what_its_word_takes_and_of_what_kind_it_is() -> None:
    for (lemma, word), state in states().items():
        assert lemma == lemma.lower().strip()
        assert word in {"noun", "adjective"}
        assert state.takes
        assert state.kind in {"speech", "thought", "intention"}
