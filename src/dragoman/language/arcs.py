"""Dependencies by spaCy's own parser, its steps called one by one.

In its own loop, which lets go of the interpreter's lock, the parser takes the lock back and lets go again many times a
word. Called from here it has the lock throughout, and a step over many texts costs less than their words' locks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def set_arcs(parser: Any, docs: Sequence[Doc]) -> None:  # noqa: ANN401  # spaCy has no types
    """Set heads, roles and sentences of Docs that have their vectors, as the parser's own `pipe` does."""
    states = parser.moves.init_batch(docs)
    left = [state for state in states if not state.is_final()]
    if left:
        model = parser.model.predict(docs)
        while left:
            hidden = model.state2vec.predict(model.get_token_ids(left))
            left = parser.transition_states(left, model.vec2scores.predict(hidden))
    parser.set_annotations(docs, states)
