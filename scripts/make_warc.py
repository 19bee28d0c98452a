"""Write a web archive of made-up news pages, of any size, for tests and measurements.

    python scripts/make_warc.py OUT.warc[.gz] [--pages N] [--size BYTES] [--seed S] [--broken PERCENT]
                                [--single] [--cut] [--paragraphs N] [--foreign PERCENT] [--pictures BYTES]
                                [--huge BYTES]

Pages are sent as servers send them: plain, in chunks, packed by gzip or brotli or both, in UTF-8 and Windows-1252,
with the charset in the head, on the page, nowhere or wrong; and between them stand the records that a reader passes
over. The same arguments write the same bytes. Few paragraphs, many pages in another language and large pictures make
an archive of any size that is soon coded; a huge page is one that no reader should hold. What was written is printed
as one line of JSON: the addresses of the pages that can be read, and of those that can't.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from functools import cache
from html import escape
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SPEAKERS = ("Foreign Minister Élise Garnier", "envoy Tomasz Żurek", "spokeswoman Ana Núñez", "President Ole Brandt")
STATES = ("Norway", "Peru", "Kenya", "Portugal", "Vietnam", "Morocco", "Chile", "Latvia")
DEEDS = ("signed a fisheries accord with", "recalled its ambassador from", "promised aid to", "accused", "met", "sued")
MATTERS = ("the grain quota", "a shared border post", "the ferry route", "overflight rights", "the river dam")
ABROAD = ("da Saúde", "das Finanças", "da Cultura", "dos Transportes", "da Agricultura", "do Ambiente")
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li><li>Log in</li></ul></nav>"


class Page(NamedTuple):
    """A page as a server sends it: its address, the fields of the answer's head, and the body."""

    address: str
    fields: list[str]
    body: bytes


@cache
def _paragraphs() -> list[str]:
    draw = Random(1)  # noqa: S311 - made-up pages need no secrecy
    return [f"<p>{escape(_paragraph(draw))}</p>" for _ in range(2000)]


def article(draw: Random, number: int, most: int = 60) -> str:
    """A page with menu, headline, dateline and 8 to `most` paragraphs, or just as many as that; no two are alike."""
    paragraphs = draw.choices(_paragraphs(), k=draw.randint(min(8, most), most))
    day = f"{draw.randint(1, 28)} May {draw.randint(2012, 2022)}"
    head = f"{draw.choice(STATES)} and {draw.choice(STATES)} discuss {draw.choice(MATTERS)}, round {number}"
    return (
        f"<title>{head}</title></head><body>{MENU}<article><h1>{head}</h1><p>{draw.choice(STATES).upper()}, {day} – "
        f"{escape(_paragraph(draw))}</p>{''.join(paragraphs)}</article><footer>All rights reserved</footer>"
    )


