"""Writing files so that a half-written one never stands in the place of a whole one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to, which takes its place if all went well and is removed if not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """Write lines, with the line ends that they have, as UTF-8; the path written."""
    with in_place_of(path) as part, part.open("w", encoding="utf-8", newline="") as out:
        out.writelines(lines)
    return path
