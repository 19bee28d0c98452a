"""The command `dragoman`: one file a verb, a thin shell over the library."""

from dragoman.cli.app import main

__all__ = ["main"]
