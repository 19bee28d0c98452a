from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.kinds import marked_encoding, recognise


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"Talks resume in Geneva\n\nThe envoys met.", "text"),
        (b"[GENEVA] The envoys met.", "text"),
        (b"<3 from Geneva", "text"),
        (b"<!DOCTYPE html><html><p>x", "html"),
        (b"\n<!-- saved page -->\n<HTML lang=en>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html xmlns="x">', "html"),
        (b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<html><body>", "html"),
        (b"<div><p>A piece of a page", "html"),
        (b'{"id": "a", "text": "x"}\n{"id": "b"}\n', "jsonl"),
        (b'oops\n{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', "jsonl"),
        (b'\xef\xbb\xbf{"text": "x"}', "jsonl"),
        ('{"text": "x"}\n'.encode("utf-16"), "jsonl"),
        (b"\x1f\x8b\x08", "gzip"),
        (gzip.compress(b"The envoys met."), "gzip"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo", "warc"),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo"), "warc.gz"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel>', "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b'<rdf:RDF xmlns="x">', "feed"),
        (b"<?xml version='1.0'?><opml version='2.0'>", "opml"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04zip", "zip"),
        (b"From: a@a.example\r\nTo: b@b.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n\r\nThey met.", "eml"),
        (b"From a@a.example Mon May  4 10:00:00 2015\nFrom: a@a.example\nSubject: Talks\n\nThey met.\n", "mbox"),
    ],
)
def test_the_content_tells_the_kind(head: bytes, kind: str) -> None:
    assert recognise(head, "anything.txt").kind == kind


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"<?xml version='1.0'?><nitf>", "an XML document"),
        (b"\x28\xb5\x2f\xfdpacked", "a Zstandard file"),
        (b"\x5d\x2a\x4d\x18packed", "a Zstandard file with a dictionary"),
        (b"PAR1", "a Parquet file"),
        (b'[\n  {"id": "a"}\n]', "a JSON document"),
        (b'{\n  "id": "a",\n  "text": "x"\n}', "a JSON document"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(head: bytes, what: str) -> None:
    verdict = recognise(head, "anything")
    assert verdict.kind == "refused"
    assert verdict.what.startswith(what)
    assert verdict.do


def test_a_feed_with_html_in_it_is_a_feed() -> None:
    assert recognise(b"<rss><channel><description><![CDATA[<html><p>x</p>]]>", "x").kind == "feed"


def test_the_ending_settles_only_what_the_content_leaves_open() -> None:
    assert recognise(b"no record at all", "dump.JSONL").kind == "jsonl"
    assert recognise(b"id,text\n1,words", "table.csv").kind == "csv"
    assert recognise(b"<html><p>x", "page.csv").kind == "html"


def test_marks_name_their_encoding() -> None:
    assert marked_encoding("x".encode("utf-8-sig")) == "utf-8-sig"
    assert marked_encoding("x".encode("utf-16")) == "utf-16"
    assert marked_encoding("x".encode("utf-32")) == "utf-32"
    assert marked_encoding(b"x") is None


@given(st.binary(max_size=500), st.text(max_size=10))
def test_any_bytes_are_some_kind(head: bytes, name: str) -> None:
    verdict = recognise(head, name)
    assert (verdict.kind == "refused") == bool(verdict.what)
