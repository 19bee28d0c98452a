from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.merge.comparing_occasion import Told, occasion, told
from dragoman.merge.test_comparing_made import (
    CALLED,
    ERDOGAN,
    EXPERTS,
    FRANCE,
    KALIN,
    LEAD,
    MACRON,
    OFFER,
    PALACE,
    REPLY,
    TURKEY,
    lyon,
    page,
    quoting,
    telling,
)
from dragoman.model import Interval, Report

DAY = Interval(CALLED, CALLED)


def in_order(report: Report, day: Interval | None = DAY) -> list[Told]:
    """What a report tells of its first event."""
    event = report.events[0]
    return told(report, {event.id}, occasion([(report, event)], day, event.type))


def by_whom(report: Report, day: Interval | None = DAY) -> dict[str, str | None]:
    return {one.span.of(report.text): one.reporter.name if one.reporter else None for one in in_order(report, day)}


def test_the_occasion_is_the_telling_and_what_the_same_voices_say_from_there_on() -> None:
    assert by_whom(lyon()) == {LEAD: PALACE.name, OFFER: PALACE.name, REPLY: KALIN.name}


def test_words_go_on_being_passed_on_by_whoever_passed_on_the_speakers_last() -> None:
    [_, offer, _] = in_order(lyon())
    assert offer.speaker is not None
    assert offer.because == "presidency of France passed on Emmanuel Macron's words just before"


def test_others_who_speak_in_between_end_the_occasion() -> None:
    more = ("Experts said that little would come of it.", '"We go on," Macron said.')
    report = page("a", LEAD, *more)
    report = quoting(telling(report, "call", LEAD), "that little would come of it", EXPERTS)
    assert list(by_whom(quoting(report, "We go on", MACRON))) == [LEAD]


def test_what_one_party_tells_the_other_without_a_source_is_the_reports_own() -> None:
    words = "Macron told Erdogan that deeds must follow."
    report = quoting(
        telling(page("a", words), "told", words), "that deeds must follow", MACRON, "told", addressee=ERDOGAN
    )
    [one] = in_order(report)
    assert one.reporter is None
    assert "names no source" in one.because


def test_what_a_party_says_in_public_is_its_own() -> None:
    met, spoke = "Macron met Erdogan in Paris.", '"It was a good talk," Macron said.'
    report = quoting(telling(page("a", met, spoke), "met", met), "It was a good talk,", MACRON)
    assert by_whom(report) == {met: None, spoke: MACRON.name}


def test_a_sentence_in_which_two_sides_speak_falls_into_what_each_says() -> None:
    met, spoke = "Macron met Erdogan in Paris.", "Macron said that trade grew, while Erdogan said that tourism fell."
    report = telling(page("a", met, spoke), "met", met)
    report = quoting(report, "that trade grew", MACRON)
    report = quoting(report, "that tourism fell", ERDOGAN)
    assert by_whom(report) == {met: None, "that trade grew": MACRON.name, "that tourism fell": ERDOGAN.name}


def test_dealings_of_other_days_and_background_are_left_out() -> None:
    wrote, had = "Macron wrote to Erdogan in May.", "Macron had seen Erdogan before."
    report = telling(page("a", LEAD, wrote, had), "call", LEAD)
    report = telling(report, "wrote", wrote, on=date(2021, 5, 4))
    report = telling(report, "seen", had, on=None)
    *others, seen = report.events
    assert list(by_whom(replace(report, events=(*others, replace(seen, background=True))))) == [LEAD]


def test_undated_dealings_count_only_near_the_event() -> None:
    far = "Erdogan praised Macron."
    between = [f"Item {number} follows." for number in range(5)]
    near, away = page("a", LEAD, far), page("b", "Snow fell.", "It was cold.", LEAD, *between, far)
    assert far in by_whom(telling(telling(near, "call", LEAD), "praised", far, [ERDOGAN], [MACRON], on=None))
    assert far not in by_whom(telling(telling(away, "call", LEAD), "praised", far, [ERDOGAN], [MACRON], on=None))


def test_where_no_person_acts_any_spokesman_of_the_party_speaks_for_it() -> None:
    agreed, spoke = "France and Turkey agreed on a ceasefire.", "It will hold, Kalin said."
    report = telling(page("a", agreed, spoke), "agreed", agreed, [FRANCE, TURKEY], [FRANCE, TURKEY], type_="AGREE")
    assert by_whom(quoting(report, "It will hold", KALIN))[spoke] == KALIN.name
