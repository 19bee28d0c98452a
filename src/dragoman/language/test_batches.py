"""A step over batches gives each text once, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.batches import InBatches
from dragoman.language.parse import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def test_texts_come_in_order_and_in_batches_of_the_size_asked_for() -> None:
    sizes: list[int] = []

    def note(docs: Sequence[Doc]) -> None:
        sizes.append(len(docs))

    docs = [model().make_doc(f"Text {at}") for at in range(5)]
    step = InBatches(note)
    assert list(step.pipe(iter(docs), batch_size=2)) == docs
    assert step(docs[0]) is docs[0]
    assert sizes == [2, 2, 1, 1]
