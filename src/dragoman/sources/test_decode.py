from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.decode import _as_utf8, _as_western, decode

_ENGLISH = "The envoy said: “We won’t leave” – and the café’s owner in São Tomé, who had listened to him, agreed. " * 4
_RUSSIAN = "Министр иностранных дел заявил, что переговоры начнутся в понедельник в Женеве. " * 6
_KOREAN = "외교부 대변인은 월요일 제네바에서 회담이 시작될 것이라고 말했다. " * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_english_is_read_in_its_usual_encodings(encoding: str) -> None:
    assert decode(_ENGLISH.encode(encoding)).text == _ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(_RUSSIAN, "cp1251"), (_RUSSIAN, "koi8-r"), (_KOREAN, "cp949")])
def test_legacy_code_pages_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<html><meta charset="euc-kr">', "cp949"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>", "cp1252"),
    ],
)
def test_a_page_is_read_as_it_declares(head: bytes, encoding: str) -> None:
    text = {"cp949": _KOREAN, "cp1251": _RUSSIAN, "cp1252": _ENGLISH}[encoding]
    assert decode(head + text.encode(encoding), markup=True).text == head.decode() + text


def test_a_page_that_declares_nonsense_is_read_all_the_same() -> None:
    for name in (b"no-such-thing", b"hex", b"utf-8"):
        data = b"<meta charset=" + name + b">" + _ENGLISH.encode("cp1252")
        assert (decode(data, markup=True).text or "").endswith(_ENGLISH)


def test_one_broken_character_in_many_is_forgiven() -> None:
    data = _RUSSIAN.encode()
    assert (decode(data + b"\xff end").text or "").endswith("\ufffd end")
    assert (decode(data[:-2]).text or "").startswith(_RUSSIAN[:100])


def test_binary_data_is_refused_in_words_a_user_can_use() -> None:
    assert "binary" in decode(b"words\0words").what
    assert "binary" in decode(bytes(range(1, 9)) * 50).what
    assert "UTF-16" in decode(_ENGLISH.encode("utf-16-le")).what


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_become_text_or_a_reason(data: bytes, markup: bool) -> None:
    decoded = decode(data, markup=markup)
    assert (decoded.text is None) == bool(decoded.what) == bool(decoded.do)
    assert "\n" not in decoded.what
    assert (decoded.text or "").encode().decode() == (decoded.text or "")


@given(st.text(min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode())
    if decoded.text is not None:
        assert decoded.text == text.lstrip("\ufeff") or decoded.text == text


@given(st.lists(st.sampled_from([b"a", b" ", "é".encode(), b"\xe9", b"\x92", b"\xd0", b"\x81", b"\xff"]), max_size=60))
def test_what_is_forgiven_is_counted_by_the_character(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = sum(not char.isascii() for char in text) - broken
    assert (_as_utf8(data) == text) == (broken * 20 <= foreign or not broken)
    high = [byte for byte in data if byte > 127]
    usual = len(high) * 10 <= len(data) and not {*high} & {0xD0, 0x81}
    assert (_as_western(data) is not None) == usual


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (_RUSSIAN, "koi8-r"),
        (_ENGLISH, "iso-8859-1"),
        (_KOREAN, "euc-kr"),
        ("会談はリマで", "iso-2022-jp"),
        (_KOREAN, "utf-7"),
    ],
)
def test_a_charset_that_came_beside_is_believed_where_it_fits(text: str, charset: str) -> None:
    encoded = text.encode("cp1252" if charset == "iso-8859-1" else charset)
    assert decode(encoded, charset=charset).text == text
    assert decode(_ENGLISH.encode(), charset=charset).text == _ENGLISH


def test_a_charset_that_is_none_is_passed_over() -> None:
    for name in ("no-such-thing", "hex", "utf-8", "idna", "undefined", "unicode_escape\0"):
        assert decode(_ENGLISH.encode("cp1252"), charset=name).text == _ENGLISH
