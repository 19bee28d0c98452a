"""What the real command says of inputs, rights, disks and records that fail: one line each, never a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

import dragoman

SOURCES = Path(dragoman.__file__).parents[1]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCES), "COLUMNS": "80"}
DRAGOMAN = [sys.executable, "-m", "dragoman"]

GOOD = """Foreign ministers of France and Japan meet in Paris

PARIS, May 5, 2014 - French Foreign Minister Laurent Fabius met his Japanese counterpart Fumio Kishida in Paris on
Monday. "We want to work together in Africa," Fabius said after the talks.
"""

BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "program": b"\x7fELF\x02\x01\x01" + bytes(4000),
    "latin.txt": "".join(map(chr, range(128, 160))).encode("latin-1") * 40 + b"\xff\xfe\xfd" * 100,
    "long.jsonl": b'{"id": "long", "text": "' + b"word " * (10 << 20) + b'"}\n',
    "broken.html": b"<html><head><title>x</title></head><body><div><p",
    "untold.jsonl": b'{"id": "no-text", "title": "A row without its words"}\n',
    "february.jsonl": json.dumps({"id": "feb", "text": GOOD, "date": "2013-02-31"}).encode() + b"\n",
}


class Ended(NamedTuple):
    code: int
    out: str
    err: str

    def line_about(self, name: str) -> str:
        """The one line on standard error that names this input."""
        (line,) = [line for line in self.err.splitlines() if line.startswith("dragoman: ") and name in line]
        return line


def run(*args: str | Path, under: str = "", stdin: str = "", cwd: Path | None = None) -> Ended:
    """Run the command to its end; `under` is Python that the child runs before it becomes the command."""
    command = [*DRAGOMAN, *map(str, args)]
    if under:
        command = [sys.executable, "-c", f"import os\n{under}\nos.execv({command[0]!r}, {command!r})"]
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, env=ENVIRONMENT, cwd=cwd, check=False)
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err
    return ended


def reports_in(store: Path) -> list[dict[str, object]]:
    """What the record holds, asked through the command: so it opens."""
    listed = run("report", "--json", "--store", store)
    assert listed.code == 0, listed.err
    return [json.loads(line) for line in listed.out.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of bad inputs with good ones before and after them."""
    made = tmp_path_factory.mktemp("inputs")
    for name, content in BAD.items():
        (made / name).write_bytes(content)
    (made / "a-first.txt").write_text(GOOD, encoding="utf-8")
    rows = [
        {"id": "row-1", "text": GOOD.replace("Paris", "Lyon")},
        {"id": "row-3", "text": GOOD.replace("May", "June")},
    ]
    lines = [json.dumps(rows[0]), '{"id": "row-2", "tex', json.dumps(rows[1])]
    (made / "z-rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("record") / "bad.duckdb"


@pytest.fixture(scope="module")
def read_once(folder: Path, store: Path) -> Ended:
    """The command run once over all of them: it takes seconds to load its model."""
    return run("read", folder, "--store", store)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("picture.txt", "PNG|image|picture"),
        ("program", "program|binary|ELF"),
        ("latin.txt", "encoding|binary|text"),
        ("long.jsonl:1", "text"),
        ("broken.html", "text|words|article"),
        ("untold.jsonl:1", "without text"),
        ("february.jsonl:1", "2013-02-31.* is no date"),
        ("z-rows.jsonl:2", "not JSON"),
    ],
)
def test_a_bad_input_is_named_in_one_line_that_says_what_is_wrong_and_what_to_do(
    read_once: Ended, name: str, what: str
) -> None:
    line = read_once.line_about(name)
    where, _, said = line.removeprefix("dragoman: ").partition(": ")
    wrong, _, do = said.rpartition("; ")
    assert where.endswith(name)
    assert re.search(what, wrong)
    assert do
    assert len(line) < 400


def test_some_failed_and_the_rest_is_in_the_record(read_once: Ended, store: Path) -> None:
    assert read_once.code == 1
    assert read_once.out == ""
    paths = [str(row["path"]) for row in reports_in(store)]
    assert sorted(Path(path).name for path in paths) == ["a-first.txt", "z-rows.jsonl:1", "z-rows.jsonl:3"]


def test_reading_again_changes_nothing(read_once: Ended, folder: Path, store: Path) -> None:
    before = reports_in(store)
    again = run("read", folder, "--store", store)
    assert again.code == read_once.code
    assert [" ".join(line.split()[:2]) for line in again.err.splitlines()[:2]] == ["0 read", "3 unchanged"]
    assert reports_in(store) == before


