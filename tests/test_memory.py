"""Reading streams: the memory it takes does not follow the size of what is read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))  # the scripts there are run by name, so they are no package

import memory  # noqa: E402  # needs the line above


@pytest.mark.parametrize(("kind", "size"), [("jsonl", 192 << 20), ("warc", 48 << 20)])
def test_a_large_file_is_read_in_little_memory(kind, size, tmp_path):
    read, failed, peak = memory.measured(kind, tmp_path, size)
    assert read > 500
    assert failed <= 1  # the last record, where the stream ends within it
    assert peak < memory.MOST
