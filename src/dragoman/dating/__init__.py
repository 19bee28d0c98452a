"""When an undated report was written, as its own words prove; and whether they bear out a date that it has."""

from dragoman.dating.explain import explain
from dragoman.dating.gather import dated_by
from dragoman.dating.others import NONE, OTHER, Others, rests_on_others
from dragoman.dating.settle import Settled, best_day
from dragoman.dating.stage import add_date

__all__ = ["NONE", "OTHER", "Others", "Settled", "add_date", "best_day", "dated_by", "explain", "rests_on_others"]
