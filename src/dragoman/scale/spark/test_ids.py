from __future__ import annotations

from dragoman.merge.identity import short_ids
from dragoman.scale.spark.ids import both_ids, node


def test_the_short_and_the_long_id_are_those_that_merging_on_one_machine_gives() -> None:
    short, long = both_ids("e", "r1\nmark")
    assert [short] == short_ids("e", ["r1\nmark"])
    assert long.startswith(short)
    assert len(long) == 17


def test_a_node_is_a_number_that_fits_a_column_and_tells_words_apart() -> None:
    numbers = {node("r1", "e1"), node("r1", "e2"), node("r1e", "1"), node("r\ud800")}
    assert len(numbers) == 4
    assert all(-(2**63) <= number < 2**63 for number in numbers)
