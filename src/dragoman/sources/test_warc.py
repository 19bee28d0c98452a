from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources import find, pages
from dragoman.sources.members import unpack
from dragoman.sources.warc import warc_pages

_SCRIPT = Path(__file__).parents[3] / "scripts" / "make_warc.py"
_HTML = b"<!doctype html><title>Talks</title><p>The envoys met."
_LIMIT = 1 << 20


def _record(body: bytes = _HTML, media: str = "text/html", *fields: str, **head: str) -> bytes:
    """A response; `head` may change the WARC fields Type and Target, and the status of the answer."""
    status = head.get("status", "200 OK")
    answer = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *fields, "", ""]).encode() + body
    lines = [
        "WARC/1.1",
        f"WARC-Type: {head.get('kind', 'response')}",
        f"WARC-Target-URI: {head.get('target', 'http://news.example/talks')}",
        f"Content-Length: {len(answer)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def _found(*records: bytes) -> list[RawPage | InputError]:
    return list(warc_pages(iter(records), "crawl.warc.gz", _LIMIT))


def _page(*records: bytes) -> RawPage:
    (page,) = _found(*records)
    assert isinstance(page, RawPage)
    return page


def _error(*records: bytes) -> str:
    (error,) = _found(*records)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    return str(error)


def test_a_response_becomes_a_page_with_its_address_and_the_hash_of_its_bytes() -> None:
    page = _page(_record(kind="warcinfo"), _record(kind="request"), _record(target="<http://news.example/a>"))
    assert (page.path, page.kind, page.content) == ("crawl.warc.gz#3", "html", _HTML.decode())
    assert page.metadata.url == "http://news.example/a"
    assert page.sha256 == sha256(_HTML).hexdigest()
    packed = _page(_record(gzip.compress(_HTML), "text/html", "Content-Encoding: gzip"))
    assert packed.sha256 == page.sha256


def test_the_type_and_the_content_tell_the_kind() -> None:
    assert _page(_record(media="application/xhtml+xml")).kind == "html"
    assert _page(_record(b"The envoys met.", "TEXT/HTML; charset=utf-8")).kind == "html"
    assert _page(_record(b"The envoys met.", "text/plain")).kind == "text"
    assert _page(_record(media="text/plain")).kind == "html"
    assert _page(_record(status="203 Non-Authoritative Information")).kind == "html"


@pytest.mark.parametrize(
    "passed_over",
    [
        *(_record(kind=kind) for kind in ("warcinfo", "request", "metadata", "revisit", "resource", "conversion")),
        *(_record(status=status) for status in ("404 Not Found", "301 Moved", "500 Oops", "x", "")),
        *(_record(media=media) for media in ("image/png", "application/json", "text/css", "")),
        *(
            _record(body)
            for body in (b"", b" \r\n\t", b'{"a": 1}', b"[\n{}]", b"%PDF-1.7", b"<?xml version='1.0'?><a>")
        ),
        _record(target="dns:news.example"),
        _record(b"\x89PNG" + bytes(2 * _LIMIT), "image/png"),
    ],
)
def test_what_is_no_page_is_passed_over(passed_over: bytes) -> None:
    assert _page(passed_over, _record()).path == "crawl.warc.gz#2"


@pytest.mark.parametrize(
    ("charset", "body", "words"),
    [
        ("", "<p>Málaga – “x”".encode("cp1252"), "Málaga – “x”"),
        ("windows-1251", "<p>Москва и Киев".encode("cp1251"), "Москва и Киев"),
        ("windows-1251", "<meta charset=iso-8859-1><p>Москва".encode("cp1251"), "Москва"),
        ("iso-8859-1", "<p>Málaga – “x”".encode(), "Málaga – “x”"),
        ("iso-8859-1", "<p>Málaga – “x”".encode("cp1252"), "Málaga – “x”"),
        ("utf-8", "<meta charset='windows-1251'><p>Москва".encode("cp1251"), "Москва"),
        ("utf-8", "<p>서울 회담".encode("utf-16"), "서울 회담"),
        ("UTF-16LE", "<p>서울 회담".encode("utf-16-le"), "서울 회담"),
        ("utf-16be", "<p>서울 회담".encode("utf-16-be"), "서울 회담"),
        ("no-such-charset", "<p>Málaga".encode(), "Málaga"),
        ("rot13", "<p>The envoys met in Málaga".encode("cp1252"), "Málaga"),
    ],
)
def test_the_charset_is_told_by_mark_bytes_head_and_page(charset: str, body: bytes, words: str) -> None:
    page = _page(_record(body, f'text/html; charset="{charset}"'))
    assert page.content.endswith(words)
    assert "\ufffd" not in page.content
    assert page.content.startswith("<")


def test_a_page_that_can_not_be_read_is_one_line_with_record_and_address_and_the_next_is_read() -> None:
    for bad, what in (
        (_record(gzip.compress(_HTML)[:-9], "text/html", "Content-Encoding: gzip"), "can't be unpacked (gzip)"),
        (_record(gzip.compress(bytes(_LIMIT * 3)), "text/html", "Content-Encoding: gzip"), "more than 1 MiB"),
        (_record(b"<p>" + b"x" * _LIMIT), "more than 1 MiB"),
        (_record(b"<p>" + bytes(range(256)) * 9), "binary"),
        (_record()[:-20], "cut short"),
    ):
        assert _error(bad).startswith("crawl.warc.gz: record 1 (http://news.example/talks): ")
        assert what in _error(bad)
        if what != "cut short":
            error, page = _found(bad, _record())
            assert isinstance(error, InputError)
            assert isinstance(page, RawPage)


def test_addresses_can_be_printed() -> None:
    assert "\x1b" not in _error(_record(target="http://a.example/\x1b[2J")[:-20])
    assert _page(_record(target="http://a.example/\x1b[2J")).metadata.url == "http://a.example/\ufffd[2J"
    assert len(_error(_record(target="http://a.example/" + "x" * 9000)[:-20])) < 400


class Made(NamedTuple):
    path: Path
    good: list[str]
    bad: list[str]


def _make(path: Path, *args: str) -> Made:
    command = [sys.executable, str(_SCRIPT), str(path), *args]
    said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return Made(path, said["good"], said["bad"])


def _read(path: Path) -> tuple[list[str | None], list[str]]:
    """The addresses of the pages in a file, and its errors."""
    (file,) = find([str(path)])[0]
    found = list(pages(file))
    read = [page for page in found if isinstance(page, RawPage)]
    assert all("said after" in page.content and "\ufffd" not in page.content for page in read)
    return [page.metadata.url for page in read], [str(error) for error in found if isinstance(error, InputError)]


@pytest.mark.parametrize(("name", "more"), [("a.warc", []), ("a.warc.gz", []), ("a.warc.gz", ["--single"])])
def test_a_made_archive_gives_all_its_good_pages_and_an_error_for_each_bad_one(
    tmp_path: Path, name: str, more: list[str]
) -> None:
    made = _make(tmp_path / name, "--pages", "150", "--broken", "15", "--cut", *more)
    urls, errors = _read(made.path)
    assert urls == made.good
    assert len(made.bad) > 9
    assert [error.partition("(")[2].partition(")")[0] for error in errors] == made.bad
    assert all(error.startswith(f"{made.path}: record ") for error in errors)
    assert "cut short" in errors[-1]


def test_the_same_seed_makes_the_same_archive(tmp_path: Path) -> None:
    made = [
        _make(tmp_path / f"{n}.warc.gz", "--pages", "9", "--seed", str(seed)).path for n, seed in enumerate((1, 1, 2))
    ]
    assert made[0].read_bytes() == made[1].read_bytes() != made[2].read_bytes()


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_packed_archive_gives_pages_as_they_were_or_errors(data: st.DataObject) -> None:
    bodies = [b"<p>" + random.Random(n).randbytes(700).hex().encode() for n in range(6)]
    packed = bytearray(b"".join(gzip.compress(_record(body)) for body in bodies))
    changes = data.draw(st.lists(st.tuples(st.integers(0, len(packed) - 1), st.binary(max_size=40)), max_size=4))
    for at, rubbish in changes:
        packed[at : at + len(rubbish)] = rubbish
    found = list(warc_pages(unpack(iter([bytes(packed)])), "crawl.warc.gz", _LIMIT))
    assert {page.content.encode() for page in found if isinstance(page, RawPage)} <= set(bodies)
    assert len([page for page in found if isinstance(page, RawPage)]) >= 6 - 2 * len(changes)


@given(st.lists(st.one_of(st.binary(max_size=80), st.sampled_from([_record(), _record()[:90]])), max_size=6))
def test_any_bytes_are_pages_or_errors(parts: list[bytes]) -> None:
    for found in _found(*parts):
        assert isinstance(found, (RawPage, InputError))


_READER = """
import sys
from dragoman.sources import find, pages
from dragoman.model import RawPage
count = sum(isinstance(page, RawPage) for page in pages(find(sys.argv[1:])[0][0]))
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(count, int(peak) >> 10)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process's own memory is told by Linux")
def test_an_archive_of_200_mb_is_read_in_less_than_400_mb(tmp_path: Path) -> None:
    made = _make(tmp_path / "big.warc", "--size", str(210_000_000), "--broken", "1")
    command = [sys.executable, "-c", _READER, str(made.path)]
    count, megabytes = map(int, subprocess.run(command, check=True, capture_output=True).stdout.split())
    assert count == len(made.good)
    assert megabytes < 400
