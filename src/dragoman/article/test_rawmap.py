from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.model import RawPage

if TYPE_CHECKING:
    from dragoman.model import PageKind, Report

STORY = (
    "Ministers agree on gas\n\nHome | World | Log in\n\n"
    "VIENNA - The ministers of Austria and Slovenia signed\nan agreement on gas on Tuesday.\n\n"
    "Advertisement\n\n"
    "It will be in force for ten years, the Austrian minister told reporters in Vienna.\n"
)
PAGE = """<html><head><title>Ministers agree on gas</title><script>var a = "It will be in force";</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ministers agree
on gas</h1><p>The ministers of <b>Austria</b> &amp; Slovenia signed an agreement on gas on Tuesday in a caf&eacute;
of Vienna, after talks that had gone on for more than eleven months.</p>
<p>It will be in force for ten years, the Austrian minister told reporters in Vienna after the signing.</p>
</article></body></html>"""


def _report(content: str, kind: PageKind = "text", *, made: bool = False) -> Report:
    return report(RawPage("in", kind, content, sha256(content.encode("utf-8", "replace")).hexdigest(), made=made))


def _letters(words: str) -> str:
    return "".join(re.findall(r"[^\W_]", words))


def test_paragraphs_of_a_copied_page_lead_back_to_their_lines() -> None:
    found = _report(STORY)
    assert [(entry.span.of(found.text)[:12], entry.line) for entry in found.raw] == [
        ("Ministers ag", 1),
        ("VIENNA - The", 5),
        ("It will be i", 10),
    ]
    for entry in found.raw:
        assert " ".join(entry.raw.of(STORY).split()).rstrip(".") == entry.span.of(found.text).rstrip(".")


def test_paragraphs_of_a_web_page_lead_back_into_its_source() -> None:
    found = _report(PAGE, "html")
    assert [entry.line for entry in found.raw] == [2, 3, 5]
    headline, first, second = (entry.raw.of(PAGE) for entry in found.raw)
    assert headline == "Ministers agree\non gas"
    assert first.startswith("The ministers of <b>Austria</b> &amp; Slovenia")
    assert "caf&eacute;" in first
    assert second.startswith("It will be in force for ten years, the")


def test_what_was_put_together_has_no_place_to_point_at() -> None:
    assert _report(PAGE, "html", made=True).raw == ()
    assert _report("The ministers met. They spoke.", "article").raw == ()


@given(st.lists(st.sampled_from(STORY.split("\n\n")) | st.text(max_size=60), max_size=12), st.booleans())
def test_any_place_holds_the_paragraphs_letters(parts: list[str], markup: bool) -> None:
    content = "\n\n".join(parts)
    try:
        found = _report(f"<p>{content}</p>" if markup else content, "html" if markup else "text")
    except InputError:
        return
    page = f"<p>{content}</p>" if markup else content
    for entry in found.raw:
        assert 0 <= entry.raw.start < entry.raw.end <= len(page)
        assert entry.line == page.count("\n", 0, entry.raw.start) + 1
        if not markup:
            assert _letters(entry.raw.of(page)) == _letters(entry.span.of(found.text))
