import pytest

from dragoman.language.parse import model
from dragoman.model import Actor, Mention, Span
from dragoman.quotes.cues import verb_cues
from dragoman.quotes.speaker import actor_index, actor_of, antecedent, phrase, speaker_of


def speakers(text: str) -> list[str | None]:
    heads = [speaker_of(cue.token) for cue in verb_cues(model()(text))]
    return [phrase(head).of(text) if head is not None else None for head in heads]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister said that the talks failed.", ["The minister"]),
        ("Peru demanded an apology and accused Chile of fraud.", ["Peru", "Peru"]),
        ("Anna Lindqvist, the envoy, said the talks failed.", ["Anna Lindqvist"]),
        ("The vote was condemned by the Japanese government.", ["the Japanese government"]),
        ("The mayor went on to say that the bridge was safe.", ["The mayor"]),
        ("The police said the man left, adding that he was armed.", ["The police", "The police"]),
        ("Finland and Norway said they would help.", ["Finland and Norway"]),
        ("The deal was announced on Friday.", [None]),
        ("The council issued a statement calling for calm.", ["The council"]),
        ("The defeat led Haddad to declare a truce.", ["Haddad"]),
        ("Peru took the unusual step of condemning the raid.", ["Peru"]),
        ("The envoys were quick to note that the talks went on.", ["The envoys"]),
        ("A poll found last week that the vote was close.", ["A poll"]),
    ],
)
def test_the_speaker_is_the_subject_in_speech_the_agent_in_the_passive(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    doc = model()("Haddad, who said he would resign, left the hall.")
    head = speaker_of(next(verb_cues(doc)).token)
    assert head is not None
    assert head.text == "who"
    assert antecedent(head).text == "Haddad"


def test_the_actor_is_the_one_who_covers_the_head_word() -> None:
    text = "Peru's envoy said the talks failed."
    doc = model()(text)
    head = speaker_of(next(verb_cues(doc)).token)
    peru = Actor("a1", "Peru", "country", (Mention(Span(0, 4), "name"),))
    envoy = Actor("a2", "Peru's envoy", "person", (Mention(Span(0, 12), "office"),))
    assert head is not None
    assert actor_of(head, actor_index([peru])) is None
    assert actor_of(head, actor_index([peru, envoy])) == "a2"


def _head_and_index(text: str, names: list[str]) -> tuple[object, dict[int, list[tuple[Span, str]]]]:
    doc = model()(text)
    actors = [
        Actor(name, name, "organisation", (Mention(Span(text.index(name), text.index(name) + len(name)), "name"),))
        for name in names
    ]
    return speaker_of(next(verb_cues(doc)).token), actor_index(actors)


@pytest.mark.parametrize(
    ("text", "names", "speaker"),
    [
        ("A post on the blog of the palace said that the king was well.", ["the palace"], "the palace"),
        ("A letter from the palace to the parliament said that he was well.", ["the palace", "the parliament"], None),
        ("A storm over the palace said nothing.", ["the palace"], None),
    ],
)
def test_a_document_speaks_for_who_alone_is_named_in_its_phrase(
    text: str, names: list[str], speaker: str | None
) -> None:
    head, index = _head_and_index(text, names)
    assert actor_of(head, index) == speaker
