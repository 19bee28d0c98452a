"""What a reviewer decides by a form: corrections, merging, parting; each is a judgement that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.api.reviewing import Review, Said
from dragoman.errors import UsageError
from dragoman.review.values import FIELDS
from dragoman.web.listed import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import ActorKind
    from dragoman.record import Store
    from dragoman.web.page import Posted

KINDS: tuple[ActorKind, ...] = ("person", "organisation", "country", "group")
_LIKE = 6
_DAYS = 3
_ALIKE = f"""
    SELECT o.merged AS "of", c.merged AS id, c.source AS who, c.target AS whom, c.type, c.status, c.date_from, c.date_to
    FROM merged_events o JOIN merged_events c
      ON c.merged <> o.merged AND c.type IS NOT DISTINCT FROM o.type
     AND c.date_from BETWEEN o.date_from - {_DAYS} AND o.date_from + {_DAYS}
     AND list_has_any(list_concat(c.source, c.target), list_concat(o.source, o.target))
    WHERE list_contains($ids, o.merged)
    QUALIFY row_number() OVER (PARTITION BY o.merged ORDER BY abs(c.date_from - o.date_from), c.merged) <= {_LIKE}
    ORDER BY o.merged, abs(c.date_from - o.date_from), c.merged
"""  # noqa: S608 - constants of this file
_NAMES = "SELECT DISTINCT report, name FROM actors WHERE list_contains($reports, report) ORDER BY report, name"


def alike(store: Store, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """For each merged event those that may be the same: of its type, within three days, with an actor in common."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in ask(store, _ALIKE, ids=list(ids)):
        found.setdefault(row["of"], []).append(row)
    return found


def actor_names(store: Store, reports: Sequence[str]) -> dict[str, list[str]]:
    """The names of each report's actors."""
    found: dict[str, list[str]] = {}
    for row in ask(store, _NAMES, reports=sorted(set(reports))):
        found.setdefault(row["report"], []).append(row["name"])
    return found


def held(row: dict[str, Any]) -> dict[str, str]:
    """What the fields that can be corrected hold in a telling, as the form has them; "" is unknown."""
    first, last = row["date_from"], row["date_to"]
    date = "" if first is None else str(first) if first == last else f"{first}/{last}"
    sides = {"source": "; ".join(row["who"]), "target": "; ".join(row["whom"])}
    plain = {name: row[name] or "" for name in ("type", "mode", "status", "reported_by")}
    written = {**plain, **sides, "date": date}
    return {name: written[name] for name in FIELDS}


def correct(posted: Posted) -> str:
    """Correct each field that was changed in the form; each is a judgement of its own."""
    kind = next((one for one in KINDS if one == posted.text("kind")), None)
    changed = [name for name in FIELDS if name in posted.form and posted.text(name) != posted.text(f"was-{name}")]
    if not changed:
        raise UsageError("nothing was changed", where="correct", do="change a field, or accept the event as it is")
    with posted.desk.writing() as store:
        review = Review(store)
        for name in changed:
            values = [one.strip() for one in (posted.text(name) or "").split(";")]
            wanted = [one for one in values if one]
            review.correct(_event(posted), name, wanted, _said(posted), kind=kind, country=posted.text("country"))
    return posted.back("/review")


def merge(posted: Posted) -> str:
    """Say that an event is the same as another, chosen from those alike or named by its id."""
    other = posted.text("named") or posted.text("other")
    if other is None:
        raise UsageError("no other event is named", where="merge", do="choose one, or give the id of one")
    with posted.desk.writing() as store:
        Review(store).merge(_event(posted), other, _said(posted))
    return posted.back("/review")


def part(posted: Posted) -> str:
    """Say that the tellings that were ticked tell another event."""
    leaving = [one for one in posted.form.getlist("leaving") if isinstance(one, str)]
    with posted.desk.writing() as store:
        Review(store).part(_event(posted), leaving, _said(posted))
    return posted.back("/review")


def _event(posted: Posted) -> str:
    return posted.text("event") or ""


def _said(posted: Posted) -> Said:
    return Said(by=posted.text("by") or posted.desk.by, why=posted.text("why"))
