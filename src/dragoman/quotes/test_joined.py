from __future__ import annotations

from dragoman.language.parse import model
from dragoman.model import Span
from dragoman.quotes.joined import joined
from dragoman.quotes.said import Said

DOC = model()("Perez and Haddad said it.")
FIRST = Said((Span(0, 10),), direct=True, cue=Span(12, 16), head=DOC[0])
SECOND = Said((Span(30, 50),), direct=True, cue=None, head=DOC[0])


def test_what_the_same_speaker_goes_on_to_say_is_one_quotation() -> None:
    (one,) = joined([SECOND, FIRST], [])
    assert one.parts == (Span(0, 10), Span(30, 50))
    assert one.span == Span(0, 50)
    assert one.cue == FIRST.cue


def test_another_line_speaker_or_verb_begins_another_quotation() -> None:
    assert len(list(joined([FIRST, SECOND], [20]))) == 2
    assert len(list(joined([FIRST, SECOND._replace(head=DOC[2])], []))) == 2
    assert len(list(joined([FIRST, SECOND._replace(cue=Span(52, 56))], []))) == 2
    assert len(list(joined([FIRST, SECOND._replace(direct=False)], []))) == 2


def test_what_stands_far_away_is_another_quotation() -> None:
    far = SECOND._replace(parts=(Span(900, 950),))
    assert list(joined([far, FIRST], [])) == [FIRST, far]
