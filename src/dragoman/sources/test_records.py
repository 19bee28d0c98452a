from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.records import records


def _read(*lines: bytes | str, limit: int = 1 << 20) -> list[RawPage | InputError]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(records(iter([data]), "dump.jsonl", limit=limit))


def test_a_record_becomes_an_article_with_what_was_given() -> None:
    row = {"id": "r1", "text": "The envoys met.", "title": "Talks", "date": "2015-05-31", "url": "https://x.example"}
    (page,) = _read(json.dumps(row | {"outlet": "The Meridian", "language": "en", "other": [1]}))
    assert isinstance(page, RawPage)
    assert (page.path, page.kind, page.content) == ("dump.jsonl:1", "article", "The envoys met.")
    assert page.metadata == Metadata("r1", "Talks", "2015-05-31", "https://x.example", "The Meridian", "en")
    assert len(page.sha256) == 64


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("not json", "not JSON"),
        ('{"id": "a", "text": "x"', "not JSON"),
        ("[1, 2]", "not a record"),
        ("17", "not a record"),
        ("{}", "a record without text"),
        ('{"id": "a", "title": "x"}', "a record without text"),
        ('{"text": null}', "a record without text"),
        ('{"text": 5}', '"text" is not a string'),
        ('{"text": "x", "title": ["y"]}', '"title" is not a string'),
        ('{"text": "x", "date": 20150531}', '"date" is not a string'),
        ('{"text": "x", "id": true}', '"id" is not a string'),
        ('{"text": "x", "date": "2013-02-31"}', "'2013-02-31' is no date"),
        ('{"text": "x", "date": "last week"}', "'last week' is no date"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "a\0b"}', "not JSON"),
        ("[" * 100_000, "not"),
        ('{"text": ' + "9" * 5000 + "}", "not JSON"),
        ('{"text": "' + "x" * 5000 + '"}', "a line of more than"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes | str, what: str) -> None:
    before, error, after = _read(
        '{"text": "one"}', line, '{"text": "three"}', limit=4096 if "xxx" in str(line) else 1 << 20
    )
    assert isinstance(before, RawPage)
    assert isinstance(after, RawPage)
    assert after.path == "dump.jsonl:3"
    assert isinstance(error, InputError)
    assert str(error).startswith("dump.jsonl:2: ")
    assert what in error.what
    assert error.do
    assert "\n" not in str(error)


def test_a_bare_headline_is_a_record() -> None:
    (page,) = _read('{"id": "h", "title": "Envoys meet", "text": ""}')
    assert isinstance(page, RawPage)
    assert (page.content, page.metadata.title) == ("", "Envoys meet")


def test_blank_lines_and_a_mark_go_by_and_whole_numbers_are_ids() -> None:
    first, second = _read(b'\xef\xbb\xbf{"id": 7, "text": "x"}\r', "", "  ", '{"text": "y", "title": " "}')
    assert isinstance(first, RawPage)
    assert isinstance(second, RawPage)
    assert first.metadata.id == "7"
    assert second.path == "dump.jsonl:4"
    assert second.metadata == Metadata()


def test_one_id_with_two_texts_is_an_error_and_a_copy_is_not() -> None:
    row = '{"id": "a", "text": "one"}'
    first, copy, other = _read(row, row, '{"id": "a", "text": "two"}')
    assert isinstance(first, RawPage)
    assert isinstance(copy, RawPage)
    assert isinstance(other, InputError)
    assert "'a'" in other.what


def test_lone_surrogates_from_escapes_can_be_written_out() -> None:
    (page,) = _read(r'{"id": "\ud800", "title": "\udfff!", "text": "a\ud83d\ude00b\ud800c"}')
    assert isinstance(page, RawPage)
    assert page.content == "a😀b\ufffdc"
    assert page.metadata.id == "\ufffd"
    assert page.metadata.title == "\ufffd!"


@given(st.lists(st.one_of(st.binary(max_size=60), st.text(max_size=40).map(str.encode)), max_size=8))
def test_any_lines_are_pages_or_errors(lines: list[bytes]) -> None:
    for found in _read(*lines):
        assert isinstance(found, (RawPage, InputError))


_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.lists(inner, max_size=3),
)
_FIELDS = st.sampled_from(["id", "text", "title", "date", "url", "outlet", "language", "x"])


@given(st.dictionaries(_FIELDS, _VALUES))
def test_any_record_is_a_page_or_an_error(row: dict[str, object]) -> None:
    (found,) = _read(json.dumps(row))
    if isinstance(found, RawPage):
        assert found.content == (row.get("text") or "")
        assert str(found.metadata.id or "").encode() is not None


def test_a_records_fields_go_by_their_usual_names() -> None:
    row = {"id": "n1", "event_text": "The envoys met.", "headline": "Talks", "pub_date": "2019-08-01", "publisher": "x"}
    (page,) = _read(json.dumps(row))
    assert isinstance(page, RawPage)
    assert page.content == "The envoys met."
    assert page.metadata == Metadata("n1", "Talks", "2019-08-01", outlet="x")


def test_what_is_found_by_its_usual_name_only_need_not_be_what_it_looks_like() -> None:
    row = {"text": "The envoys met.", "source": {"path": "x"}, "published": {"from": None}, "timestamp": 1394470370}
    (page,) = _read(json.dumps(row))
    assert isinstance(page, RawPage)
    assert page.metadata == Metadata()
    (error,) = _read('{"body": ["The envoys met."]}')
    assert isinstance(error, InputError)
    assert error.what == '"body" is not a string'


def test_the_user_says_which_field_is_what() -> None:
    said = {"text": "words", "title": "kicker", "date": ""}
    lines = [b'{"words": "one", "text": "no", "date": "??"}\n', b'{"text": "two"}\n', b'{"words": "3", "kicker": "K"}']
    first, error, last = records(iter(lines), "dump.jsonl", said)
    assert isinstance(first, RawPage)
    assert isinstance(last, RawPage)
    assert (first.content, first.metadata, last.metadata.title) == ("one", Metadata(), "K")
    assert str(error).startswith('dump.jsonl:2: a record without "words"')


def test_a_field_that_no_record_has_is_an_error_at_the_end() -> None:
    page, error = records(iter([b'{"text": "one", "kicker": "K"}']), "dump.jsonl", {"title": "kikcer"})
    assert isinstance(page, RawPage)
    assert str(error).startswith("dump.jsonl: no record has a field called kikcer")
