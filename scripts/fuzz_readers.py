"""Feed the readers mutated input for as long as you like; whatever they raise is a fault of theirs.

    pip install atheris && python scripts/fuzz_readers.py CORPUS_FOLDER -max_total_time=3600 -rss_limit_mb=2048

CORPUS_FOLDER holds inputs to begin with and gets those that reach new code; `corpus/` copied is a good beginning. A
find is written to crash-...: make it small (-minimize_crash=1) and a test of the reader that raised it. The other
arguments are libFuzzer's. atheris is no dependency: it is asked for by hand, as this is run.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from dragoman.article import report
    from dragoman.errors import InputError
    from dragoman.sources.chunks import DamagedError, TooLargeError
    from dragoman.sources.options import PLAIN
    from dragoman.sources.pages import of_handle

if TYPE_CHECKING:
    from dragoman.model import RawPage

_MOST_PAGES = 20


def one(data: bytes) -> None:
    """Read one input to its reports, as `dragoman read` would; errors that name the input are what is expected."""
    try:
        for number, page in enumerate(of_handle(io.BytesIO(data), "in", PLAIN)):
            if number >= _MOST_PAGES:
                break
            if not isinstance(page, InputError):
                _compose(page)
    except (DamagedError, TooLargeError):
        return


def _compose(page: RawPage) -> None:
    try:
        found = report(page)
    except InputError:
        return
    found.text.encode()
    for entry in found.raw:
        if not 0 <= entry.raw.start < entry.raw.end <= len(page.content):
            raise IndexError(entry)


def _run(*arguments: Any) -> None:  # noqa: ANN401 - atheris has no types
    atheris.Setup(*arguments)
    atheris.Fuzz()


if __name__ == "__main__":
    _run(sys.argv, one)
