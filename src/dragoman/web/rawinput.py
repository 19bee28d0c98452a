"""The page as it came in, read again from the file that the record names, if that still holds what was read then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import RawPage
from dragoman.sources import SourceFile, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Source

LARGEST = 64 << 20
"""Bytes of a file that is searched for a page."""
_MARKS = ":#!"


class Found(NamedTuple):
    """A page's content, or in words why it can't be shown."""

    content: str | None
    why: str | None


def raw_input(source: Source, beside: Path) -> Found:
    """The page that a report was read from; relative paths are looked up here and beside the record.

    Nothing is shown but what has the hash that the record keeps of it: a path in a record is no way to other files.
    """
    for path in _files(source.path, beside):
        size = path.stat().st_size
        if not size:  # nor is what the kernel only shows as a file, and may never end
            continue
        if size > LARGEST:
            return Found(None, f"{source.path} is too large to be searched here")
        for page in pages(SourceFile(source.path[: _cut(source.path, path)], path, size)):
            if isinstance(page, RawPage) and page.sha256 == source.sha256:
                return Found(page.content, None)
        return Found(None, f"{source.path} is no longer what was read")
    return Found(None, f"{source.path} is not there any more, or it was no file")


def _files(name: str, beside: Path) -> Iterator[Path]:
    """The files that the name can mean: the whole of it, or what stands before a mark of a place in the file."""
    ends = [len(name), *(at for at in range(len(name) - 1, 0, -1) if name[at] in _MARKS)]
    for end in ends:
        for folder in (Path(), beside):
            path = folder / name[:end]
            try:
                regular = path.is_file()
            except (OSError, ValueError):
                continue
            if regular:
                yield path


def _cut(name: str, path: Path) -> int:
    """How much of the name is the file's."""
    return next(end for end in range(len(name), 0, -1) if str(path).endswith(str(Path(name[:end]))))
