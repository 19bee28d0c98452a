"""Count in how many of our own sentences each word stands: how rare a word is when reports are compared.

    python scripts/count_words.py

Reads training/*.jsonl, writes src/dragoman/merge/common.txt: words (stems) and runs of letters that stand in at least
two of the sentences, each with the number of these, in order. The first line has the number of sentences.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from dragoman.merge.features import runs
from dragoman.merge.words import content_words

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/dragoman/merge/common.txt"
_LEAST = 2


def main() -> None:
    """Count and write."""
    counted: Counter[tuple[str, str]] = Counter()
    sentences = 0
    for file in sorted((ROOT / "training").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            counted.update({*(("word", word) for word in content_words(text)), *(("run", run) for run in runs(text))})
            sentences += 1
    lines = [f"{kind}\t{feature}\t{n}" for (kind, feature), n in sorted(counted.items()) if n >= _LEAST]
    TABLE.write_text("\n".join([f"sentences\t\t{sentences}", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
