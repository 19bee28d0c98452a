from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.office import office_pages

if TYPE_CHECKING:
    from docx.document import Document


def _document() -> Document:
    document = docx.Document()
    document.add_heading("Envoys meet in Lima", 0)
    document.add_paragraph("The envoys met ").add_run("in Lima.")
    return document


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _read(data: bytes) -> RawPage:
    (page,) = office_pages(data, "note.docx")
    assert isinstance(page, RawPage)
    return page


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """The file with one of its parts put in another's place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            after.writestr(entry.filename, content if entry.filename == name else before.read(entry))
    return out.getvalue()


def test_headings_and_paragraphs_are_paragraphs_of_the_page() -> None:
    data = _saved(_document())
    page = _read(data)
    assert page.content == "Envoys meet in Lima\n\nThe envoys met in Lima."
    assert (page.path, page.kind, page.made) == ("note.docx", "text", True)
    assert page.sha256 == sha256(data).hexdigest()


def test_cells_of_tables_are_lines_in_their_place() -> None:
    document = _document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Chile"
    table.cell(0, 1).text = "ratified\nin 1999"
    document.add_paragraph("Peru did not.")
    assert _read(_saved(document)).content.endswith("Lima.\n\nChile\n\nratified\nin 1999\n\nPeru did not.")


def test_inserted_words_links_and_boxes_are_read_and_struck_out_ones_are_not() -> None:
    document = _document()
    xml = (
        "<w:p {}><w:r><w:t>They </w:t></w:r><w:ins><w:r><w:t>will</w:t></w:r></w:ins><w:del><w:r>"
        "<w:delText>won't</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        '<w:r><w:tab/><w:t>sign</w:t><w:noBreakHyphen/><w:t>off</w:t></w:r><w:hyperlink w:anchor="x"><w:r>'
        "<w:t>, he said</w:t></w:r></w:hyperlink><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>"
    ).format(nsdecls("w"))
    document.element.body.insert(0, parse_xml(xml))
    assert _read(_saved(document)).content.startswith("They will sign-off, he said\n\n")


def test_a_box_with_a_fallback_is_read_once() -> None:
    document = _document()
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    xml = f"<w:p {nsdecls('w')} {namespace}><w:r><mc:AlternateContent>{inner}</mc:AlternateContent></w:r></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    assert _read(_saved(document)).content.count("In the box") == 1


def test_the_title_is_taken_from_the_properties_and_no_date_is() -> None:
    document = _document()
    document.core_properties.title = "Envoys meet in Lima"
    metadata = _read(_saved(document)).metadata
    assert (metadata.title, metadata.date) == ("Envoys meet in Lima", None)
    document.core_properties.title = "press_release_final2"
    assert _read(_saved(document)).metadata.title is None


def test_entities_that_expand_without_end_are_an_error_or_nothing() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "envoys ">{entities}]>'
    body = "<w:body><w:p><w:r><w:t>The &e11; met.</w:t></w:r></w:p></w:body>"
    xml = f"{head}<w:document {nsdecls('w')}>{body}</w:document>"
    for found in office_pages(_with(_saved(_document()), "word/document.xml", xml.encode()), "bomb.docx"):
        assert isinstance(found, InputError) or len(found.content) < 100


def test_a_file_of_this_machine_is_never_taken_in() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    xml = (
        f"{head}<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>The &e; met.</w:t></w:r></w:p></w:body></w:document>"
    )
    page = _read(_with(_saved(_document()), "word/document.xml", xml.encode()))
    assert page.content == "The"


def test_broken_and_empty_documents_are_one_error_each() -> None:
    for name in ("word/document.xml", "[Content_Types].xml", "_rels/.rels"):
        (error,) = office_pages(_with(_saved(_document()), name, b"<w:document><cut"), "x.docx")
        assert str(error) == "x.docx: a Word document that is damaged; save it again, or as text"
    (error,) = office_pages(_saved(docx.Document()), "x.docx")
    assert "without words" in str(error)


_PARTS = st.sampled_from(["word/document.xml", "[Content_Types].xml", "_rels/.rels", "docProps/core.xml"])
_RUBBISH = st.sampled_from(
    [b"<w:p>", b"</w:p>", b'"', b"&#0;", b"..", b"word/styles.xml", b"<!--", b"\xff", b"rId1", b""]
)


@given(_PARTS, st.integers(0, 3000), st.integers(0, 40), _RUBBISH)
def test_any_damage_is_pages_or_errors(name: str, at: int, length: int, rubbish: bytes) -> None:
    data = _SAVED
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        part = bytearray(packed.read(name))
    part[at : at + length] = rubbish
    for found in office_pages(_with(data, name, bytes(part)), "x.docx"):
        assert isinstance(found, (RawPage, InputError))


_SAVED = _saved(_document())
