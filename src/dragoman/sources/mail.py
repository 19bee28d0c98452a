"""Mail: the words of a message, and what is attached to it as pages of their own. It takes no library."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.documents import document_pages
from dragoman.sources.mailheads import metadata_of
from dragoman.sources.mailparts import content, decoded, inner, is_attached, is_markup, is_words, leaves
from dragoman.sources.office import office_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from email.message import Message

    from dragoman.model import PageKind

    _Reader = Callable[[str], Iterator[RawPage | InputError]]

_MOST_PARTS = 10_000  # lines that may part a message, each of which makes an object
_MOST_LINES = 1_000_000  # each is an object for a while, too; an attachment of 50 MB has 700,000
_FOOTER = 300  # bytes of a text after the message's own, less of which is a list's or a scanner's footer

# What the standard library raises at headers and parts that keep to no rule, found by fuzzing, with their nearest kin.
_DAMAGE = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


def mail_pages(data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The pages of a message: its text, else its HTML; then what is attached and can be read, messages too.

    The first has the mail's name as path, the others "name#2" and so on. Subject and Date are the metadata of the
    message's own words, not of what is attached.
    """
    if data.count(b"\n--") > _MOST_PARTS or data.count(b"\n") > _MOST_LINES:
        yield InputError("a mail of far too many parts or lines", where=name, do="leave it out")
        return
    number = 0
    try:
        for read in _of_message(message_from_bytes(data)):
            number += 1
            yield from read(name if number == 1 else f"{name}#{number}")
    except _DAMAGE:
        number += 1
        yield InputError("a mail that is damaged", where=name, do="save it again; what could be read of it was")
    if not number:
        yield InputError("a mail without words", where=name, do="leave it out")


def _of_message(message: Message) -> Iterator[_Reader]:
    """What reads each page of a message, in order: its own words first."""
    parts = leaves(message)
    own = [part for part in parts if is_words(part) and not is_attached(part)]
    own = own[:1] if own and is_markup(own[0]) else [part for part in own if not is_markup(part)]
    if own:
        yield partial(_page, own, metadata_of(message))
    for part in parts:
        if part not in own:
            yield from _beside(part)


def _beside(part: Message) -> Iterator[_Reader]:
    """What reads a part that isn't the message's own words: nothing where it is a picture or the like."""
    if part.get_content_type() == "message/rfc822":
        for message in inner(part):
            yield from _of_message(message)
    elif is_words(part):
        if is_attached(part) or len(content(part).strip()) >= _FOOTER:
            yield partial(_page, [part], Metadata())
    elif part.get_content_maintype() == "application":
        data = content(part)
        if data.startswith(b"%PDF-"):
            yield partial(document_pages, "pdf", data)
        elif data.startswith(b"PK\x03\x04") and _is_word_file(part):
            yield partial(office_pages, data)


def _is_word_file(part: Message) -> bool:
    return "wordprocessingml" in part.get_content_type() or (part.get_filename() or "").lower().endswith(".docx")


def _page(parts: Sequence[Message], about: Metadata, where: str) -> Iterator[RawPage | InputError]:
    digest = sha256(b"".join(map(content, parts))).hexdigest()
    found = [decoded(part) for part in parts]
    words = "\n\n".join(one.text.strip("\r\n") for one in found if one.text and one.text.strip())
    problem = next((one for one in found if one.what), None)
    if words:
        kind: PageKind = "html" if is_markup(parts[0]) else "text"
        yield RawPage(where, kind, words, digest, about, made=True)
    elif problem:
        yield InputError(problem.what, where=where, do=problem.do)
    else:
        yield InputError("a mail without words", where=where, do="leave it out")
