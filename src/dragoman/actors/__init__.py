"""Who acts, speaks or is acted on: found, linked, and given the office held that day."""

from dragoman.actors.stage import add_actors

__all__ = ["add_actors"]
