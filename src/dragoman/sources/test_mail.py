from __future__ import annotations

import io
from email.message import EmailMessage
from hashlib import sha256

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.mail import mail_pages

_WORDS = "The envoys of both states met in Lima on Tuesday.\n"


def _message(subject: str = "Talks in Lima", words: str = _WORDS) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ana <a@b.example>"
    message["Date"] = "Mon, 04 May 2015 10:00:00 +0200"
    message.set_content(words)
    return message


def _found(message: EmailMessage | bytes) -> list[RawPage | InputError]:
    return list(mail_pages(bytes(message), "note.eml"))


def _pages(message: EmailMessage | bytes) -> list[RawPage]:
    return [found for found in _found(message) if isinstance(found, RawPage)]


def test_a_mail_is_a_page_of_its_text_with_subject_and_date() -> None:
    (page,) = _pages(_message())
    assert (page.path, page.kind, page.content, page.made) == ("note.eml", "text", _WORDS.strip(), True)
    assert (page.metadata.title, page.metadata.date) == ("Talks in Lima", "2015-05-04")
    assert (page.metadata.outlet, page.metadata.url) == (None, None)
    assert page.sha256 == sha256(_WORDS.encode()).hexdigest()


def test_of_text_and_html_the_text_is_read_unless_it_only_points_at_the_html() -> None:
    message = _message()
    message.add_alternative(f"<p>{_WORDS}</p>", subtype="html")
    assert [page.kind for page in _pages(message)] == ["text"]
    stub = _message(words="Your program can't show this mail.\n")
    stub.add_alternative(f"<p>{_WORDS * 9}</p>", subtype="html")
    (page,) = _pages(stub)
    assert page.kind == "html"
    assert page.metadata.title == "Talks in Lima"


def test_what_is_attached_and_can_be_read_is_a_page_of_its_own() -> None:
    document = docx.Document()
    document.add_paragraph("The treaty has nine articles.")
    saved = io.BytesIO()
    document.save(saved)
    word = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    message = _message()
    message.add_attachment("Attached words.\n", filename="a.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(saved.getvalue(), maintype="application", subtype=word, filename="a.docx")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename="a.pdf")
    message.add_attachment("<p>More words.</p>", subtype="html", filename="a.html")
    *pages, _ = found = _found(message)
    where = [one.path if isinstance(one, RawPage) else one.where for one in found]
    assert where == ["note.eml", *(f"note.eml#{number}" for number in range(2, 6))]
    assert isinstance(pages[2], RawPage)
    assert pages[2].content == "The treaty has nine articles."
    assert pages[2].metadata.title is None
    assert isinstance(pages[3], InputError)
    assert pages[3].what == "a PDF that is damaged or cut short"


def test_messages_in_a_message_have_their_own_subject_and_date() -> None:
    outer = _message("Fwd: Talks", "See below.\n")
    outer.add_attachment(_message("Old talks"))
    first, second = _pages(outer)
    assert (first.metadata.title, first.metadata.date) == ("Talks", None)
    assert (second.path, second.metadata.title, second.metadata.date) == ("note.eml#2", "Old talks", "2015-05-04")


def test_each_message_of_a_digest_is_a_page() -> None:
    digest = b"Subject: Digest\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=B\n\nnot shown\n"
    digest += b"--B\n\nSubject: One\n\nThe first.\n--B\n\nSubject: Two\n\nThe second.\n--B--\n"
    pages = _pages(digest)
    assert [(page.path, page.metadata.title) for page in pages] == [("note.eml", "One"), ("note.eml#2", "Two")]


def test_a_lists_footer_is_no_page_and_text_around_pictures_is_one() -> None:
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    footer = b"--B\nContent-Type: text/plain\n\n____\nTo leave the list, write to x.\n--B--\n"
    (page,) = _pages(head + b"--B\nContent-Type: text/html\n\n<p>The envoys met.</p>\n" + footer)
    assert page.kind == "html"
    parts = b"--B\n\nThe envoys met.\n--B\nContent-Type: image/png\n\nx\n--B\n\nThey agreed.\n--B--\n"
    (page,) = _pages(head + parts)
    assert page.content == "The envoys met.\n\nThey agreed."


@pytest.mark.parametrize(
    ("charset", "body", "words"),
    [
        ("iso-8859-1", "Gespräche".encode(), "Gespräche"),
        ("us-ascii", "“Gespräche” in Köln, so hieß es".encode("cp1252"), "“Gespräche” in Köln, so hieß es"),
        ("windows-1251", "Переговоры".encode("cp1251"), "Переговоры"),
        ("iso-2022-jp", "会談はリマで".encode("iso-2022-jp"), "会談はリマで"),
        ("utf-7", "Gespräche".encode("utf-7"), "Gespräche"),
        ("no-such-charset", _WORDS.encode(), _WORDS.strip()),
        ("base64", _WORDS.encode(), _WORDS.strip()),
    ],
)
def test_a_charset_is_believed_as_far_as_it_fits(charset: str, body: bytes, words: str) -> None:
    (page,) = _pages(b'Subject: x\nContent-Type: text/plain; charset="' + charset.encode() + b'"\n\n' + body)
    assert page.content == words


def test_packed_bodies_are_unpacked_as_far_as_they_go() -> None:
    head = b"Subject: x\nContent-Transfer-Encoding: "
    assert _pages(head + b"quoted-printable\n\nThe envoys=\n met =E2=80=93 again.=3\n")[0].content.startswith(
        "The envoys met – again."
    )
    assert _pages(head + b"base64\n\nVGhlIGVudm95cyBtZXQu\n")[0].content == "The envoys met."
    assert _pages(head + b"base64\n\nVGhlIGVudm95cyBtZXQ\n")[0].content == "The envoys met"


def test_flowed_lines_are_put_together() -> None:
    head = b"Subject: x\nContent-Type: text/plain; format=flowed"
    body = b"\n\nThe envoys \nmet in \nLima.\n They \nagreed.\n> quoted \n-- \nAna\n"
    assert _pages(head + body)[0].content == "The envoys met in Lima.\nThey agreed.\n> quoted \n-- \nAna"
    assert _pages(head + b"; delsp=yes\n\nThe en \nvoys met.\n")[0].content == "The envoys met."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Subject: x\n\n", "a mail without words"),
        (b"Subject: x\nContent-Type: image/png\n\nx", "a mail without words"),
        (b"Subject: x\n\n" + bytes(range(1, 9)) * 50, "not text but binary data"),
        (
            b"Subject: x\nContent-Type: multipart/mixed; boundary=B\n" + b"\n--B\n" * 10_001,
            "a mail of far too many parts or lines",
        ),
        (b"Subject: x\n" + b"\n" * 1_000_001, "a mail of far too many parts or lines"),
    ],
)
def test_mails_without_words_are_one_error(data: bytes, what: str) -> None:
    (error,) = _found(data)
    assert isinstance(error, InputError)
    assert (error.what, error.where) == (what, "note.eml")


