"""Quotations: what was said, by whom, to whom and about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from dragoman.api.filters import checked
from dragoman.errors import UsageError
from dragoman.model import CueKind
from dragoman.record import Query
from dragoman.record.asking import Asked as Question
from dragoman.web.filtering import ROWS, page_number
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.siding import side_of
from dragoman.web.spoken import Sought, of_side, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence


_WHO = ("by", "whom", "about")
_FIELDS = ("words", *_WHO, "from", "to", "outlet", "how", "kind")
_HOW = ("direct", "reported")
_KINDS: tuple[str, ...] = get_args(CueKind)


class Form(NamedTuple):
    """What the form holds: values by field, "" where none."""

    values: dict[str, str]
    hows: Sequence[str] = _HOW
    kinds: Sequence[str] = _KINDS

    @property
    def used(self) -> dict[str, object]:
        """The fields that filter something, as an address has them after "?"."""
        return {name: value for name, value in self.values.items() if value}


def _answer(asked: Asked) -> Answer:
    form, page = Form({name: asked.query.get(name, "").strip() for name in _FIELDS}), page_number(asked.query)
    with Question(asked.store) as question:
        found = spoken(question, asked.store, _sought(form, page))
    data = {
        "filters": form.used,
        "page_number": page,
        "total": found.total,
        "quotations": found.rows[:ROWS],
    }
    return Answer(data, {"form": form, "more": len(found.rows) > ROWS, "last_page": -(-found.total // ROWS)})


def _sought(form: Form, page: int) -> Sought:
    given = form.values
    days = checked({"first": given["from"] or None, "last": given["to"] or None})
    query = Query(
        first=days["first"],
        last=days["last"],
        outlet=given["outlet"] or None,
        words=given["words"] or None,
        limit=ROWS + 1,
        offset=(page - 1) * ROWS,
    )
    who = {name: of_side(side_of(given[name]), name) for name in _WHO if given[name]}
    sql = {name: text for name, (text, _) in who.items()}
    named = {name: value for _, one in who.values() for name, value in one.items()}
    how, kind = _one_of(given, "how", _HOW), _one_of(given, "kind", _KINDS)
    return Sought(sql.get("by"), sql.get("whom"), sql.get("about"), query, how, kind, named)


def _one_of(given: dict[str, str], field: str, allowed: Sequence[str]) -> str | None:
    value = given[field].lower()
    if value and value not in allowed:
        raise UsageError(f"{value!r} is not known", where=field, do=f"use one of {', '.join(allowed)}")
    return value or None


PAGES = (Page("/quotations", "quotations.html", _answer, nav="Quotations", order=50),)
