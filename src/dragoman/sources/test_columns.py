from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.sources.columns import FIELDS, Columns, columns_in, columns_of, parse_map


def test_the_contracts_own_names_come_first() -> None:
    names = ["body", "headline", "pub_date", *FIELDS]
    assert columns_of(names) == Columns(*FIELDS)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["ID", "Headline", "Body", "Publication Date"], {"id": "ID", "title": "Headline", "text": "Body"}),
        (["articleId", "content", "publishedAt"], {"id": "articleId", "text": "content", "date": "publishedAt"}),
        (["publication", "article", "link"], {"outlet": "publication", "text": "article", "url": "link"}),
        (["story", "timestamp", "lang"], {"text": "story", "date": "timestamp", "language": "lang"}),
    ],
)
def test_usual_names_are_found_in_any_case_and_spelling(names: list[str], found: dict[str, str]) -> None:
    columns = columns_of(names)
    assert columns.named() | found == columns.named()
    assert {*found} - {"id"} <= columns.usual | {"id"}


def test_the_input_of_ngec_is_read_by_its_names() -> None:
    names = ["id", "date", "event_type", "event_mode", "event_text", "story_id", "publisher", "headline", "pub_date"]
    assert columns_of(names).named() == {
        "id": "id",
        "title": "headline",
        "text": "event_text",
        "date": "date",
        "outlet": "publisher",
    }


def test_gdelts_knowledge_graph_has_addresses_and_dates_but_no_text() -> None:
    columns = columns_of(["GKGRECORDID", "DATE", "SourceCommonName", "DocumentIdentifier", "Themes"])
    assert columns.named() == {
        "id": "GKGRECORDID",
        "date": "DATE",
        "url": "DocumentIdentifier",
        "outlet": "SourceCommonName",
    }


def test_the_event_text_of_icews_is_no_text() -> None:
    assert columns_of(["Event ID", "Event Text", "CAMEO Code"]).text is None
    assert columns_of(["Event ID", "Event Text", "CAMEO Code"], {"text": "Event Text"}).text == "Event Text"


def test_what_the_user_says_goes_before_any_name() -> None:
    columns = columns_of(["text", "Body", "title", "when"], {"text": "body", "date": "when", "title": ""})
    assert columns.named() == {"text": "Body", "date": "when"}
    assert columns.usual == frozenset()


def test_a_column_that_the_user_gave_away_is_not_found_again() -> None:
    assert columns_of(["headline", "url"], {"text": "headline"}).named() == {"text": "headline", "url": "url"}


def test_a_record_may_lack_what_the_user_named() -> None:
    assert columns_in(["body"], {"title": "kicker", "text": "body"}).named() == {"text": "body"}


def test_pairs_are_read_as_written_on_the_command_line() -> None:
    assert parse_map(["text=body", " date = Pub Date ", "url="]) == {"text": "body", "date": "Pub Date", "url": ""}
    assert parse_map([]) == {}
    assert parse_map(["text=a=b"]) == {"text": "a=b"}


@pytest.mark.parametrize(
    ("pairs", "what", "do"),
    [
        (["text"], "'text' is no pair", "text=body"),
        (["txt=body"], "no field is called 'txt'", "id, title, text, date, url, outlet, language"),
        (["text=a", "text=b"], "'text' is given twice", "one column"),
        (["text="], "no report is without text", "text=NAME"),
    ],
)
def test_pairs_that_make_no_sense_are_refused_with_what_to_write(pairs: list[str], what: str, do: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_map(pairs)
    assert what in caught.value.what
    assert do in caught.value.do


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no column is called 'bodie'; name one of id, body"):
        columns_of(["id", "body"], {"text": "bodie"})
    with pytest.raises(UsageError, match="no field is called 'words'"):
        columns_of(["id", "body"], {"words": "body"})


def test_two_columns_of_one_name_are_refused_only_if_it_is_asked_for() -> None:
    with pytest.raises(UsageError, match="two columns are called 'text'"):
        columns_of(["text", "text"])
    assert columns_of(["text", "x", "x"]).text == "text"


@given(st.lists(st.text(max_size=12)), st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=4)))
def test_any_names_give_columns_that_are_there(names: list[str], said: dict[str, str]) -> None:
    columns = columns_in(names, said)
    assert set(columns.named().values()) <= set(names)
    assert set(columns.without(FIELDS).named()) == set()
