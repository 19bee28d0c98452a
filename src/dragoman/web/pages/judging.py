"""Accept, reject and undo, from whatever page an event stands on; what was done is told there and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.api.reviewing import Review, Said
from dragoman.errors import UsageError
from dragoman.record import tellings
from dragoman.web.addresses import address
from dragoman.web.page import Action

if TYPE_CHECKING:
    from dragoman.review import Judgement
    from dragoman.web.page import Posted


def _judge(posted: Posted) -> str:
    """Confirm or reject an event, or undo the last decision on it; back to where the form stood."""
    event, verb = posted.text("event") or "", posted.text("verb")
    said = Said(by=posted.text("by") or posted.desk.by, why=posted.text("why"))
    with posted.desk.writing() as store:
        review = Review(store)
        told = [str(one) for one in tellings(store, event)["id"].to_pylist()]
        match verb:
            case "confirm":
                made = review.confirm(event, said)
            case "reject":
                made = review.reject(event, said)
            case "undo":
                made = review.undo(last_on(review, told).id, said)
            case _:
                raise UsageError(f"{verb!r} is no decision", where="verb", do="use confirm, reject or undo")
        there = bool(tellings(store, event).num_rows)
    own = address("/event", event)
    back = posted.back(own)
    if not there and back.partition("#")[0].partition("?")[0] == own:
        back = address("/event", told[0])  # nothing is left of the merged event, each telling can still be read
    return _with(back, made)


def _undo(posted: Posted) -> str:
    """Take back a decision that is named."""
    with posted.desk.writing() as store:
        by = posted.text("by") or posted.desk.by
        made = Review(store).undo(posted.text("judgement") or "", Said(by=by, why=posted.text("why")))
    return _with(posted.back("/"), made)


def last_on(review: Review, told: list[str]) -> Judgement:
    """The last decision in force on one of these tellings ("report:event"); UsageError if there is none."""
    wanted = set(told)
    found = [one.judgement for one in review.judgements() if one.state == "in force" and wanted & set(one.events)]
    if not found:
        raise UsageError("nobody has decided anything of it", where=", ".join(told[:3]), do="there is nothing to undo")
    return found[-1]


def _with(back: str, made: Judgement) -> str:
    """The address to go back to, with the decision that was made, so that the page there can tell of it."""
    path, _, place = back.partition("#")
    path, _, asked = path.partition("?")
    kept = "&".join(part for part in asked.split("&") if part and not part.startswith("did="))
    return f"{path}?{kept}{'&' if kept else ''}did={made.id}" + (f"#{place}" if place else "")


ACTIONS = (Action("/judge", _judge), Action("/undo", _undo))
