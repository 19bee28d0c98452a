from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge.test_made import any_report
from dragoman.record.checks import faults
from dragoman.review import Anchor, Judgement, applied, event_anchor, mention_anchor
from dragoman.review.values import FIELDS

if TYPE_CHECKING:
    from dragoman.model import Report

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC).replace(tzinfo=None)


def said(verb: str, on: Anchor, after: int, **more: object) -> Judgement:
    return Judgement(verb, "Ann", NOON + timedelta(after), None, (on,), **more)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(any_report(), st.data())
def test_whatever_is_decided_the_report_keeps_the_models_promises(report: Report, data: st.DataObject) -> None:
    anchors = [event_anchor(report, event) for event in report.events]
    mentions = [mention_anchor(report, at.span) for actor in report.actors for at in actor.mentions]
    judgements = []
    for number in range(data.draw(st.integers(0, 4))):
        if anchors and number % 2 == 0:
            field = data.draw(st.sampled_from(FIELDS))
            values = {"type": ("AID",), "mode": (), "status": ("denied",), "date": ("2013-01-02/2013-02-01",)}
            value = values.get(field, ("Japan",))
            judgements.append(said("correct", data.draw(st.sampled_from(anchors)), number, field=field, value=value))
        elif mentions:
            on = data.draw(st.sampled_from(mentions))
            judgements.append(said("link", on, number, value=("Somebody",), kind="person"))
    done = applied(report, judgements)
    assert list(faults(done.report)) == []
    assert {one.judgement for one in done.rulings} == {one.id for one in judgements}
