"""When an event happened: its own time expression, else its clause's, else the news of the report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.events.subjects import has_subject
from dragoman.model import EventDate, Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.model import Report, Status, TimeExpression

DATED = frozenset({"DATE", "TIME"})
LAG = timedelta(days=1)
"""What a report tells without a day happened on its day or the day before: papers print in the morning."""
CLOSE = timedelta(days=31)
"""A report known less closely than this dates none of its events: years of days would say nothing, in a timeline least
of all."""
NEWS = "actual"
"""Only what is told as done is the report's news; the day of a plan, or of what is charged or denied, stays unknown."""


def event_date(report: Report, doc: Doc, token: Token, status: Status, *, is_said: bool = False) -> EventDate | None:
    """The event's days and on what they rest (`EventDate`); None if unknown.

    With `is_said` the words are the act, so that it happened when they were said: "assured them *on Friday* that it
    was prepared to pay".
    """
    times = [time for time in _of_sentence(report, token) if time.interval and not _is_too_old(report, token, time)]
    beside = [time for time in times if _hangs_on(doc, time, token)]
    if beside:
        return _dated(min(beside, key=lambda time: abs(time.span.start - token.idx)), "expression")
    clause = [time for time in times if _same_clause(doc, time, token)]
    if clause:
        return _dated(min(clause, key=lambda time: abs(time.span.start - token.idx)), "clause")
    spoken = [time for time in times if is_said and _same_clause(doc, time, _saying(token))]
    if spoken:
        return _dated(min(spoken, key=lambda time: abs(time.span.start - token.idx)), "clause")
    alone = _only_one(report, token)
    if alone in times:
        return _dated(alone, "sentence")
    news = report.published.interval
    if status == NEWS and news and news.last - news.first <= CLOSE and not times and _is_told_as_news(token):
        return EventDate(Interval(max(news.first, date.min + LAG) - LAG, news.last), "report")
    return None


PRESENT = frozenset({"VBZ", "VBP"})


def _is_too_old(report: Report, token: Token, time: TimeExpression) -> bool:
    """Whether a time is another deed's: what is told in the present was not done days before.

    "Sudan accuses Chad of shelling it *on 4 March*" is told of the shelling.
    """
    news = report.published.interval
    if news is None or time.interval is None or token.tag_ not in PRESENT:
        return False
    return news.first - time.interval.last > 2 * LAG


TOLD = frozenset({"ROOT", "acomp", "conj", "ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "attr", "parataxis", "dep"})
"""Relations down which a sentence's own news runs. What hangs on it otherwise ("after *sanctions* were imposed", "the
cleric whom they *executed*", "under the *accord*") may be years old."""


SPOKEN = frozenset({"ccomp", "acomp", "xcomp", "attr", "dobj", "conj", "parataxis"})
"""Relations between a saying and the words in it that are the act."""


def _is_told_as_news(token: Token) -> bool:
    if is_past_perfect(token):
        return False
    while token.head != token and (token.dep_ in TOLD or _is_beside(token) or _is_complement(token)):
        token = _above(token)
    return bool(token.dep_ == "ROOT")


def _is_beside(token: Token) -> bool:
    """Whether a participle tells what its governor's subject does at the same time: "left, *blaming* Mali"."""
    bare = not any(child.dep_ in {"nsubj", "mark"} for child in token.children)
    return bool(token.dep_ == "advcl" and token.tag_ == "VBG" and bare)


def _is_complement(token: Token) -> bool:
    """Whether a "that" clause is the object of a verb: the parser often hangs it on who was told."""
    return bool(token.dep_ == "acl" and any(child.dep_ == "mark" for child in token.children))


BREAKS = frozenset(',;:"“”')
"""What parts two stretches of a sentence that may be of different days."""


def _only_one(report: Report, token: Token) -> TimeExpression | None:
    """The sentence's one time, if nothing stands between it and the word: parsers hang late phrases on any noun."""
    times = _of_sentence(report, token)
    if len({time.interval for time in times}) != 1:
        return None
    time = min(times, key=lambda time: abs(time.span.start - token.idx))
    first, last = sorted((time.span.start, token.idx))
    return None if BREAKS & set(report.text[first:last]) else time


def is_past_perfect(token: Token) -> bool:
    """Whether the verb is told as over before what is told: "had seized"."""
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in token.children)


def _dated(time: TimeExpression, basis: str) -> EventDate | None:
    return EventDate(time.interval, basis) if time.interval else None


def _of_sentence(report: Report, token: Token) -> list[TimeExpression]:
    """The times of day or calendar that stand in the word's sentence."""
    sentence = token.sent
    within = range(sentence.start_char, sentence.end_char)
    return [time for time in report.times if time.type in DATED and time.span.start in within]


def _head_of(doc: Doc, time: TimeExpression) -> Token | None:
    covered = doc.char_span(*time.span, alignment_mode="expand")
    return covered.root if covered is not None and len(covered) else None


def _hangs_on(doc: Doc, time: TimeExpression, token: Token) -> bool:
    """Whether the time modifies the trigger, by itself or behind a preposition, or the verb that carries a noun."""
    root = _head_of(doc, time)
    if root is None:
        return False
    above = root.head.head if root.dep_ in {"pobj", "poss"} and root.head.dep_ == "prep" else root.head
    carriers = {token.i} | (
        {token.head.i} if token.pos_ == "NOUN" and token.dep_ in {"dobj", "nsubj", "nsubjpass"} else set()
    )
    return above.i in carriers or (root.head.i in carriers)


def _same_clause(doc: Doc, time: TimeExpression, token: Token) -> bool:
    root = _head_of(doc, time)
    return root is not None and _clause(root) == _clause(token)


def _saying(token: Token) -> Token:
    """The verb whose complement the word's clause is, up to the first that is none."""
    while token.head != token and token.dep_ in SPOKEN and not _is_earlier(token):
        token = token.head
    return token


SPEAKING = frozenset(
    {"accuse", "add", "blame", "call", "cite", "condemn", "criticise", "criticize", "demand", "insist", "praise"}
    | {"question", "reject", "say", "threaten", "urge", "warn"}
)
"""Participles that go with who speaks; parsers hang them on what is said: "said he was robbed, *blaming* Mali"."""


def _clause(token: Token) -> int:
    """Token index of the verb whose clause a word stands in; complements of one verb count as one clause with it.

    What is told in the past perfect is a clause however it is parsed: it was over by the day of the rest.
    """
    while token.head != token and not (_opens_clause(token) or _is_earlier(token)):
        token = _above(token)
    return int(token.i)


def _is_earlier(token: Token) -> bool:
    """Whether a verb tells of what was over by then: in the past perfect, with a subject of its own."""
    return is_past_perfect(token) and has_subject(token)


def _opens_clause(token: Token) -> bool:
    below = token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ccomp", "relcl", "advcl", "acl"}
    return below and not _is_beside(token)


def _above(token: Token) -> Token:
    """The word that a word hangs on; for a participle of speech behind a comma the sentence's verb."""
    said = token.lemma_ in SPEAKING and _is_beside(token) and token.i > 0 and token.nbor(-1).text == ","
    return token.sent.root if said else token.head
