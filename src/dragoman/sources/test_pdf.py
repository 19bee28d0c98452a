from __future__ import annotations

import io
import re
import sys
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources import pdf
from dragoman.sources.documents import document_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

_LEAD = ["Envoys meet in Lima", "", "The envoys of both states met in Lima on Tuesday and", "agreed on the old border."]


def _shown(lines: Sequence[str], at: str = "72 700 Td") -> bytes:
    """What sets the lines in 12 points, 14 apart."""
    words = (re.sub(r"([()\\])", r"\\\1", line) for line in lines)
    return f"BT /F1 12 Tf 14 TL {at} {' '.join(f'({line}) Tj T*' for line in words)} ET".encode("cp1252")


def _pdf(*contents: bytes, info: bytes = b"", page: bytes = b"", kids: int = 0) -> bytes:
    """A file with a page for each content stream, its last page `kids` times over."""
    first = 4
    numbers = [first + 2 * i for i in range(len(contents))]
    numbers += [numbers[-1]] * kids
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Count %d/Kids[%s]>>"
        % (len(numbers), b" ".join(b"%d 0 R" % number for number in numbers)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, content in enumerate(contents):
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (page, first + 2 * i + 1))
        packed = zlib.compress(content)
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed))
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info<<%s>>>>" % (len(objects) + 1, info)
    start = len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
        trailer,
        start,
    )


def _read(data: bytes) -> RawPage:
    (page,) = document_pages("pdf", data, "note.pdf")
    assert isinstance(page, RawPage)
    return page


def _error(data: bytes) -> str:
    (error,) = document_pages("pdf", data, "note.pdf")
    assert isinstance(error, InputError)
    return str(error)


def test_the_lines_of_its_pages_become_paragraphs() -> None:
    data = _pdf(_shown(_LEAD), _shown(["They meet again in May."]))
    page = _read(data)
    lead = "The envoys of both states met in Lima on Tuesday and agreed on the old border."
    assert page.content == f"Envoys meet in Lima\n\n{lead}\n\nThey meet again in May."
    assert (page.path, page.kind, page.made) == ("note.pdf", "text", True)
    assert page.sha256 == sha256(data).hexdigest()


def test_the_title_is_taken_from_the_properties_where_it_is_one_and_no_date_is() -> None:
    info = b"/Title(Envoys meet in Lima)/CreationDate(D:20150504100000Z)"
    assert _read(_pdf(_shown(_LEAD), info=info)).metadata.title == "Envoys meet in Lima"
    assert _read(_pdf(_shown(_LEAD), info=info)).metadata.date is None
    for title in (b"(Microsoft Word - note.doc)", b"(Another matter altogether)", b"7", b"[(x)]", b"99 0 R"):
        assert _read(_pdf(_shown(_LEAD), info=b"/Title " + title)).metadata.title is None


def test_a_page_on_its_side_is_read_like_any_other() -> None:
    turned = _shown(_LEAD, "0 1 -1 0 100 72 Tm")
    assert _read(_pdf(turned, page=b"/Rotate 90")).content == _read(_pdf(_shown(_LEAD))).content


def test_letters_set_together_are_letters_again() -> None:
    ligature = b"BT /F1 12 Tf 72 700 Td /Span<</ActualText(x)>>BDC (The \222 of\256ce was closed today.) Tj EMC ET"
    data = _pdf(ligature).replace(
        b"/Encoding/WinAnsiEncoding", b"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[174/fi 146/ff]>>"
    )
    assert _read(_rebuilt(data)).content == "The ff office was closed today."


def _rebuilt(data: bytes) -> bytes:
    """The same without a table of places that could be wrong."""
    return (
        data[: data.rindex(b"xref\n0 ")]
        + data[data.index(b"trailer") : data.index(b"startxref")]
        + b"startxref\n0\n%%EOF"
    )


