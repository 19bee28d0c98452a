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


def test_values_of_other_types_are_unknown() -> None:
    strange = {"@type": "Article", "headline": 5, "datePublished": "2015", "author": [None, 3], "publisher": []}
    assert read_statement([json.dumps(strange)]) == Statement(published="2015")


def test_depth_without_end_is_given_up() -> None:
    assert read_statement(['{"a":' * 5000 + "1" + "}" * 5000, "[" * 100_000]) == Statement()


@given(st.lists(st.text()))
def test_any_scripts_can_be_read(scripts: list[str]) -> None:
    assert isinstance(read_statement(scripts), Statement)
