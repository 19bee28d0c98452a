from __future__ import annotations

import pytest

from dragoman.events.coding import FUTURE, ROOTS, coding
from dragoman.knowledge.codebook import cameo, codebook
from dragoman.language.parse import model


@pytest.mark.parametrize("kind", sorted(FUTURE))
def test_planned_cooperation_is_agree_and_says_so(kind: str) -> None:
    code = coding(model()("They will visit.")[2], kind, "planned")
    assert (code.type, code.cameo) == ("AGREE", "03")
    assert f"planned {kind} is AGREE" in code.because


def test_what_is_done_or_hostile_keeps_its_type() -> None:
    token = model()("They visit.")[1]
    assert coding(token, "CONSULT", "actual").type == "CONSULT"
    assert coding(token, "ASSAULT", "planned").type == "ASSAULT"


def test_an_unknown_word_gets_the_types_root_and_its_score() -> None:
    code = coding(model()("They frobnicated.")[1], "PROTEST", "actual")
    assert (code.cameo, code.goldstein) == ("14", cameo()["14"].goldstein)


def test_a_type_of_several_roots_gets_none_and_the_codebooks_score() -> None:
    code = coding(model()("They frobnicated.")[1], "ASSAULT", "actual")
    assert (code.cameo, code.goldstein) == (None, codebook().types["ASSAULT"].score)


def test_every_root_is_a_code_of_its_type_or_has_none() -> None:
    assert set(ROOTS) == set(codebook().types) - {"ASSAULT"}
    assert set(ROOTS.values()) <= set(cameo())