def test_a_mail_without_its_last_boundary_or_any_is_read() -> None:
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed"
    assert [page.content for page in _pages(head + b"; boundary=B\n\n--B\n\nThe envoys met.")] == ["The envoys met."]
    assert [str(error) for error in _found(head + b"\n\nThe envoys met.")] == [
        "note.eml: a mail without words; leave it out"
    ]


def test_parts_nested_a_thousand_deep_end() -> None:
    opened = b"".join(b"Content-Type: multipart/alternative; boundary=B%d\n\n--B%d\n" % (i, i) for i in range(1000))
    assert all(isinstance(found, InputError) for found in _found(b"Subject: x\n" + opened + b"\nThe envoys met."))
    nested = b"Content-Type: message/rfc822\n\n" * 1000
    assert _found(b"Subject: x\n" + nested + b"Subject: y\n\nThe envoys met.")


_PIECES = st.sampled_from(
    [
        *(
            b"\n",
            b"\n\n",
            b"--B\n",
            b"--B--\n",
            b'Content-Type: text/html; charset="x\n',
            b"<p>The envoys &#1; met.</p>\n",
        ),
        *(b"Content-Type: multipart/alternative; boundary=B\n", b"Content-Type: message/rfc822\n\n", b"Subject: x\n"),
        *(
            b"Content-Transfer-Encoding: base64\n",
            b"Content-Disposition: attachment; filename*0*=x'\xff'%ff\n",
            b"\xff\0",
        ),
        *(
            b"Content-Type: text/plain; charset*=''idna; format=flowed\n",
            b"Date: ((\n",
            b"The envoys met.\n",
            b"%PDF-1",
        ),
    ]
)


@given(st.lists(st.one_of(_PIECES, st.binary(max_size=20)), max_size=14))
def test_any_mail_is_pages_or_errors(pieces: list[bytes]) -> None:
    found = _found(b"Content-Type: multipart/mixed; boundary=B\n\n--B\n" + b"".join(pieces))
    assert found
    paths = [one.path if isinstance(one, RawPage) else one.where for one in found]
    assert len(set(paths)) == len(paths)
