from __future__ import annotations

import pytest

from dragoman.events.features import candidates, features, is_candidate, readable
from dragoman.language.parse import model


def test_verbs_nouns_and_willing_adjectives_are_candidates_and_names_are_not() -> None:
    doc = model()("China is willing to hold talks with Japan in Tokyo.")
    assert [token.text for token in candidates(doc)] == ["willing", "hold", "talks"]


def test_features_name_the_objects_and_prepositions_but_no_country() -> None:
    doc = model()("Norway imposed sanctions on Belarus.")
    names = features(doc[1])
    assert "dobj impose/VERB+sanction" in names
    assert not any("norway" in name.lower() or "belarus" in name.lower() for name in names)


def test_numbers_count_by_their_kind_only() -> None:
    doc = model()("Mali expelled 34 diplomats.")
    assert not any("34" in name for token in doc if is_candidate(token) for name in features(token))


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("word expel/VERB", '"expel"'),
        ("dobj *+diplomat", 'object "diplomat"'),
        ("prep agree/VERB+with+*name*", 'after it "agree with a name"'),
        ("form modal", "modal"),
        ("form VBD", ""),
        ("bias", ""),
    ],
)
def test_a_feature_can_be_read_by_people(feature: str, words: str) -> None:
    assert readable(feature) == words
