"""Review: the events that most need a look, one decision a key; progress, undo, and how far reviewers agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.knowledge.codebook import codebook
from dragoman.review import Anchor, Judgement
from dragoman.review.values import STATUSES
from dragoman.web import reviewing
from dragoman.web.agreement import agreements
from dragoman.web.decisions import what
from dragoman.web.filtering import page_number
from dragoman.web.listed import tellings
from dragoman.web.page import Action, Answer, Asked, Page
from dragoman.web.questions import question_of
from dragoman.web.queue import decided, last_decision, left, queue, why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.record import Store
    from dragoman.web.queue import Standing

ROWS = 10
_NAME = 80


class Item(NamedTuple):
    """An event in the queue: where it stands and why, the telling it is shown by, all of them, and what forms offer."""

    standing: Standing
    why: Mapping[str, Sequence[str]]
    row: dict[str, Any]
    told: Sequence[dict[str, Any]]
    sentence: tuple[str, str, str]
    held: Mapping[str, str]
    alike: Sequence[dict[str, Any]]
    names: Sequence[str]


def _answer(asked: Asked) -> Answer:
    reviewer = " ".join(asked.query.get("reviewer", "").split())[:_NAME] or None
    question, page = question_of(asked.query), page_number(asked.query)
    found = queue(asked.store, question, reviewer, ROWS, (page - 1) * ROWS)
    items = _items(asked.store, found.rows)
    done = decided(asked.store, reviewer) if reviewer else 0
    data = {
        "reviewer": reviewer,
        "filters": question.used,
        "page_number": page,
        "left": found.left,
        "decided": done,
        "of": done + left(asked.store, reviewer),
        "events": [_data(one) for one in items],
        "agreement": [one._asdict() for one in agreements(asked.store)],
    }
    view = {
        "did": None,  # said here with the reviewer's name, by which it is undone
        "form": question.form,
        "kept": {"reviewer": reviewer, **question.used},
        "items": items,
        "last_page": -(-found.left // ROWS),
        "last": _last(asked.store, reviewer) if reviewer else None,
        "suggested": reviewer or asked.desk.by,
        "kinds": reviewing.KINDS,
        "statuses": STATUSES,
        "types": tuple(codebook().types),
        "modes": sorted({mode for one in codebook().types.values() for mode in one.modes}),
    }
    return Answer(data, view)


def _items(store: Store, rows: Sequence[Standing]) -> list[Item]:
    told = tellings(store, [one.id for one in rows])
    near = reviewing.alike(store, [one.id for one in rows])
    names = reviewing.actor_names(store, [row["report"] for every in told.values() for row in every[:1]])
    return [_item(one, told[one.id], near.get(one.id, []), names) for one in rows if one.id in told]


def _item(one: Standing, told: list[dict[str, Any]], near: list[dict[str, Any]], names: dict[str, list[str]]) -> Item:
    row = told[0]
    start, end = (row[name] - row["evidence_start"] for name in ("trigger_start", "trigger_end"))
    words = row["evidence"]
    sentence = (words[: max(start, 0)], row["trigger"], words[end:])
    return Item(one, why(one, told), row, told, sentence, reviewing.held(row), near, names.get(row["report"], []))


def _data(one: Item) -> dict[str, object]:
    """An event of the queue, without others' verdicts: nobody is to be led."""
    hidden = {"verdict", "judged_by", "corrected", "corrected_by"}
    told = [{name: value for name, value in row.items() if name not in hidden} for row in one.told]
    return {**one.standing._asdict(), "why": one.why, "tellings": told, "alike": list(one.alike)}


def _last(store: Store, reviewer: str) -> dict[str, Any] | None:
    """The reviewer's last decision, in words, and the event to come back to when it is undone."""
    row = last_decision(store, reviewer)
    if row is None:
        return None
    on = tuple(Anchor(**one) for one in row["anchors"])
    value, was = (None if row[name] is None else tuple(row[name]) for name in ("value", "was"))
    made = Judgement(row["verb"], reviewer, row["decided"], on=on, field=row["field"], value=value, was=was)
    return {**row, "what": what(made), "words": on[0].words if on else ""}


PAGES = (Page("/review", "review.html", _answer, nav="Review", order=60),)
ACTIONS = (
    Action("/review/correct", reviewing.correct),
    Action("/review/merge", reviewing.merge),
    Action("/review/part", reviewing.part),
)
