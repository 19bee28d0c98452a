from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.events.dates import event_date
from dragoman.language import parse
from dragoman.model import Interval, Published, Report, Source
from dragoman.times import add_times


def test_a_time_beside_the_trigger_dates_the_event(tell: Any) -> None:
    dated = tell("Chad and Sudan signed a border treaty on Monday.").event("signed").date
    assert dated.basis == "expression"
    assert dated.interval == (date(2014, 6, 9), date(2014, 6, 9))


def test_a_plan_takes_the_day_that_lies_ahead(tell: Any) -> None:
    dated = tell("Kenya's foreign minister will visit Uganda next week.").event("visit").date
    assert dated.interval == (date(2014, 6, 16), date(2014, 6, 22))


def test_a_participle_of_speech_has_the_day_of_what_was_said_with_it(tell: Any) -> None:
    dated = tell("Peru last week said that its trawlers had been seized, accusing Chad of piracy.").event("accusing")
    assert dated.date.interval == (date(2014, 6, 2), date(2014, 6, 8))


def test_news_without_a_time_is_of_the_reports_day_or_the_day_before(tell: Any) -> None:
    dated = tell("Peru rejected Chile's proposal.").event("rejected").date
    assert dated.basis == "report"
    assert dated.interval == (date(2014, 6, 10), date(2014, 6, 11))


def test_without_a_date_of_the_report_the_event_has_none(tell: Any) -> None:
    assert tell("Peru rejected Chile's proposal.", dated=False).event("rejected").date is None


def test_a_report_known_only_to_years_dates_none_of_its_events() -> None:
    for first, last, known in (
        (date(2014, 6, 1), date(2014, 6, 20), True),
        (date(2012, 6, 1), date(2014, 6, 20), False),
    ):
        published = Published(Interval(first, last), "inferred")
        report = parse(Report("r", Source("t", "0"), None, "Chad accused Sudan.", 0, published=published))
        assert report.parse is not None
        assert (event_date(report, report.parse, report.parse[1], "actual") is not None) == known


def test_what_was_charged_denied_or_planned_without_a_time_has_no_day(tell: Any) -> None:
    assert tell("Bolivia complained that Chile had seized a ship.").event("seized").date is None
    assert tell("Peru denied that its troops had attacked a village in Ecuador.").event("attacked").date is None
    assert tell("Kenya could withdraw its troops from Somalia, an official said.").event("withdraw").date is None


def test_what_was_long_over_is_background(tell: Any) -> None:
    assert tell("Norway imposed sanctions on Belarus last year.").event("imposed").background
    assert not tell("Peru rejected Chile's proposal.").event("rejected").background


def test_what_a_sentence_only_refers_to_is_not_dated_as_its_news(tell: Any) -> None:
    told = tell("Chad protested against the execution of a cleric by Sudan.")
    assert told.event("protested").date.basis == "report"
    assert all(event.date is None for event in told.report.events if event.trigger.of(told.report.text) == "execution")


def test_a_report_of_the_year_one_is_no_traceback() -> None:
    day = date(1, 1, 1)
    published = Published(Interval(day, day), "given")
    report = parse(Report("r", Source("t", "0"), None, "Chad accused Sudan.", 0, published=published))
    assert report.parse is not None
    dated = event_date(report, report.parse, report.parse[1], "actual")
    assert dated is not None
    assert dated.interval == (day, day)


def test_a_participle_beside_the_news_is_of_its_day(tell: Any) -> None:
    dated = tell("On Monday Peru rejected the plan, accusing Chile of bad faith.").event("accusing").date
    assert dated.interval == (date(2014, 6, 9), date(2014, 6, 9))


def test_the_only_time_of_a_sentence_counts_where_nothing_parts_it_from_the_word() -> None:
    def dated(text: str, word: int) -> str | None:
        report = Report("r", Source("t", "0"), None, text, 0, published=Published())
        report = add_times(parse(report))
        assert report.parse is not None
        found = event_date(report, report.parse, report.parse[word], "actual")
        return found.basis if found else None

    assert dated("Troops whom Chad had sent in 2011 left.", 0) == "sentence"
    assert dated("In 2011, as troops left, Chad protested.", 4) is None


def test_what_is_told_in_the_present_was_not_done_days_before(tell: Any) -> None:
    told = tell("Peru accuses Chile of shelling the port of Callao on 4 March 2014.")
    found = told.event("accuses").date
    assert found is None or found.interval.first.month == 6
