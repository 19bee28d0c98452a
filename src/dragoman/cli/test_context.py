from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.context import AROUND, in_context
from dragoman.cli.inert import inert
from dragoman.model import Actor, Event, Mention, Report, Source, Span

TEXT = "Harbour talks\n\nIt rained. The envoy met her hosts in Oslo. They ate.\n\nThe end."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def actor(name: str, *mentions: str, text: str = TEXT) -> Actor:
    return Actor(name, name, "person", tuple(Mention(span(words, text), "name") for words in mentions))


def event(**fields: object) -> Event:
    given = {
        "id": "e1",
        "type": "CONSULT",
        "source": ("envoy",),
        "target": ("hosts",),
        "trigger": span("met"),
        "evidence": span("The envoy met her hosts in Oslo."),
        "status": "actual",
        "confidence": 0.9,
        "because": "trigger",
    }
    return Event(**{**given, **fields})  # type: ignore[arg-type]


def report(text: str = TEXT, actors: tuple[Actor, ...] = ()) -> Report:
    return Report("r1", Source("a.txt", "0"), None, text, 0, actors=actors)


ACTORS = (actor("envoy", "The envoy"), actor("hosts", "her hosts"), actor("rain", "It"))


def test_who_did_what_to_whom_is_marked_in_the_sentence() -> None:
    shown = in_context(report(actors=ACTORS), event()).plain
    assert shown == "It rained. [who: The envoy] [did: met] [whom: her hosts] in Oslo. They ate."


def test_one_who_acts_and_also_says_so_is_marked_as_both() -> None:
    shown = in_context(report(actors=ACTORS), event(reported_by="envoy")).plain
    assert "[who, says: The envoy]" in shown


def test_the_sides_of_a_mutual_event_are_who_and_whom_at_once() -> None:
    both = ("envoy", "hosts")
    shown = in_context(report(actors=ACTORS), event(source=both, target=both)).plain
    assert "[who+whom: The envoy]" in shown
    assert "[who+whom: her hosts]" in shown


def test_of_marks_that_overlap_the_longer_stands_and_the_trigger_always() -> None:
    actors = (actor("envoy", "The envoy", "envoy"), actor("hosts", "met her hosts"))
    shown = in_context(report(actors=actors), event()).plain
    assert "[who: The envoy] [did: met] her hosts" in shown


def test_the_rest_of_the_paragraph_is_cut_to_whole_words_where_it_is_long() -> None:
    text = f"{'word ' * 200}The envoy met her hosts. {'word ' * 200}".strip()
    evidence = span("The envoy met her hosts.", text)
    shown = in_context(report(text), event(trigger=span("met", text), evidence=evidence)).plain
    assert shown.startswith("… word ")
    assert shown.endswith("word …")
    assert len(shown) < 2 * AROUND + 60


def test_escape_sequences_in_a_report_are_shown_inert() -> None:
    text = "The \x1b[31menvoy met her hosts."
    shown = in_context(report(text), event(trigger=span("met", text), evidence=Span(0, len(text)))).plain
    assert "\x1b" not in shown


@given(st.text(min_size=1), st.data())
def test_any_evidence_in_any_text_is_shown_whole(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    evidence = Span(start, end)
    shown = in_context(report(text), event(trigger=evidence, evidence=evidence, source=(), target=()))
    assert f"[did: {inert(evidence.of(text))}]" in shown.plain
