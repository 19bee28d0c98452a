"""Watch: questions that are kept, what is new to each since it was last marked seen, and a feed of each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.record.watching import CAME, Watch, forget, keep, mark_seen, newest, watch, watches
from dragoman.web import listed
from dragoman.web.addresses import address
from dragoman.web.atom import TYPE, Entry, Feed, written
from dragoman.web.files import Content, File
from dragoman.web.filtering import ROWS, page_number
from dragoman.web.page import Action, Answer, Asked, Page
from dragoman.web.questions import chosen, question_of
from dragoman.web.wording import days, names, sides

if TYPE_CHECKING:
    from dragoman.record import Store
    from dragoman.web.page import Posted
    from dragoman.web.questions import Question

_FED = 100
"""Entries of a feed: the newest."""
_ANSWERS = f"""
    WITH wanted AS ({{chosen}}), came AS ({CAME.replace("{only}", "SEMI JOIN wanted USING (merged)")})
"""
_COUNTED = " SELECT count(*) AS every, count(*) FILTER ($seen IS NULL OR came > $seen) AS new FROM came"
_NEW_FIRST = """
    SELECT merged, came, $seen IS NULL OR came > $seen AS new FROM came JOIN merged_events g USING (merged)
    ORDER BY came DESC, g.date_from DESC NULLS LAST, g.no, merged LIMIT $rows OFFSET $passed
"""
_EVIDENCE = """
    SELECT m.merged, v.words FROM members m JOIN events e USING (report, event)
    JOIN evidence v ON v.report = m.report AND v.kind = 'event' AND v.no = e.no AND v.field = 'evidence'
    WHERE m.no = 0 AND list_contains($ids, m.merged)
"""


def _list(asked: Asked) -> Answer:
    """The questions that are kept; and one to be tried out, as the address has it, that can be kept."""
    question = question_of(asked.query)
    tried = _rows(asked.store, question, None, 1, 20) if question.used else []
    data = {
        "watches": [_counts(asked.store, one) for one in watches(asked.store)],
        "filters": question.used,
        "total": _counted(asked.store, question, None)["every"] if question.used else None,
        "events": tried,
    }
    return Answer(data, {"form": question.form, "seen_now": None})


def _one(asked: Asked) -> Answer:
    """What answers to a question that is kept, the newest in the record first."""
    kept, page = watch(asked.store, asked.path["id"]), page_number(asked.query)
    counts = _counts(asked.store, kept)
    rows = _rows(asked.store, question_of(kept.query), kept.seen, page, ROWS)
    until = newest(asked.store)
    data = {**counts, "page_number": page, "until": until.isoformat() if until else None, "events": rows}
    return Answer(data, {"last_page": -(-counts["every"] // ROWS), "kept": {}})


def _feed(asked: Asked, server: str) -> Content:
    kept = watch(asked.store, asked.path["id"])
    rows = _rows(asked.store, question_of(kept.query), kept.seen, 1, _FED)
    found = listed.ask(asked.store, _EVIDENCE, ids=[row["id"] for row in rows])
    said = {one["merged"]: one["words"] for one in found}
    entries = [
        Entry(row["id"], _title(row), said.get(row["id"], row["words"]), address("/event", row["id"]), row["came"])
        for row in rows
    ]
    page = address("/watch", kept.id)
    return Content(written(Feed(kept.id, kept.name, page, f"{page}.atom", kept.created, entries), server), TYPE)


def _title(row: dict[str, Any]) -> str:
    what = f"{row['type'] or 'statement'}{'' if row['status'] == 'actual' else ', ' + row['status']}"
    return f"{names(row['who'])} → {sides(row)}: {what}, {days(row['date_from'], row['date_to'])}"


def _counts(store: Store, kept: Watch) -> dict[str, Any]:
    counted = _counted(store, question_of(kept.query), kept.seen)
    return {**kept._asdict(), "feed": f"{address('/watch', kept.id)}.atom", **counted}


def _counted(store: Store, question: Question, seen: datetime | None) -> dict[str, Any]:
    """How many events answer to a question, `every` and those that are `new`."""
    query = _ANSWERS.replace("{chosen}", chosen(question)) + _COUNTED
    return listed.ask(store, query, question, seen=seen)[0]


def _rows(store: Store, question: Question, seen: datetime | None, page: int, rows: int) -> list[dict[str, Any]]:
    """The events that answer, those that came last first, each with when it `came` and whether it is `new`."""
    query = _ANSWERS.replace("{chosen}", chosen(question)) + _NEW_FIRST
    found = listed.ask(store, query, question, seen=seen, rows=rows, passed=(page - 1) * rows)
    more = {row["merged"]: {"came": row["came"], "new": row["new"]} for row in found}
    return [{**row, **more[row["id"]]} for row in listed.events(store, list(more))]


def _keep(posted: Posted) -> str:
    fields = {name: text for name in posted.form if name != "name" and (text := posted.text(name))}
    question = question_of(fields)
    if not question.used:
        raise UsageError("nothing is asked for", where="watch", do="fill in at least one field first")
    with posted.desk.writing() as store:
        return address("/watch", keep(store, posted.text("name") or "", question.used).id)


def _seen(posted: Posted) -> str:
    """Mark as seen what was there when the page was made; what came since stays new."""
    name, until = posted.text("watch") or "", posted.text("until") or ""
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        raise UsageError(f"{until!r} is no moment", where="until", do="use the button of the page Watch") from None
    with posted.desk.writing() as store:
        last = newest(store)
        mark_seen(store, name, min(moment.replace(tzinfo=None), last) if last else moment.replace(tzinfo=None))
    return posted.back("/watch")


def _forget(posted: Posted) -> str:
    with posted.desk.writing() as store:
        forget(store, posted.text("watch") or "")
    return "/watch"


PAGES = (
    Page("/watch", "watch.html", _list, nav="Watch", order=70),
    Page("/watch/{id:id}", "watched.html", _one),
)
ACTIONS = (Action("/watch/keep", _keep), Action("/watch/seen", _seen), Action("/watch/forget", _forget))
FILES = (File("/watch/{id:id}.atom", _feed),)
