"""Texts that tell one story are alike, others and headlines aren't."""

from __future__ import annotations

from dragoman.siblings.alike import NEAR, SAME, alike
from dragoman.siblings.conftest import ELSEWHERE, RETOLD, STATED


def test_tellings_of_one_story_are_alike_and_no_others() -> None:
    (found,) = alike([STATED, RETOLD, ELSEWHERE], {1, 2}, {0})
    assert (found.one, found.other) == (1, 0)
    assert SAME < found.likeness < 1


def test_a_text_is_not_compared_with_itself_and_the_same_words_are_wholly_alike() -> None:
    pairs = list(alike([STATED, STATED], {0, 1}, {0, 1}))
    assert [(one.one, one.other) for one in pairs] == [(0, 1), (1, 0)]
    assert all(one.likeness == 1 for one in pairs)


def test_another_years_text_is_left_out_however_alike() -> None:
    assert not list(alike([f"{STATED} It was the third meeting.", f"{STATED} It was the fourth meeting."], {0}, {1}))


def test_headlines_are_too_short_to_tell() -> None:
    assert not list(alike(["Ministers meet in Arica", "Ministers meet in Arica"], {0}, {1}))


def test_without_anything_to_compare_nothing_is_found() -> None:
    assert not list(alike([], set(), set()))
    assert not list(alike([STATED, RETOLD], {0}, set()))
    assert NEAR < SAME
