"""The table of occasions is sound, and names are found as whole words with their capitals."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.occasions import named_in, occasions, suits


def test_no_occasion_ends_before_it_begins_and_all_have_their_source() -> None:
    for one in occasions():
        assert one.first <= one.last, one
        assert one.source, one
        assert one.kind, one
        assert all(form == form.strip() and form for form in one.aliases + one.context), one


def test_no_row_stands_twice() -> None:
    rows = [(one.name, one.first) for one in occasions()]
    assert sorted({row for row in rows if rows.count(row) > 1}) == []


def test_an_occasion_is_found_by_an_alias() -> None:
    text = "North Korea has hinted at a fifth nuclear test."
    (named,) = named_in(text)
    assert named.span.of(text) == "fifth nuclear test"
    assert [one.first.isoformat() for one in named.occasions] == ["2016-09-09"]


def test_a_series_offers_all_its_members() -> None:
    (named,) = named_in("They met at the G20 summit.")
    assert len(named.occasions) > 10
    assert all("G20" in one.name for one in named.occasions)


def test_the_longest_name_is_taken() -> None:
    text = "They met at the G20 summit in Hamburg."
    (named,) = named_in(text)
    assert named.span.of(text) == "G20 summit in Hamburg"


def test_context_must_stand_in_the_text() -> None:
    assert named_in("The lab finished its sixth nuclear test.") == []
    assert not any(suits(one, "Nothing of the kind.") for one in occasions() if one.context)


def test_capitals_and_whole_words_count() -> None:
    assert named_in("the g20 summit of North Korea") == []
    assert named_in("The G20 summits of North Korea") == []


def test_curly_marks_and_line_ends_match_plain_ones() -> None:
    assert named_in("They met at the G20\nsummit.")
    assert [named.span.of(text) for text in ["the G20 leaders’ summit"] for named in named_in(text)] == [
        "G20 leaders’ summit"
    ]


@given(
    st.lists(st.sampled_from(["G20", "summit", "in", "Hamburg", "sixth nuclear test", "Pyongyang", ".", "’s", "\n"]))
)
def test_names_found_never_overlap_and_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    spans = [named.span for named in named_in(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


def test_given_names_may_have_a_capital_after_their_hyphen() -> None:
    for name in ("Moon Jae-in", "Moon Jae-In"):
        (named,) = named_in(f"Moon's inauguration drew thousands, to whom {name} bowed.")
        assert named.occasions[0].first == date(2017, 5, 10)