def test_a_broken_table_of_places_is_got_over() -> None:
    data = _pdf(_shown(_LEAD))
    wanted = _read(data).content
    assert _read(_rebuilt(data)).content == wanted
    assert _read(data.replace(b"startxref\n", b"startxref\n9")).content == wanted
    assert _read(b"junk before\n" + data).content == wanted


def test_pages_of_pictures_are_refused_with_what_to_do() -> None:
    assert (
        _error(_pdf(b"q 10 0 0 10 0 0 cm Q"))
        == "note.pdf: a PDF with no text in it; scanned pages need OCR first (ocrmypdf)"
    )
    assert "OCR" in _error(_pdf(_shown(["Page 1"])))
    assert "OCR" in _error(_pdf(b""))


def test_fonts_that_dont_say_their_letters_are_refused() -> None:
    private = b"".join(b"<%02x> <e0%02x>\n" % (code, code) for code in range(32, 127))
    names = (
        b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 95 beginbfchar\n" + private + b"endbfchar endcmap"
    )
    font = b"/Encoding/WinAnsiEncoding/ToUnicode 6 0 R"
    data = _pdf(_shown(_LEAD)).replace(b"/Encoding/WinAnsiEncoding", font)
    stream = b"6 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(names), names)
    at = data.rindex(b"xref\n0 ")
    assert "which letters they show" in _error(_rebuilt(data[:at] + stream + data[at:]))


def _locked(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf(_shown(_LEAD)))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_file_is_read_without_a_password_or_refused() -> None:
    assert (
        _error(_locked("secret", "RC4-128")) == "note.pdf: an encrypted PDF; print it into a new PDF without a password"
    )
    assert _read(_locked("", "RC4-128")).content.startswith("Envoys meet in Lima")


def test_a_page_that_cant_be_read_is_named_and_the_others_are_read() -> None:
    data = _pdf(_shown(_LEAD), _shown(["Gone."]), _shown(["They meet again in May."]))
    at = data.index(b"7 0 obj")
    data = data[:at] + data[at:].replace(b"/FlateDecode", b"/FlattDecode", 1)
    page, error = document_pages("pdf", data, "note.pdf")
    assert isinstance(page, RawPage)
    assert page.content.endswith("They meet again in May.")
    assert str(error) == "note.pdf: of its 3 pages 1 can't be read (2); fetch it again; the others were read"


def test_too_many_pages_words_or_seconds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "of 2,001 pages, more than 2,000" in _error(_pdf(_shown(_LEAD), kids=2000))
    monkeypatch.setattr(pdf, "TEXT_LIMIT", 100)
    assert "more than 100 characters" in _error(_pdf(_shown(_LEAD), _shown(_LEAD)))
    monkeypatch.setattr(pdf, "SECONDS", -60.0)
    assert "minutes to read" in _error(_pdf(_shown(_LEAD)))


def test_a_packed_bomb_is_an_error() -> None:
    assert _error(_pdf(b" " * (40 << 20))).startswith("note.pdf: a PDF that is damaged")


def test_damaged_files_are_one_error_and_standard_error_stays_clean(capfd: pytest.CaptureFixture[str]) -> None:
    data = _pdf(_shown(_LEAD))
    for broken in (b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500), data[:200], data.replace(b"/Pages", b"/Sages")):
        assert _error(broken).startswith("note.pdf: a PDF that is damaged")
    _read(data.replace(b"/Length", b"/Length 3/Length"))
    sys.stderr.flush()
    assert capfd.readouterr().err == ""


_TOKENS = st.sampled_from(
    [b"<<", b">>", b"[", b"]", b"(", b"/", b"-1", b"2 0 R", b"99 0 R", b"null", b"stream", b"1e99", b""]
)


@given(st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 8), _TOKENS), min_size=1, max_size=4))
def test_any_damage_is_pages_or_errors(changes: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(_pdf(_shown(_LEAD), info=b"/Title(Envoys meet in Lima)"))
    for at, length, rubbish in changes:
        data[at : at + length] = rubbish
    for found in document_pages("pdf", bytes(data), "note.pdf"):
        assert isinstance(found, (RawPage, InputError))
