"""What the user names - files, folders, standard input - becomes raw pages, each kind recognised by its content."""

from dragoman.sources.find import SourceFile, find
from dragoman.sources.options import PLAIN, Options
from dragoman.sources.pages import pages

__all__ = ["PLAIN", "Options", "SourceFile", "find", "pages"]
