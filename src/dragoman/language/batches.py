"""A step of the parse that takes many texts at once, in the form in which spaCy calls its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.util import minibatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class InBatches:
    """What annotates several Docs in place at once, callable as spaCy's pipeline calls its parts."""

    annotate: Callable[[Sequence[Doc]], None]

    def __call__(self, doc: Doc) -> Doc:
        """One Doc, annotated."""
        self.annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """A stream of Docs in order, `batch_size` annotated together."""
        for batch in minibatch(docs, batch_size):
            self.annotate(batch)
            yield from batch
