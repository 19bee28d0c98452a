from __future__ import annotations

from dragoman.events.triggers import triggers
from dragoman.knowledge.codebook import codebook
from dragoman.language.parse import model


def test_a_plain_act_is_found_and_typed_with_its_reasons() -> None:
    doc = model()("Russia expelled 60 diplomats.")
    (trigger,) = triggers(doc.sents, least=0.5)
    assert (doc[trigger.token].text, trigger.type) == ("expelled", "SANCTION")
    assert '"expel"' in trigger.because
    assert trigger.likelihood >= 0.5


def test_a_lower_bar_finds_all_that_a_higher_one_does_in_order() -> None:
    doc = model()("After talks in Oslo the rebels freed a soldier, and the army shelled a camp despite the ceasefire.")
    low, high = triggers(doc.sents, least=0.1), triggers(doc.sents, least=0.8)
    assert set(high) <= set(low)
    assert [one.token for one in low] == sorted(one.token for one in low)


def test_every_type_the_model_knows_is_in_the_codebook_and_chances_are_chances() -> None:
    doc = model()(
        "Chad accused Sudan, met Niger, attacked Mali, helped Togo and praised Benin in a long statement on trade."
    )
    for one in triggers(doc.sents, least=0.0):
        assert one.type is None or one.type in codebook().types
        assert 0 <= one.likelihood <= 1 + 1e-6
        assert 0 <= one.share <= 1 + 1e-6
