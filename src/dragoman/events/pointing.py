"""Who does it to whom, by the grammar's reading and by the encoder's pointing together.

The grammar's arguments know their relations but hang on the parse, the encoder points at words of the whole sentence.
An actor that both name needs little from the encoder, one that only the encoder points at needs more than even chances,
and more again where the grammar has another.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dragoman.events.arguments import Arguments
from dragoman.events.mutual import is_shared
from dragoman.events.subjects import is_passive

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from dragoman.events.participants import Participants
    from dragoman.events.triggers import Trigger

GRAMMAR = 2.0
"""What the grammar's word for an actor adds to the encoder's log odds. Between 1 and 3 little changes."""
UNSEEN = -4.0
"""Log odds of an actor at which the encoder does not point at all."""
BESIDE = 1.0
"""Log odds that an actor needs who is pointed at beside one whom the grammar names: else in "A condemned it, and B
condemned it" each does it twice."""
LEAST = 0.02
"""Words less likely than this are not looked at."""

TOGETHER = frozenset({"CONSULT", "COOPERATE"})
"""What several countries do to nobody else they do with one another: "Mali and Niger hold a summit"."""


def pointed(token: Token, trigger: Trigger, sides: Arguments, who: Participants) -> Arguments:
    """The grammar's arguments of the event that the word says, put right by what the encoder points at.

    Both sides of an event that the grammar reads as done together stay. Nobody is both source and target, but in such.
    """
    if trigger.heard is None or (len(sides.source) > 1 and set(sides.source) == set(sides.target)):
        return sides
    found = _apart(token, trigger, sides, who)
    if found.source and found.target and _is_joint(token, trigger, found, who):
        return Arguments((*found.source, *found.target), (*found.source, *found.target))
    if not found.target and _is_together(token, trigger) and len(who.countries(found.source) - {None}) > 1:
        return Arguments(found.source, found.source)
    return found


def _is_together(token: Token, trigger: Trigger) -> bool:
    """Whether several who do it do it with one another: "Mali and Niger *failed* to agree"."""
    return trigger.type in TOGETHER or (trigger.type == "REJECT" and token.lemma_ == "fail")


def _is_joint(token: Token, trigger: Trigger, sides: Arguments, who: Participants) -> bool:
    """Whether both sides stand before a verb for what takes two: "Ana Roe of Peru and Ben Moe of Chile *agreed*"."""
    if not is_shared(token, trigger.type) or token.pos_ != "VERB" or set(sides.source) & set(sides.target):
        return False
    if is_passive(token) or any(child.dep_ in {"dobj", "xcomp", "ccomp", "relcl"} for child in token.children):
        return False
    before = {name for word in token.sent if word.i < token.i for name in who.alone(word)}
    after = {name for word in token.sent if word.i > token.i for name in who.alone(word)}
    return {*sides.source, *sides.target} <= before - after


def _apart(token: Token, trigger: Trigger, sides: Arguments, who: Participants) -> Arguments:
    """The likeliest on each side, nobody on both but in what is done together."""
    if trigger.heard is None:
        return sides
    sources = _odds(token, trigger.heard.sources, sides.source, who)
    targets = _odds(token, trigger.heard.targets, sides.target, who)
    source = _likely(sources, sides.source)
    target = _likely(targets, sides.target)
    everybody = tuple(dict.fromkeys((*source, *target)))
    if not set(source) & set(target) or (len(everybody) > 1 and set(source) == set(target)):
        return Arguments(source, target)
    if is_shared(token, trigger.type) and len(everybody) > 1:
        return Arguments(everybody, everybody)
    # Where both name the doer otherwise, the subject of a clause is the surer sign.
    does = {one for one in source if sources[one] >= targets.get(one, UNSEEN) or one in sides.source}
    return Arguments(
        tuple(one for one in source if one in does or one not in target),
        tuple(one for one in target if one not in does),
    )


def _odds(
    token: Token, chances: NDArray[np.float32], by_grammar: Sequence[str], who: Participants
) -> Mapping[str, float]:
    """Log odds of each actor of the sentence, by its likeliest word.

    Whom the grammar names stand in one phrase ("to Niger, Mali and Togo"), so they are as likely as the likeliest.
    """
    found: dict[str, float] = {}
    for word, chance in zip(token.sent, chances.tolist(), strict=True):
        if chance >= LEAST:
            odds = math.log(chance / max(1 - chance, 1e-4))
            for name in who.alone(word):
                found[name] = max(found.get(name, odds), odds)
    together = max((found.get(name, UNSEEN) for name in by_grammar), default=UNSEEN) + GRAMMAR
    return found | dict.fromkeys(by_grammar, together)


def _likely(odds: Mapping[str, float], by_grammar: tuple[str, ...]) -> tuple[str, ...]:
    """Who is likelier than not, the likeliest first; beside whom the grammar names, only who is much likelier.

    Where nobody is likely, whom the grammar names.
    """
    stands = any(odds[name] > 0 for name in by_grammar)
    kept = [name for name, value in odds.items() if value > (0 if name in by_grammar or not stands else BESIDE)]
    return tuple(sorted(kept, key=lambda name: -odds[name])) or by_grammar
