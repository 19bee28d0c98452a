"""The nouns: what a report is, and what is found in it.

All offsets are Unicode code points into `Report.text`, end exclusive. All dates are days of the proleptic Gregorian
calendar. `None` and empty tuples mean unknown, never "no". Field names and meanings follow the public contract
(docs/contract.md); where the contract has `[start, end]`, the model has a `Span`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

Basis = Literal["given", "stated", "inferred", "unknown"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal["person", "organisation", "country", "group"]
Status = Literal["actual", "planned", "proposed", "conditional", "denied", "alleged", "negated", "habitual"]
PageKind = Literal["text", "html", "article"]
CueKind = Literal["speech", "thought", "intention"]


class Span(NamedTuple):
    """A stretch of a text: code points from `start` up to but not including `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one character in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class Interval(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a page and was not worked out: as given, unchecked, None where absent."""

    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as it came in, decoded.

    `path` is the input as the user named it ("-" for standard input, "dump.jsonl:17" for line 17 of a file). Kind
    "article" is text that is already an article and is taken verbatim; "text" may carry menus and banners. Content that
    is `made`, put together from a feed's entry say, is nothing in which a place could be pointed at.
    """

    path: str
    kind: PageKind
    content: str
    sha256: str
    metadata: Metadata = field(default_factory=Metadata)
    made: bool = False


class RawSpan(NamedTuple):
    """A paragraph of a report's text and where it stands in the page as it came in.

    `raw` is in code points of the decoded page (of HTML, its source), `line` the line there on which it begins, from 1.
    """

    span: Span
    raw: Span
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was read: input path, address, outlet, byline and the hash of the bytes."""

    path: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """Words that bear on a report's date and the constraint they set, readable: "dateline: 2014-01-17"."""

    span: Span
    constraint: str


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, as far as is known; `interval` is None exactly when `basis` is "unknown".

    `best` is the likeliest day of an interval of several, None where none stands out. `evidence` lies in the report's
    text; a stamp that was cut away with the page's chrome is kept in `stated`, the exact words of the page.
    """

    interval: Interval | None = None
    basis: Basis = "unknown"
    evidence: tuple[DateEvidence, ...] = ()
    stated: str | None = None
    best: date | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 time: its words, type, normalised value, and the first and last day where it has them."""

    span: Span
    type: TimeType
    value: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor, and the pass that linked them ("name", "alias", "office", "pronoun"...)."""

    span: Span
    via: str


MANY_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for bodies that belong to no one country: an actor's `country` may be one of them."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, speaks or is acted on, with the office held on the report's date.

    `country` is ISO 3166-1 alpha-3 (XKX for Kosovo) or, for a body of many states, PLOVER's IGO, UNO, EUR, NGO, ISM,
    IMG or MNC. `sector` is PLOVER's three-letter code.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    office: str | None = None
    sector: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and where it lies: degrees north and east (WGS 84), GeoNames id where known."""

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct or reported speech without its quotation marks, the word that reports it, and who speaks (an actor id).

    `parts` are the exact words where the reporting clause stands in between ("A," he said, "B"), empty where `span` is
    all of them. `cue_kind` tells speech from what somebody thinks or intends. `addressee` and `relay` (who passes the
    words on) are actor ids; `medium` is "phone call", "briefing", "statement", "interview" and the like.
    """

    span: Span
    direct: bool
    cue: Span | None = None
    speaker: str | None = None
    speaker_span: Span | None = None
    cue_kind: CueKind = "speech"
    parts: tuple[Span, ...] = ()
    addressee: str | None = None
    relay: str | None = None
    medium: str | None = None

    def holds(self, span: Span) -> bool:
        """Whether a span lies within the words themselves."""
        return any(part.holds(span) for part in self.parts or (self.span,))


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event itself happened or is to happen; basis says on what it rests.

    "expression" is a time beside the word, "clause" one in its clause, "sentence" the only one of its sentence, and
    "report" the report's own day.
    """

    interval: Interval
    basis: str


@dataclass(frozen=True, slots=True)
class Event:
    """Who did or said what to whom, in PLOVER 2021's terms; type None for a statement that has none.

    `source`, `target` and `reported_by` are actor ids. A mutual event has both sides in both. `trigger` covers the
    words that say it and `evidence` their sentence. `because` says readably what made the program code it so.
    """

    id: str
    type: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    trigger: Span
    evidence: Span
    status: Status
    confidence: float
    because: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    date: EventDate | None = None
    place: Place | None = None
    reported_by: str | None = None
    background: bool = False
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its clean text and, stage by stage, what was found in it.

    `text` is the headline (if any), a blank line, and the body's paragraphs split by blank lines; `body_start` is
    where the body begins. `raw` maps its paragraphs, those that could be found again, to the input. `parse` is spaCy's
    analysis of exactly `text`, present between the stages only.
    """

    id: str
    source: Source
    title: str | None
    text: str
    body_start: int
    language: str = "en"
    published: Published = field(default_factory=Published)
    raw: tuple[RawSpan, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    parse: Doc | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Story:
    """Reports (ids) about the same happening, and the days they span where known."""

    id: str
    reports: tuple[str, ...]
    interval: Interval | None = None


class Member(NamedTuple):
    """One telling of an event: the report's id and the event's id in it."""

    report: str
    event: str


@dataclass(frozen=True, slots=True)
class Readout:
    """What one reporter says of a merged event; `reported_by` is a name, None for the reports themselves."""

    reported_by: str | None
    members: tuple[Member, ...]
    only_here: bool
    conflicts_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One real event, however many reports tell it; `source` and `target` are names, not ids of one report."""

    id: str
    members: tuple[Member, ...]
    type: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    date: Interval | None
    status: Status
    independent_sources: int
    readouts: tuple[Readout, ...]
