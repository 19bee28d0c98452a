"""The review queue: events by doubt times weight, and in words why each stands where it does.

Doubt is of the telling that is surest: 1 - confidence, more where only the words spoke for the event and the sentence
as a whole did not, where it is open whether it happened, and where those who report it conflict. Weight is what rests
on it: independent sources, whether a telling's sentence is about it, and how late it is in the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.record.asking import CODED, Asked
from dragoman.web.listed import ask
from dragoman.web.questions import chosen, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from dragoman.record import Store
    from dragoman.web.questions import Question

WORDS_ONLY, UNSURE, CONFLICT = 0.15, 0.1, 0.1
"""What is added to doubt: a reading of the sentence under HALF, a status that is open, readouts in conflict."""
HALF = 0.5
ASIDE = 0.5
"""The weight of what no telling's sentence is about, beside 1."""
_YEAR = 365
_OPEN = "('alleged', 'conditional')"
_BY_SENTENCE = "status: as the sentence reads"

# `because` begins "sentence 0.26; words: ...": cut out by place, which is far quicker than a regular expression.
_WORDS_ONLY = f"coalesce(starts_with(e.because, 'sentence ') AND try_cast(e.because[10:13] AS DOUBLE) < {HALF}, FALSE)"
_UNSURE = f"(e.status IN {_OPEN} OR contains(e.because, '{_BY_SENTENCE}'))"
_DOUBT = f"least(1, 1 - e.confidence + {WORDS_ONLY} * {_WORDS_ONLY}::INTEGER + {UNSURE} * {_UNSURE}::INTEGER)"
_JUDGED = """
    SELECT DISTINCT r.report, r.event FROM rulings r JOIN judgements j USING (judgement)
    WHERE j.who = $who AND r.event IS NOT NULL AND r.verb IN ('confirm', 'reject', 'correct', 'merge', 'part')
"""
_REJECTED = f"""
    WITH {{narrowed}} judged AS ({_JUDGED})
    SELECT concat(e.report, ':', e.event) AS id, {_DOUBT} AS doubt, e.is_primary, e.date_from
    FROM events e ANTI JOIN judged USING (report, event) WHERE {{told}}
"""  # noqa: S608 - constants of this file
_RANKED = f"""
    WITH judged AS ({_JUDGED}),
    done AS (SELECT DISTINCT merged FROM members SEMI JOIN judged USING (report, event)),
    newest AS (SELECT max(date_from) AS day FROM reports),
    conflicts AS (SELECT DISTINCT merged FROM readouts WHERE len(conflicts_with) > 0),
    together AS (
        FROM members SEMI JOIN (SELECT merged FROM members WHERE no > 0 UNION FROM conflicts) USING (merged)
    ),
    tellings AS (
        SELECT merged, min({_DOUBT}) AS doubt, bool_or(e.is_primary) AS is_primary
        FROM together JOIN events e USING (report, event) GROUP BY merged
    ),
    queued AS (
        SELECT w.merged AS id, NULL AS report, NULL AS event, t.is_primary, w.independent_sources AS sources,
               least(1, t.doubt + {CONFLICT} * (c.merged IS NOT NULL)::INTEGER) AS doubt, w.date_from,
               c.merged IS NOT NULL AS conflict
        FROM ({{chosen}}) w JOIN tellings t USING (merged) ANTI JOIN done USING (merged)
        LEFT JOIN conflicts c USING (merged)
        UNION ALL
        SELECT NULL, e.report, e.event, e.is_primary, 1, {_DOUBT}, e.date_from, FALSE
        FROM events e ANTI JOIN together USING (report, event) ANTI JOIN judged USING (report, event) WHERE {{told}}
        UNION ALL
        SELECT id, NULL, NULL, is_primary, 1, doubt, date_from, FALSE FROM rejected
    ),
    aged AS (
        SELECT q.*, CASE WHEN q.date_from <= n.day THEN n.day - q.date_from WHEN q.date_from > n.day THEN 0 END AS age
        FROM queued q CROSS JOIN newest n
    ),
    weighed AS (
        SELECT *, (1 + log2(sources)) * CASE WHEN is_primary THEN 1 ELSE {ASIDE} END
               * (0.5 + CASE WHEN age IS NULL THEN 0 ELSE 0.5 * pow(0.5, age / {_YEAR}) END) AS weight
        FROM aged
    ),
    first AS (
        SELECT *, doubt * weight AS score, (SELECT count(*) FROM queued) AS total FROM weighed
        ORDER BY score DESC, id, report, event LIMIT $rows OFFSET $passed
    )
    SELECT coalesce(f.id, m.merged, concat(f.report, ':', f.event)) AS id, f.* EXCLUDE (id)
    FROM first f LEFT JOIN members m ON m.report = f.report AND m.event = f.event
    ORDER BY f.score DESC, f.id, f.report, f.event
"""  # noqa: S608 - constants of this file
"""Most events are told once, and need no join: what is told twice, or in conflict, is ranked apart from them."""
_COLUMNS = "g.merged, g.independent_sources, g.date_from"
_DECIDED = f"""
    SELECT count(DISTINCT coalesce(c.merged, m.merged, concat(j.report, ':', j.event))) AS n FROM ({_JUDGED}) j
    LEFT JOIN coded.members c ON c.report = j.report AND c.event = j.event
    LEFT JOIN main.members m ON m.report = j.report AND m.event = j.event
"""  # noqa: S608 - constants of this file
_LEFT = f"""
    WITH judged AS ({_JUDGED}),
    rejected AS (SELECT DISTINCT report, event FROM rulings WHERE verb = 'reject' AND stands AND event IS NOT NULL)
    SELECT (SELECT count(*) FROM merged_events)
           - (SELECT count(DISTINCT merged) FROM members SEMI JOIN judged USING (report, event))
           + (SELECT count(*) FROM rejected ANTI JOIN judged USING (report, event)) AS n
"""  # noqa: S608 - constants of this file
_LAST = """
    SELECT j.judgement AS id, j.verb, j.decided, j.field, j.value, j.was, j."on" AS anchors, r.report, r.event,
           coalesce(m.merged, c.merged, concat(r.report, ':', r.event)) AS on
    FROM judgements j JOIN rulings r USING (judgement)
    LEFT JOIN coded.members c ON c.report = r.report AND c.event = r.event
    LEFT JOIN main.members m ON m.report = r.report AND m.event = r.event
    WHERE j.who = $who AND r.event IS NOT NULL ORDER BY j.decided DESC, j.judgement, r.report, r.event LIMIT 1
"""


