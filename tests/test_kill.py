"""A record outlives the end of the program at any moment, and two programs do not write one record."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))  # the scripts there are run by name, so they are no package

import kill  # noqa: E402  # needs the line above

from dragoman.record import Store  # noqa: E402  # stands with the other


def test_readings_killed_at_random_moments_leave_a_record_that_verifies_and_resumes(tmp_path):
    done = list(kill.trials(tmp_path, 8, 96, seed=5))
    assert [trial.faults for trial in done] == [()] * 8
    assert any(trial.killed for trial in done)


def test_a_second_reading_says_which_process_holds_the_record(tmp_path):
    store, news = tmp_path / "held.duckdb", tmp_path / "news.txt"
    news.write_text("The ministers of Norway and Chile met in Lima on Monday, and spoke about the fish of the sea.")
    Store.open(store, create=True).close()
    hold = "import sys; from dragoman.record import Store; s = Store.open(sys.argv[1]); print(1, flush=True); input()"
    command = [sys.executable, "-c", hold, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        second = [sys.executable, "-m", "dragoman", "read", str(news), "--store", str(store)]
        done = subprocess.run(second, capture_output=True, text=True, check=False)
        holder.communicate(b"\n")
    assert done.returncode == 1
    assert done.stderr.startswith(f"dragoman: {store}: process {holder.pid} ")
    assert done.stderr.endswith("wait until that has ended and run the command again\n")
