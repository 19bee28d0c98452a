from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.sources.mailboxes import mailbox_pages, split_mailbox

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENVELOPE = b"From a@b.example Mon May  4 10:00:00 2015\n"
_LIMIT = 1 << 20


def _mail(number: int) -> bytes:
    return b"Subject: Number %d\n\nThe envoys met.\n\nFrom here on they agreed: all of it.\n" % number


def _split(data: bytes, size: int, limit: int = _LIMIT) -> list[bytes | None]:
    return list(split_mailbox((data[at : at + size] for at in range(0, len(data), size)), limit))


@given(st.integers(1, 4), st.integers(1, 300))
def test_messages_are_parted_wherever_the_chunks_are_cut(count: int, size: int) -> None:
    mails = [_mail(number) for number in range(count)]
    box = b"\n".join(_ENVELOPE + mail for mail in mails)
    assert [(mail or b"").strip() for mail in _split(box, size)] == [mail.strip() for mail in mails]
    windows = box.replace(b"\n", b"\r\n")
    assert [(mail or b"").split() for mail in _split(windows, size)] == [mail.split() for mail in mails]


def test_pages_are_numbered_by_message() -> None:
    box = b"\n".join([_ENVELOPE + _mail(1), _ENVELOPE + b"Subject: Empty\n\n", _ENVELOPE + _mail(3)])
    first, second, third = mailbox_pages(iter([box]), "box.mbox", _LIMIT)
    assert not isinstance(first, InputError)
    assert (first.path, first.metadata.title) == ("box.mbox:1", "Number 1")
    assert str(second) == "box.mbox:2: a mail without words; leave it out"
    assert not isinstance(third, InputError)
    assert third.path == "box.mbox:3"


def test_lines_that_the_mailbox_put_a_mark_before_are_as_they_were() -> None:
    (mail,) = _split(_ENVELOPE + b"Subject: x\n\n>From Lima came news.\n>>From there, too.\n> From a quotation\n", 64)
    assert mail == b"Subject: x\n\nFrom Lima came news.\n>From there, too.\n> From a quotation\n"


def test_a_message_that_is_too_long_is_an_error_and_the_next_is_read() -> None:
    long = _ENVELOPE + b"Subject: x\n\n" + b"The envoys met.\n" * 9000
    box = b"\n".join([_ENVELOPE + _mail(1), long, _ENVELOPE + _mail(3), long])
    found = [mail is None for mail in _split(box, 1 << 12, limit=1 << 16)]
    assert found == [False, True, False, True]
    error = next(mailbox_pages(iter([long + long]), "box.mbox", 1 << 16))
    assert str(error).startswith("box.mbox:1: a mail of more than")


def test_of_a_long_mailbox_one_message_is_held() -> None:
    def chunks() -> Iterator[bytes]:
        for number in range(20_000):
            yield _ENVELOPE + _mail(number) + b"x" * 2000 + b"\n\n"

    tracemalloc.start()
    count = sum(1 for _ in split_mailbox(chunks(), _LIMIT))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 4 << 20


@given(st.binary(max_size=300), st.integers(1, 50))
def test_any_bytes_are_messages(data: bytes, size: int) -> None:
    for mail in _split(_ENVELOPE + data, size, limit=100):
        assert mail is None or len(mail) <= 100