class Standing(NamedTuple):
    """An event in the queue: its id, doubt (0 to 1), weight (more than 0), and what makes them.

    `sources` are independent ones; `age` is how many days before the record's newest report it begins, 0 for what comes
    after it and None where its day is unknown.
    """

    id: str
    doubt: float
    weight: float
    score: float
    is_primary: bool
    sources: int
    age: int | None
    conflict: bool


class Queue(NamedTuple):
    """A page of the queue, and how many events stand in all of it."""

    rows: tuple[Standing, ...]
    left: int


def queue(store: Store, question: Question, who: str | None, rows: int, passed: int) -> Queue:
    """What answers to the question and this reviewer has not judged, by doubt times weight, after `passed` of them.

    What others rejected stands in it too, telling by telling; nobody has to agree with the first who came.
    """
    held = {**question.values, "who": who, "rows": rows, "passed": passed}
    with Asked(store) as asked:
        rejected = asked.ask(_REJECTED.replace("{told}", told(question)), held, CODED)
        asked.table("rejected", rejected)
        query = _RANKED.replace("{chosen}", chosen(question, _COLUMNS)).replace("{told}", told(question))
        table: pa.Table = asked.ask(query, held)
    found = table.to_pylist()
    total = found[0]["total"] if found else 0
    return Queue(tuple(Standing(**{name: row[name] for name in Standing._fields}) for row in found), total)


def decided(store: Store, who: str) -> int:
    """How many events a reviewer has judged."""
    [row] = ask(store, _DECIDED, who=who)
    return int(row["n"])


def left(store: Store, who: str | None) -> int:
    """How many events of the whole record a reviewer has yet to judge, as `queue` counts them."""
    [row] = ask(store, _LEFT, who=who)
    return int(row["n"])


def last_decision(store: Store, who: str) -> dict[str, Any] | None:
    """A reviewer's last decision that is in force, as judgements have it, and one telling on which it bears.

    id, verb, decided, field, value, was, anchors, report, event, and `on`, the id of the merged event.
    """
    return next(iter(ask(store, _LAST, who=who)), None)


def why(standing: Standing, told_by: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """What makes an event's doubt and its weight, in words, given its tellings."""
    return {"doubt": list(_of_doubt(standing, told_by)), "weight": list(_of_weight(standing))}


def _of_doubt(standing: Standing, told_by: Sequence[dict[str, Any]]) -> Iterator[str]:
    surest = min(told_by, key=doubt)
    yield f"confidence {surest['confidence']:.2f}"
    if only_words(surest):
        yield f"its words say {surest['type'] or 'statement'}, the sentence as a whole does not (+{WORDS_ONLY})"
    if is_open(surest):
        yield f"{surest['status']}{', which no word says' if _BY_SENTENCE in surest['because'] else ''} (+{UNSURE})"
    if standing.conflict:
        yield f"those who report it conflict (+{CONFLICT})"


def _of_weight(standing: Standing) -> Iterator[str]:
    yield f"{standing.sources} independent source{'s' if standing.sources != 1 else ''}"
    yield "what its sentence is about" if standing.is_primary else f"an aside (×{ASIDE})"
    if standing.age is None:
        yield "undated (×0.5)"
    elif standing.age:
        yield f"{standing.age} day{'s' if standing.age != 1 else ''} before the newest report"
    else:
        yield "as new as the newest report"


def doubt(row: dict[str, Any]) -> float:
    """The doubt of a telling, as the queue reckons it before it looks at conflicts."""
    return float(min(1, 1 - row["confidence"] + WORDS_ONLY * only_words(row) + UNSURE * is_open(row)))


def only_words(row: dict[str, Any]) -> bool:
    """Whether the sentence as a whole spoke against the event that the words told of."""
    start, because = "sentence ", str(row["because"])
    try:
        return because.startswith(start) and float(because[len(start) : len(start) + 4]) < HALF
    except ValueError:
        return False


def is_open(row: dict[str, Any]) -> bool:
    """Whether it is open that it happened: alleged, conditional, or of a status that no word says."""
    return row["status"] in {"alleged", "conditional"} or _BY_SENTENCE in row["because"]
