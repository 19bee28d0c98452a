from __future__ import annotations

import json
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.knowledge.own import OwnActor, use
from dragoman.triage import is_worth
from dragoman.triage.decide import FEWEST_WORDS, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dragoman.model import Report

    Maker = Callable[[str], Report]

ROOT = Path(__file__).resolve().parents[3]
ELSEWHERE = ROOT / "training/elsewhere"
CLUB = OwnActor("Tillbrook Narrow Gauge", (), "organisation", None, None, None, None, None, None, "own.csv")


def pages(half: str) -> list[str]:
    return [json.loads(line)["text"] for line in (ELSEWHERE / f"{half}.jsonl").read_text("utf-8").splitlines()]


def on_trains(report_of: Maker) -> Report:
    return report_of(next(text for text in pages("train") if "Tillbrook" in text) + " Tillbrook Narrow Gauge said so.")


@pytest.fixture
def own() -> Iterator[None]:
    use([CLUB])
    yield
    use([])


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_every_report_of_the_corpus_is_worth_it(path: Path, report_of: Maker) -> None:
    assert is_worth(report_of(path.read_text("utf-8")))


def test_few_pages_about_other_things_are_worth_it(report_of: Maker) -> None:
    kept = [text for text in pages("held") if is_worth(report_of(text))]
    assert len(kept) < 0.25 * len(pages("held"))


def test_a_short_text_is_always_worth_it_whatever_it_is_about(report_of: Maker) -> None:
    recipe = next(text for text in pages("train") if "lentils" in text)
    words = recipe.split()
    assert len(words) > FEWEST_WORDS
    assert not is_worth(report_of(recipe))
    assert is_worth(report_of(" ".join(words[: FEWEST_WORDS // 2])))


def test_one_report_of_fighting_among_recipes_is_enough(report_of: Maker) -> None:
    recipe = next(text for text in pages("train") if "lentils" in text)
    news = "Rebels shelled the capital on Tuesday and the army killed nine of them, the defence ministry said. "
    assert is_worth(report_of(f"{recipe}\n\n{news * 3}"))


@pytest.mark.usefixtures("own")
def test_a_report_that_names_a_users_own_actor_is_worth_it(report_of: Maker) -> None:
    assert is_worth(on_trains(report_of))


def test_the_same_report_is_not_where_nobody_asked_for_that_actor(report_of: Maker) -> None:
    assert not is_worth(on_trains(report_of))


@given(st.text(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_decided_on_and_always_the_same_way(report_of: Maker, text: str) -> None:
    report = report_of(text * 3)
    assert is_worth(report) is is_worth(report)


@given(st.lists(st.floats(-20, 20), min_size=1, max_size=30), st.floats(0.1, 5))
def test_a_sentence_that_promises_more_raises_the_score(odds: list[float], more: float) -> None:
    assert score([odds[0] + more, *odds[1:]]) > score(odds)


def test_more_sentences_of_the_same_promise_raise_the_score() -> None:
    scores = [score([-1.0] * number) for number in takewhile(lambda n: n < 9, count(1))]
    assert scores == sorted(scores)
