"""Brief: events are chosen from a list, and become a page to print or to save as Markdown, HTML or DOCX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dragoman.errors import UsageError
from dragoman.record import sql
from dragoman.web import listed
from dragoman.web.brief_files import DOCX, MARKDOWN, docx, docx_installed, markdown
from dragoman.web.briefing import brief
from dragoman.web.files import Content, File
from dragoman.web.filtering import ROWS, page_number
from dragoman.web.page import Action, Answer, Asked, Page
from dragoman.web.questions import chosen, question_of
from dragoman.web.templates import templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.web.briefing import Brief
    from dragoman.web.page import Posted

MOST = 200
"""Events of a brief: so many ids still fit into an address."""
UNTITLED = "Brief"
_PAGE = "/brief/page"
_ORDERED = f" ORDER BY {sql.MERGED_BY_DAY} LIMIT $limit OFFSET $offset"


def _choose(asked: Asked) -> Answer:
    """The list to choose from; what is chosen already stands above it, whatever the filters."""
    question, page, ticked = question_of(asked.query), page_number(asked.query), _ids(asked.query.getlist("event"))
    total = listed.ask(asked.store, f"SELECT count(*) AS n FROM ({chosen(question)})", question)[0]["n"]  # noqa: S608 - questions.py's own
    rows = listed.ask(asked.store, chosen(question) + _ORDERED, question)
    every = listed.events(asked.store, [*ticked, *(row["merged"] for row in rows if row["merged"] not in ticked)])
    kept = set(ticked)
    data = {
        "filters": question.used,
        "page_number": page,
        "total": total,
        "title": asked.query.get("title", ""),
        "note": asked.query.get("note", ""),
        "chosen": [row for row in every if row["id"] in kept],
        "events": [row for row in every if row["id"] not in kept][:ROWS],
    }
    return Answer(data, {"form": question.form, "last_page": -(-total // ROWS), "most": MOST})


def _show(asked: Asked) -> Answer:
    made = _made(asked)
    query = _address(asked.query.getlist("event"), asked.query.get("title"), asked.query.get("note"))
    data = {
        "title": made.title,
        "note": made.note,
        "events": [one._asdict() for one in made.passages],
        "citations": list(made.citations),
        "missing": list(made.missing),
    }
    return Answer(data, {"asked": query, "docx": docx_installed()})


def _markdown(asked: Asked, _server: str) -> Content:
    return Content(markdown(_made(asked)).encode(), MARKDOWN, "brief.md")


def _docx(asked: Asked, _server: str) -> Content:
    return Content(docx(_made(asked)), DOCX, "brief.docx")


def _html(asked: Asked, server: str) -> Content:
    """The brief as one file that needs no other; its links lead to this server."""
    made = _made(asked)
    shown: dict[str, Any] = {**made._asdict(), "events": made.passages, "server": server}
    return Content(templates().get_template("brief_file.html").render(shown).encode(), "text/html", "brief.html")


def _made(asked: Asked) -> Brief:
    title = " ".join(asked.query.get("title", "").split()) or UNTITLED
    note = asked.query.get("note", "").replace("\r", "").strip() or None
    return brief(asked.store, _ids(asked.query.getlist("event")), title, note)


def _make(posted: Posted) -> str:
    """To the page of what was ticked: its address holds all that it says."""
    ids = _ids([one for one in posted.form.getlist("event") if isinstance(one, str)])
    if not ids:
        raise UsageError("no event is chosen", where="brief", do="tick at least one")
    return f"{_PAGE}?{_address(ids, posted.text('title'), posted.text('note'))}"


def _address(ids: Sequence[str], title: str | None, note: str | None) -> str:
    """What stands after "?" in a brief's address."""
    said = [(name, text) for name, text in (("title", title), ("note", note)) if text]
    return urlencode([*(("event", one) for one in ids), *said])


def _ids(given: Sequence[str]) -> list[str]:
    """The ids, each once; UsageError if they are too many for an address."""
    ids = list(dict.fromkeys(one for one in given if one))
    if len(ids) > MOST:
        raise UsageError(f"{len(ids)} events are too many", where="brief", do=f"choose at most {MOST}")
    return ids


PAGES = (
    Page("/brief", "brief.html", _choose, nav="Brief", order=80),
    Page(_PAGE, "brief_page.html", _show),
)
ACTIONS = (Action("/brief/make", _make),)
FILES = (
    File(f"{_PAGE}.md", _markdown),
    File(f"{_PAGE}.docx", _docx),
    File(f"{_PAGE}.html", _html),
)
