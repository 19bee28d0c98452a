from __future__ import annotations

import numpy as np

from dragoman.merge.features import number_of
from dragoman.merge.rarity import table


def test_common_words_weigh_less_than_rare_and_unknown_ones() -> None:
    keys = np.array([number_of("word", word) for word in ("minist", "ferry", "no such word")])
    common, rare, unknown = table(number_of).of(keys).tolist()
    assert 0 <= common < rare <= unknown


def test_a_name_is_as_rare_as_the_word() -> None:
    keys = np.array([number_of(kind, "minist") for kind in ("word", "name")])
    assert len(set(table(number_of).of(keys).tolist())) == 1


def test_the_table_is_in_order() -> None:
    keys = table(number_of).keys
    assert (np.diff(keys) > 0).all()
