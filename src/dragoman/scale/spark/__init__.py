"""Coding and merging on many machines, by Spark."""

from dragoman.scale.spark.batching import SparkResult, batch
from dragoman.scale.spark.session import session
from dragoman.scale.spark.watching import StoppedError, watched

__all__ = ["SparkResult", "StoppedError", "batch", "session", "watched"]
