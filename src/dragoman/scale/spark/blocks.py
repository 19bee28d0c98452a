"""What one task does: code every so-maniest block of a file's pages, and keep each where all tasks find it.

A file's pages fall into blocks of a fixed size, so that however many tasks share a file, what one of them has finished
is of use to whoever tries again.
"""

from __future__ import annotations

import tarfile
from collections import deque
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from dragoman.scale.parts import Part, parts_in, write_part
from dragoman.scale.pool import Pool
from dragoman.scale.reader import Reader
from dragoman.scale.spark.places import names_in, publish, read

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from dragoman.scale.coding import Page
    from dragoman.scale.rows import Batches
    from dragoman.scale.spark.places import Place
    from dragoman.scale.task import Task

    Coder = Callable[[Iterator[Page]], Iterator[Batches]]

BLOCK = 250
"""Pages: what a lost executor costs at most."""


class Share(NamedTuple):
    """A task's share of a file: the file's address and number in the batch, and which of how many shares this is."""

    name: str
    number: int
    share: int
    shares: int


def folder_of(out: Place, stem: str, name: str) -> Place:
    """Where the blocks of a file lie until its tables are whole; files of one content under two names have two."""
    digest = sha256(name.rsplit("/", 1)[-1].encode(errors="surrogatepass")).hexdigest()[:8]
    return out.at(f"{stem}.blocks").at(digest)


def code_share(path: Path, one: Share, folder: Place, task: Task) -> int:
    """Code what is still missing of a share of a file, which lies at `path`; how many pages the file has in all."""
    there = {int(name.split(".")[0]) for name in names_in(folder)}
    with Pool(1) as pool, Reader(path, task) as reader:
        for block, pages in coded(reader, lambda pages: pool.code(pages, task), one, there):
            with TemporaryDirectory(prefix="dragoman-") as scratch:
                packed = _packed(Path(scratch), block, pages)
                publish(packed, folder.at(packed.name))
        return reader.read


def coded(reader: Reader, coder: Coder, one: Share, there: Container[int]) -> Iterator[tuple[int, list[Batches]]]:
    """The blocks of a share (by number, from 0) that aren't there yet, with the rows of their pages in order."""
    given: deque[int] = deque()

    def pages() -> Iterator[Page]:
        for page in reader:
            block = (reader.read - 1) // BLOCK
            if block % one.shares == one.share and block not in there:
                given.append(block)
                yield page

    numbered = ((given.popleft(), batches) for batches in coder(pages()))
    for block, rows in groupby(numbered, key=lambda row: row[0]):
        yield block, [batches for _, batches in rows]


def _packed(scratch: Path, block: int, pages: list[Batches]) -> Path:
    """A block as one file: a part, as one machine keeps it, in a tar."""
    part = write_part(scratch, block * BLOCK + 1, pages)
    path = scratch / f"{block:06}.tar"
    with tarfile.open(path, "w") as tar:
        tar.add(part.folder, arcname=part.folder.name)
    return path


def parts_of(folder: Place, pages: int, scratch: Path) -> list[Part]:
    """The parts of a file of so many pages, all of whose blocks are done, unpacked into `scratch`."""
    for block in range(-(-pages // BLOCK)):
        content = read(folder.at(f"{block:06}.tar"))
        if content is None:
            raise FileNotFoundError(folder.at(f"{block:06}.tar").name)  # Spark tries again, and this is coded again
        packed = scratch / "block.tar"
        packed.write_bytes(content)
        with tarfile.open(packed) as tar:
            tar.extractall(scratch, filter="data")
        packed.unlink()
    return parts_in(scratch)
