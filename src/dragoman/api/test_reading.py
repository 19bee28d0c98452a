from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import InputError, UsageError
from dragoman.merge.test_growing import batches
from dragoman.model import Report
from dragoman.record import Run, Store

if TYPE_CHECKING:
    from dragoman.api.pages import Progress

MEETING = """Norwegian and Canadian ministers in Oslo

Norwegian Foreign Minister Borge Brende met his Canadian counterpart Rob Nicholson in Oslo on March 3, 2015.

"The Arctic needs calm," Brende said.
"""
WARNING = """Anger in Brazil

Brazil recalled its ambassador from Indonesia on January 18, 2015 after the execution of a Brazilian.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(MEETING, encoding="utf-8")
    (folder / "b.txt").write_text(WARNING, encoding="utf-8")
    return folder


def ids(store: Path) -> list[str]:
    with dragoman.open(store) as record:
        return record.reports().column("id").to_pylist()  # type: ignore[no-any-return]


def test_what_is_read_can_be_asked_for(news: Path, tmp_path: Path) -> None:
    result = dragoman.read(news, store=tmp_path / "r.duckdb")
    assert (result.read, result.unchanged, result.failed) == (2, 0, ())
    with dragoman.open(tmp_path / "r.duckdb") as record:
        assert record.events().num_rows >= 2
        assert any(said.startswith("The Arctic") for said in record.quotes().column("words").to_pylist())
        assert record.timeline(first="2015-03", country="NOR").num_rows >= 1
        assert record.actors(actor="Brende").num_rows == 1


def test_reading_twice_is_reading_once(news: Path, tmp_path: Path) -> None:
    store = tmp_path / "r.duckdb"
    dragoman.read(news, store=store)
    before = ids(store)
    again = dragoman.read([news / "b.txt", news], store=store)
    assert (again.read, again.unchanged) == (0, 2)
    assert ids(store) == before


def test_a_copy_under_another_name_is_counted_and_not_written_twice(news: Path, tmp_path: Path) -> None:
    (news / "copy.txt").write_text(MEETING, encoding="utf-8")
    result = dragoman.read(news, store=tmp_path / "r.duckdb")
    assert (result.read, result.unchanged) == (2, 1)


def test_another_files_words_under_a_known_id_are_a_failure_and_nothing_is_lost(tmp_path: Path) -> None:
    store = tmp_path / "r.duckdb"
    for name, text in (("a.jsonl", MEETING), ("b.jsonl", WARNING)):
        (tmp_path / name).write_text(json.dumps({"id": "one", "text": text}), encoding="utf-8")
    assert dragoman.read(tmp_path / "a.jsonl", store=store).read == 1
    (failure,) = dragoman.read(tmp_path / "b.jsonl", store=store).failed
    assert "b.jsonl" in str(failure)
    assert "stands for other words" in str(failure)
    with dragoman.open(store) as record:
        assert record.report("one").text == MEETING
    assert dragoman.read(tmp_path / "b.jsonl", store=store, again=True).read == 1


def test_new_words_under_a_known_id_take_the_place_of_the_old(tmp_path: Path) -> None:
    file, store = tmp_path / "rows.jsonl", tmp_path / "r.duckdb"
    for text in (MEETING, WARNING):
        file.write_text(json.dumps({"id": "one", "text": text}), encoding="utf-8")
        assert dragoman.read(file, store=store).read == 1
    with dragoman.open(store) as record:
        assert "Brazil" in record.report("one").text
    assert ids(store) == ["one"]


def test_coding_again_on_request_is_free_where_nothing_changed(news: Path, tmp_path: Path) -> None:
    dragoman.read(news, store=tmp_path / "r.duckdb")
    assert dragoman.read(news, store=tmp_path / "r.duckdb", again=True).unchanged == 2


def test_failures_are_handed_back_and_the_rest_is_read(news: Path, tmp_path: Path) -> None:
    (news / "empty.txt").touch()
    result = dragoman.read([news, news / "missing.txt"], store=tmp_path / "r.duckdb")
    assert result.read == 2
    assert [Path(failure.where).name for failure in result.failed] == ["missing.txt", "empty.txt"]


def test_progress_tells_each_file_and_the_end(news: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    dragoman.read(news, store=tmp_path / "r.duckdb", on_progress=told.append)
    assert [(step.done, step.total, Path(step.name).name) for step in told] == [
        (0, 2, "a.txt"),
        (1, 2, "b.txt"),
        (2, 2, ""),
    ]


def test_names_that_all_lead_nowhere_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"one, .*two: no such file or folder; check the name$"):
        dragoman.read([tmp_path / "one", tmp_path / "two"], store=tmp_path / "r.duckdb")


def test_paths_that_lead_nowhere_make_no_record(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere: no such file"):
        dragoman.read(tmp_path / "nowhere", store=tmp_path / "r.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_extract_takes_the_words_themselves_verbatim() -> None:
    (report,) = dragoman.extract(MEETING)
    assert MEETING.strip() in report.text
    assert [event.trigger.of(report.text) for event in report.events if event.type == "CONSULT"] == ["met"]


def test_extract_takes_a_path_as_a_string_or_a_path_and_gives_the_same(news: Path) -> None:
    (one,), (other,) = dragoman.extract(str(news / "a.txt")), dragoman.extract(news / "a.txt")
    assert isinstance(one, Report)
    assert one == other


def test_a_mistyped_path_is_not_coded_as_a_text() -> None:
    with pytest.raises(InputError, match=r"news/missing\.txt.*neither a file nor a text"):
        dragoman.extract("news/missing.txt")


def test_extract_raises_the_first_failure_unless_told_where_to_put_it(news: Path) -> None:
    (news / "0.txt").touch()
    with pytest.raises(InputError, match="empty"):
        list(dragoman.extract(news))
    failures: list[InputError] = []
    assert len(list(dragoman.extract(news, on_failure=failures.append))) == 2
    assert len(failures) == 1


def test_merge_puts_copies_into_one_story_and_their_events_together() -> None:
    (first,), (second,) = (
        dragoman.extract(MEETING),
        dragoman.extract(f"{MEETING}\nThe talks took place behind closed doors."),
    )
    merged = dragoman.merge([first, second])
    assert len(merged.stories) == 1
    assert any(len(event.members) == 2 for event in merged.events)


def test_a_record_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no record here; make one with dragoman read PATH"):
        dragoman.open(tmp_path / "none.duckdb")


def test_a_wrong_filter_is_a_usage_error(news: Path, tmp_path: Path) -> None:
    dragoman.read(news, store=tmp_path / "r.duckdb")
    with dragoman.open(tmp_path / "r.duckdb") as record, pytest.raises(UsageError, match="use one of AGREE"):
        record.events(type="MEETING")


def test_an_event_or_report_that_is_not_there_is_named(news: Path, tmp_path: Path) -> None:
    dragoman.read(news, store=tmp_path / "r.duckdb")
    with dragoman.open(tmp_path / "r.duckdb") as record:
        with pytest.raises(InputError, match="e0: no such event"):
            record.event("e0")
        with pytest.raises(InputError, match="r0: no such report"):
            record.report("r0")


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.integers(0, 100), min_size=2, max_size=6))
def test_the_corpus_read_in_any_order_and_lots_makes_one_record(
    tmp_path: Path,
    corpus: list[Report],
    random: st.Random,  # type: ignore[name-defined]  # st.Random is the drawn type
    cuts: list[int],
) -> None:
    (tmp_path / "r.duckdb").unlink(missing_ok=True)
    run = Run.begin(program="0.1.0", codebook="2021")
    with Store.open(tmp_path / "r.duckdb", create=True) as store:
        for lot in batches(random.sample(corpus, len(corpus)), cuts):
            store.write(lot, run)
            store.merge_new(run)
        assert store.load_merged() == dragoman.merge(corpus)


@pytest.fixture(scope="module")
def corpus() -> list[Report]:
    """The sample corpus, as coded without a record."""
    return [replace(report, parse=None) for report in dragoman.extract(Path(__file__).resolve().parents[3] / "corpus")]
