"""Word classes, forms and irregular lemmas by the model's own rules, asked once of words that no rule tells apart.

spaCy tries each of its 170 rules at each word. Nearly all look at one word: its tag, its role in the sentence, whether
it is blank and whether it is one of some hundred words. What they say is kept; the few over two words are tried always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    Kind = tuple[int, int, int, int]

_SET = (TAG, DEP, POS, MORPH, LEMMA)
"""What rules set of a word; it has the first two before."""


class Told(NamedTuple):
    """The rules that hold of a kind of word, by number in order, and what they make of it."""

    rules: tuple[int, ...]
    values: tuple[int, ...]


class Rules(NamedTuple):
    """A model's rules and what they told so far of each kind of word.

    A kind is a tag, a role, blankness and, of the words that some rule has in `named`, the letters.
    """

    ruler: Any
    named: frozenset[int]
    several: Matcher
    told: dict[Kind, Told]


def rules_of(ruler: Any) -> Rules:  # noqa: ANN401  # spaCy has no types
    """The rules of a model's attribute ruler; those over one word look at what makes a kind, and at nothing else."""
    several = Matcher(ruler.vocab)
    named: set[str] = set()
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            if len(pattern) > 1:
                several.add(str(number), [pattern])
            else:
                named.update(_words(pattern[0].get("LOWER", ())))
    return Rules(ruler, frozenset(ruler.vocab.strings.add(word) for word in named), several, {})


def set_classes(rules: Rules, docs: Sequence[Doc]) -> None:
    """Set what the rules say of tagged and parsed Docs: tags and roles of blanks, word classes, forms, some lemmas."""
    kinds = [_kinds(rules, doc) for doc in docs]
    _ask(rules, kinds, docs)
    for doc, those in zip(docs, kinds, strict=True):
        values = [rules.told[kind].values for kind in those]
        for at, numbers in _beside(rules, doc):
            told = sorted({*rules.told[those[at]].rules, *numbers})
            values[at] = _values(rules, those[at], told)
        doc.from_array(_SET, np.array(values, "uint64").reshape(len(doc), len(_SET)))


def _words(letters: str | Mapping[str, Iterable[str]]) -> Iterable[str]:
    return (letters,) if isinstance(letters, str) else [word for words in dict(letters).values() for word in words]


def _kinds(rules: Rules, doc: Doc) -> list[Kind]:
    columns = doc.to_array([TAG, DEP, IS_SPACE, LOWER]).tolist()
    return [(tag, role, blank, word if word in rules.named else 0) for tag, role, blank, word in columns]


def _ask(rules: Rules, kinds: Sequence[Sequence[Kind]], docs: Sequence[Doc]) -> None:
    """Try the rules at one word of each kind of which nothing is known: a text of just these words."""
    new: dict[Kind, Token] = {}
    for doc, those in zip(docs, kinds, strict=True):
        if not rules.told.keys() >= set(those):
            new |= {kind: doc[at] for at, kind in enumerate(those) if kind not in rules.told}
    if not new:
        return
    words, tags, roles = zip(*((one.text, one.tag_, one.dep_) for one in new.values()), strict=True)
    text = Doc(rules.ruler.vocab, list(words), tags=list(tags), deps=list(roles))
    found: dict[int, list[int]] = {}
    for number, _, start, end in rules.ruler.match(text):
        if end - start == 1:
            found.setdefault(start, []).append(number)
    for at, kind in enumerate(new):
        numbers = found.get(at, [])
        rules.told[kind] = Told(tuple(numbers), _values(rules, kind, numbers))


def _values(rules: Rules, kind: Kind, numbers: Iterable[int]) -> tuple[int, ...]:
    """What rules, tried in order, make of a word; a later one overrules an earlier."""
    values = {TAG: kind[0], DEP: kind[1]}
    for number in numbers:
        values |= rules.ruler.attrs[number]
    return tuple(values.get(one, 0) for one in _SET)


def _beside(rules: Rules, doc: Doc) -> Iterator[tuple[int, list[int]]]:
    """Of each word that rules over several words set, their numbers."""
    found: dict[int, list[int]] = {}
    for name, start, end in rules.several(doc, allow_missing=True):
        number = int(rules.ruler.vocab.strings[name])
        found.setdefault(range(start, end)[rules.ruler.indices[number]], []).append(number)
    yield from found.items()
