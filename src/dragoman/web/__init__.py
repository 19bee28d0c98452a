"""The record in a browser: `dragoman serve` opens it on this machine, for reading and for putting right what is wrong.

How a page is added
-------------------
One file in `dragoman/web/pages/` is one page, found by itself: nothing else need be touched. It names its address, its
template in `dragoman/web/templates/` and the function that answers::

    from dragoman.web.page import Answer, Asked, Page

    def _answer(asked: Asked) -> Answer:
        rows = asked.record.timeline(limit=50).to_pylist()  # or asked.store: a connection of this request's own
        return Answer({"events": rows})                     # plain data: the .json twin, and the template's variables

    PAGES = (Page("/actor/{id:id}", "actor.html", _answer),)   # and "/actor/{id}.json" comes with it

`Page.nav` puts it into the bar at the top, in the order of `Page.order`; a `steady` page, which depends on the record
and the address alone, is kept until the record changes. `Answer.view` holds what only the template needs.
`asked.path["id"]` is the id itself; links to it are written `{{ address('/actor', name) }}`, in which any id is safe.
`asked.query` are the parameters after "?". InputError becomes a page with status 404, UsageError 400, StoreError 503,
each with its line; a page need not catch them. Every template has `writable` (False with --read-only: offer no
buttons), `here` (this page's address, for a form's field "back") and `twin`. The filters of lists are
`dragoman.web.filtering` and the macro `filters` in "parts.html".

What is changed is changed by a POST to an `Action`; a module lists them in `ACTIONS`. It gets the form and returns the
address to go on to::

    def _rename(posted: Posted) -> str:
        with posted.desk.writing() as store:                # one at a time; UsageError where the record is read-only
            ...
        return posted.back("/review")                       # the form's field "back", if it is an address here

    ACTIONS = (Action("/rename", _rename),)

A template extends "base.html" and fills the blocks `title`, `main` and, for scripts and styles of its own (files in
`static/`), `head`. Every `{{ value }}` is escaped and made inert: characters that steer direction or terminals show as
U+FFFD. `{{ text|shown }}` shows them with their names. Macros that pages share are in "parts.html". No inline script or
style: the page's policy is `default-src 'self'`.

Keyboard: what carries the class `item` is walked by `j` and `k`; a button in it with `data-key="a"` is pressed by `a`.
"""

from dragoman.web.app import make_app
from dragoman.web.desk import Desk
from dragoman.web.serving import serve

__all__ = ["Desk", "make_app", "serve"]
