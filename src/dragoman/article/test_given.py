from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.given import read_given
from dragoman.model import Metadata, RawPage


def _page(text: str, **metadata: str) -> RawPage:
    return RawPage("d.jsonl:1", "article", text, "ff", Metadata(**metadata))


def test_a_given_text_is_taken_as_it_is() -> None:
    text = "Advertisement\r\n\n  Share\n\nThe envoys\u00a0met.\n"
    report = read_given(_page(text, id="x"))
    assert (report.text, report.body_start, report.id) == (text, 0, "x")


def test_a_given_title_stands_above() -> None:
    report = read_given(_page("The envoys met.", title=" Talks\nresume "))
    assert report.text == "Talks resume\n\nThe envoys met."
    assert report.title == "Talks resume"
    assert report.id.startswith("r")


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    found = read_given(_page(f"x{text}"))
    assert len(found.text) == len(text) + 1
