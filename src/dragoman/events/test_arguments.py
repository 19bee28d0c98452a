from __future__ import annotations

from typing import Any

import pytest

from dragoman.events.arguments import arguments
from dragoman.events.participants import Participants


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Chad accused Sudan of arming rebels.", "accused", {"TCD"}, {"SDN"}),
        ("Sudan was accused by Chad of arming rebels.", "accused", {"TCD"}, {"SDN"}),
        ("Peru rejected Chile's proposal.", "rejected", {"PER"}, {"CHL"}),
        ("Norway imposed sanctions on Belarus last year.", "imposed", {"NOR"}, {"BLR"}),
        ("Italy urged Libya to release the fishermen.", "urged", {"ITA"}, {"LBY"}),
        ("Egypt called for talks with Ethiopia on the dam.", "called", {"EGY"}, {"ETH"}),
        ("Uganda, which hosts refugees, asked Kenya for help.", "asked", {"UGA"}, {"KEN"}),
        ("Bolivia complained that Chile had seized a ship.", "complained", {"BOL"}, {"CHL"}),
        ("Brazil condemned and Argentina banned the imports from Bolivia.", "banned", {"ARG"}, {"BOL"}),
    ],
)
def test_who_does_it_to_whom_is_read_off_the_sentence(
    tell: Any, text: str, trigger: str, source: set[str], target: set[str]
) -> None:
    assert tell(text).sides(trigger) == (source, target)


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Chad and Sudan signed a border treaty on Monday.", "signed", {"TCD", "SDN"}),
        ("Talks between Serbia and Kosovo resumed in Vienna.", "Talks", {"SRB", "XKX"}),
        ("Japan and South Korea held joint naval exercises in May.", "held", {"JPN", "KOR"}),
    ],
)
def test_what_is_done_together_has_both_sides_in_both(tell: Any, text: str, trigger: str, sides: set[str]) -> None:
    assert tell(text).sides(trigger) == (sides, sides)


def test_a_nominal_event_takes_its_actor_from_its_own_phrase(tell: Any) -> None:
    source, _ = tell("The deployment of missiles by Russia angered Poland.").sides("deployment")
    assert source == {"RUS"}


def test_no_one_is_both_source_and_target_of_what_is_done_to_another(tell: Any) -> None:
    for text in ("Chad said Chad would attack.", "France told France to wait.", "Mali and Niger condemned Mali."):
        for event in tell(text).report.events:
            assert not set(event.source) & set(event.target) or set(event.source) == set(event.target)


def test_an_attack_on_a_countrys_ground_is_aimed_at_the_country(tell: Any) -> None:
    assert tell("Mali's army allegedly shelled a village in Niger.").sides("shelled") == ({"MLI"}, {"NER"})


def test_the_first_person_in_a_quotation_is_its_speaker(tell: Any) -> None:
    told = tell('"We reject the demands of Turkey," President Nicos Anastasiades of Cyprus said.')
    assert told.sides("reject") == ({"CYP"}, {"TUR"})


def test_a_passives_doer_is_found_behind_what_stands_between(tell: Any) -> None:
    source, _ = tell("The map was rejected as an error of the surveyors by Kenya's government.").sides("rejected")
    assert source == {"KEN"}


def test_who_acts_under_an_accord_does_not_sign_it_there(tell: Any) -> None:
    told = tell("Iran's president said that his country would keep its promises under the accord.")
    assert "accord" not in told.words


def test_who_acts_during_talks_talks(tell: Any) -> None:
    told = tell("Kenya's president praised Uganda during talks with Rwanda.")
    talks = next(token for token in told.report.parse if token.text == "talks")
    source, target = arguments(talks, "CONSULT", Participants(told.report, told.report.parse))
    assert told.countries(source) == told.countries(target) == {"KEN", "RWA"}


def test_what_is_sent_is_not_whom_it_is_done_to(tell: Any) -> None:
    source, target = tell("Mali rushed medics to Niger, Chad and Togo after the flood.").sides("rushed")
    assert (source, target) == ({"MLI"}, {"NER", "TCD", "TGO"})


def test_what_is_promised_is_promised_to_whom_it_is_told(tell: Any) -> None:
    told = tell('"We are ready to talk about the border," President Boric of Chile told Peru on Monday.')
    assert told.sides("ready") == ({"CHL"}, {"PER"})


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Serbia was behind a series of raids on Kosovo, monitors found.", "raids", {"SRB"}, {"XKX"}),
        ("Serbia denied any part in the attack on Kosovo.", "attack", {"SRB"}, {"XKX"}),
        ("Chad bought the rifles in breach of European Union sanctions.", "sanctions", {"EUR"}, {"TCD"}),
        ("Peru's letter of apology to Chad was lost.", "apology", {"PER"}, {"TCD"}),
    ],
)
def test_who_did_it_may_stand_above_the_deed(
    tell: Any, text: str, trigger: str, source: set[str], target: set[str]
) -> None:
    assert tell(text).sides(trigger) == (source, target)


def test_a_letter_and_what_it_is_of_are_one_deed(tell: Any) -> None:
    assert tell("Peru's letter of apology to Chad was lost.").words == ["apology"]


def test_verbs_joined_by_and_share_their_object(tell: Any) -> None:
    told = tell("Chad arrested and beat President Ana Roe of Peru on Friday.")
    assert [told.countries(one.target) for one in told.report.events] == [{"PER"}, {"PER"}]


def test_the_guest_visits_the_one_who_receives(tell: Any) -> None:
    told = tell("President Ana Roe of Peru thanked a visiting Chilean minister for the gift.")
    assert told.sides("visiting") == ({"CHL"}, {"PER"})


def test_two_who_stand_before_what_takes_two_do_it_together(tell: Any) -> None:
    told = tell("Prime Minister Ana Roe of Peru and President Juan Poe of Chile agreed on Saturday on how to go on.")
    assert told.sides("agreed") == ({"PER", "CHL"}, {"PER", "CHL"})
