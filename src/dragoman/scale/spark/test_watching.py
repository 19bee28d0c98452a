from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import DragomanError
from dragoman.scale.spark.watching import StoppedError, progress, watched

pytest.importorskip("pyspark", reason="PySpark is not installed")
INFO = {3: SimpleNamespace(stageId=3, numCompletedTasks=5, numTasks=16, numActiveTasks=2)}
TRACKER = SimpleNamespace(getActiveStageIds=lambda: [3, 4], getStageInfo=INFO.get)


def spark(cancelled: list[int]) -> SimpleNamespace:
    """What is asked of Spark here, and no more."""
    context = SimpleNamespace(cancelAllJobs=lambda: cancelled.append(1), statusTracker=lambda: TRACKER)
    return SimpleNamespace(sparkContext=context)


def test_how_far_it_is_is_told_by_steps_and_parts() -> None:
    assert progress(spark([])) == "step 3: 5 of 16 parts, 2 at work"


def test_what_spark_gives_up_is_a_line_that_names_the_log() -> None:
    with (
        pytest.raises(DragomanError, match=r"gave the work up \(No space left\); see /tmp/log"),
        watched(spark([]), lambda: False, print, Path("/tmp/log")),
    ):
        raise RuntimeError("java.io.IOException: No space left")


def test_when_it_is_to_stop_the_jobs_are_cancelled_and_that_is_no_failure() -> None:
    cancelled = list[int]()
    with pytest.raises(StoppedError), watched(spark(cancelled), lambda: True, print, Path("/tmp/log")):
        until(cancelled)


def until(cancelled: list[int]) -> None:
    """What a job does that is cancelled."""
    while not cancelled:
        time.sleep(0.01)
    raise RuntimeError("job cancelled")


def test_a_fault_of_the_program_is_not_taken_for_one_of_spark() -> None:
    with pytest.raises(KeyError), watched(spark([]), lambda: False, print, Path("/tmp/log")):
        raise KeyError
