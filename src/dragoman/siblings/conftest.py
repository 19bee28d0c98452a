"""What the tests of this folder share: reports of one meeting as two papers might have told it, coded once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.model import Interval, Published, Report, Source
from dragoman.pipeline import code

if TYPE_CHECKING:
    from collections.abc import Callable

    Coded = Callable[..., Report]

STATED = (
    "Foreign ministers of Chile and Peru meet in Arica\n\n"
    "Foreign Minister Heraldo Munoz of Chile met his Peruvian counterpart Ana Maria Sanchez in Arica on Tuesday to "
    "talk about the border railway and the fishing grounds off the coast.\n\n"
    "The ministers agreed to reopen the railway between Arica and Tacna, which floods had damaged in the winter, and "
    "to let fishermen of both countries land their catch in either port. Munoz said that customs officers of Chile and "
    "Peru would share one building at the border, and that trains would run twice a day. Sanchez praised the railway "
    "as a bridge between two neighbours whose quarrel over the sea had gone before the court in The Hague."
)
RETOLD = (
    "Railway to Tacna to reopen as ministers of Chile and Peru meet\n\n"
    "Chile's Foreign Minister Heraldo Munoz met Peruvian Foreign Minister Ana Maria Sanchez in Arica on Tuesday to "
    "talk about the damaged railway and about fishing grounds.\n\n"
    "Trains between Arica and Tacna are to run twice a day once the damage that floods did in the winter has been "
    "mended, the ministers agreed. Fishermen of both countries may land their catch in either port, and customs "
    "officers of Chile and Peru will share one building at the border, Munoz said. Sanchez spoke of a bridge between "
    "neighbours after the quarrel over the sea before the court in The Hague."
)
ELSEWHERE = (
    "Ghana and Togo open a market at the border\n\n"
    "Traders of Ghana and Togo filled a new market hall near Aflao, where tomatoes, cloth and palm oil changed hands "
    "from dawn. The mayors of both towns cut a ribbon and drank to the drivers whose lorries had waited for years in "
    "the dust before the barrier, while a brass band played and children climbed the walls to see who was dancing."
)
DAY = date(2014, 10, 15)
"""A Wednesday."""


@pytest.fixture(scope="session")
def coded() -> Coded:
    """A function from an id, a text and perhaps a day that is given to the coded report; each is coded once."""
    met: dict[tuple[str, str, date | None], Report] = {}

    def run(name: str, text: str, day: date | None = None) -> Report:
        key = name, text, day
        if key not in met:
            published = Published(Interval(day, day), "given") if day else Published()
            title = text.partition("\n\n")[0]
            report = Report(name, Source("-", "0"), title, text, len(title) + 2, published=published)
            met[key] = next(code([report]))
        return met[key]

    return run
