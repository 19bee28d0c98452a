from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.merge.likeness import same_name
from dragoman.merge.test_made import CHINA, KOREA, NORTH, PARK, XI, Said, day, made
from dragoman.merge.test_merging import MET, TESTED, members
from dragoman.model import Actor, Report


def test_ordinals_keep_events_apart() -> None:
    third = replace(TESTED, sentence="North Korea tested its third device.")
    sixth = replace(TESTED, sentence="North Korea tested its sixth device.")
    numeral = replace(TESTED, sentence="North Korea tested its 3rd device.")
    assert members(made("r1", third), made("r2", sixth), made("r3", numeral)) == {
        frozenset({"r1:e1", "r3:e1"}),
        frozenset({"r2:e1"}),
    }


def test_the_day_of_a_month_is_no_ordinal() -> None:
    dated = replace(TESTED, sentence="North Korea tested a missile on the 12th of March.")
    assert len(members(made("r1", dated), made("r2", replace(TESTED, sentence="It tested a third missile.")))) == 1


def test_years_keep_undated_events_apart() -> None:
    then = replace(TESTED, sentence="North Korea tested a missile in 2006.", day=None)
    later = replace(TESTED, sentence="North Korea tested a missile in 2009.", day=None)
    assert len(members(made("r1", then), made("r2", later))) == 2


def test_other_persons_meet_separately() -> None:
    wang = Actor("a1", "Wang Yi", "person", (), "CHN")
    report = made("r2", MET)
    ministers = replace(report, actors=(wang, *report.actors[1:]))
    assert len(members(made("r1", MET), ministers)) == 2


STRUCK = Said("China struck a camp in North Korea, killing five.", "struck", (CHINA,), (NORTH,), "ASSAULT", day=day(9))


def in_one_sentence(one: Said, other: Said) -> Report:
    """A report in which two events have the sentence of the first."""
    report = made("r1", one)
    [second] = made("r1", replace(other, sentence=one.sentence)).events
    return replace(report, events=(report.events[0], replace(second, id="e2")))


def test_one_event_in_two_words_of_a_sentence_is_one() -> None:
    assert len(members(in_one_sentence(STRUCK, replace(STRUCK, trigger="killing")))) == 1


def test_two_events_of_one_sentence_stay_two() -> None:
    listed = replace(STRUCK, sentence="China struck a camp and killed a guide in North Korea.")
    assert len(members(in_one_sentence(listed, replace(listed, trigger="killed")))) == 2
    assert len(members(in_one_sentence(STRUCK, replace(STRUCK, trigger="killing", target=())))) == 2
    assert len(members(in_one_sentence(STRUCK, replace(STRUCK, trigger="killing", status="alleged")))) == 2
    assert len(members(in_one_sentence(MET, MET))) == 2


def test_to_be_willing_twice_is_not_one_event() -> None:
    ready = Said("China is willing to lower its tariffs on pears.", "willing", (CHINA,), (KOREA,), "AGREE", day=day(9))
    other = replace(ready, sentence="Beijing is willing to send pandas to the zoo.", day=None)
    again = replace(other, sentence="Beijing said it was willing to lower tariffs on Korean pears.")
    assert len(members(made("r1", ready, other))) == 2
    assert len(members(made("r1", ready, again))) == 1


def test_undated_tellings_join_only_in_one_story_or_word_by_word() -> None:
    undated = replace(MET, day=None)
    assert len(members(made("r1", undated), made("r2", undated))) == 1
    elsewhere = Said("Far away Park Geun-hye met Xi Jinping, envoys recalled.", "met", (PARK,), (XI,))
    long_ago = made("r2", elsewhere, on=day(1).replace(year=1999))
    assert len(members(made("r1", undated, on=day(20)), long_ago)) == 2


def test_statements_without_a_type_join_only_when_their_words_do() -> None:
    one = Said("Xi Jinping praised peace and friendship again.", "praised", (XI,), (), None, day=day(20))
    same = replace(one, sentence="Peace and friendship were praised by Xi Jinping again.")
    other = replace(one, sentence="Xi Jinping praised the harvest in Anhui.")
    assert members(made("r1", one), made("r2", same), made("r3", other)) == {
        frozenset({"r1:e1", "r2:e1"}),
        frozenset({"r3:e1"}),
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Park", "Park Geun-hye", True),
        ("PARK GEUN-HYE", "Park Geun-hye", True),
        ("Kim Jong-il", "Kim Jong-un", False),
        ("Xi Jinping", "Wang Yi", False),
    ],
)
def test_a_name_is_the_same_when_one_is_part_of_the_other(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
