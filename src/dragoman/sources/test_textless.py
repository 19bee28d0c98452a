from __future__ import annotations

import pytest

from dragoman.sources.textless import without_text

_EVENT_ROW = ["1234567890", "20150218", "201502", "2015", "2015.1315", *[""] * 55, "https://daily.example/17"]
_MENTION_ROW = ["1234567890", "20150218230000", "20150218231500", "1", "daily.example", *[""] * 11]
_GRAPH_ROW = ["20150218230000-17", "20150218230000", "1", "daily.example", "https://daily.example/17", *[""] * 22]


@pytest.mark.parametrize(
    ("names", "what", "do"),
    [
        (["GLOBALEVENTID", "SQLDATE", "SOURCEURL"], "GDELT's table of events", "SOURCEURL"),
        (["GlobalEventID", "Day", "SOURCEURL"], "GDELT's table of events", "SOURCEURL"),
        (["GLOBALEVENTID", "MentionIdentifier"], "GDELT's table of mentions", "MentionIdentifier"),
        (["GKGRECORDID", "SourceCommonName", "DocumentIdentifier"], "GDELT's knowledge graph", "DocumentIdentifier"),
        (["Event ID", "Event Text", "CAMEO Code"], "ICEWS", "reports"),
        (["Event ID", "Event Type", "Event Mode", "Quad Code"], "POLECAT", "reports"),
        (_EVENT_ROW, "GDELT's table of events", "SOURCEURL"),
        (_MENTION_ROW, "GDELT's table of mentions", "MentionIdentifier"),
        (_GRAPH_ROW, "GDELT's knowledge graph", "DocumentIdentifier"),
    ],
)
def test_well_known_tables_are_told_with_or_without_a_header(names: list[str], what: str, do: str) -> None:
    said = without_text(names)
    assert said[0].startswith(what)
    assert do in said[1]


def test_of_any_other_table_the_columns_are_listed() -> None:
    what, do = without_text(["id", "wo\nrds", "x" * 500, *map(str, range(50))])
    assert "no column with the reports' words" in what
    assert "--map text=NAME" in do
    assert "id, wo\ufffdrds" in do
    assert len(do) < 400
