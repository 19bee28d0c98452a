"""Made-up pages in the markup of many kinds of news sites; what stands in [[double brackets]] on them is the story."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.article.markup import read_markup
from dragoman.model import RawPage

_TAGS = re.compile(r"<[^>]*>")


class Manner(NamedTuple):
    name: str
    said: dict[str, str]
    page: str
    body: list[str]


def _manners() -> list[Manner]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return [_manner(block) for block in text.split("=== ")[1:]]


def _manner(block: str) -> Manner:
    head, _, page = block.partition("\n---\n")
    name, *fields = head.splitlines()
    body = [_plain(passage) for passage in re.findall(r"\[\[(.*?)\]\]", page, re.DOTALL)]
    return Manner(name, dict(field.split(": ", 1) for field in fields), re.sub(r"\[\[|\]\]", "", page), body)


def _plain(passage: str) -> str:
    return " ".join(html.unescape(_TAGS.sub("", passage)).split())


_EACH = pytest.mark.parametrize("manner", [pytest.param(manner, id=manner.name) for manner in _manners()])


def test_there_are_twenty_manners() -> None:
    assert len(_manners()) == 20


@_EACH
def test_the_story_is_read_whole_and_hardly_anything_else(manner: Manner) -> None:
    report = read_markup(RawPage("a.html", "html", manner.page, "ff"))
    found = [" ".join(text.split()) for text in report.text[report.body_start :].split("\n\n")]
    assert [text for text in manner.body if text not in found] == []
    assert len([text for text in found if text not in manner.body]) <= 1


@_EACH
def test_headline_date_byline_and_outlet_are_those_that_readers_see(manner: Manner) -> None:
    report = read_markup(RawPage("a.html", "html", manner.page, "ff"))
    days = report.published.interval
    assert report.title == manner.said["title"]
    assert days is not None
    assert [day.isoformat() for day in days] == [manner.said["date"]] * 2
    assert (report.source.byline or "-") == manner.said["byline"]
    assert (report.source.outlet or "-") == manner.said["outlet"]


@_EACH
def test_without_classes_linked_data_and_meta_elements_the_story_still_stands(manner: Manner) -> None:
    bare = re.sub(r"""\s(?:class|id|itemprop|itemtype|property|data-[\w-]+)=(?:"[^"]*"|'[^']*')""", "", manner.page)
    bare = re.sub(r"(?s)<script.*?</script>|<meta[^>]*>", "", bare)
    report = read_markup(RawPage("a.html", "html", bare, "ff"))
    words = set(re.findall(r"\w+", report.text))
    wanted = re.findall(r"\w+", " ".join(manner.body))
    assert sum(word in words for word in wanted) >= 0.9 * len(wanted)
