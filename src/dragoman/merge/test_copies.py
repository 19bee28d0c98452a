from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge.copies import copy_groups

WIRE = (
    "Envoys of the two countries met on Monday in the border town and agreed to open the crossing for families. "
    "The talks lasted nine hours. A second round is to follow in May, a spokesman for the governor said late at night. "
    "Farmers on both banks of the river had asked for it since the bridge was closed twelve years ago after a flood."
)
OTHER = (
    "Parliament passed the budget by a narrow majority after a long debate in which the opposition walked out twice. "
    "The finance minister called it prudent. Unions announced marches in four cities and said that schools would close."
)


def test_a_wire_report_in_two_outlets_is_one_origin() -> None:
    texts = {"b": f"Headline of one\n\n{WIRE}", "a": f"OUR OWN HEADLINE\n\n{WIRE} (Agency)", "c": OTHER}
    assert copy_groups(texts) == {"a": "a", "b": "a", "c": "c"}


def test_a_shortened_copy_is_a_copy() -> None:
    short = WIRE[: WIRE.index("Farmers")]
    assert copy_groups({"long": WIRE, "short": short}) == {"long": "long", "short": "long"}


def test_a_short_copy_within_a_long_text_is_found() -> None:
    long = f"{OTHER} {WIRE} {OTHER[::-1]} " + " ".join(str(number) for number in range(500))
    assert copy_groups({"long": long, "wire": WIRE})["wire"] == "long"


def test_one_shared_sentence_makes_no_copy_of_a_report() -> None:
    shared = WIRE.split(". ", maxsplit=1)[0]
    assert copy_groups({"a": WIRE, "b": f"{OTHER} {shared}."}) == {"a": "a", "b": "b"}


def test_case_and_punctuation_do_not_matter() -> None:
    assert copy_groups({"a": "Five words make a copy.", "b": "five words -- make a COPY"})["b"] == "a"


def test_short_or_empty_texts_are_the_same_by_chance() -> None:
    assert copy_groups({"a": "Stocks fall", "b": "Stocks fall", "c": "", "d": ""}) == dict(
        zip("abcd", "abcd", strict=True)
    )


def test_hundreds_of_copies_are_one_group() -> None:
    texts = {f"{number:03}": f"Outlet {number} reports {number}. {WIRE}" for number in range(300)}
    assert set(copy_groups(texts).values()) == {"000"}


def test_shortened_copies_are_found_among_many_other_texts() -> None:
    random = Random(1)
    others = {f"o{n:03}": _made(random, 300) for n in range(60)}
    wires = {f"w{n:03}": _made(random, 600) for n in range(20)}
    short = {f"x{n:03}": f"Our own line {n}. {' '.join(text.split()[:200])}" for n, text in enumerate(wires.values())}
    found = copy_groups(others | wires | short)
    assert all(found[key] == key for key in others | wires)
    assert [found[key] for key in short] == list(wires)


def test_shared_background_makes_no_copies_among_many_texts() -> None:
    random = Random(2)
    background = _made(random, 120)
    texts = {f"{n:03}": f"{_made(random, 200)} {background} {_made(random, 80)}" for n in range(60)}
    assert set(copy_groups(texts).values()) == set(texts)


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_texts_makes_no_difference(random: Random) -> None:
    texts = {f"{n:02}": f"{_made(Random(n), 20)} {_made(Random(n % 7), 60)}" for n in range(50)}
    shuffled = random.sample(list(texts), len(texts))
    assert copy_groups({key: texts[key] for key in shuffled}) == copy_groups(texts)


def _made(random: Random, length: int) -> str:
    """So many words that mean nothing."""
    return " ".join(f"w{random.randrange(5000)}" for _ in range(length))


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=80), max_size=8))
def test_any_texts_are_grouped_under_the_least_key(texts: dict[str, str]) -> None:
    found = copy_groups(texts)
    assert set(found) == set(texts)
    assert all(least <= key and found[least] == least for key, least in found.items())
