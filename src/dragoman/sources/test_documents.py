from __future__ import annotations

import sys

import pytest

from dragoman.sources.documents import DocumentKind, document_pages, title_in

_TEXT = "Envoys meet in Lima\n\nThe envoys of both states met in Lima on Tuesday."


@pytest.mark.parametrize(("kind", "library", "what"), [("pdf", "pypdf", "a PDF"), ("docx", "docx", "a Word document")])
def test_without_the_extra_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, kind: DocumentKind, library: str, what: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)  # as if it weren't installed
    (error,) = document_pages(kind, b"%PDF-1.4", "note.bin")
    line = f"note.bin: {what}, which takes a library that isn't installed; pip install 'dragoman[documents]'"
    assert str(error) == line


def test_a_title_that_stands_on_the_first_page_is_one() -> None:
    assert title_in("Envoys  meet in Lima", _TEXT) == "Envoys meet in Lima"
    assert title_in("ENVOYS MEET, in Lima", _TEXT) == "ENVOYS MEET, in Lima"


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        7,
        "untitled",
        "Lima",
        "envoys_meet_in_lima",
        "Microsoft Word - Envoys meet in Lima",
        "envoys meet in lima.docx",
        "Envoys meet in Oslo",
        "A template for all of our press releases",
    ],
)
def test_names_of_files_and_titles_of_other_documents_are_none(title: object) -> None:
    text = "Microsoft Word - Envoys meet in Lima\nenvoys meet in lima.docx untitled envoys_meet_in_lima"
    assert title_in(title, f"{_TEXT}\n\n{text}") is None
