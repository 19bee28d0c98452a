from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events.classes import CLASSES, STATUSES
from dragoman.events.encoder import read
from dragoman.language.parse import model

WORDS = st.lists(
    st.sampled_from(["Chad", "accused", "Sudan", ",", "of", "naïve", "🙂", "co-operation", "“", "\n", "x" * 40])
)


def test_every_word_of_every_sentence_gets_its_chances_in_the_order_given() -> None:
    doc = model()(
        "Russia expelled 60 diplomats. The weather was fine. Chad and Sudan signed a treaty in Doha on Monday."
    )
    sentences = list(doc.sents)
    for sentence, reading in zip(sentences, read(sentences), strict=True):
        assert reading.types.shape == (len(sentence), len(CLASSES))
        assert reading.statuses.shape == (len(sentence), len(STATUSES))
        assert reading.sources.shape == reading.targets.shape == (len(sentence), len(sentence))
        assert np.allclose(reading.types.sum(axis=-1), 1, atol=1e-4)


def test_a_plain_deed_is_read_with_who_did_it_to_whom() -> None:
    sentence = model()("Russia expelled 60 Dutch diplomats.")[:]
    (reading,) = read([sentence])
    words = [token.text for token in sentence]
    deed = words.index("expelled")
    assert CLASSES[int(reading.types[deed].argmax())] == "SANCTION"
    assert words[int(reading.sources[deed].argmax())] == "Russia"
    assert words[int(reading.targets[deed].argmax())] in {"Dutch", "diplomats"}


def test_what_is_read_does_not_hang_on_what_is_read_beside_it() -> None:
    doc = model()("Chad accused Sudan. " + "Ghana and Togo agreed to open the border at Aflao to lorries again. " * 3)
    sentences = list(doc.sents)
    alone, together = read(sentences[:1])[0], read(sentences)[0]
    assert np.allclose(alone.types, together.types, atol=0.05)


@given(WORDS)
@settings(max_examples=40, deadline=None)
def test_any_words_are_read(words: list[str]) -> None:
    doc = model()(" ".join(words))
    for sentence, reading in zip(doc.sents, read(list(doc.sents)), strict=True):
        assert len(reading.types) == len(sentence)
        assert np.isfinite(reading.types).all()


def test_a_sentence_too_long_to_read_whole_is_read_as_far_as_it_goes() -> None:
    doc = model()("Chad accused Sudan of " + "shelling, " * 500 + "and more.")
    sentence = next(iter(doc.sents))
    (reading,) = read([sentence])
    assert len(reading.types) == len(sentence)


def test_nothing_to_read_is_no_reading() -> None:
    assert read([]) == []
