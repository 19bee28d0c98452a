from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.sources.feedxml import FEED_LIMIT, CleanFeed, clean_feed

if TYPE_CHECKING:
    from pathlib import Path

_WRAP = "<rss version='2.0'><channel><title>T</title><item>{}</item><item><title>Last</title></item></channel></rss>"


def _clean(xml: str | bytes) -> CleanFeed:
    found = clean_feed(xml.encode() if isinstance(xml, str) else xml, "feed.xml")
    assert isinstance(found, CleanFeed), found
    return found


def _words(item: str) -> str:
    return _clean(_WRAP.format(item)).xml.decode()


def test_declared_entities_expand_nowhere() -> None:
    lines = ['<!ENTITY a "laugh ">'] + [
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    bomb = f"<?xml version='1.0'?><!DOCTYPE rss [{''.join(lines)}]>" + _WRAP.format("<title>&i; &a;</title>")
    assert "laugh" not in _clean(bomb).xml.decode()
    assert len(_clean(bomb).xml) < 1000


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    dtd = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    assert b"secret words" not in _clean(dtd + _WRAP.format("<title>&x;</title>")).xml


def test_a_document_type_hidden_from_the_cut_is_refused() -> None:
    hidden = "<!-- <!DOCTYPE --> <!DOCTYPE rss [<!ENTITY a 'laugh'>]>" + _WRAP.format("<title>&a;</title>")
    assert isinstance(clean_feed(hidden.encode(), "f"), InputError)


def test_names_of_html_and_bare_ampersands_are_read_as_meant() -> None:
    assert "Trade &amp; aid — R&amp;D" in _words("<title>Trade & aid &mdash; R&D</title>")
    assert "https://x.example/?a=1&amp;b=2" in _words("<link>https://x.example/?a=1&b=2</link>")
    assert "a&amp;nbsp;b" in _words("<title><![CDATA[a&nbsp;b]]></title>")


def test_only_wanted_parts_are_kept_and_huge_fields_are_not() -> None:
    assert "writer" not in _words("<title>A</title><author>writer</author><media:title>writer</media:title>")
    assert "aaaa" not in _words(f"<guid>{'a' * 5000}</guid><title>B</title>")
    assert "inner" not in _words("<pubDate>now<author>inner</author></pubDate>")


def test_a_usual_prefix_may_be_undeclared() -> None:
    assert "Full words" in _words("<content:encoded>Full words</content:encoded>")


def test_what_stands_before_the_break_is_kept() -> None:
    cut = _clean("<rss><channel><item><title>One</title></item><item><title>Two")
    assert b"One" in cut.xml
    assert cut.broken
    assert cut.broken.startswith("line 1: ")
    assert _clean(_WRAP.format("<title>One</title>")).broken is None


@pytest.mark.parametrize(
    "data", [b"", b"words", b"\0\0", b"<html><body>x</body></html>", b"<!DOCTYPE rss [", b"\xff\xfe"]
)
def test_what_is_no_feed_is_one_error(data: bytes) -> None:
    found = clean_feed(data, "feed.xml")
    assert isinstance(found, InputError)
    assert str(found).startswith("feed.xml: ")


def test_a_feed_has_bounds() -> None:
    assert isinstance(clean_feed(b"<rss>" + b" " * FEED_LIMIT, "f"), InputError)
    assert _clean(_WRAP.format("<description>" + "<b>" * 100_000 + "</description>")).broken


def test_utf16_and_declared_encodings_are_read() -> None:
    assert (
        "서울"
        in _clean(
            ("<?xml version='1.0' encoding='UTF-16'?>" + _WRAP.format("<title>서울</title>")).encode("utf-16")
        ).xml.decode()
    )
    latin = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + _WRAP.format("<title>Orbán</title>")).encode("latin-1")
    assert "Orbán" in _clean(latin).xml.decode()


@given(st.text(alphabet="<>/![]CDATA&;'\"= itemrschanl?-x\0é", max_size=120))
def test_any_text_is_a_feed_or_an_error(text: str) -> None:
    for whole in (text, _WRAP.format(text)):
        assert isinstance(clean_feed(whole.encode(), "f"), (CleanFeed, InputError))
