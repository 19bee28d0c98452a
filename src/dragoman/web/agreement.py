"""How far two reviewers agree: Cohen's kappa over what both of them decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.web.listed import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.record import Store

_DECIDED = """
    SELECT coalesce(c.merged, m.merged, concat(r.report, ':', r.event)) AS event, j.who, r.verb, r.field, j.decided
    FROM rulings r JOIN judgements j USING (judgement)
    LEFT JOIN coded.members c ON c.report = r.report AND c.event = r.event
    LEFT JOIN main.members m ON m.report = r.report AND m.event = r.event
    WHERE r.event IS NOT NULL AND r.verb IN ('confirm', 'reject', 'correct')
    ORDER BY j.decided, j.judgement
"""
"""Decisions in force, those too that a later one of somebody else overrules; an event is the program's merged one."""
VERDICT = "verdict"


class Agreement(NamedTuple):
    """How far two reviewers agree on one thing: the "verdict", or whether a field is to be corrected.

    `events` is how many both judged, `observed` the share on which they agree, `expected` that on which they would by
    chance; `kappa` is None where chance leaves nothing to agree on.
    """

    one: str
    other: str
    on: str
    events: int
    observed: float
    expected: float
    kappa: float | None


def kappa(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float | None]:
    """Observed agreement, agreement by chance, and kappa = (observed - chance) / (1 - chance), of pairs of labels.

    Cohen, J. (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1),
    pp. 37-46. Kappa is None where both gave one and the same label to all. ValueError if there are no pairs.
    """
    if not pairs:
        raise ValueError("nothing was judged by both")
    total = len(pairs)
    same = sum(one == other for one, other in pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones)
    observed, expected = same / total, chance / total**2
    if chance == total**2:
        return observed, expected, None
    return observed, expected, (observed - expected) / (1 - expected)


def agreements(store: Store) -> list[Agreement]:
    """Each two reviewers who judged the same events: on the verdict, then on each field that one of them corrected.

    Of several verdicts of one reviewer on one event the last counts.
    """
    verdicts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    fields: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in ask(store, _DECIDED):
        corrected = fields[row["who"]][row["event"]]
        if row["verb"] == "correct":
            corrected.add(row["field"])
        else:
            verdicts[row["who"]][row["event"]] = row["verb"]
    found: list[Agreement] = []
    for one, other in combinations(sorted(fields), 2):
        found += _on_verdict(one, other, verdicts)
        found += _on_fields(one, other, fields)
    return found


def _on_verdict(one: str, other: str, verdicts: dict[str, dict[str, str]]) -> Iterable[Agreement]:
    mine, theirs = verdicts.get(one, {}), verdicts.get(other, {})
    pairs = [(mine[event], theirs[event]) for event in sorted(mine.keys() & theirs.keys())]
    return [Agreement(one, other, VERDICT, len(pairs), *kappa(pairs))] if pairs else []


def _on_fields(one: str, other: str, fields: dict[str, Any]) -> Iterable[Agreement]:
    both = sorted(fields[one].keys() & fields[other].keys())
    for field in sorted({field for who in (one, other) for event in both for field in fields[who][event]}):
        pairs = [tuple("yes" if field in fields[who][event] else "no" for who in (one, other)) for event in both]
        yield Agreement(one, other, field, len(pairs), *kappa([(mine, theirs) for mine, theirs in pairs]))
