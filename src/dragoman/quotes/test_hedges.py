from __future__ import annotations

import pytest

from dragoman.language.parse import model
from dragoman.quotes.hedges import hedges


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Peru is expected to leave the talks.", ["Peru", "to leave the talks"]),
        ("The minister appeared ready to resign.", ["The minister", "ready to resign"]),
        ("It seems that the talks have failed.", ["that the talks have failed"]),
    ],
)
def test_what_seems_or_is_expected_is_a_thought_of_nobody_named(text: str, parts: list[str]) -> None:
    (said,) = hedges(model()(text))
    assert [part.of(text) for part in said.parts] == parts
    assert (said.kind, said.head, said.direct) == ("thought", None, False)


@pytest.mark.parametrize(
    "text", ["The bridge is said to be safe.", "Peru expected to leave.", "He looked at the door.", "It seems."]
)
def test_what_is_passed_on_or_expected_by_somebody_is_none(text: str) -> None:
    assert list(hedges(model()(text))) == []
