from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Kenya's president met the foreign minister of Uganda in Nairobi.", "met", {"KEN", "UGA"}),
        ("Georgia signed a trade agreement with Ukraine.", "signed", {"GEO", "UKR"}),
        ("Kenya's president spoke to the foreign minister of Uganda.", "spoke", {"KEN", "UGA"}),
        ("Mali and Niger agreed on a joint force against rebels.", "agreed", {"MLI", "NER"}),
    ],
)
def test_what_takes_two_has_both_sides_in_both(tell: Any, text: str, trigger: str, sides: set[str]) -> None:
    source, target = tell(text).sides(trigger)
    assert source == target
    assert sides <= source


def test_what_several_do_to_another_is_not_mutual(tell: Any) -> None:
    assert tell("Mali and Niger condemned Libya.").sides("condemned") == ({"MLI", "NER"}, {"LBY"})
    assert tell("Mali and Niger thanked France for its help.").sides("thanked") == ({"MLI", "NER"}, {"FRA"})


def test_a_visit_runs_from_one_to_the_other_and_a_telephone_call_is_both_sides(tell: Any) -> None:
    assert tell("Kenya's president visited Uganda on Monday.").sides("visited") == ({"KEN"}, {"UGA"})
    both = {"KEN", "UGA"}
    assert tell("Kenya's president telephoned the president of Uganda.").sides("telephoned") == (both, both)


def test_both_halves_of_a_hyphen_take_part(tell: Any) -> None:
    assert tell("India-Pakistan talks resumed on Monday.").sides("talks") == ({"IND", "PAK"}, {"IND", "PAK"})


def test_where_one_talks_is_not_with_whom(tell: Any) -> None:
    for event in tell("Serbia and Kosovo held talks in Vienna.").report.events:
        assert "AUT" not in tell("Serbia and Kosovo held talks in Vienna.").countries((*event.source, *event.target))


def test_who_is_charged_with_a_deed_does_it(tell: Any) -> None:
    source, _ = tell("Armenia accused Turkey of sending missiles to Libya.").sides("sending")
    assert source == {"TUR"}


def test_nobody_meets_himself(tell: Any) -> None:
    for text in (
        "Kenya's emir travelled to Oman for talks with King Salman.",
        "Talks with Chad went on.",
        "They met Mali.",
    ):
        for event in tell(text).report.events:
            assert event.source != event.target or len(event.source) > 1
