from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from dragoman.errors import InputError
from dragoman.export import from_json, merged_to_json, story_to_json, to_json
from dragoman.merge import merge
from dragoman.merge.test_made import PARK, XI, Said, any_report, day, made
from dragoman.model import Interval, Member, MergedEvent, Published, Readout, Report, Story


def meeting() -> Report:
    sentence = "Xi Jinping met Park Geun-hye."
    return made("r1", Said(sentence, "met", (XI,), (PARK,), day=day(20)), title="A meeting", on=day(21))


@settings(deadline=None)
@given(any_report())
def test_a_report_comes_back_from_json_as_it_went(report: Report) -> None:
    assert from_json(json.loads(json.dumps(to_json(report), allow_nan=False))) == report


@settings(deadline=None)
@given(any_report())
def test_every_field_of_the_contract_is_printed_known_or_not(report: Report) -> None:
    row = to_json(report)
    assert set(row) == {
        *("id", "source", "title", "language", "text", "body_start"),
        *("published", "raw", "times", "actors", "places", "quotes", "events"),
    }


def test_fields_have_the_names_and_forms_of_the_contract() -> None:
    row: Any = to_json(meeting())
    assert row["published"] == {
        "from": "2013-03-21",
        "to": "2013-03-21",
        "basis": "given",
        "evidence": [],
        "stated": None,
        "best": None,
    }
    assert row["actors"][0]["mentions"] == [[11, 21]]
    assert row["actors"][0]["links"] == ["name"]
    event = row["events"][0]
    assert event["trigger"] == [22, 25]
    assert event["date"] == {"from": "2013-03-20", "to": "2013-03-20", "basis": "expression"}
    assert (event["source"], event["target"], event["reported_by"]) == (["a1"], ["a2"], None)


def test_the_parse_is_not_printed() -> None:
    assert "parse" not in to_json(meeting())


def test_a_row_that_says_only_what_it_knows_is_read() -> None:
    row: dict[str, object] = {"id": "r1", "text": "Words.", "body_start": 0, "source": {"path": "-", "sha256": "00"}}
    report = from_json(row)
    assert report.language == "und"
    assert report.published == Published()
    assert report.events == ()


def change(path: tuple[str | int, ...], value: object) -> Any:
    """The row of a meeting with one field changed; None as value takes it away."""
    row: Any = to_json(meeting())
    *parents, last = path
    inner = row
    for key in parents:
        inner = inner[key]
    inner[last] = value
    return row


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("text",), None, "'text' is missing"),
        (("text",), 7, "'text' is not a string"),
        (("id",), None, "'id' is missing"),
        (("source",), "file.txt", "'source' is not an object"),
        (("source", "sha256"), None, "'source.sha256' is missing"),
        (("body_start",), 5000, "'body_start' is not an offset"),
        (("body_start",), True, "'body_start' is not a whole number"),
        (("published", "from"), "2013-02-31", "'published.from' is not a day of the calendar: '2013-02-31'"),
        (("published", "from"), None, "'published.to' does not follow 'from'"),
        (("published", "basis"), "unknown", "'published.basis'"),
        (("published", "basis"), "guessed", "'published.basis' is none of given"),
        (("actors",), {}, "'actors' is not a list"),
        (("actors", 0, "kind"), "planet", "'actors[0].kind' is none of person"),
        (("actors", 0, "mentions"), [[3, 3]], "'actors[0].mentions[0]' is not a span"),
        (("actors", 0, "mentions"), [[3, 4], [0, 9000]], "'actors[0].mentions[1]' is not a span"),
        (("actors", 0, "links"), [], "links"),
        (("events", 0, "trigger"), None, "'events[0].trigger' is not a span"),
        (("events", 0, "trigger"), [True, 4], "'events[0].trigger' is not a span"),
        (("events", 0, "status"), "maybe", "'events[0].status' is none of actual"),
        (("events", 0, "confidence"), 1.5, "'events[0].confidence' is not a number from 0 to 1"),
        (("events", 0, "confidence"), float("nan"), "'events[0].confidence' is not a number"),
        (("events", 0, "source"), ["a1", None], "'events[0].source' is not a list of strings"),
        (("events", 0, "background"), "yes", "'events[0].background' is neither true nor false"),
        (("events", 0, "date"), {"basis": "report"}, "'events[0].date.from' is missing"),
        (("events",), ["event"], "'events[0]' is not an object"),
    ],
)
def test_a_malformed_field_is_named(path: tuple[str | int, ...], value: object, named: str) -> None:
    if path[-1] == "links":
        row = change(("actors", 0, "mentions"), [])
        row["actors"][0]["links"] = ["name"]
    else:
        row = change(path, value)
    with pytest.raises(InputError) as caught:
        from_json(row)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_row_without_an_id_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="report without an id: field 'id' is missing"):
        from_json({"text": ""})


def test_a_story_is_printed_as_the_contract_has_it() -> None:
    story = Story("s1", ("r1", "r2"), Interval(date(2013, 3, 20), date(2013, 3, 21)))
    assert story_to_json(story) == {
        "kind": "story",
        "id": "s1",
        "reports": ["r1", "r2"],
        "copies": [],
        "from": "2013-03-20",
        "to": "2013-03-21",
    }
    assert story_to_json(Story("s1", ("r1",)))["from"] is None


def test_a_story_lists_its_copies_together() -> None:
    story = Story("s1", ("r1", "r2", "r3", "r4", "r5", "r6"))
    origin_of = {"r3": "r1", "r5": "another story's", "r6": "another story's", "r4": "a third's"}
    assert story_to_json(story, origin_of)["copies"] == [["r1", "r3"], ["r5", "r6"]]


def test_a_merged_event_is_printed_as_the_contract_has_it() -> None:
    member = Member("r1", "e1")
    readout = Readout("Foreign Ministry", (member,), only_here=True)
    event = MergedEvent("e1", (member,), "CONSULT", ("Xi",), ("Park",), None, "actual", 1, (readout,))
    assert merged_to_json(event) == {
        "kind": "event",
        "id": "e1",
        "members": [{"report": "r1", "event": "e1"}],
        "type": "CONSULT",
        "source": ["Xi"],
        "target": ["Park"],
        "date": None,
        "status": "actual",
        "independent_sources": 1,
        "readouts": [
            {
                "reported_by": "Foreign Ministry",
                "members": [{"report": "r1", "event": "e1"}],
                "only_here": True,
                "conflicts_with": [],
            }
        ],
    }


def test_merging_what_was_printed_gives_what_merging_the_reports_gives() -> None:
    printed = from_json(json.loads(json.dumps(to_json(meeting()))))
    assert merge([printed]) == merge([meeting()])
