"""The first page: drop files or paste text, what the record holds, and what is new in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.record.connecting import translated
from dragoman.record.loading import as_dicts
from dragoman.web.dropped import keep, keep_text, sample
from dragoman.web.page import Action, Answer, Asked, Page

if TYPE_CHECKING:
    from dragoman.record import Store
    from dragoman.web.page import Posted

_NEW = 20
_COUNTS = """
    SELECT (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM merged_events) AS events,
           (SELECT count(*) FROM quotes) AS quotations, (SELECT count(*) FROM judgements) AS decisions
"""
_LAST = "SELECT run, started FROM runs WHERE run IN (SELECT run FROM reports) ORDER BY started DESC LIMIT 1"
_NEWEST = """
    SELECT r.report AS id, r.title, r.outlet, r.path, r.date_from, r.date_to, r.date_basis
    FROM reports r WHERE r.run = $run ORDER BY r.date_from DESC NULLS LAST, r.report LIMIT $limit
"""
_FAILED = """
    SELECT place AS "where", what, remedy AS do FROM failures
    WHERE run = (SELECT arg_max(run, started) FROM runs) LIMIT $limit
"""


def _answer(asked: Asked) -> Answer:
    store = asked.store
    [counts] = _rows(store, _COUNTS)
    last = next(iter(_rows(store, _LAST)), None)
    newest = _rows(store, _NEWEST, run=last["run"], limit=_NEW) if last else []
    stand = asked.desk.reading.stand
    return Answer(
        {
            "record": str(asked.desk.path),
            "counts": counts,
            "last_read": last["started"] if last else None,
            "new": newest,
            "failed": _rows(store, _FAILED, limit=_NEW),
            "merged": store.merged_is_current(),
        },
        {"reading": stand, "sample": sample() is not None},
    )


def _drop(posted: Posted) -> str:
    """Keep what was dropped or pasted beside the record, and read it."""
    posted.desk.check_writable()
    folder = posted.desk.dropped
    paths = [keep(folder, one) for one in posted.files("files")]
    if pasted := posted.text("text"):
        paths.append(keep_text(folder, pasted))
    if not paths:
        raise UsageError("nothing was dropped", where="what to read", do="choose a file or paste a text")
    posted.desk.reading.add(paths)
    return "/#reading"


def _read_sample(posted: Posted) -> str:
    posted.desk.check_writable()
    if folder := sample():
        posted.desk.reading.add([folder])
    return "/#reading"


def _rows(store: Store, query: str, **values: object) -> list[dict[str, Any]]:
    with translated(store.path):
        return as_dicts(store.connection.execute(query, values))


PAGES = (Page("/", "home.html", _answer, nav="Home", order=0),)
ACTIONS = (Action("/read", _drop), Action("/read-sample", _read_sample))
