from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.chunks import read_chunks
from dragoman.sources.columns import parse_map
from dragoman.sources.tables import csv_pages, is_csv

if TYPE_CHECKING:
    from pathlib import Path

_RECORD = {
    "id": "r1",
    "title": "Talks",
    "text": 'The envoys met, they said, in "Geneva".\nThey left.',
    "date": "2015-05-31",
    "url": "https://x.example",
    "outlet": "The Meridian",
    "language": "en",
}


def _read(data: bytes | str, *said: str, limit: int = 1 << 16) -> list[RawPage | InputError]:
    data = data.encode() if isinstance(data, str) else data
    return list(csv_pages(read_chunks(io.BytesIO(data)), "dump.csv", parse_map(said), limit))


def _pages(data: bytes | str, *said: str) -> list[RawPage]:
    found = _read(data, *said)
    assert not [error for error in found if isinstance(error, InputError)]
    return [page for page in found if isinstance(page, RawPage)]


def _error(data: bytes | str, *said: str) -> InputError:
    (error,) = _read(data, *said)
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    return error


def _written(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_becomes_the_article_that_the_record_would_be(delimiter: str, encoding: str) -> None:
    (page,) = _pages(_written([_RECORD], delimiter).encode(encoding))
    assert (page.path, page.kind, page.content) == ("dump.csv:2", "article", _RECORD["text"])
    assert page.metadata == Metadata("r1", "Talks", "2015-05-31", "https://x.example", "The Meridian", "en")
    said = json.dumps(_RECORD, ensure_ascii=False, separators=(",", ":"))
    assert page.sha256 == sha256(said.encode()).hexdigest()


def test_a_file_from_disk_is_read_by_its_usual_names(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    path.write_text('Headline,Pub Date,Body\nTalks,"May 31, 2015",The envoys met.\n', encoding="utf-8")
    with path.open("rb") as handle:
        (page,) = csv_pages(read_chunks(handle), str(path))
    assert isinstance(page, RawPage)
    assert (page.path, page.content) == (f"{path}:2", "The envoys met.")
    assert page.metadata == Metadata(title="Talks", date="May 31, 2015")


def test_the_user_says_which_column_is_what() -> None:
    data = "key,words,text,when\n7,The envoys met.,nonsense,2015-05-31\n"
    (page,) = _pages(data, "id=key", "text=WORDS", "date=when")
    assert (page.content, page.metadata) == ("The envoys met.", Metadata("7", date="2015-05-31"))
    assert "name one of key, words, text, when" in _error(data, "text=wrods").do


def test_a_row_is_named_by_the_line_that_it_begins_on() -> None:
    rows = _pages('id,text\r\n1,"The envoys\r\nmet."\r\n\r\n,\r\n2,They left.\r\n')
    assert [row.path for row in rows] == ["dump.csv:2", "dump.csv:6"]
    assert rows[0].content == "The envoys\r\nmet."
    assert [row.path for row in _pages("id,text\r1,one\r2,two")] == ["dump.csv:2", "dump.csv:3"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("2,two", "a row of 2 cells in a table of 3 columns"),
        ("2,two,2015-05-31,more", "a row of 4 cells in a table of 3 columns"),
        ('2,"two "or" three",2015-05-31', "a quotation mark out of place"),
        ('2,"two,2015-05-31', "a quotation mark out of place"),
        ("2,two,2013-02-31", "'2013-02-31' is no date"),
        ("2,two,last week", "'last week' is no date"),
        ("1,two,", "the id '1' stands before with other words"),
        ("2,t\0wo,", "binary data in a row"),
        ("2,t\udce9wo,", "a row that is not UTF-8"),
        ("2," + "two " * 30_000 + ",", "a row too long"),
        ('2,"' + "two\n" * 30_000 + '",', "a row too long"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(line: str, what: str) -> None:
    data = f'id,text,date\n1,one,"2015-05-31"\n{line}\n3,"three ☮",\n4,"four",2015\n'
    found = _read(data.encode("utf-8", "surrogateescape"))
    errors = [error for error in found if isinstance(error, InputError)]
    assert str(errors[0]).startswith("dump.csv:3: ")
    assert what in errors[0].what
    assert errors[0].do
    assert [page.content for page in found if isinstance(page, RawPage)] == ["one", "three ☮", "four"]


def test_a_stray_quotation_mark_costs_its_own_row_only() -> None:
    rows = "".join(f'{n},"row {n},\nand ""more""",x\n' for n in range(4, 2000))
    found = _read('id,text,url\n1,"one",x\n2,"two,x\n3,"three",x\n' + rows)
    (error,) = (error for error in found if isinstance(error, InputError))
    assert error.where == "dump.csv:3"
    assert [page.metadata.id for page in found if isinstance(page, RawPage)] == ["1", *map(str, range(3, 2000))]


def test_quotation_marks_may_be_escaped_instead_of_doubled() -> None:
    (page, _) = _pages('id,text\n1,"They met in \\"Geneva\\", they said."\n2,"They left."\n')
    assert page.content == 'They met in "Geneva", they said.'


def test_the_delimiter_is_told_by_the_columns_that_are_known() -> None:
    (page,) = _pages("id;text\n1;The envoys met, they said, in Geneva, and left.\n")
    assert page.content == "The envoys met, they said, in Geneva, and left."
    (page,) = _pages("sep=;\nid;text\n1;The envoys met.\n")
    assert page.path == "dump.csv:3"
    assert [page.content for page in _pages("text\nThe envoys met.\n")] == ["The envoys met."]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "“The café is shut” – the envoy said in Genève."),
        ("gb18030", "中国外交部发言人在北京举行的例行记者会上表示，双方同意继续对话，推动问题的政治解决。"),
    ],
)
def test_other_encodings_are_recognised_for_the_whole_file(encoding: str, words: str) -> None:
    rows = _pages(_written([{"id": str(n), "text": words} for n in range(3000)]).encode(encoding))
    assert {row.content for row in rows} == {words}
    assert len(rows) == 3000


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("", "an empty file"),
        ("\n\n", "an empty file"),
        ("id,text\n", "a table without rows"),
        ("id,name\n1,x\n", "no column with the reports' words"),
        ("GLOBALEVENTID\tSOURCEURL\n1\thttps://x.example\n", "GDELT's table of events"),
        ("text,text\na,b\n", "two columns are called 'text'"),
        ('"id,text\n1,one\n', "a quotation mark out of place"),
        ("id,text\n1,one\n".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\0" * 300, "binary"),
        ("id,story\n1,ddUyU0VZz0BRneMioxUPQVP6sIxvM\n", '"story" holds no text'),
    ],
)
def test_what_is_no_table_of_reports_is_one_error(data: bytes | str, what: str) -> None:
    assert what in _error(data).what


