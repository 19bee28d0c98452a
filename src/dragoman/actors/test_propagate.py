"""Surnames are found again where the tagger misses them, and only they."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.found import Found
from dragoman.actors.propagate import propagated
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf


def _person(text: str, name: str) -> Found:
    start = text.index(name)
    return Found(Span(start, start + len(name)), head=1, sentence=0, kind="person", via="name", name=name)


def _new(doc: DocOf, text: str, *found: Found) -> list[str]:
    return [one.span.of(text) for one in propagated(doc(text), list(found)) if one.via == "propagated"]


def test_a_surname_alone_is_the_person_named_in_full(doc: DocOf) -> None:
    text = "Jane Park left. Park smiled. They saw Park's boat."
    assert _new(doc, text, _person(text, "Jane Park")) == ["Park", "Park"]


def test_the_word_in_lower_case_or_in_a_longer_name_is_left_alone(doc: DocOf) -> None:
    text = "Jane Park left. The park closed. Hyde Park Corner was empty."
    assert _new(doc, text, _person(text, "Jane Park")) == []


def test_a_surname_without_a_full_name_does_not_spread(doc: DocOf) -> None:
    text = "Park left. Park smiled."
    assert _new(doc, text, _person(text, "Park")) == []


def test_the_tagger_gives_way_and_others_do_not(doc: DocOf) -> None:
    text = "Jane Park left. They saw Park again."
    at = text.index("Park again")
    guess = Found(Span(at, at + 4), head=6, sentence=4, kind="organisation", via="entity", name="Park")
    assert _new(doc, text, _person(text, "Jane Park"), guess) == ["Park"]
    known = Found(Span(at, at + 4), head=6, sentence=4, kind="organisation", via="name", name="Park")
    assert _new(doc, text, _person(text, "Jane Park"), known) == []


def test_a_body_whose_name_ends_as_a_person_of_the_report_is_that_person(doc: DocOf) -> None:
    text = "The envoy, Nora Quill, spoke. Ms Quill left. Acme Quill Works closed."
    body = Found(Span(11, 21), head=4, sentence=0, kind="organisation", via="entity", name="Nora Quill")
    works = Found(Span(45, 61), head=14, sentence=12, kind="organisation", via="entity", name="Acme Quill Works")
    found = propagated(doc(text), [body, _person(text, "Quill"), works])
    assert next(one.name for one in found if one.kind == "person") == "Nora Quill"
    assert [one.name for one in found if one.kind == "organisation"] == ["Acme Quill Works"]
