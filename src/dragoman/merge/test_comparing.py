from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.merge import compare, merge
from dragoman.merge.test_comparing_made import (
    CALLED,
    ERDOGAN,
    FRANCE,
    KALIN,
    LEAD,
    MACRON,
    OFFER,
    OFFICE,
    OTHER_OFFER,
    PALACE,
    REPLY,
    TURKEY,
    WORDS,
    izmir,
    lyon,
    merged,
    page,
    quoting,
    telling,
)
from dragoman.merge.test_made import any_report

if TYPE_CHECKING:
    from dragoman.merge.comparing_values import Comparison, Point
    from dragoman.model import Actor, Report


NEXT = date(2021, 3, 3)
OFFER_TOLD = "In a call Macron told Erdogan that France was prepared to resume talks about Syria and Libya."


def points(found: Comparison, kind: str) -> list[Point]:
    return [point for point in found.points if point.kind == kind]


def words(point: Point) -> list[str]:
    return [one.words for one in point.statements]


def told(name: str, sentence: str, trigger: str, *, published: date, **more: object) -> Report:
    """A report of one sentence and the event in it."""
    made = page(name, sentence, on=published, outlet=name)
    return telling(made, trigger, sentence, **more)  # type: ignore[arg-type]  # as `telling` takes them


def test_one_presidencys_text_in_two_renderings_is_paired_and_the_spokesmans_words_are_only_here() -> None:
    found = compare(merged(lyon(), izmir()), [lyon(), izmir()])
    assert [(side.name, side.reports) for side in found.sides] == [("France", ("izmir", "lyon")), ("Turkey", ("lyon",))]
    [paired] = points(found, "paired")
    assert words(paired) == [OTHER_OFFER, OFFER]
    assert paired.sides == ("A",)
    assert [words(point) for point in points(found, "only_here")] == [[LEAD], [REPLY]]
    assert points(found, "only_here")[1].sides == ("B",)


def test_a_pair_says_what_stands_in_one_rendering_alone() -> None:
    [paired] = points(compare(merged(lyon(), izmir()), [lyon(), izmir()]), "paired")
    assert paired.differs == (("prepared", "provided"), ("ready",))
    assert 0.25 <= (paired.alike or 0) < 1


def test_an_unnamed_presidency_is_the_one_that_says_the_same_elsewhere_and_nobodys_otherwise() -> None:
    both = compare(merged(lyon(), izmir(OFFICE)), [lyon(), izmir(OFFICE)])
    assert [side.name for side in both.sides] == ["France", "Turkey"]
    assert both.sides[0].reporters == ("presidency", "presidency of France")
    alone = compare(merged(izmir(OFFICE)), [izmir(OFFICE)])
    assert [side.name for side in alone.sides] == ["presidency"]


def attack(name: str, sentence: str, published: date, **more: object) -> Report:
    return told(name, sentence, "attacked", published=published, source=[FRANCE], type_="ASSAULT", **more)


def test_what_one_side_denies_and_another_tells_is_a_contradiction() -> None:
    says = "France attacked Turkish ships on Tuesday."
    denies = "France denied that it attacked Turkish ships on Tuesday."
    one = attack("one", says, NEXT, target=[TURKEY], by=TURKEY)
    other = attack("other", denies, NEXT, target=[TURKEY], status="denied", by=FRANCE)
    for event in (merged(one), merged(other)):
        [point] = points(compare(event, [one, other]), "conflict")
        assert words(point) == [says, denies]
        [conflict] = point.conflicts
        assert (conflict.kind, conflict.because) == (
            "contradiction",
            "“attacked” (actual) against “attacked” (denied)",
        )


def deaths(name: str, number: int, by: Actor, published: date) -> Report:
    """A report in which somebody says how many were killed in one attack."""
    sentence = f"When France attacked the port on Tuesday, {number} soldiers were killed, {WORDS[by.id]} said."
    made = attack(name, sentence, published, target=[])
    return quoting(made, sentence.removesuffix(f", {WORDS[by.id]} said."), by)


def test_other_numbers_of_two_sides_are_a_contradiction() -> None:
    one, other = deaths("one", 20, KALIN, NEXT), deaths("other", 35, MACRON, NEXT + timedelta(days=2))
    [point] = points(compare(merged(one, other), [one, other]), "conflict")
    assert [(one.kind, one.because) for one in point.conflicts] == [
        ("contradiction", "“20 soldiers” against “35 soldiers”")
    ]


