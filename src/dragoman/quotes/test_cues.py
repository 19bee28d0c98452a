import pytest

from dragoman.language.parse import model
from dragoman.quotes.cues import is_passive, lexicon, verb_cues

TAKES = {"quote", "clause", "object", "infinitive", "label", "as", "person"}


def cues(text: str) -> list[str]:
    return [cue.span.of(text) for cue in verb_cues(model()(text)) if cue.asserted]


def test_every_row_says_what_its_verb_takes() -> None:
    for rows in lexicon().values():
        for row in rows:
            assert row.takes
            assert row.takes <= TAKES
            assert row.lemma == row.lemma.lower().strip()


def test_no_row_stands_twice() -> None:
    for rows in lexicon().values():
        assert len({row.after for row in rows}) == len(rows)


def test_a_particle_belongs_to_its_verb() -> None:
    assert cues("The envoy pointed out that Peru called for a truce.") == ["pointed out", "called for"]


@pytest.mark.parametrize(
    "text",
    ["He did not say when he would go.", "She failed to say who paid.", "The minister may announce a truce."],
)
def test_what_was_not_said_is_not_asserted(text: str) -> None:
    assert cues(text) == []


def test_each_verb_has_its_kind() -> None:
    doc = model()("The envoy said that Chile believes that Peru wants to leave.")
    assert [cue.entry.kind for cue in verb_cues(doc)] == ["speech", "thought", "intention"]


def test_the_past_of_hope_is_not_the_past_of_hop() -> None:
    assert cues("The minister hoped to leave.") == ["hoped"]


def test_a_span_of_time_is_no_object_of_the_verb() -> None:
    assert cues("The lawyer has argued for years that the vote was void.") == ["argued"]


def test_the_passive_is_told_from_the_active() -> None:
    passive, active = model()("He was accused of fraud."), model()("He accused them of fraud.")
    assert is_passive(next(verb_cues(passive)).token)
    assert not is_passive(next(verb_cues(active)).token)
