"""Which place is chosen, and when none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.places.resolve import resolved
from dragoman.places.spans import toponyms

if TYPE_CHECKING:
    from dragoman.places.candidate import Candidate
    from dragoman.places.conftest import DocOf


def _by_key(doc: DocOf, text: str) -> dict[str, Candidate | None]:
    parsed = doc(text)
    return {one.key: place for one, place in resolved(parsed, toponyms(parsed)).items()}


def test_countries_named_elsewhere_draw_their_towns(doc: DocOf) -> None:
    american = _by_key(doc, "He drove from Birmingham to Montgomery in Alabama.")
    british = _by_key(doc, "Police in Birmingham said the man had come from Leeds, in Britain.")
    assert american["birmingham"] is not None
    assert british["birmingham"] is not None
    assert (american["birmingham"].country, british["birmingham"].country) == ("USA", "GBR")


def test_a_hamlet_that_nothing_speaks_for_is_not_believed(doc: DocOf) -> None:
    assert _by_key(doc, "He spoke of a barn in Allensville.")["allensville"] is None


def test_the_same_hamlet_is_believed_behind_its_state(doc: DocOf) -> None:
    place = _by_key(doc, "He spoke of a barn in Bellefontaine, Ohio.")["bellefontaine"]
    assert place is not None
    assert (place.country, place.admin1) == ("USA", "OH")


def test_two_countries_of_one_name_are_told_apart_or_left(doc: DocOf) -> None:
    assert _by_key(doc, "Envoys came from Congo.")["congo"] is None
    told = _by_key(doc, "Envoys came from Congo by way of Kinshasa and Goma.")["congo"]
    assert told is not None
    assert told.country == "COD"


def test_a_governors_name_of_place_is_the_state(doc: DocOf) -> None:
    place = _by_key(doc, "Rain fell in New York Gov. Ann Roe's county.").get("new york")
    assert place is not None
    assert place.kind == "state"
