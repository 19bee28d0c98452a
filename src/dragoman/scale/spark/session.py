"""A session of Spark, and what is missing for one, said in a line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OLDEST_JAVA = 17
_WHERE = "--engine spark"
_A_CORE = 4
"""Partitions for each core, unless it is set: rows spread evenly enough, and each partition is worth its start."""
_USUAL: Mapping[str, str] = {
    "spark.app.name": "dragoman batch",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",  # a row may hold a whole report
    "spark.sql.adaptive.enabled": "false",  # how much a row costs in Python can't be told by its bytes
    "spark.sql.session.timeZone": "UTC",
}


def session(master: str | None = None, conf: Mapping[str, str] | None = None, log: Path | None = None) -> Any:  # noqa: ANN401 - Spark's own type
    """A SparkSession at `master` (all processors of this machine if None and nothing else was configured).

    `conf` are Spark's own settings. Executors on this machine use this Python. What Spark says goes into `log`, if one
    is given. Raises UsageError where PySpark or Java is missing, or the master is of no use.
    """
    builder_class, failures = _pyspark()
    _check_java()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = builder_class().config(map={**_USUAL, **(conf or {})})
    try:
        with _told_to(log):
            spark = (builder.master(master) if master else builder).getOrCreate()
    except failures as error:
        if log:
            log.unlink(missing_ok=True)
        raise _not_started(error, master) from None
    if "spark.sql.shuffle.partitions" not in dict(spark.sparkContext.getConf().getAll()):
        spark.conf.set("spark.sql.shuffle.partitions", _A_CORE * spark.sparkContext.defaultParallelism)
    return spark


def failures() -> tuple[type[Exception], ...]:
    """What Spark raises where a job fails."""
    return _pyspark()[1]


def _pyspark() -> tuple[Any, tuple[type[Exception], ...]]:
    """What builds a session, and what it raises when that fails."""
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")  # of the versions of other libraries
    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415 - an extra that only this engine needs
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError:
        do = "install it with pip install 'dragoman[spark]'"
        raise UsageError("PySpark isn't installed", where=_WHERE, do=do) from None
    return SparkSession.Builder, (PySparkException, Py4JError, RuntimeError, OSError)


@contextmanager
def _told_to(log: Path | None) -> Iterator[None]:
    """Let a Java that starts meanwhile write its talk into a file: it keeps the standard error that it starts with."""
    if log is None:
        yield
        return
    sys.stderr.flush()
    before = os.dup(2)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


def _check_java() -> None:
    """UsageError if there is no Java, or one that is too old."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    do = f"install Java {OLDEST_JAVA} (for example openjdk-{OLDEST_JAVA}-jre-headless), or set JAVA_HOME to it"
    if java is None:
        raise UsageError("no Java on this machine", where=_WHERE, do=do)
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr  # noqa: S603 - Java
    except (OSError, subprocess.CalledProcessError):
        raise UsageError(f"{java} can't be run", where=_WHERE, do=do) from None
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if version and int(version[1]) < OLDEST_JAVA:
        raise UsageError(f"Java {version[1]} is too old", where=_WHERE, do=do)


def said(error: Exception) -> str:
    """The one line of what Spark raised that says what is wrong: of a chain of causes the last."""
    lines = str(error).splitlines() or [type(error).__name__]
    line = next((line for line in reversed(lines) if "Exception:" in line), lines[0])
    return line.rsplit("Exception:", 1)[-1].strip()[:200]


def _not_started(error: Exception, master: str | None) -> UsageError:
    where = f"--master {master}" if master else _WHERE
    return UsageError(f"Spark can't start ({said(error)})", where=where, do="check the master and the settings")
