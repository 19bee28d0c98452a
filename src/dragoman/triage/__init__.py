"""A cheap look at a report before the parse: whether diplomacy or conflict may be in it at all."""

from dragoman.triage.decide import SKIPPED, is_worth

__all__ = ["SKIPPED", "is_worth"]
