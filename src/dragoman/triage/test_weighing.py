from __future__ import annotations

from dragoman.triage.looking import look
from dragoman.triage.weighing import log_odds


def of(sentence: str) -> float:
    return log_odds(look(sentence).features)


def test_what_states_do_outweighs_what_cooks_do() -> None:
    assert of("Iran and Turkey signed an agreement on border troops.") > 2
    assert of("Simmer the beans for an hour and season with pepper.") < -2


def test_the_same_deed_weighs_more_with_an_actor_beside_it() -> None:
    assert of("The foreign ministry accused the rebels of shelling a town.") > of("Somebody shelled a town.")


def test_what_was_never_seen_weighs_nothing() -> None:
    assert log_odds({"qwzx", "qwzx vbnm"}) == log_odds(())


def test_the_order_of_features_makes_no_difference_to_the_last_bit() -> None:
    features = sorted(look("Ministers of Chad and Niger met in Paris to discuss water.").features)
    assert log_odds(features) == log_odds(reversed(features))