def test_a_date_column_found_by_its_name_can_be_let_go() -> None:
    data = "text,timestamp\nThe envoys met.,1394470370698\n"
    assert "--map date=" in _error(data).do
    assert _pages(data, "date=")[0].metadata.date is None


def test_gdelts_times_are_days() -> None:
    (page,) = _pages("GKGRECORDID,DATE,text\n20150218230000-1,20150218230000,The envoys met.\n")
    assert page.metadata.date == "20150218"


@pytest.mark.parametrize("data", ["id,text\n1,one\n", "Date;Body\n2015-05-31;x\n", "title\ttext\na\tb\nc\td\ne"])
def test_a_table_of_reports_is_told_by_its_content(data: str) -> None:
    assert is_csv(data.encode())
    assert is_csv(data.encode("utf-16"))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "id,text\n",
        "Talks, in Geneva\n\nThe envoys met, and left.\n",
        "Date, text\nThe envoys met, talked, and left.\nThey said, that, and so on.\nMore.\n",
        "id,url\n1,https://x.example\n",
        "text\nThe envoys met.\n",
        '"id,text\n1,one\n',
    ],
)
def test_prose_is_no_table(data: str) -> None:
    assert not is_csv(data.encode())


@given(st.text(), st.sampled_from(["", "id,text\n", "text;date\n", 'id\ttext\n1\t"', "id|text\r1|\\"]))
def test_any_text_is_pages_or_errors(rest: str, start: str) -> None:
    for found in _read((start + rest).encode("utf-8", "replace"), limit=100):
        assert isinstance(found, (RawPage, InputError))
        assert "\n" not in str(found) or isinstance(found, RawPage)
        if isinstance(found, RawPage):
            assert found.content.encode() is not None


@given(st.binary(), st.sampled_from([b"", b"id,text\n", b"\xff\xfe", b"id,text\n1,caf\xe9\n"]))
def test_any_bytes_are_pages_or_errors(rest: bytes, start: bytes) -> None:
    assert is_csv(start + rest) in {True, False}
    for found in _read(start + rest):
        assert isinstance(found, (RawPage, InputError))


_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\r\t"), min_size=1)


@given(st.lists(_CELLS, min_size=1), st.sampled_from([",", ";", "\t", "|"]))
def test_every_text_that_csv_writes_comes_back(texts: list[str], delimiter: str) -> None:
    data = _written([{"title": f"row {n}", "text": text} for n, text in enumerate(texts)], delimiter)
    assert [page.content for page in _pages(data)] == texts
