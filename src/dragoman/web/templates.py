"""Jinja, set so that nothing of a stranger's is live on a page unless a filter here made it so."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman import __version__
from dragoman.web.addresses import address, web_link
from dragoman.web.inert import plain, shown
from dragoman.web.wording import days, names, number, sides


@cache
def templates() -> Environment:
    """The templates: escaped always, each value inert (`plain`), unknown names an error."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        finalize=_final,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"address": address, "version": __version__}
    made.filters |= {"shown": shown, "web_link": web_link, "days": days, "names": names, "number": number}
    made.filters["sides"] = sides
    return made


def _final(value: object) -> object:
    """What `{{ value }}` puts on the page, before it is escaped; None is nothing."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
