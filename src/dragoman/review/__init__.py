"""What people decide of what the program found: judgements, and how they bear on reports and merged events."""

from dragoman.review.anchors import event_anchor, mention_anchor
from dragoman.review.applying import Applied, Ruling, applied
from dragoman.review.grouping import Grouping, regrouped
from dragoman.review.judgement import Anchor, Judgement, grounds, in_force, in_order
from dragoman.review.lines import from_json, to_json

__all__ = [
    "Anchor",
    "Applied",
    "Grouping",
    "Judgement",
    "Ruling",
    "applied",
    "event_anchor",
    "from_json",
    "grounds",
    "in_force",
    "in_order",
    "mention_anchor",
    "regrouped",
    "to_json",
]
