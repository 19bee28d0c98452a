from __future__ import annotations

from dragoman.model import Span
from dragoman.quotes.nested import outermost
from dragoman.quotes.told import Told

OUTER = Told(Span(10, 90), (Span(10, 90),), direct=False, speaker="xi", speaker_span=Span(0, 2))
INNER = Told(Span(40, 90), (Span(40, 90),), direct=False, speaker="park", speaker_span=Span(30, 34))


def test_a_second_speaker_is_kept_and_the_first_passes_the_words_on() -> None:
    assert outermost([INNER, OUTER]) == [OUTER, INNER._replace(relay="xi")]


def test_what_the_same_speaker_says_or_hopes_within_is_part_of_the_whole() -> None:
    assert outermost([OUTER, INNER._replace(speaker="xi")]) == [OUTER]
    assert outermost([OUTER, INNER._replace(cue_kind="intention")]) == [OUTER]
    assert outermost([OUTER, INNER._replace(speaker=None)]) == [OUTER]


def test_quotations_beside_each_other_come_by_place() -> None:
    beside = INNER._replace(span=Span(95, 99), parts=(Span(95, 99),))
    assert outermost([beside, OUTER]) == [OUTER, beside]