def test_extract_prints_the_good_ones_and_names_the_bad_ones(folder: Path) -> None:
    done = run("extract", folder / "empty.txt", folder / "z-rows.jsonl")
    assert done.code == 1
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["row-1", "row-3"]
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize("verb", ["read", "extract"])
def test_a_name_at_which_nothing_lies_is_no_input(verb: str, tmp_path: Path) -> None:
    done = run(verb, "nothing.txt", cwd=tmp_path)
    assert done.code == 66
    assert done.err.splitlines() == ["dragoman: nothing.txt: no such file or folder; check the name"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_files_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = run("read", "bare", cwd=tmp_path)
    assert done.code == 66
    assert len(done.err.splitlines()) == 1


# Root may read everything; without these two capabilities it is stopped by a folder's rights as anyone is.
WITHOUT_OVERRIDE = """
import ctypes
libc = ctypes.CDLL(None)
assert all(libc.prctl(24, capability, 0, 0, 0) == 0 for capability in (1, 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="root's capabilities are dropped by Linux's prctl")
def test_a_folder_without_rights_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    under = WITHOUT_OVERRIDE if os.geteuid() == 0 else ""
    done = run("read", "locked", "good.txt", "--store", "s.duckdb", under=under, cwd=tmp_path)
    assert done.code == 1
    assert "permission denied" in done.line_about("locked")
    assert len(reports_in(tmp_path / "s.duckdb")) == 1


# A limit on the size of files stops writing as a full disk does, and needs no disk to fill.
FULL = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1 << 15, 1 << 15))"


def test_a_full_disk_is_one_line_and_the_record_stays_whole(read_once: Ended, store: Path, tmp_path: Path) -> None:
    assert read_once.code == 1
    kept = tmp_path / "kept.duckdb"
    shutil.copy(store, kept)
    before = reports_in(kept)
    more = "\n".join(json.dumps({"id": f"more-{n}", "text": f"{n} {GOOD}" * 9}) for n in range(9))
    done = run("read", "-", "--store", kept, under=FULL, stdin=more)
    assert done.code == 1
    assert "kept.duckdb" in done.err.splitlines()[-1]
    after = reports_in(kept)
    assert [row for row in after if not str(row["id"]).startswith("more-")] == before
    assert run("doctor", "--store", kept).code == 0


def test_output_that_can_not_be_written_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*DRAGOMAN, "extract", str(folder / "a-first.txt")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("dragoman: ")
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_failure(folder: Path) -> None:
    command = [*DRAGOMAN, "extract", str(folder / "a-first.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read()
    assert said == ""
    assert child.returncode == 0


def test_an_interruption_is_one_line_and_the_record_opens_afterwards(folder: Path, tmp_path: Path) -> None:
    kept, pipe = tmp_path / "kept.duckdb", tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [*DRAGOMAN, "read", str(folder / "a-first.txt"), str(pipe), "--store", str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True) as child:
        end = _opened_when_read(pipe, child)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate()
        os.close(end)
    assert child.returncode == 130
    assert said.splitlines() == ["dragoman: interrupted; what was written to a record is whole"]
    assert reports_in(kept) == []
    assert run("read", folder / "a-first.txt", "--store", kept).code == 0
    assert len(reports_in(kept)) == 1


def _opened_when_read(pipe: Path, child: subprocess.Popen[str]) -> int:
    """The end to write to, once the child has come to the pipe; it then waits for words that never come."""
    while child.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.02)
    raise AssertionError(child.communicate())


def test_a_record_of_a_newer_version_is_left_alone(read_once: Ended, store: Path, tmp_path: Path) -> None:
    assert read_once.code == 1
    newer = tmp_path / "newer.duckdb"
    shutil.copy(store, newer)
    _make_newer(newer)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    bytes_before = newer.read_bytes()
    for args in (["read", tmp_path / "good.txt"], ["timeline"]):
        done = run(*args, "--store", newer)
        assert done.code == 1
        assert "newer" in done.line_about("newer.duckdb: ")
        assert len(done.err.splitlines()) == 1
    assert newer.read_bytes() == bytes_before


def _make_newer(store: Path) -> None:
    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE meta SET value = '1000' WHERE key = 'schema'")


@pytest.mark.parametrize("content", [b"", b"this is no database at all" * 400])
def test_a_file_that_is_no_record_is_named_and_left_alone(content: bytes, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_bytes(content)
    done = run("timeline", "--store", other)
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert done.line_about("notes.txt").startswith("dragoman: ")
    assert other.read_bytes() == content


def test_bad_lines_of_extracted_reports_are_named_and_the_rest_is_merged(folder: Path, tmp_path: Path) -> None:
    good = run("extract", folder / "a-first.txt").out
    coded = tmp_path / "coded.jsonl"
    coded.write_text(f'{good}{{"id": 7}}\nnot json\n\n[]\n{good}', encoding="utf-8")
    done = run("merge", coded, "--stories")
    assert done.code == 1
    assert [json.loads(line)["kind"] for line in done.out.splitlines()] == ["story"]
    assert [line.split(": ")[1].rpartition(":")[2] for line in done.err.splitlines()] == ["2", "3", "5"]
