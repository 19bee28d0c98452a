from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.paragraphs import join, unwrap

_WRAPPED = """\
Talks resume in Geneva

The envoys of both governments came back to the table on Tuesday
after a pause of three weeks, diplomats said, and agreed to go on
until the end of the month at least.

A second paper, on prisoners, was put aside because the delegations
could not settle who was to be counted as one."""


def _joined(text: str) -> list[str]:
    lines = text.split("\n")
    return [join(lines, group) for group in unwrap(lines)]


def test_wrapped_paragraphs_are_put_together() -> None:
    head, _, first, _, second = _joined(_WRAPPED)
    assert head == "Talks resume in Geneva"
    assert first.startswith("The envoys of both")
    assert first.endswith("to go on until the end of the month at least.")
    assert second.endswith("to be counted as one.")


def test_an_indented_line_begins_a_paragraph() -> None:
    text = _WRAPPED.replace("\n\nA second", "\n   A second").replace("because the", "since the")
    assert len(_joined(text)) == 4


def test_one_paragraph_a_line_is_left_alone() -> None:
    text = "The envoys met.\n" + "The talks went on for a good deal longer than anyone had thought they would. " * 3
    assert _joined(text) == text.split("\n")


def test_a_menu_is_left_alone() -> None:
    text = "\n".join(["Home", "World", "Politics", "Talks resume in Geneva after a pause of three weeks"] * 4)
    assert _joined(text) == text.split("\n")


@given(st.text(st.sampled_from("ab .\n\t"), max_size=600))
def test_every_line_is_in_one_group_in_order(text: str) -> None:
    lines = text.split("\n")
    assert [i for group in unwrap(lines) for i in group] == list(range(len(lines)))
