"""Whether a report is worth a parse."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from dragoman.triage.looking import looks
from dragoman.triage.weighing import log_odds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Report

SKIPPED = "not about diplomacy or conflict"
"""What is said of a report that is not worth it."""
FEWEST_WORDS = 100
"""A report of fewer is always worth it: it says too little to be judged by, and costs little to parse."""
TONE = 0.3
"""How much the report's mean counts: a "siege" among goals is not one among shells. Chosen on pages left out in turn
from the training."""
LEAST = -0.65
"""Of a score: the highest, in steps of .05, with which .98 of the events that are coded without triage are coded
with it on each of PolNeAR's dev part, TimeBank and the sample corpus, as benchmarks/triage.py prints."""


def is_worth(report: Report) -> bool:
    """Whether a report may tell events of diplomacy or conflict; the same whenever asked, as only its text counts.

    One that names an actor of the user's own is always worth it. About a millisecond for 500 words.
    """
    seen = list(looks(report.text))
    if sum(one.words for one in seen) < FEWEST_WORDS or any(one.own for one in seen):
        return True
    return score([log_odds(one.features) for one in seen]) >= LEAST


def score(odds: Sequence[float]) -> float:
    """How much a report promises, from the log-odds of its sentences, at least one.

    The logarithm of the number of sentences that tell an event, as far as can be expected, and a share of the mean.
    """
    expected = sum(1 / (1 + exp(-one)) for one in odds)
    return log(expected) + TONE * sum(odds) / len(odds)
