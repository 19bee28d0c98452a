from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from dragoman.article.html_lines import Seen, lines_of, zones_of

_PROSE = "The ministers met in Velm on Monday and agreed to open the bridge in May, three years after the great flood."


def _lines(body: str) -> list[Seen]:
    return lines_of(fromstring(f"<html><body>{body}</body></html>"))


def test_blocks_and_breaks_end_lines_and_inline_marks_do_not() -> None:
    found = _lines("<div>By <b>Jane</b> Roe<br>3 May<p>Talks</p>again</div>")
    assert [line.text for line in found] == ["By Jane Roe", "3 May", "Talks", "again"]
    assert [line.element.tag for line in found] == ["div", "div", "p", "div"]


def test_spans_that_touch_are_held_apart() -> None:
    assert _lines("<div><span>Jane Roe</span><span>3 May</span></div>")[0].text == "Jane Roe | 3 May"
    assert _lines("<p><span>T</span><span>alks</span></p>")[0].text == "Talks"


def test_the_page_is_parted_at_the_headline_and_at_the_story() -> None:
    lines = _lines(f"<p>World</p><h1>Bridge to open</h1><p>By Jane Roe</p>{f'<p>{_PROSE}</p>' * 8}<p>3 May</p>")
    zones = zones_of(lines, "Bridge to open")
    assert [line.text for line in zones.above] == ["World"]
    assert zones.head[0].text == "By Jane Roe"
    assert zones.below[-1].text == "3 May"


@given(st.lists(st.sampled_from(["<div>", "</p>", "x ", "<br>", "<span>y</span>", "<!-- z -->", "<script>s</script>"])))
def test_no_line_is_empty_and_none_holds_what_is_unseen(pieces: list[str]) -> None:
    lines = [line.text for line in _lines("".join(pieces))]
    assert all(lines)
    assert not any("z" in line or "s" in line for line in lines)
