from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.office import office_pages


def _zip(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


def _error(data: bytes) -> str:
    (found,) = office_pages(data, "x.zip")
    assert isinstance(found, InputError)
    return str(found)


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        (
            {"[Content_Types].xml": b"", "xl/workbook.xml": b""},
            "x.zip: a spreadsheet, which isn't read; save it as CSV",
        ),
        (
            {"[Content_Types].xml": b"", "ppt/presentation.xml": b""},
            "x.zip: slides, which isn't read; save them as PDF",
        ),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, "x.zip: an OpenDocument file"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "x.zip: a spreadsheet"),
        ({"mimetype": b"application/epub+zip"}, "x.zip: an e-book"),
        ({"Index/Document.iwa": b""}, "x.zip: a Pages, Numbers or Keynote document"),
        ({"META-INF/MANIFEST.MF": b""}, "x.zip: a program"),
        ({"one.txt": b"words", "word/notes.txt": b"words"}, "x.zip: a zip file; unpack it"),
        ({}, "x.zip: a zip file that is"),
    ],
)
def test_what_comes_as_a_zip_file_is_told_apart(entries: dict[str, bytes], line: str) -> None:
    data = _zip(entries) if entries else b"PK\x03\x04 and no more"
    assert _error(data).startswith(line)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    document = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}
    assert "a packed bomb" in _error(_zip({**document, "word/media/one.png": bytes(65 << 20)}))
    assert "a packed bomb" in _error(_zip({**document, "word/styles.xml": bytes(17 << 20)}))
    halves = {f"word/media/{number}.png": bytes(33 << 20) for number in range(2)}
    assert "a packed bomb" in _error(_zip({**document, **halves}))
    assert "far too much in it" in _error(_zip({str(i): b"" for i in range(10_001)}, zipfile.ZIP_STORED))


def test_a_list_that_says_less_than_there_is_doesnt_let_more_in() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a>" + b" " * (17 << 20) + b"</a>"}
    data = _zip(parts)
    lie = data.replace((17 * (1 << 20) + 7).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert lie != data
    assert "damaged" in _error(lie)


def test_an_encrypted_entry_is_an_error() -> None:
    locked = bytearray(_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "damaged" in _error(bytes(locked))


@given(st.lists(st.tuples(st.integers(0, 500), st.binary(max_size=12)), max_size=5))
def test_any_damage_is_pages_or_errors(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>", "mimetype": b"x"}))
    for at, rubbish in changes:
        place = at % len(data)
        data[place : place + len(rubbish)] = rubbish
    for found in office_pages(bytes(data), "x.zip"):
        assert isinstance(found, (RawPage, InputError))
