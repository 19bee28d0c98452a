"""Web archives (WARC): each page that a server answered with is a raw page, with its address."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.chunks import HEAD, DamagedError, TooLargeError
from dragoman.sources.decode import Decoded, decode
from dragoman.sources.find import printable
from dragoman.sources.framing import Broken, cut_records
from dragoman.sources.kinds import marked_encoding, recognise
from dragoman.sources.responses import body, read_response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.framing import Record
    from dragoman.sources.heads import Head
    from dragoman.sources.members import Gap

_MARKUP = {"text/html", "application/xhtml+xml"}
_PAGES = {*_MARKUP, "text/plain"}


def warc_pages(pieces: Iterator[bytes | Gap], name: str, limit: int) -> Iterator[RawPage | InputError]:
    """The pages of an archive in order, and an error for each record that is broken or a page that can't be read.

    A page is a response with status 2xx, of type HTML or plain text, that holds what its type says. All else (requests,
    metadata, revisits, redirects, pictures, data served as HTML, empty pages) is passed over: none of it is an article.

    `path` is the archive's name, "#" and the record's number, counted from 1 over all records. `sha256` is of the
    page's bytes, unpacked; the address is the record's target. A page may have `limit` bytes, packed and unpacked.
    """
    for found in cut_records(pieces, _is_page, limit):
        where = _where(found, name)
        if isinstance(found, Broken):
            yield InputError(found.why, where=where, do=found.do)
            continue
        try:
            page = _page(found, name, where, limit)
        except DamagedError as error:
            page = InputError(str(error), where=where, do="leave it out, or fetch the page again")
        except TooLargeError:
            page = InputError(f"a page of more than {limit >> 20} MiB", where=where, do="leave it out")
        if page:
            yield page


def _is_page(head: Head, first: bytes) -> bool:
    if head.get("WARC-Type").lower() != "response" or not _address(head).lower().startswith(("http://", "https://")):
        return False
    response = read_response(first)
    return response is not None and 200 <= response.status < 300 and response.media_type in _PAGES


def _address(head: Head) -> str:
    return head.get("WARC-Target-URI").removeprefix("<").removesuffix(">")  # in brackets by the first standard's letter


def _where(found: Record | Broken, name: str) -> str:
    address = printable(_address(found.head))[:200] if found.head else ""
    return f"{name}: record {found.number}" + (f" ({address})" if address else "")


def _page(record: Record, name: str, where: str, limit: int) -> RawPage | InputError | None:
    if record.block is None:
        raise TooLargeError
    response = read_response(record.block)
    if response is None:
        return None
    content = body(record.block, response, limit)
    kind = _kind(content, response.media_type)
    if kind is None:
        return None
    decoded = _decoded(content, response.charset, markup=kind == "html")
    if decoded.text is None:
        return InputError(decoded.what, where=where, do="leave it out, or save the page as UTF-8")
    metadata = Metadata(url=printable(_address(record.head)))
    return RawPage(f"{name}#{record.number}", kind, decoded.text, sha256(content).hexdigest(), metadata)


def _kind(content: bytes, media_type: str) -> Literal["html", "text"] | None:
    """What the body is; None where it is nothing to read, or something else than its type says: JSON, a feed, a PDF."""
    found = recognise(content[:HEAD], "").kind
    if found not in {"html", "text", "empty"} or not content.strip():
        return None
    return "html" if media_type in _MARKUP or found == "html" else "text"


def _decoded(content: bytes, charset: str, *, markup: bool) -> Decoded:
    """The text of a body. The server's word on its charset counts where no mark and no UTF-8 say otherwise.

    Servers name one charset for all their pages, right or wrong; bytes that fit UTF-8 by accident are next to unknown.
    """
    if marked_encoding(content) or not _fits(content, charset):
        return decode(content, markup=markup)
    if b"\0" in content:
        return Decoded(content.decode(charset, "replace"))
    declaration = f'<meta charset="{charset}">'  # where decode looks for it, before what the page itself declares
    decoded = decode(declaration.encode() + content, markup=True)
    return decoded._replace(text=decoded.text[len(declaration) :]) if decoded.text else decoded


def _fits(content: bytes, charset: str) -> bool:
    """Whether the bytes are text in this charset, but for one broken character in 200; no text has zeros in it."""
    try:
        text = content.decode(charset, "replace")
    except (LookupError, UnicodeError):
        return False
    return "\0" not in text and text.count("\ufffd") * 200 <= len(text)
