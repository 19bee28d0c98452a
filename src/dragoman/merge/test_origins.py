from __future__ import annotations

from dragoman.merge.origins import Copy, find_copies
from dragoman.merge.test_made import day, made


def test_the_origin_is_what_was_published_first_and_the_undated_come_last() -> None:
    reports = [made("a"), made("b", on=day(3)), made("c", on=day(2)), made("d", on=day(2)), made("e")]
    group_of = dict.fromkeys("abcd", "a") | {"e": "e"}
    assert find_copies(reports, group_of) == (Copy("a", "c"), Copy("b", "c"), Copy("d", "c"))
    assert find_copies(reports[::-1], group_of) == find_copies(reports, group_of)


def test_reports_in_their_own_words_are_no_copies() -> None:
    assert find_copies([made("a"), made("b")], {"a": "a", "b": "b"}) == ()
