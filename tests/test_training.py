"""The training sentences are sound, coded in the codebook's terms, and none of them is taken from the gold."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, get_args

import pytest

from dragoman.knowledge.codebook import cameo, codebook
from dragoman.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
TRAINING = ROOT / "training"
QUIET = (TRAINING / "quiet.jsonl", TRAINING / "quiet_short.jsonl")
"""Here there is no event at all."""
MIXED = tuple(
    TRAINING / f"{name}.jsonl" for name in ("several", "more", "long_a", "long_b", "long_c", "long_d", "plain_short")
)
MARKED_WHOLE = (*MIXED, *QUIET)
"""In these every event of a sentence is marked."""
GOLD = ROOT.parent / "shared" / "gold"
# The map's modes that the 2021 list no longer has; training/README.md says so, and the codebook what becomes of them.
OLD_MODES = {"ban", "ease", "return", "assassinate", "cleansing", "massacre", "political", "pro_autocracy"}
# plain.jsonl, mode of 1712 in the map
OLD_PAIRS = {("ASSAULT", "seize")}
RUN = 7
LEAST_SEVERAL = 800
LEAST_ROWS = 7_000
LEAST_OF_A_LEAF = 25
LEAST_OF_A_STATUS = 300
LEAST_WITHOUT_EVENT = 800
LEAST_BESIDE = 40


class Row(TypedDict):
    """One training sentence; spans are [start, end] in code points."""

    type: str | None
    mode: str | None
    cameo: str | None
    status: str
    text: str
    source: list[list[int]]
    trigger: list[list[int]]
    target: list[list[int]]
    reporter: list[list[int]]


class Event(TypedDict):
    """One event of a sentence whose every event is marked; spans are [start, end] in code points."""

    type: str | None
    status: str
    trigger: list[list[int]]
    source: list[list[int]]
    target: list[list[int]]


class Sentence(TypedDict):
    """One row of these: a sentence with all its events, none at all included."""

    text: str
    events: list[Event]


@cache
def _rows() -> tuple[tuple[str, Row], ...]:
    return tuple(
        (f"{path.name}:{number}", json.loads(line))
        for path in sorted(TRAINING.glob("*.jsonl"))
        if path not in MARKED_WHOLE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    )


@cache
def _sentences() -> tuple[tuple[int, Sentence], ...]:
    lines = [line for file in MARKED_WHOLE for line in file.read_text(encoding="utf-8").splitlines()]
    return tuple((number, json.loads(line)) for number, line in enumerate(lines, start=1))


def _texts() -> list[str]:
    """The text of every training sentence, of both formats."""
    return [*(row["text"] for _, row in _rows()), *(row["text"] for _, row in _sentences())]


def _wrong_sentences(test: Callable[[Sentence], bool]) -> list[int]:
    return [number for number, row in _sentences() if not test(row)]


def _wrong_events(test: Callable[[Sentence, Event], bool]) -> list[int]:
    return _wrong_sentences(lambda row: all(test(row, event) for event in row["events"]))


def _wrong(test: Callable[[Row], bool]) -> list[str]:
    return [where for where, row in _rows() if not test(row)]


def test_there_are_at_least_the_sentences_that_the_project_began_with() -> None:
    assert len(_rows()) >= 5_355


def test_every_row_has_the_same_fields() -> None:
    assert _wrong(lambda row: set(row) == set(Row.__annotations__)) == []


def test_every_span_lies_inside_its_text_and_covers_whole_words() -> None:
    def sound(row: Row) -> bool:
        spans = [*row["source"], *row["trigger"], *row["target"], *row["reporter"]]
        return all(_covers_words(row["text"], start, end) for start, end in spans)

    assert _wrong(sound) == []


def _covers_words(text: str, start: int, end: int) -> bool:
    """Whether the span lies inside the text, without white space at its ends or a word cut in two."""
    if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
        return False
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not cut_before and not cut_after


def test_every_row_that_has_a_type_has_a_trigger() -> None:
    assert _wrong(lambda row: row["type"] is None or bool(row["trigger"])) == []


def test_every_type_stands_in_the_codebook() -> None:
    assert _wrong(lambda row: row["type"] is None or row["type"] in codebook().types) == []


def test_every_mode_stands_in_the_codebook_or_in_the_map_that_it_came_from() -> None:
    def known(row: Row) -> bool:
        if row["mode"] is None or row["mode"] in OLD_MODES or (row["type"], row["mode"]) in OLD_PAIRS:
            return True
        return row["type"] is not None and row["mode"] in codebook().types[row["type"]].modes

    assert _wrong(known) == []


def test_every_cameo_code_stands_in_the_table() -> None:
    assert _wrong(lambda row: row["cameo"] is None or row["cameo"] in cameo()) == []


def test_every_status_is_one_of_the_records() -> None:
    assert _wrong(lambda row: row["status"] in get_args(Status)) == []


def test_no_sentence_stands_twice() -> None:
    counts = Counter(_texts())
    assert [text for text, count in counts.items() if count > 1] == []


def test_types_differ_from_the_table_only_where_the_codebook_departs_from_the_map() -> None:
    departed = {row["cameo"] for _, row in _rows() if row["cameo"] and cameo()[row["cameo"]].type != row["type"]}
    assert departed <= {"0813", "0814", "163", "192"}


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@cache
def _gold_runs() -> frozenset[tuple[str, ...]]:
    files = sorted([*GOLD.glob("gsr*.jsonl"), *GOLD.glob("plv*.jsonl")])
    if not files:
        pytest.skip("the gold is not part of the repository; no ../shared/gold beside this checkout")
    texts = [json.loads(line)["text"] for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return frozenset().union(*map(_runs, texts))


def test_no_run_of_seven_words_of_a_training_sentence_stands_in_the_gold() -> None:
    gold = _gold_runs()
    assert [text for text in _texts() if not gold.isdisjoint(_runs(text))] == []


def test_no_run_of_seven_words_of_a_codebook_example_stands_in_the_gold() -> None:
    gold = _gold_runs()
    examples = [one for entry in codebook().types.values() for one in entry.examples]
    assert [one for one in examples if not gold.isdisjoint(_runs(one))] == []


def test_no_codebook_example_is_a_training_sentence() -> None:
    training = frozenset().union(*map(_runs, _texts()))
    examples = [one for entry in codebook().types.values() for one in entry.examples]
    assert [one for one in examples if not training.isdisjoint(_runs(one))] == []


def test_there_are_enough_rows_of_every_status_and_without_any_event() -> None:
    statuses = Counter(row["status"] for _, row in _rows() if row["type"])
    statuses.update(event["status"] for _, row in _sentences() for event in row["events"])
    empty = sum(not row["events"] for _, row in _sentences()) + sum(not row["trigger"] for _, row in _rows())
    assert len(_texts()) >= LEAST_ROWS
    assert {status: statuses[status] for status in get_args(Status) if statuses[status] < LEAST_OF_A_STATUS} == {}
    assert empty >= LEAST_WITHOUT_EVENT


def test_every_leaf_that_has_a_type_has_its_rows() -> None:
    counts = Counter(str(row["cameo"]) for _, row in _rows() if row["cameo"])
    leaves = {code for code in cameo() if len(code) > 2 and not code.startswith("01")}
    assert {code: counts[code] for code in leaves if counts[code] < LEAST_OF_A_LEAF} == {}


def test_quiet_rows_have_no_event_and_a_good_part_of_the_mixed_ones_neither() -> None:
    quiet = [json.loads(line) for file in QUIET for line in file.read_text(encoding="utf-8").splitlines()]
    mixed = [json.loads(line) for file in MIXED for line in file.read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in quiet if row["events"]] == []
    assert len(mixed) >= LEAST_SEVERAL
    assert 0.15 <= sum(not row["events"] for row in mixed) / len(mixed) <= 0.3


def test_every_row_of_several_has_the_same_fields() -> None:
    assert _wrong_sentences(lambda row: set(row) == set(Sentence.__annotations__)) == []
    assert _wrong_events(lambda _, event: set(event) == set(Event.__annotations__)) == []


def test_every_span_of_several_covers_whole_words_of_its_text() -> None:
    def sound(row: Sentence, event: Event) -> bool:
        spans = [*event["trigger"], *event["source"], *event["target"]]
        return all(_covers_words(row["text"], start, end) for start, end in spans)

    assert _wrong_events(sound) == []


def test_every_event_of_several_has_a_type_of_the_codebook_or_none_and_a_known_status() -> None:
    assert _wrong_events(lambda _, event: event["type"] is None or event["type"] in codebook().types) == []
    assert _wrong_events(lambda _, event: event["status"] in get_args(Status)) == []


def test_every_event_of_several_has_a_trigger_that_no_other_event_of_its_sentence_shares() -> None:
    def apart(row: Sentence) -> bool:
        spans = sorted(tuple(span) for event in row["events"] for span in event["trigger"])
        return all(left[1] <= right[0] for left, right in pairwise(spans))

    assert _wrong_events(lambda _, event: bool(event["trigger"])) == []
    assert _wrong_sentences(apart) == []


def test_several_holds_every_type_beside_another_event() -> None:
    beside = Counter(event["type"] for _, row in _sentences() if len(row["events"]) > 1 for event in row["events"])
    assert [kind for kind in codebook().types if beside[kind] < LEAST_BESIDE] == []
