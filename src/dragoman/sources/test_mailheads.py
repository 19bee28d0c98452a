from __future__ import annotations

from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Metadata
from dragoman.sources.dates import days_of
from dragoman.sources.mailheads import metadata_of


def _of(headers: bytes) -> Metadata:
    return metadata_of(message_from_bytes(headers + b"\n\nThe envoys met.\n"))


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"Talks in Lima", "Talks in Lima"),
        (b"Re: AW: [list] Talks", "[list] Talks"),
        (b"RE[2]: Talks: the end", "Talks: the end"),
        (b"=?utf-8?q?Gespr=C3=A4che?= in =?iso-8859-1?q?K=F6ln?=", "Gespräche in Köln"),
        (b"=?utf-8?b?R2VzcHLD?=\n =?utf-8?b?pGNoZQ==?=", "Gespräche"),
        (b"Talks\n that go\n\ton", "Talks that go on"),
        ("Gespräche".encode(), "Gespräche"),
        ("Gespräche – Köln, und das war es auch schon".encode("cp1252"), None),
        (b"=?windows-1251?b?z+Xw5ePu4u7w+w==?=", "Переговоры"),
        (b"=?iso-8859-1?q?Gespr=C3=A4che?=", "Gespräche"),
        (b"=?utf-8?b?not base64 at all?=", None),
        (b"=?iso-2022-jp?b?GyRCMnFDTBsoQg==?=", "会談"),
        (b"=?no-such-charset?q?Talks?=", "Talks"),
        (b"K\xf6ln", None),
        (b"K\xf6ln\nContent-Type: text/plain; charset=iso-8859-1", "Köln"),
        (b"", None),
        (b"Re:", None),
    ],
)
def test_the_subject_is_the_title(subject: bytes, title: str | None) -> None:
    assert _of(b"Subject: " + subject).title == title


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (b"Mon, 04 May 2015 23:30:00 -0700", "2015-05-04"),
        (b"4 May 15 10:00 EST", "2015-05-04"),
        (b"Mon, 4 May 2015 (a Monday)", "2015-05-04"),
        (b"2015-05-04T10:00:00Z", "2015-05-04"),
        (b"Mon, 31 Feb 2015 10:00:00 +0000", None),
        (b"05/04/2015", None),
        (b"Thu, 01 Jan 1970 00:00:00 +0000", None),
        (b"May 2015", None),
        (b"yesterday", None),
    ],
)
def test_the_date_is_the_day_as_the_sender_wrote_it(date: bytes, day: str | None) -> None:
    assert _of(b"Date: " + date).date == day


def test_a_forwarded_mail_has_no_date_and_no_mail_an_outlet() -> None:
    date = b"\nFrom: a@b.example\nDate: Mon, 04 May 2015 10:00:00 +0000"
    assert _of(b"Subject: Fwd: Re: Talks" + date) == Metadata(title="Talks")
    assert _of(b"Subject: Re: FW: Talks" + date) == Metadata(title="Talks")
    assert _of(b"Subject: Re: Talks" + date) == Metadata(title="Talks", date="2015-05-04")
    assert _of(b"X-Other: 1") == Metadata()


@given(st.binary(max_size=80), st.binary(max_size=80))
def test_any_headers_are_one_line_and_a_day_or_nothing(subject: bytes, date: bytes) -> None:
    about = _of(b"Subject: =?utf-8?q?" + subject + b"\nDate: Mon, 4 " + date)
    assert about.title is None or (about.title and "\n" not in about.title and about.title.encode())
    assert about.date is None or days_of(about.date)
