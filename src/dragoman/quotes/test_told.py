from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Tellings


def test_a_quotation_knows_who_spoke_to_whom_by_what_medium_and_who_passes_it_on(tellings: Tellings) -> None:
    text = "Lindqvist told Haddad in a phone call that the talks would resume, according to Perez."
    outer, inner = tellings(text, "Lindqvist", "Haddad", "Perez")
    assert (outer.speaker, outer.relay) == ("Perez", None)
    assert (inner.speaker, inner.addressee, inner.medium, inner.relay) == ("Lindqvist", "Haddad", "phone call", "Perez")
    assert inner.span.of(text) == "that the talks would resume"


def test_the_parts_are_the_words_said_and_the_span_reaches_over_them(tellings: Tellings) -> None:
    text = '"We will go," Lindqvist told Perez. "It is time to leave."'
    (one,) = tellings(text, "Lindqvist", "Perez")
    assert [part.of(text) for part in one.parts] == ["We will go", "It is time to leave."]
    assert one.span.of(text) == text[1:-1]
    assert (one.direct, one.addressee) == (True, "Perez")


def test_speech_is_told_from_thought_and_intention(tellings: Tellings) -> None:
    text = "Perez said it rained. Perez believes that it rained. Perez wants Haddad to leave."
    assert [one.cue_kind for one in tellings(text)] == ["speech", "thought", "intention"]
    assert [one.addressee for one in tellings(text, "Haddad")] == [None, None, None]


def test_a_state_of_mind_is_a_thought_though_a_verb_of_speech_has_the_same_words(tellings: Tellings) -> None:
    (one,) = tellings("The envoys are convinced that the talks had failed.", "The envoys")
    assert (one.cue_kind, one.speaker) == ("thought", "The envoys")
