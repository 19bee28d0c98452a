from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.jsonld import Statement, read_statement

_NODE = {
    "@type": "NewsArticle",
    "headline": "Talks &amp; <b>tea</b> in Geneva",
    "datePublished": "2015-05-31T10:00:00Z",
    "author": [{"@type": "Person", "name": "Jane Roe"}, "Tom Ash"],
    "publisher": {"name": "The Meridian"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://m.example/a"},
}
_READ = Statement(
    "Talks & tea in Geneva",
    "2015-05-31T10:00:00Z",
    ("Jane Roe", "Tom Ash"),
    "The Meridian",
    "en-GB",
    "https://m.example/a",
)


def test_an_article_is_read_wherever_it_stands() -> None:
    for data in (_NODE, [_NODE], {"@graph": [{"@type": "WebSite", "headline": "x"}, _NODE]}):
        assert read_statement(["not json", json.dumps(data)]) == _READ


def test_types_may_be_listed_or_spelled_out() -> None:
    for kind in (["Thing", "ReportageNewsArticle"], "http://schema.org/NewsArticle", "BlogPosting"):
        assert read_statement([json.dumps(_NODE | {"@type": kind})]) == _READ


def test_line_breaks_in_strings_are_forgiven() -> None:
    script = '<![CDATA[ {"@type": "Article", "headline": "Talks\n  resume"} ]]>;'
    assert read_statement([script]).headline == "Talks resume"


def test_stray_commas_are_forgiven() -> None:
    assert read_statement(['{"@type": "Article", "headline": "Talks resume",}']).headline == "Talks resume"


def test_of_several_articles_the_one_is_read_that_is_this_page_s() -> None:
    other = _NODE | {"headline": "Storm hits coast", "mainEntityOfPage": "https://m.example/b"}
    both = json.dumps([other, _NODE])
    assert read_statement([both]).headline == "Storm hits coast"
    assert read_statement([both], urls=["https://m.example/a/"]) == _READ
    assert read_statement([both], titles=["Talks & tea in Geneva - The Meridian"]) == _READ


def test_articles_in_lists_are_other_pages() -> None:
    listed = {"@type": "ItemList", "itemListElement": [_NODE]}
    assert read_statement([json.dumps(listed)]) == Statement()
    assert read_statement([json.dumps(listed)], urls=["https://m.example/a"]) == _READ


def test_names_are_found_by_their_ids_in_the_graph() -> None:
    graph = [
        _NODE | {"author": {"@id": "#jane"}, "publisher": {"@id": "#us"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
        {"@type": "Organization", "@id": "#us", "name": "The Meridian"},
    ]
    found = read_statement([json.dumps({"@graph": graph})])
    assert (found.authors, found.publisher) == (("Jane Roe",), "The Meridian")


def test_the_page_s_own_date_and_the_text_for_search_engines_are_kept_apart() -> None:
    page = {"@type": "WebPage", "datePublished": "2014-01-02"}
    found = read_statement([json.dumps([page, _NODE | {"articleBody": "Ministers met &amp; ate."}])])
    assert (found.published, found.page_date, found.body) == (
        "2015-05-31T10:00:00Z",
        "2014-01-02",
        "Ministers met & ate.",
    )


def test_values_of_other_types_are_unknown() -> None:
    strange = {"@type": "Article", "headline": 5, "datePublished": "2015", "author": [None, 3], "publisher": []}
    assert read_statement([json.dumps(strange)]) == Statement(published="2015")


def test_depth_without_end_is_given_up() -> None:
    assert read_statement(['{"a":' * 5000 + "1" + "}" * 5000, "[" * 100_000]) == Statement()


@given(st.lists(st.text()))
def test_any_scripts_can_be_read(scripts: list[str]) -> None:
    assert isinstance(read_statement(scripts), Statement)
