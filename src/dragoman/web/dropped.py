"""What was dropped on the first page or pasted there, kept as files beside the record: evidence needs its source."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING

import dragoman
from dragoman.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import UploadFile

_PARTS = 8
_LONGEST = 80
_UNWANTED = re.compile(r"[^\w .,()+@=-]|^[. ]+")


def keep(folder: Path, upload: UploadFile) -> Path:
    """Write an uploaded file under `folder`, by its own name where that is free or taken by the same content.

    Raises StoreError if it can't be written.
    """
    upload.file.seek(0)
    digest = sha256()
    while chunk := upload.file.read(1 << 20):
        digest.update(chunk)
    upload.file.seek(0)
    with _translated(folder):
        path = _free(folder, safe_name(upload.filename or ""), digest.hexdigest())
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as handle:
                shutil.copyfileobj(upload.file, handle)
    return path


def keep_text(folder: Path, text: str) -> Path:
    """Write a pasted text under `folder`, named by its content; StoreError if it can't be written."""
    data = "\n".join(text.splitlines()).encode("utf-8", "replace") + b"\n"
    path = folder / f"pasted-{sha256(data).hexdigest()[:8]}.txt"
    with _translated(folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (error.strerror or "no").lower()
        what = f"what was dropped can't be kept there ({why})"
        raise StoreError(what, where=str(folder), do="make room or give yourself the right to write there") from None


def safe_name(name: str) -> Path:
    """A relative path for a file as a browser names it, which may hold anything: no way up, nothing hidden."""
    parts = [_UNWANTED.sub("_", part)[-_LONGEST:] for part in re.split(r"[/\\]", name) if part.strip(". ")]
    return Path(*parts[-_PARTS:]) if parts else Path("unnamed")


def sample() -> Path | None:
    """The sample corpus, where the program lies in its checkout."""
    folder = Path(dragoman.__file__).resolve().parents[2] / "corpus"
    return folder if folder.is_dir() else None


def _free(folder: Path, name: Path, digest: str) -> Path:
    """The name in the folder, or with a number the first that is free or has this content already.

    Where a file lies in the way of a folder that the name needs, the folders are left out.
    """
    if any((folder / one).is_file() for one in name.parents):
        name = Path(name.name)
    path = folder / name
    for number in range(1, 10_000):
        tried = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        if not tried.exists() or (tried.is_file() and _digest(tried) == digest):
            return tried
    return path.with_name(f"{digest}{path.suffix}")


def _digest(path: Path) -> str:
    with path.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()
