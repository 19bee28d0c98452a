from __future__ import annotations

from lxml.html import fromstring

from dragoman.article.html_body import paragraphs_of
from dragoman.article.html_lines import lines_of, zones_of

_TEXTS = [
    "The ministers met in Velm on Monday and agreed to open the bridge in May, three years after the great flood.",
    "Its toll is to be two crowns, which will be shared between the two towns on its ends by a board of six members.",
    "The mayors of both towns, who had not been asked, said that they would read the treaty first and then decide.",
]
_STORY = "".join(f"<p>{text}</p>" for text in _TEXTS)


def _body(markup: str, stated: str | None = None) -> list[str]:
    tree = fromstring(f"<html><body><div><h1>Bridge to open in May</h1>{markup}</div></body></html>")
    head = zones_of(lines_of(tree), "Bridge to open in May").head
    return paragraphs_of(tree, "Bridge to open in May", head, stated)


def test_the_standfirst_belongs_to_the_story_and_stands_once() -> None:
    dek = "Mayors of both towns want to read the treaty first"
    for markup in (f"<p class='standfirst'>{dek}</p>", f"<h2>{dek}</h2>", f"<div class='article__dek'>{dek}</div>"):
        assert _body(markup + _STORY) == [dek, *_TEXTS]


def test_bylines_dates_captions_and_pull_quotes_go() -> None:
    around = "<div class='byline'>Jane Roe in Velm</div><p class='imageCaption'>The bridge as it was</p>"
    quote = "<blockquote class='pullquote'>Read it first</blockquote>"
    centred = "<p><img src='a.jpg'></p><p style='text-align: center'>The mayors on Monday</p>"
    assert _body(around + centred + _STORY + quote) == _TEXTS


def test_a_repeated_headline_and_repeated_paragraphs_go() -> None:
    assert _body(f"<p>Rivers: Bridge to open in May</p>{_STORY}<p>{_TEXTS[0]}</p>") == _TEXTS


def test_a_text_given_for_search_engines_is_used_where_the_page_shows_much_less() -> None:
    whole = "\n".join(_TEXTS)
    assert _body(f"<p>{_TEXTS[0]}</p>", stated=whole) == _TEXTS
    assert _body(_STORY, stated=_TEXTS[0]) == _TEXTS


def test_a_single_block_of_text_is_parted_as_the_page_s_data_parts_it() -> None:
    assert _body(f"<div>{' '.join(_TEXTS)}</div>", stated="\n\n".join(_TEXTS)) == _TEXTS
