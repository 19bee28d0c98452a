"""What a page is: an address, a template and the function that answers; and what an action is, which changes things."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.api.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.datastructures import FormData, QueryParams, UploadFile

    from dragoman.record import Store
    from dragoman.web.desk import Desk


class Asked(NamedTuple):
    """A request for a page: the record on a connection of its own, what stands in the address, and after its "?"."""

    desk: Desk
    store: Store
    path: Mapping[str, str]
    query: QueryParams

    @property
    def record(self) -> Record:
        """The library's face of the same record: `asked.record.timeline(country="KOR")`."""
        return Record(self.store)


class Answer(NamedTuple):
    """What a page says: `data` is its .json twin and the template's variables, `view` is for the template alone."""

    data: Mapping[str, object]
    view: Mapping[str, object] = {}


class Page(NamedTuple):
    """One page: its address, whose twin ends in ".json", its template, and who answers.

    With `nav` it stands in the bar at the top under that name; `order` says where, the smaller the further left. A
    `steady` page depends on the record and its address alone, so it is kept until the record changes.
    """

    path: str
    template: str
    answer: Callable[[Asked], Answer]
    nav: str | None = None
    order: int = 50
    steady: bool = False

    @property
    def twin(self) -> str:
        """The address of the page's data: "/index.json" for "/"."""
        return f"{self.path.rstrip('/') or '/index'}.json"


class Posted(NamedTuple):
    """A form that was sent: its fields, and those who hold the record."""

    desk: Desk
    form: FormData

    def text(self, name: str) -> str | None:
        """A field's text, None where it is missing or blank."""
        value = self.form.get(name)
        return value.strip() or None if isinstance(value, str) else None

    def files(self, name: str) -> list[UploadFile]:
        """The files in a field; a field without one has none."""
        return [one for one in self.form.getlist(name) if not isinstance(one, str) and one.filename]

    def back(self, otherwise: str) -> str:
        """The address in the field "back" if it is one of this server's own, else another."""
        wanted = self.text("back") or ""
        return wanted if wanted.startswith("/") and wanted[1:2] not in {"/", "\\"} else otherwise


class Action(NamedTuple):
    """What a POST does: its address and the function, which returns the address to go on to."""

    path: str
    do: Callable[[Posted], str]


class Site(NamedTuple):
    """All pages and actions, pages in the order of the bar."""

    pages: Sequence[Page]
    actions: Sequence[Action]