def test_other_numbers_of_one_side_in_a_later_report_are_a_change_with_both_dates() -> None:
    one, other = deaths("one", 20, KALIN, NEXT), deaths("other", 35, KALIN, NEXT + timedelta(days=2))
    [point] = points(compare(merged(one, other), [one, other]), "conflict")
    assert [(one.kind, one.because) for one in point.conflicts] == [
        ("change", "2021-03-03, then 2021-03-05: “20 soldiers” then “35 soldiers”")
    ]


def test_other_numbers_of_one_side_on_one_day_are_a_contradiction() -> None:
    one, other = deaths("one", 20, KALIN, NEXT), deaths("other", 35, KALIN, NEXT)
    [point] = points(compare(merged(one, other), [one, other]), "conflict")
    assert [one.kind for one in point.conflicts] == ["contradiction"]


def test_a_meeting_that_its_host_puts_off_is_a_change_with_both_dates() -> None:
    def foreseen(name: str, day: date, published: date) -> Report:
        sentence = f"Macron will receive Erdogan in Paris on {day.day} June, the French presidency said."
        made = told(name, sentence, "receive", published=published, status="planned", type_="AGREE", by=PALACE, on=day)
        return quoting(made, sentence.partition(", the")[0], PALACE)

    first = foreseen("first", date(2021, 6, 10), date(2021, 5, 3))
    second = foreseen("second", date(2021, 6, 24), date(2021, 5, 20))
    [point] = points(compare(merged(first, day=date(2021, 6, 10)), [first, second]), "conflict")
    [conflict] = point.conflicts
    assert conflict.kind == "change"
    assert conflict.because == "2021-05-03, then 2021-05-20: “receive” on 2021-06-10 then “receive” on 2021-06-24"


def test_what_one_report_leads_with_and_another_has_last_is_a_difference_of_emphasis() -> None:
    pilots, letter = "Macron asked Erdogan to free two pilots.", "Macron thanked Erdogan for a letter about Mali."
    sides = {"ends": (pilots, letter, OTHER_OFFER), "leads": (OFFER_TOLD, "Macron met farmers.", pilots, letter)}
    reports = []
    for name, sentences in sides.items():
        made = page(name, *sentences, on=NEXT)
        for trigger, sentence in (
            ("call", sentences[0 if name == "leads" else 2]),
            ("asked", pilots),
            ("thanked", letter),
        ):
            made = telling(made, trigger, sentence)
        reports.append(made)
    found = compare(merged(*reports), reports)
    stressed = [point for point in found.points if point.conflicts]
    assert {point.kind for point in stressed} == {"paired"}
    [conflict] = stressed[0].conflicts
    assert conflict == ("emphasis", 1, 0, "the one leads with it, the other has it last of 3 statements")


def test_a_report_that_sums_up_what_its_source_says_adds_nobody_who_says_so() -> None:
    made = page("lyon", LEAD, title="Deeds must follow conciliatory words, Erdogan is told", on=NEXT)
    made = telling(made, "call", LEAD, by=PALACE)
    made = quoting(made, "that deeds must follow conciliatory words", MACRON, relay=PALACE, addressee=ERDOGAN)
    [point] = compare(merged(made), [made]).points
    assert point.kind == "only_here"
    assert {one.reported_by for one in point.statements} == {None, PALACE.name}


def test_copies_are_named_and_two_outlets_of_one_text_are_one_side() -> None:
    long = [telling(page(name, LEAD, on=CALLED + timedelta(days=n)), "call", LEAD) for n, name in enumerate("ab")]
    found = compare(merged(*long), long)
    assert [(side.own_voice, side.reports) for side in found.sides] == [(True, ("a", "b"))]
    assert [tuple(copy) for copy in found.copies] == [("b", "a")]


def test_every_statement_leads_back_to_its_words() -> None:
    reports = {report.id: report for report in (lyon(), izmir())}
    for point in compare(merged(*reports.values()), list(reports.values())).points:
        assert len(point.statements) == len(point.differs)
        for one in point.statements:
            assert one.words == one.span.of(reports[one.report].text)
            assert one.path == f"{one.report}.txt"
            assert one.because


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_report(), min_size=1, max_size=4, unique_by=lambda report: report.id))
def test_any_reports_can_be_compared_in_any_order_and_no_statement_comes_twice(reports: list[Report]) -> None:
    for event in merge(reports).events[:3]:
        found = [compare(event, order) for order in list(permutations(reports))[:3]]
        assert all(one == found[0] for one in found)
        said = [(one.report, one.span, one.side) for point in found[0].points for one in point.statements]
        assert len(set(said)) == len(said)
        texts = {report.id: report.text for report in reports}
        for point in found[0].points:
            assert all(one.words == one.span.of(texts[one.report]) for one in point.statements)
            assert all(max(one.one, one.other) < len(point.statements) for one in point.conflicts)
