from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from dragoman.article.reflow import reflow
from dragoman.article.tree import text_of

_A = "The ministers met in Velm on Monday and agreed to open the bridge in May, three years after the great flood."
_B = "Its toll is to be two crowns, which will be shared between the two towns on its ends by a board of six members."


def _paragraphs(markup: str) -> list[str]:
    tree = fromstring(f"<html><body>{markup}</body></html>")
    reflow(tree)
    return [text for p in tree.iter("p") if (text := text_of(p))]


def test_two_breaks_part_paragraphs() -> None:
    assert _paragraphs(f"<div>{_A}<br><br>{_B} <i>So it is</i> said.<br><br>End.</div>") == [
        _A,
        f"{_B} So it is said.",
        "End.",
    ]


def test_one_break_parts_long_lines_only() -> None:
    assert _paragraphs(f"<div>{_A}<br>{_B}<br>{_A}</div>") == [_A, _B, _A]
    assert _paragraphs("<p>1 Quay Street<br>Velm<br>Tarvia</p>") == ["1 Quay Street Velm Tarvia"]


def test_bare_divs_are_paragraphs_where_a_page_has_no_others() -> None:
    assert _paragraphs(f"<div><div>{_A}</div><div>{_B}</div><div>Share</div></div>") == [_A, _B]
    assert _paragraphs(f"<div><p>{_A} {_A}</p><div>{_B}</div></div>") == [f"{_A} {_A}"]


def test_blocks_between_breaks_stay_where_they_are() -> None:
    assert _paragraphs(f"<div>{_A}<br><br><p>{_B}</p>{_A}<br><br>End.</div>") == [_A, _B, _A, "End."]


def test_typed_texts_are_parted_at_blank_lines_and_at_long_ones() -> None:
    assert _paragraphs(f"<pre>Bridge to open\n\n{_A}\n{_B}</pre>") == ["Bridge to open", _A, _B]
    assert _paragraphs(f"<pre>{_A[:60]}\n{_A[60:]}\n\n{_B}</pre>") == [f"{_A[:60]} {_A[60:]}", _B]


@given(st.lists(st.sampled_from(["<br>", "<br><br>", _A, "<b>x</b>", "<div>", "</div>", "<p>", "<ul><li>y"])))
def test_no_word_is_lost_or_made(pieces: list[str]) -> None:
    tree = fromstring(f"<html><body><div>{' '.join(pieces)}</div></body></html>")
    before = text_of(tree)
    reflow(tree)
    assert text_of(tree).split() == before.split()
