"""Parses keep the text to the letter and stop at paragraphs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import parse, parse_all
from dragoman.language.parse import BATCH, LONGEST, model
from dragoman.model import Report, Source


def _report(text: str, name: str = "r") -> Report:
    return Report(name, Source("-", "0"), None, text, 0)


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_the_parse_has_exactly_the_text(text: str) -> None:
    parsed = parse(_report(text)).parse
    assert parsed is not None
    assert parsed.text == text


@pytest.mark.parametrize("head", ["Peru and Chile make", "Storm", "No stop here"])
def test_no_sentence_runs_over_a_blank_line(head: str) -> None:
    text = f"{head}\n\npeace came on Monday"
    parsed = parse(_report(text)).parse
    assert parsed is not None
    assert [sentence.text.strip() for sentence in parsed.sents if sentence.text.strip()][-1] == "peace came on Monday"


@given(st.lists(st.sampled_from(["Jane", "Roe", "Ministry", "of", "Peru", "\n\n", "\n", "met"]), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_entity_runs_over_blank_space(words: list[str]) -> None:
    parsed = parse(_report(" ".join(words))).parse
    assert parsed is not None
    assert not any(token.is_space for entity in parsed.ents for token in entity)


def test_a_run_of_words_without_a_full_stop_is_ended_and_no_word_lost() -> None:
    text = "Chad and " * (2 * LONGEST) + "Mali"
    parsed = parse(_report(text)).parse
    assert parsed is not None
    assert parsed.text == text
    assert max(len(sentence) for sentence in parsed.sents) <= LONGEST + 1


def test_a_line_break_alone_ends_nothing() -> None:
    parsed = parse(_report("The envoy\nleft Lima.")).parse
    assert parsed is not None
    assert len(list(parsed.sents)) == 1


def test_reports_come_in_order_with_all_that_they_had() -> None:
    reports = [_report(f"Text {n}.", str(n)) for n in range(BATCH + 3)]
    parsed = list(parse_all(iter(reports)))
    assert [one.id for one in parsed] == [one.id for one in reports]
    assert all(one.parse is not None and one.parse.text == one.text for one in parsed)


def test_an_empty_stream_gives_none() -> None:
    assert list(parse_all([])) == []


def test_a_report_already_parsed_is_parsed_anew() -> None:
    once = parse(_report("Peru left."))
    again = parse(once)
    assert again.parse is not None
    assert [token.dep_ for token in again.parse] == [token.dep_ for token in once.parse or ()]


def test_threads_share_one_model() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len({id(one) for one in pool.map(lambda _: model(), range(8))}) == 1
