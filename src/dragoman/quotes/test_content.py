import pytest

from dragoman.language.parse import model
from dragoman.quotes.content import content_of, tidy
from dragoman.quotes.cues import verb_cues


def contents(text: str) -> list[str | None]:
    found = [content_of(cue) for cue in verb_cues(model()(text))]
    return [" ... ".join(part.of(text) for part in parts) if parts else None for parts in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The envoy said that the talks failed.", ["that the talks failed"]),
        ("The talks failed, the envoy said on Friday.", ["The talks failed"]),
        ("The envoy told reporters that the talks failed.", ["that the talks failed"]),
        ("Peru urged Chile to withdraw its troops.", ["Chile to withdraw its troops"]),
        ("Peru vowed to retaliate.", ["to retaliate"]),
        ("Peru accused Chile of violating the truce.", ["Chile of violating the truce"]),
        ("Peru called for an immediate ceasefire.", ["an immediate ceasefire"]),
        ("Peru called on Chile to release the prisoners.", ["Chile to release the prisoners"]),
        ("Peru denied the charge.", ["the charge"]),
        ("The envoy called for Chile to withdraw.", ["Chile to withdraw"]),
        ("They see Haddad as a danger to peace.", ["Haddad as a danger to peace"]),
        ("Haddad called the vote “rigged” twice.", ["the vote “rigged”"]),
        ("The ministry said in a note that the border was closed.", ["that the border was closed"]),
        ("The envoy said that it rained and that it would snow.", ["that it rained and that it would snow"]),
        ("Norway says willing to mediate", ["willing to mediate"]),
        ("The raid was condemned by Japan.", ["The raid"]),
    ],
)
def test_what_is_said_is_the_clause_the_object_or_the_infinitive(text: str, said: list[str]) -> None:
    assert contents(text) == said


@pytest.mark.parametrize("text", ["The minister praised it.", "The raid was condemned.", "The president called Kim."])
def test_a_verb_that_reports_nothing_has_no_content(text: str) -> None:
    assert contents(text) == [None]


def test_an_inserted_verb_leaves_both_sides() -> None:
    assert contents("The talks, she said, had failed.") == ["The talks ... had failed"]


def test_what_another_adds_behind_an_inserted_verb_was_not_said() -> None:
    assert contents("The army has withdrawn, she said, but Peru disagreed.")[0] == "The army has withdrawn"


def test_tidy_takes_off_the_full_stop_and_gives_none_for_nothing() -> None:
    doc = model()("It rained, he said.")
    span = tidy(doc, 0, 2)
    assert span is not None
    assert span.of(doc.text) == "It rained"
    assert tidy(doc, 2, 2) is None
    assert tidy(doc, 3, 2) is None


def test_what_goes_on_behind_an_inserted_verb_belongs_to_it() -> None:
    assert contents("The plan failed, she said, because nobody came.") == ["The plan failed ... because nobody came"]
