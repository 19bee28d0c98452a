"""What an actor in the making believes, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.actors.cluster import Cluster
from dragoman.actors.found import Found
from dragoman.model import Span


def _found(**said: Any) -> Found:
    return Found(span=Span(0, 1), head=0, sentence=0, kind="person", via="name", **said)


@pytest.mark.parametrize(
    ("known", "said", "agrees"),
    [
        ({"country": "PRK"}, {"country": "KOR"}, False),
        ({"country": "PRK"}, {"country": "PRK"}, True),
        ({"country": "PRK"}, {}, True),
        ({"gender": "f"}, {"gender": "m"}, False),
        ({"gender": "f"}, {}, True),
        ({"role": "head_of_state"}, {"role": "foreign_minister"}, False),
        ({"role": "head_of_state"}, {"role": "foreign_minister", "former": True}, True),
    ],
)
def test_another_country_gender_or_office_blocks(known: dict[str, Any], said: dict[str, Any], agrees: bool) -> None:
    assert Cluster("person", **known).agrees(_found(**said)) == agrees


def test_an_office_that_only_the_table_gives_may_be_outweighed() -> None:
    cluster = Cluster("person", role="vice_president", office="Vice President", title="vice president")
    found = _found(role="head_of_state", title="president")
    assert not cluster.agrees(found)
    assert cluster.agrees(found, said_only=True)
    cluster.learn(found)
    assert (cluster.title, cluster.role, cluster.office) == ("president", "head_of_state", None)


def test_the_first_office_that_the_report_states_is_believed() -> None:
    cluster = Cluster("person")
    cluster.learn(_found(role="head_of_state", title="president", sector="GOV"))
    cluster.learn(_found(role="head_of_government", title="prime minister", sector="GOV"))
    assert cluster.title == "president"


def test_the_fuller_name_is_kept_and_every_name_known() -> None:
    cluster = Cluster("person")
    cluster.learn(_found(name="Roe"))
    cluster.learn(_found(name="Jane van Roe"))
    assert cluster.name == "Jane van Roe"
    assert all(cluster.is_called(name) for name in ("Roe", "Jane", "van Roe", "Jane van Roe"))
    assert not cluster.is_called("van")


def test_only_persons_are_called_by_part_of_a_name() -> None:
    cluster = Cluster("organisation")
    cluster.call("Harbour Agency")
    assert not cluster.is_called("Harbour")


def test_clusters_with_the_same_words_are_not_the_same() -> None:
    assert Cluster("person", name="Roe") != Cluster("person", name="Roe")
