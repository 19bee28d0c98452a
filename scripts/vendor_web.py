"""Copy the browser's libraries from npm into the checkout, at locked versions, with their licences and hashes.

    python scripts/vendor_web.py [--lock]

Each package is fetched as npm packs it; what is taken from it is compared with the hashes in the manifest.json beside
the files, and anything else is refused. `--lock` writes these hashes anew: for a new version, once its changes are
read. Nothing of a package is run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "src/dragoman/web/static/vendor"
FOR_TESTS = ROOT / "tests/ui/vendor"


class Package(NamedTuple):
    """A package of npm, the licence it is under, and what is taken of it: member and the name that it gets."""

    name: str
    version: str
    licence: str
    files: tuple[tuple[str, str], ...]
    folder: Path = SHIPPED


PACKAGES = (
    Package("htmx.org", "4.0.1", "0BSD", (("dist/htmx.min.js", "htmx.min.js"),)),
    Package(
        "uplot",
        "1.6.32",
        "MIT",
        (("dist/uPlot.iife.min.js", "uPlot.iife.min.js"), ("dist/uPlot.min.css", "uPlot.min.css")),
    ),
    Package("d3-array", "3.2.5", "ISC", (("dist/d3-array.min.js", "d3-array.min.js"),)),
    Package("internmap", "2.0.3", "ISC", ()),  # nothing of its own: d3-array's file has it within
    Package("d3-geo", "3.1.2", "ISC", (("dist/d3-geo.min.js", "d3-geo.min.js"),)),
    Package("topojson-client", "3.1.0", "ISC", (("dist/topojson-client.min.js", "topojson-client.min.js"),)),
    Package("world-atlas", "2.0.2", "ISC", (("countries-50m.json", "countries-50m.json"),)),
    Package("axe-core", "4.14.1", "MPL-2.0", (("axe.min.js", "axe.min.js"),), FOR_TESTS),
)


def main() -> int:
    """Fetch, compare, write; 1 if something is not what was locked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lock", action="store_true", help="Write the hashes anew.")
    lock = parser.parse_args().lock
    wrong = 0
    for folder in (SHIPPED, FOR_TESTS):
        packages = [one for one in PACKAGES if one.folder == folder]
        taken = {one.name: fetched(one) for one in packages}
        found = manifest(packages, taken)
        if not lock and found != json.loads((folder / "manifest.json").read_text(encoding="utf-8")):
            print(f"{folder}: what npm has is not what manifest.json has; nothing was written", file=sys.stderr)
            wrong = 1
            continue
        write(folder, taken, found)
    return wrong


def fetched(package: Package) -> dict[str, bytes]:
    """The contents of a package's files and of its licence, by the names that they get."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}@{package.version}"
        command = ["npm", "pack", wanted, "--ignore-scripts", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own constants
        [packed] = Path(folder).iterdir()
        with tarfile.open(packed) as archive:
            return {name: _member(archive, member) for member, name in _members(package)}


def manifest(packages: list[Package], taken: dict[str, dict[str, bytes]]) -> list[dict[str, object]]:
    """What manifest.json says of a folder: of each package name, version, licence, and its files with their hashes."""
    return [
        {
            "name": one.name,
            "version": one.version,
            "licence": one.licence,
            "files": {name: sha256(data).hexdigest() for name, data in taken[one.name].items()},
        }
        for one in packages
    ]


def write(folder: Path, taken: dict[str, dict[str, bytes]], found: list[dict[str, object]]) -> None:
    """Write the files of a folder, and its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for files in taken.values():
        for name, data in files.items():
            (folder / name).write_bytes(data)
            print(f"{(folder / name).relative_to(ROOT)}: {len(data)} bytes")
    (folder / "manifest.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _members(package: Package) -> tuple[tuple[str, str], ...]:
    return (*package.files, ("LICENSE", f"{package.name}.LICENSE.txt"))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    handle = archive.extractfile(f"package/{name}")
    if handle is None:
        raise FileNotFoundError(name)
    return handle.read()


if __name__ == "__main__":
    sys.exit(main())
