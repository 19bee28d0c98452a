from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.model import Metadata, PageKind, RawPage

_TEXT = "The envoys of both governments came back to the table in Geneva on Tuesday."


@pytest.mark.parametrize(("kind", "content"), [("article", _TEXT), ("text", _TEXT), ("html", f"<p>{_TEXT}</p>" * 2)])
def test_each_kind_of_page_becomes_a_report(kind: PageKind, content: str) -> None:
    found = report(RawPage("a", kind, content, "ff"))
    assert found.text == _TEXT
    assert found.source.sha256 == "ff"


@pytest.mark.parametrize("kind", ["article", "text", "html"])
def test_a_page_without_a_story_is_an_error_that_names_it(kind: PageKind) -> None:
    with pytest.raises(InputError, match=r"^a\.x: no article found; "):
        report(RawPage("a.x", kind, " \n", "ff"))


@given(st.sampled_from(["article", "text"]), st.text(st.characters(exclude_categories=())), st.text() | st.none())
def test_any_text_is_a_report_that_can_be_written_out(kind: PageKind, content: str, title: str | None) -> None:
    page = RawPage("a", kind, content, "ff", Metadata(title=title))
    try:
        found = report(page)
    except InputError:
        return
    assert found.text.encode().decode() == found.text
    assert found.text.startswith(found.title or "")
    assert report(page) == found
