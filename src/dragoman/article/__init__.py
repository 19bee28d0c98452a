"""A raw page becomes a report: headline and body kept, menus and captions cut, metadata read."""

from dragoman.article.label import label_lines
from dragoman.article.labels import Label
from dragoman.article.page import report

__all__ = ["Label", "label_lines", "report"]
