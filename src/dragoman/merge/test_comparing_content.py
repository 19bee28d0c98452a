from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from dragoman.merge.comparing_content import ALIKE, Content, alike, content, only_in, rarity
from dragoman.merge.comparing_points import Likeness, align
from dragoman.merge.test_comparing_made import ERDOGAN, MACRON, page, spot
from dragoman.model import Report, Span

OCCASIONS = Path(__file__).with_name("test_comparing_occasions.txt").read_text(encoding="utf-8").split("\n# ")[1:]


def renderings(occasion: str) -> tuple[list[str], list[Content], list[Report]]:
    """Of each statement its rendering with its letter, and its content; and the two renderings as reports."""
    lines = [line.split(" ", 2) for line in occasion.splitlines()[1:] if line]
    reports = {number: page(number, *(words for no, _, words in lines if no == number)) for number in "12"}
    contents = [content(reports[number], spot(reports[number], words)) for number, _, words in lines]
    return [number + letter for number, letter, _ in lines], contents, list(reports.values())


def paired(occasion: str) -> tuple[set[str], int, int]:
    """The letters that are rightly paired, how many pairs are wrong, and how many there should be."""
    labels, contents, reports = renderings(occasion)
    known = rarity(reports)
    numbers = range(len(labels))
    near = [(alike(contents[a], contents[b], known), a, b) for a, b in product(numbers, numbers) if a < b]
    found = align([label[0] for label in labels], [Likeness(*one) for one in near if one[0] >= ALIKE])
    together = [{labels[number][1:] for number in one.statements} for one in found if len(one.statements) == 2]
    right = {next(iter(letters)) for letters in together if len(letters) == 1}
    due = {label[1:] for label in labels if label[0] == "1"} & {label[1:] for label in labels if label[0] == "2"}
    return right, len(together) - len(right), len(due)


def test_of_the_pairs_written_for_it_the_threshold_finds_what_its_docstring_says() -> None:
    found = [paired(occasion) for occasion in OCCASIONS]
    assert len(OCCASIONS) == 13
    assert sum(due for _, _, due in found) == 23
    assert sum(len(right) for right, _, _ in found) >= 21
    assert sum(wrong for _, wrong, _ in found) <= 2


def test_a_statement_is_like_itself_and_unlike_what_shares_no_word() -> None:
    report = page("a", "France keeps its troops in Mali.", "Snow fell.")
    known = rarity([report])
    said, snow = (
        content(report, spot(report, "France keeps its troops in Mali.")),
        content(report, spot(report, "Snow fell.")),
    )
    assert alike(said, said, known) == pytest.approx(1)
    assert alike(said, snow, known) == 0
    assert alike(said, frozenset(), known) == 0


def test_an_actor_counts_by_who_it_is_and_not_by_what_it_is_called() -> None:
    report = page("a", "Macron spoke to Erdogan.")
    found = content(report, Span(0, len(report.text)))
    assert {f"@{actor.name.casefold()}" for actor in (MACRON, ERDOGAN)} <= found
    assert "macron" not in found


def test_what_says_who_reports_it_is_left_out() -> None:
    report = page("a", "Troops leave, the ministry said on Friday.")
    said = content(report, Span(0, len(report.text)), [spot(report, ", the ministry said on Friday")])
    assert said == {"troops", "leave"}


def test_words_of_its_own_come_in_order_and_as_they_stand() -> None:
    one, other = page("a", "Some 20 Troops leave Mali in May."), page("b", "7 troops leave Mali in June.")
    whole = [content(report, Span(0, len(report.text))) for report in (one, other)]
    assert only_in(one, Span(0, len(one.text)), [whole[1]]) == ("20", "May")[:1]
    assert only_in(other, Span(0, len(other.text)), [whole[0]]) == ("7", "June")