def foreign(draw: Random, number: int) -> str:
    """A page in Portuguese."""
    sentences = (
        f"O ministro {draw.choice(ABROAD)} disse que a reunião na sede {draw.choice(ABROAD)} durou "
        f"{draw.randint(2, 900)} minutos e que as duas partes voltam a encontrar-se na próxima semana."
        for _ in range(draw.randint(6, 30))
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<title>Reunião {number}</title></head><body>{MENU}<article><h1>Reunião {number}</h1>{text}</article>"


def _paragraph(draw: Random) -> str:
    sentences = (
        f"{draw.choice(STATES)} {draw.choice(DEEDS)} {draw.choice(STATES)} over {draw.choice(MATTERS)}, "
        f"{draw.choice(SPEAKERS)} said after {draw.randint(2, 900)} minutes of talks."
        for _ in range(draw.randint(2, 6))
    )
    return " ".join(sentences)


def _in_chunks(body: bytes) -> bytes:
    parts = [body[at : at + 4000] for at in range(0, len(body), 4000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 1, mtime=0)


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=1)
    return packed


PACKINGS: tuple[tuple[list[str], Callable[[bytes], bytes]], ...] = (
    ([], bytes),
    (["Transfer-Encoding: chunked"], _in_chunks),
    (["Content-Encoding: gzip"], _gzip),
    (["Content-Encoding: br"], _brotli),
    (["Content-Encoding: gzip", "Transfer-Encoding: chunked"], lambda body: _in_chunks(_gzip(body))),
    (["Content-Encoding: gzip"], bytes),  # as archives do that unpack the body and leave the head as it was
)
CHARSETS = (  # of the bytes, in the head, on the page
    ("utf-8", "; charset=utf-8", ""),
    ("utf-8", "", "<meta charset='utf-8'>"),
    ("utf-8", "; charset=ISO-8859-1", ""),
    ("cp1252", "; charset=windows-1252", ""),
    ("cp1252", "", "<meta charset='windows-1252'>"),
    ("cp1252", "; charset=utf-8", "<meta charset='iso-8859-1'>"),
    ("utf-16", "", ""),
)


def page(draw: Random, number: int, most: int = 60, abroad: float = 0) -> Page:
    """A page in one of the ways in which servers send them; `abroad` of a hundred are not in English."""
    charset, in_head, on_page = draw.choice(CHARSETS)
    fields, pack = draw.choice(PACKINGS)
    words = foreign(draw, number) if abroad and draw.random() * 100 < abroad else article(draw, number, most)
    text = f"<!doctype html><html><head>{on_page}{words}"
    body = text.replace("Ż", "Z").encode(charset) if charset == "cp1252" else text.encode(charset)
    return Page(f"http://news.example/{number}", [f"Content-Type: text/html{in_head}", *fields], pack(body))


def record(kind: str, address: str, block: bytes, *, claims: int = 0) -> bytes:
    """A WARC record; it `claims` so many bytes more than its block has."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {address}",
        "WARC-Date: 2020-01-01T00:00:00Z",
        f"WARC-Record-ID: <urn:made:{zlib.crc32(block):08x}>",
        f"Content-Type: application/http; msgtype={kind}",
        f"Content-Length: {len(block) + claims}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(status: str, fields: list[str], body: bytes) -> bytes:
    """What a server sends: head and body."""
    return "\r\n".join([f"HTTP/1.1 {status}", *fields]).encode() + b"\r\n\r\n" + body


def passed_over(draw: Random, number: int, largest: int = 300_000) -> bytes:
    """A record that is no page; pictures have up to `largest` bytes."""
    address = f"http://news.example/none/{number}"
    match draw.randrange(5):
        case 0:
            return record("request", address, f"GET /none/{number} HTTP/1.1\r\nHost: news.example\r\n\r\n".encode())
        case 1:
            return record("metadata", address, b"fetchTimeMs: 12\r\n")
        case 2:
            return record("revisit", address, answer("200 OK", ["Content-Type: text/html"], b""))
        case 3:
            return record("response", address, answer("404 Not Found", ["Content-Type: text/html"], b"<h1>Gone</h1>"))
        case _:
            dots = draw.randbytes(draw.randint(2_000, largest))
            return record("response", address, answer("200 OK", ["Content-Type: image/png"], b"\x89PNG" + dots))


def huge(address: str, size: int) -> Iterator[bytes]:
    """The record of a page of some `size` bytes, in pieces: it need not be in memory here either."""
    paragraph = f"<p>{escape(_paragraph(Random(2)))}</p>".encode()  # noqa: S311 - made-up pages need no secrecy
    times = max(size // len(paragraph), 1)
    begin = answer("200 OK", ["Content-Type: text/html"], b"<!doctype html><title>All of it</title><h1>All of it</h1>")
    head, _, _ = record("response", address, begin, claims=times * len(paragraph)).partition(b"\r\n\r\n")
    yield head + b"\r\n\r\n" + begin
    for at in range(0, times, 1000):
        yield paragraph * min(1000, times - at)
    yield b"\r\n\r\n"


def broken(draw: Random, made: Page) -> bytes:
    """A record whose page can't be read: packed bytes damaged, or a length that is wrong."""
    if draw.random() < 0.5:
        fields = ["Content-Type: text/html", "Content-Encoding: gzip"]
        return record("response", made.address, answer("200 OK", fields, _gzip(made.body)[:-40]))
    block = answer("200 OK", made.fields, made.body)
    return record("response", made.address, block, claims=draw.choice((-200, 150)))


def write(out: BinaryIO, args: argparse.Namespace) -> dict[str, list[str]]:
    """Write the archive and return the addresses of the pages that can be read, and of those that can't."""
    draw, packed = Random(args.seed), args.out.name.endswith(".gz")  # noqa: S311 - made-up pages need no secrecy
    pack = _gzip if packed and not args.single else bytes
    whole = zlib.compressobj(1, wbits=31) if packed and args.single else None
    good, bad, written = list[str](), list[str](), 0
    for number in count(1):
        if number > args.pages and written >= args.size:
            break
        made = page(draw, number, args.paragraphs, args.foreign)
        is_broken = draw.random() * 100 < args.broken
        (bad if is_broken else good).append(made.address)
        sent = broken(draw, made) if is_broken else record("response", made.address, answer("200 OK", *made[1:]))
        for part in (passed_over(draw, number, args.pictures), sent):
            written += out.write(whole.compress(part) if whole else pack(part))
        if number == 2 and args.huge:
            bad.append("http://news.example/huge")
            packer = whole or zlib.compressobj(1, wbits=31)
            for part in huge(bad[-1], args.huge):
                written += out.write(packer.compress(part) if packed else part)
            written += out.write(packer.flush()) if packed and not whole else 0
    if whole:
        out.write(whole.flush())
    if args.cut:
        out.truncate(out.tell() - 300)
        bad.append(good.pop() if not is_broken else bad.pop())
    return {"good": good, "bad": bad}


def main() -> None:
    """Read the arguments, write the archive and say what was written."""
    parser = argparse.ArgumentParser(description="Write a web archive of made-up news pages.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=0, help="write at least so many pages")
    parser.add_argument("--size", type=int, default=1, help="write at least so many bytes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", type=float, default=0, help="so many pages of a hundred are broken")
    parser.add_argument("--single", action="store_true", help="all records in one gzip member")
    parser.add_argument("--cut", action="store_true", help="cut the last record short")
    parser.add_argument("--paragraphs", type=int, default=60, help="a page has at most so many")
    parser.add_argument("--foreign", type=float, default=0, help="so many pages of a hundred are not in English")
    parser.add_argument("--pictures", type=int, default=300_000, help="pictures have up to so many bytes")
    parser.add_argument("--huge", type=int, default=0, help="the third page has so many bytes")
    args = parser.parse_args()
    with args.out.open("wb") as out:
        made = write(out, args)
    print(json.dumps(made))


if __name__ == "__main__":
    main()
