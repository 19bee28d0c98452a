"""A question to the record as an address and a form hold it: the timeline's filters, and three more.

`by` is who acts or says so and `about` who is acted on, each a country's code or name or part of an actor's name; the
type "statement" keeps what has no PLOVER type. So "statements by CHN about PRK" can be asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.datastructures import QueryParams

from dragoman.api.filters import checked_dyad
from dragoman.record.narrowing import Query, fitting, joined, telling, values
from dragoman.web.filtering import Form, form_of, query_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STATEMENT = "statement"
_MORE = ("by", "about")
_ACTS = "(contains(e.acting, $by) OR contains(e.saying, $by))"
_TOLD = """
    SEMI JOIN (
        SELECT merged FROM members
        SEMI JOIN (SELECT e.report, e.event FROM events e WHERE {where}) USING (report, event)
    ) USING (merged)
"""


class Question(NamedTuple):
    """What is asked for: the form as filled in, the record's query, `by` and `about` as its columns have them."""

    form: Form
    query: Query
    by: str | None
    about: str | None
    statements: bool

    @property
    def values(self) -> dict[str, object]:
        """The parameters of `chosen` and `told`."""
        return {**values(self.query), "by": self.by, "about": self.about}

    @property
    def used(self) -> dict[str, str]:
        """What was filled in, as an address has it after "?" and a watch keeps it."""
        return {name: str(value) for name, value in self.form.used.items()}


def question_of(asked: Mapping[str, str]) -> Question:
    """The question in an address or in a watch; UsageError for values that can't be meant."""
    given = {name: value for name, value in asked.items() if value.strip()}
    statements = given.get("type", "").strip().lower() == STATEMENT
    plain = QueryParams({name: value for name, value in given.items() if not (statements and name == "type")})
    form = form_of(plain)
    extra = {name: given.get(name, "").strip() for name in _MORE}
    held = form.values | extra | ({"type": STATEMENT} if statements else {})
    return Question(
        form._replace(values=held, types=(STATEMENT, *form.types)),
        query_of(plain),
        _side(extra["by"]),
        _side(extra["about"]),
        statements,
    )


def chosen(question: Question, columns: str = "g.merged") -> str:
    """SQL for the merged events that answer, as rows `g` of merged_events, in no order; `{narrowed}` is none of it.

    Days, type and status are the merged event's; all the rest holds of one telling together.
    """
    conditions = list(_of_telling(question))
    only = _TOLD.replace("{where}", joined(conditions)) if conditions else ""
    where = joined((*fitting(question.query, "g"), *_of_type(question, "g")))
    return f"SELECT {columns} FROM merged_events g {only} WHERE {where}"  # noqa: S608 - conditions of this file and narrowing.py


def told(question: Question) -> str:
    """The condition on a telling, a row `e` of events, that it answers by itself."""
    return joined((*fitting(question.query, "e"), *_of_type(question, "e"), *_of_telling(question)))


def _of_telling(question: Question) -> Iterator[str]:
    yield from telling(question.query)
    if question.by is not None:
        yield _ACTS
    if question.about is not None:
        yield "contains(e.acted_on, $about)"


def _of_type(question: Question, row: str) -> Iterator[str]:
    if question.statements:
        yield f"{row}.type IS NULL"


def _side(text: str) -> str | None:
    """A side as the columns of `dragoman.record.narrowing` are searched for it."""
    if not text:
        return None
    sides = checked_dyad((text, text))
    assert sides is not None
    return f"\t{sides[0].country}\n" if sides[0].country else text.lower()
