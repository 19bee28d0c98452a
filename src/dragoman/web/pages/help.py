"""The keys, and what the marks and words on the pages mean."""

from __future__ import annotations

from dragoman.knowledge.codebook import codebook
from dragoman.web.page import Answer, Asked, Page

STATUSES = {
    "actual": "told as having happened",
    "planned": "told as going to happen",
    "proposed": "somebody wants it or calls for it",
    "conditional": "to happen if something else does",
    "denied": "somebody says that it did not happen",
    "alleged": "somebody says that it happened, and the report leaves it at that",
    "negated": "told as not having happened",
    "habitual": "told as happening now and again",
}
KEYS = {
    "j": "next",
    "k": "previous",
    "Enter": "open",
    "a": "accept",
    "r": "reject",
    "u": "undo",
    "c": "correct",
    "m": "merge",
    "p": "part",
    "/": "search",
    "?": "help",
    "Esc": "leave a field or a window",
}


def _answer(_asked: Asked) -> Answer:
    types = {name: one.quad for name, one in codebook().types.items()}
    return Answer({"keys": KEYS, "statuses": STATUSES, "types": types})


PAGES = (Page("/help", "help.html", _answer, steady=True),)
