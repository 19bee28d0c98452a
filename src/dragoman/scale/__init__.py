"""The same pipeline over whole archives: a file becomes tables in Parquet, on one machine or on many."""

from dragoman.scale.batching import BatchResult, BatchStep, batch
from dragoman.scale.coding import code_page, code_pages
from dragoman.scale.files import FileResult, Step, code_file
from dragoman.scale.merged import MERGED, merge_tables
from dragoman.scale.pool import Limits, Pool
from dragoman.scale.skipping import skipped_in
from dragoman.scale.tables import SCHEMAS
from dragoman.scale.task import Task

__all__ = [
    "MERGED",
    "SCHEMAS",
    "BatchResult",
    "BatchStep",
    "FileResult",
    "Limits",
    "Pool",
    "Step",
    "Task",
    "batch",
    "code_file",
    "code_page",
    "code_pages",
    "merge_tables",
    "skipped_in",
]
