from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.triage.looking import look, looks
from dragoman.triage.names import found_at, names, offices_and_roles, words_of


def test_a_sentence_shows_its_words_and_their_pairs_without_the_names_of_actors() -> None:
    seen = look("Chad agreed to withdraw from Niger.").features
    assert {"agreed", "@ agreed", "agreed to", "to withdraw", "actor 1", "actor 2"} <= seen
    assert not {"chad", "niger"} & seen


def test_titles_of_those_in_power_are_told_from_others() -> None:
    seen = look("The defence minister met farmers and a dentist.").features
    assert {"power 1", "other 1", "other 2", "minister"} <= seen
    assert "power 2" not in seen


def test_a_capital_within_a_sentence_is_a_name_and_at_its_beginning_a_word() -> None:
    seen = look("Yesterday Ada Brook left").features
    assert {"yesterday", "name 1", "name 2", "^ left"} <= seen
    assert not {"ada", "brook", "name 3"} & seen


def test_the_longest_name_wins_and_needs_all_its_words() -> None:
    words = words_of("South Korea and South Kent")
    longest, none = (found_at(names(), words, at) for at in (0, 3))
    assert longest is not None
    assert longest.words == ("South", "Korea")
    assert none is None


def test_a_name_in_small_letters_is_a_word_and_a_title_is_found_in_both_cases() -> None:
    assert found_at(names(), ("who",), 0) is None
    title = found_at(offices_and_roles(), ("foreign", "minister"), 0)
    assert title is not None
    assert (title.words, title.kind) == (("foreign", "minister"), "power")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Peru left. Chile stayed.", 2),
        ("The U.S. Senate met. J. Roe spoke.", 2),
        ("A headline\n\nThe body", 2),
        ('"We go." They went.', 2),
        ("Spaced out . As tokens are .", 2),
        ("-- * --\n\n12.5", 0),
        ("", 0),
    ],
)
def test_sentences_part_at_stops_and_lines_but_not_at_initials(text: str, sentences: int) -> None:
    assert len(list(looks(text))) == sentences


@given(st.text(alphabet=st.sampled_from("aB. \n“U.S.é’-1?"), max_size=80))
def test_no_word_is_lost_or_counted_twice(text: str) -> None:
    assert sum(one.words for one in looks(text)) == len(words_of(text.replace("\n", " \n ")))
