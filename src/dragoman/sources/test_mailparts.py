from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from dragoman.sources.mailparts import content, decoded, inner, is_attached, is_markup, is_words, leaves

if TYPE_CHECKING:
    from email.message import Message

_PLAIN = b"Content-Type: text/plain\n\nThe envoys met in Lima.\n"
_HTML = b"Content-Type: text/html\n\n<p>The envoys met in Lima.</p>\n"
_PICTURE = b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\neA==\n"


def _many(kind: str, *parts: bytes) -> Message:
    mark = f"--{kind}\n".encode()
    body = b"".join(mark + part + b"\n" for part in parts) + f"--{kind}--\n".encode()
    return message_from_bytes(f"Content-Type: multipart/{kind}; boundary={kind}\n\n".encode() + body)


def _types(message: Message) -> list[str]:
    return [leaf.get_content_type() for leaf in leaves(message)]


def test_parts_come_in_order_and_of_two_wordings_one() -> None:
    assert _types(message_from_bytes(_PLAIN)) == ["text/plain"]
    assert _types(_many("mixed", _PLAIN, _PICTURE, _HTML)) == ["text/plain", "image/png", "text/html"]
    assert _types(_many("alternative", _PLAIN, _HTML)) == ["text/plain"]
    page = _HTML.replace(b"Lima", b"Lima. " * 99)
    assert _types(_many("alternative", _PLAIN, page)) == ["text/html"]
    assert _types(_many("alternative", _HTML)) == ["text/html"]


def test_what_is_attached_within_a_wording_is_kept() -> None:
    wording = _many("related", _HTML, _PICTURE).as_bytes()
    assert _types(_many("alternative", _PLAIN, wording)) == ["text/plain", "image/png"]


def test_wordings_within_wordings_are_judged_once_each() -> None:
    inner_most = _PLAIN
    for depth in range(60):
        head = f"Content-Type: multipart/alternative; boundary=B{depth}x\n\n--B{depth}x\n".encode()
        inner_most = head + inner_most + f"\n--B{depth}x\n".encode() + _HTML + f"\n--B{depth}x--\n".encode()
    assert _types(message_from_bytes(inner_most)) == ["text/plain"]


def test_a_page_with_control_characters_doesnt_win_over_the_text() -> None:
    assert _types(_many("alternative", _PLAIN, _HTML + b"<p>&#1;</p>\x01" * 99)) == ["text/plain"]


def test_what_a_part_is_and_holds() -> None:
    plain, page, picture = leaves(_many("mixed", _PLAIN, _HTML, _PICTURE))
    assert [is_words(part) for part in (plain, page, picture)] == [True, True, False]
    assert [is_markup(part) for part in (plain, page, picture)] == [False, True, False]
    assert content(picture) == b"x"
    assert inner(plain) == []
    assert (decoded(plain).text or "").strip() == "The envoys met in Lima."
    assert decoded(message_from_bytes(b"\n" + bytes(range(1, 9)) * 50)).text is None


def test_a_file_is_attached_whether_or_not_it_says_so() -> None:
    for head, attached in (
        (b"Content-Disposition: attachment", True),
        (b'Content-Type: text/plain; name="a.txt"', True),
        (b"Content-Disposition: inline", False),
    ):
        assert is_attached(message_from_bytes(head + b"\n\nx")) is attached
