from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.envelopes import mail_kind

_MAIL = b"Subject: Talks\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n\r\nThe envoys met.\r\n"


def test_a_message_is_told_by_headers_that_people_and_machines_write() -> None:
    assert mail_kind(_MAIL) == "eml"
    assert mail_kind(b"\n" + _MAIL.replace(b"\r\n", b"\n")) == "eml"
    folded = b"Received: from a.example\r\n\tby b.example; Mon, 4 May 2015\r\nDate: Mon, 4 May 2015\r\n\r\nx"
    assert mail_kind(folded) == "eml"
    assert mail_kind(b"Received: " + b"x" * 70_000) is None


def test_a_mailbox_is_told_by_the_line_before_the_headers() -> None:
    assert mail_kind(b"From a@b.example Mon May  4 10:00:00 2015\n" + _MAIL) == "mbox"
    assert mail_kind(b"From - Mon May  4 10:00:00 2015\r\nX-Mozilla-Status: 0001\r\n") == "mbox"
    assert mail_kind(b"From MAILER-DAEMON Mon May  4 10:00:00 2015\n>From a\nSubject: x\n") == "mbox"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"From the border came news of talks.\nThe envoys met.\n",
        b"From: the ministry\nSubject: Talks\nDate: 4 May 2015\n\nThe envoys met.\n",
        b"MIME-Version: 1.0\n\nThe envoys met.\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n",
        b"HTTP/1.1 200 OK\r\nDate: Mon, 4 May 2015\r\n",
        b"LIMA: The envoys met.\nReceived: nothing.\n",
    ],
)
def test_copied_text_is_no_mail(text: bytes) -> None:
    assert mail_kind(text) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_mail_or_not(data: bytes) -> None:
    assert mail_kind(data) in {"eml", "mbox", None}
    assert mail_kind(b"Message-ID: <1>\nTo: a\n" + data) == "eml"
