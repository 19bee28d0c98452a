"""The tables that a file of pages becomes, and what stands in their columns.

`reports`, `events`, `sides` and `quotes` have the columns of `dragoman export --format parquet`, under the same names
and types, so that one question fits both; what only a merge or a person can say (story, copy_of, merged, verdict...) is
null here. Rows stand in the order of the pages, and within a page as in its text.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping

LAYOUT = 2
"""Of these tables; part of the name of what is written, so that files of two layouts don't mix."""

_TEXT, _DAY, _NUMBER, _OFFSET = pa.string(), pa.date32(), pa.int64(), pa.int32()
_NAMES = pa.list_(pa.field("l", pa.string()))

_JUDGED = {"verdict": _TEXT, "judged_by": _TEXT, "corrected": _NAMES, "corrected_by": _NAMES}
_COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "reports": {
        **dict.fromkeys(("id", "title", "path", "url", "outlet", "language"), _TEXT),
        "date_from": _DAY,
        "date_to": _DAY,
        "date_basis": _TEXT,
        "story": _TEXT,
        "copy_of": _TEXT,
        **dict.fromkeys(("characters", "times", "actors", "quotes", "events"), _NUMBER),
        "text": _TEXT,
        "coded": _TEXT,
        "skipped": _TEXT,
    },
    "events": {
        "id": _TEXT,
        "merged": _TEXT,
        "date_from": _DAY,
        "date_to": _DAY,
        "date_basis": _TEXT,
        "who": _NAMES,
        "type": _TEXT,
        "mode": _TEXT,
        "whom": _NAMES,
        "status": _TEXT,
        "place": _TEXT,
        "reported_by": _TEXT,
        "cameo": _TEXT,
        "goldstein": pa.float64(),
        "background": pa.bool_(),
        "primary": pa.bool_(),
        "confidence": pa.float64(),
        "because": _TEXT,
        "report": _TEXT,
        "event": _TEXT,
        "title": _TEXT,
        "path": _TEXT,
        "trigger_start": _OFFSET,
        "trigger_end": _OFFSET,
        "trigger": _TEXT,
        "evidence_start": _OFFSET,
        "evidence_end": _OFFSET,
        "evidence": _TEXT,
        **_JUDGED,
    },
    "sides": {
        "event": _TEXT,
        "role": _TEXT,
        "no": _OFFSET,
        **dict.fromkeys(("name", "kind", "country", "office", "sector", "wikidata"), _TEXT),
    },
    "quotes": {
        "report": _TEXT,
        "title": _TEXT,
        "path": _TEXT,
        "date_from": _DAY,
        "date_to": _DAY,
        "speaker": _TEXT,
        "country": _TEXT,
        "office": _TEXT,
        "direct": pa.bool_(),
        "cue_kind": _TEXT,
        "addressee": _TEXT,
        "relay": _TEXT,
        "medium": _TEXT,
        "cue": _TEXT,
        "start": _OFFSET,
        "end": _OFFSET,
        "words": _TEXT,
        "speaker_start": _OFFSET,
        "speaker_end": _OFFSET,
        "speaker_words": _TEXT,
    },
    "actors": {
        **dict.fromkeys(("report", "actor", "name", "kind", "country", "office", "sector", "wikidata", "path"), _TEXT),
        **dict.fromkeys(("mentions", "events", "quotes"), _NUMBER),
    },
    "errors": {"place": _TEXT, "what": _TEXT, "remedy": _TEXT},
}

SCHEMAS: Mapping[str, pa.Schema] = MappingProxyType(
    {name: pa.schema(list(columns.items())) for name, columns in _COLUMNS.items()}
)
"""By table. `reports` adds three columns to the export's: `text`, into which all offsets point; `coded`: the report
as `dragoman extract` prints it, but for its text, null where the language isn't coded or triage skipped the report; and
`skipped`: why it did, null where it didn't. `actors` has a row for each
actor of each report, as counting over all reports is left to who has all; `errors` a row for each page or record that
could not be read or coded: where it stands, what is wrong, what to do."""
