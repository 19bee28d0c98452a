"""An event's evidence in the paragraph it stands in, with the words for who, did and whom marked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from dragoman.cli.inert import inert
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model import Event, Report

AROUND = 300
"""Characters of the paragraph shown before and after the evidence, at most."""


class _Mark(NamedTuple):
    span: Span
    label: str
    style: str


def in_context(report: Report, event: Event) -> Text:
    """The evidence within its paragraph: what is around it dim, each marked word as "[who: the minister]"."""
    shown = inert(report.text)
    around = _around(report.text, event.evidence)
    text = Text(style="")
    text.append("… " if _cut_before(report.text, around) else "", style="dim")
    text.append(shown[around.start : event.evidence.start], style="dim")
    at = event.evidence.start
    for mark in _marks(report, event):
        text.append(shown[at : mark.span.start])
        text.append(f"[{mark.label}: {mark.span.of(shown)}]", style=mark.style)
        at = mark.span.end
    text.append(shown[at : event.evidence.end])
    text.append(shown[event.evidence.end : around.end], style="dim")
    text.append(" …" if _cut_after(report.text, around) else "", style="dim")
    return text


def _around(text: str, evidence: Span) -> Span:
    """The evidence's paragraph, cut to whole words where it runs on for long."""
    start = max(text.rfind("\n\n", 0, evidence.start) + 2, 0) if "\n\n" in text[: evidence.start] else 0
    end = text.find("\n\n", evidence.end)
    end = len(text) if end < 0 else end
    if evidence.start - start > AROUND:
        start = text.find(" ", evidence.start - AROUND, evidence.start) + 1 or evidence.start
    if end - evidence.end > AROUND:
        end = max(text.rfind(" ", evidence.end, evidence.end + AROUND), evidence.end)
    return Span(start, end)


def _cut_before(text: str, around: Span) -> bool:
    return around.start > 0 and not text[: around.start].endswith("\n\n")


def _cut_after(text: str, around: Span) -> bool:
    return around.end < len(text) and not text[around.end :].startswith("\n\n")


def _marks(report: Report, event: Event) -> Iterator[_Mark]:
    """What to mark within the evidence, in order; of two that overlap the trigger is kept, else the longer."""
    found = [_Mark(event.trigger, "did", "bold yellow")]
    for mark in sorted(_actor_marks(report, event), key=lambda mark: (mark.span.start, -mark.span.end)):
        if event.evidence.holds(mark.span) and not any(mark.span.overlaps(one.span) for one in found):
            found.append(mark)
    yield from sorted(found)


def _actor_marks(report: Report, event: Event) -> Iterator[_Mark]:
    for actor in report.actors:
        label = _label(actor.id, event)
        if label is not None:
            yield from (_Mark(mention.span, label, "bold cyan") for mention in actor.mentions)


def _label(actor: str, event: Event) -> str | None:
    roles: Iterable[tuple[str, tuple[str, ...]]] = (("who", event.source), ("whom", event.target))
    acts = "+".join(role for role, ids in roles if actor in ids)
    says = "says" if actor == event.reported_by else ""
    return ", ".join(part for part in (acts, says) if part) or None
