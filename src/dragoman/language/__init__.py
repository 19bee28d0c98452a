"""Sentences and parse of a report, from spaCy, and what is kept with a parse."""

from dragoman.language.once import once_a_parse, text_of
from dragoman.language.parse import parse, parse_all

__all__ = ["once_a_parse", "parse", "parse_all", "text_of"]
