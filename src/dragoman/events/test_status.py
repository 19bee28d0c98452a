from __future__ import annotations

from typing import Any, get_args

import pytest

from dragoman.events.status import words
from dragoman.model import Status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Chad accused Sudan of arming rebels.", "accused", "actual"),
        ("Kenya's foreign minister will visit Uganda next week.", "visit", "planned"),
        ("Kenya's foreign minister is to visit Uganda.", "visit", "planned"),
        ("Kenya said on Monday that it would expel two Russian diplomats.", "expel", "planned"),
        ("Kenya will recall its ambassador and impose sanctions on Somalia.", "impose", "planned"),
        ("Peru denied that its troops had attacked a village in Ecuador.", "attacked", "denied"),
        ("Nigeria did not accuse Cameroon.", "accuse", "negated"),
        ("Kenya could withdraw its troops from Somalia, an official said.", "withdraw", "conditional"),
        ("Rwanda often accuses Burundi of harbouring rebels.", "accuses", "habitual"),
        ("Mali's army allegedly shelled a village in Niger.", "shelled", "alleged"),
        ("Bolivia complained that Chile had seized a ship.", "seized", "alleged"),
        ("Kenya urged Uganda to withdraw its troops, and Somalia demanded that Kenya withdraw.", "demanded", "actual"),
        ("Peru would free the sailors once Chile had apologised.", "free", "conditional"),
        ("Mali attacked none of the villages in Niger.", "attacked", "negated"),
        ("Egypt called on Ethiopia to release the engineers.", "release", "proposed"),
        ("Peru hopes Chile will free the sailors.", "free", "proposed"),
        ("The drills, an annual event, brought Peru and Chile together.", "drills", "habitual"),
        ("Before meeting Chad's envoy, Peru's foreign minister criticised Sudan.", "meeting", "actual"),
        ("Chad, which inspectors have said for years is shelling Sudan, closed its border.", "shelling", "actual"),
        ("Chad, which inspectors have suspected for years is shelling Sudan, left.", "shelling", "alleged"),
    ],
)
def test_a_status_follows_from_what_stands_around_the_trigger(tell: Any, text: str, trigger: str, status: str) -> None:
    assert tell(text).event(trigger).status == status


def test_because_names_the_word_that_made_the_status(tell: Any) -> None:
    assert (
        "'denied'" in tell("Peru denied that its troops had attacked a village in Ecuador.").event("attacked").because
    )


def test_a_headline_in_the_present_is_told_as_done(tell: Any) -> None:
    assert tell("Chile expels Russian envoy").event("expels").status == "actual"


@pytest.mark.parametrize("place", ["governor", "modifier", "adverb", "self"])
def test_every_row_of_the_table_gives_a_status_of_the_model(place: str) -> None:
    assert words(place)
    assert set(words(place).values()) <= set(get_args(Status))


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("A meeting between Chad and Mali could take place in May.", "meeting", "conditional"),
        ("Talks between Chad and Mali will be in Rome.", "Talks", "planned"),
    ],
)
def test_a_deed_that_is_the_subject_of_its_happening_has_that_status(
    tell: Any, text: str, trigger: str, status: str
) -> None:
    assert tell(text).event(trigger).status == status
