"""Quotations: what was said, by whom, and the words that report it."""

from dragoman.quotes.stage import add_quotes

__all__ = ["add_quotes"]
