from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from dragoman.dating import NONE, Others
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between
from dragoman.language import parse_all
from dragoman.model import Interval, Published, Report, Source, Span
from dragoman.pipeline import MOST, STAGES, code, code_again, is_skipped

TEXT = (
    "Chile protests to Peru\n\n"
    'Chile summoned the Peruvian ambassador on Tuesday. "We reject this map," Foreign Minister Ana Soto said.\n\n'
    "She will travel to Lima next week for talks with her counterpart."
)


def a_report(text: str = TEXT, language: str = "en") -> Report:
    day = date(2014, 3, 5)
    return Report(
        id="r1",
        source=Source("test", "0" * 64),
        title=text.split("\n", maxsplit=1)[0],
        text=text,
        body_start=text.find("\n\n") + 2,
        language=language,
        published=Published(Interval(day, day), "given"),
    )


def test_each_stage_gets_what_it_requires_from_the_report_or_a_stage_before_it() -> None:
    ready = {"id", "source", "title", "text", "body_start", "language", "published", "raw", "parse"}
    for stage in STAGES:
        assert set(stage.requires) <= ready
        ready |= set(stage.writes)
    assert ready == {field.name for field in fields(Report)}


def test_each_stage_writes_the_fields_that_it_declares_and_no_other() -> None:
    (parsed,) = parse_all([a_report()])
    for stage in STAGES:
        after = stage.run(parsed)
        changed = {one.name for one in fields(Report) if getattr(after, one.name) is not getattr(parsed, one.name)}
        assert changed <= set(stage.writes)
        parsed = after


def test_a_report_is_coded_with_every_span_in_its_text() -> None:
    (coded,) = code([a_report()])
    assert coded.parse is None
    assert coded.times
    assert coded.actors
    assert coded.quotes
    assert coded.events
    spans = [mention.span for actor in coded.actors for mention in actor.mentions]
    spans += [time.span for time in coded.times] + [quote.span for quote in coded.quotes]
    spans += [event.trigger for event in coded.events]
    for span in spans:
        assert 0 <= span.start < span.end <= len(coded.text)
        assert span.of(coded.text).strip() == span.of(coded.text)


def test_ids_in_events_and_quotes_are_ids_of_the_reports_actors() -> None:
    (coded,) = code([a_report()])
    known = {actor.id for actor in coded.actors}
    named = [name for event in coded.events for name in (*event.source, *event.target)]
    named += [event.reported_by for event in coded.events if event.reported_by]
    named += [quote.speaker for quote in coded.quotes if quote.speaker]
    assert named
    assert set(named) <= known


def test_a_report_in_another_language_is_handed_on_uncoded() -> None:
    (kept,) = code([a_report("Chile protesta ante Perú\n\nChile convocó al embajador.", language="es")])
    assert not any((kept.events, kept.quotes, kept.times, kept.actors))


def test_reports_come_out_in_order_and_the_same_on_every_run() -> None:
    reports = [a_report(), a_report("A bare headline\n\n"), a_report("Chad and Niger sign pact\n\nThey met on Monday.")]
    first, second = list(code(reports)), list(code(reports))
    assert first == second
    assert [one.text for one in first] == [one.text for one in reports]


def test_an_empty_or_strange_text_is_coded_without_a_word() -> None:
    for text in ("", " ", "\n\n", "?!", "«» “” ‘", "a" * 5000, "China " * 500):
        (coded,) = code([a_report(text)])
        assert coded.text == text


def test_a_report_is_coded_again_under_the_days_that_others_leave() -> None:
    alone = replace(a_report(), published=Published())
    day = date(2014, 3, 5)
    other = Constraint(between(day, day), Span(0, 5), "another report has the same words: r2, 2014-03-05", "other")
    (before,), (after,) = code([alone]), code_again([(alone, Others((other,)))])
    assert before.published.basis == "unknown"
    assert after.published.interval == Interval(day, day)
    assert after.parse is None
    assert [one.interval for one in after.times] != [one.interval for one in before.times]
    assert list(code_again([(alone, NONE), (alone, NONE)])) == [before, before]


def test_what_is_not_wanted_comes_out_in_its_place_as_it_went_in() -> None:
    reports = [replace(a_report(), id=f"r{number}") for number in range(MOST + 5)]
    wanted = {"r1", f"r{MOST + 2}"}
    coded = list(code(iter(reports), lambda report: report.id in wanted))
    assert [one.id for one in coded] == [one.id for one in reports]
    assert {one.id for one in coded if one.events} == wanted
    assert all(ours is theirs for ours, theirs in zip(coded, reports, strict=True) if ours.id not in wanted)


def test_few_reports_are_held_while_none_is_wanted() -> None:
    taken: list[int] = []
    reports = (taken.append(number) or a_report() for number in range(3 * MOST))  # type: ignore[func-returns-value]
    next(code(reports, lambda _: False))
    assert len(taken) <= MOST


def test_a_report_is_skipped_if_nothing_was_found_in_it_and_it_is_not_worth_it() -> None:
    recipe = "Chop the leeks and fry them gently in butter until they are soft but not brown. " * 12
    assert is_skipped(a_report(recipe))
    assert not is_skipped(a_report(recipe, language="pt"))
    assert not is_skipped(a_report())
    (coded,) = code([a_report(f"{recipe}On Tuesday in Lima.")])
    assert coded.times
    assert not is_skipped(coded)
