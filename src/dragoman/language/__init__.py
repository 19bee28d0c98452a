"""Sentences and parse of a report, from spaCy."""

from dragoman.language.parse import parse, parse_all

__all__ = ["parse", "parse_all"]
