"""One page becomes rows, whatever is wrong with it; many pages one after the other in this process."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.knowledge.own import own_actors, use
from dragoman.model import RawPage
from dragoman.pipeline import code, is_coded
from dragoman.record.checks import faults
from dragoman.scale.limiting import TooSlowError, within
from dragoman.scale.rows import error_batches, report_batches
from dragoman.triage import SKIPPED, is_worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model import Report
    from dragoman.scale.rows import Batches
    from dragoman.scale.task import Task

Page = RawPage | InputError
"""What a file has in a page's place: the page, or why there is none."""

_WARMING = "PARIS, May 5, 2014 - Foreign ministers of France and Japan met on Monday. “We agreed,” a spokesman said."


def code_pages(pages: Iterable[Page], task: Task) -> Iterator[Batches]:
    """The rows of each page in order, coded in this process; the models are loaded at the first."""
    for number, page in enumerate(pages):
        if not number:
            warm(task)
        yield code_page(page, task)


def code_page(page: Page, task: Task) -> Batches:
    """The rows of one page: of its report, or of the error that stands for it.

    The result depends on page and task alone. So a report that states no date is dated by its own words, not by those
    of its neighbours, which the merge of all files knows better.
    """
    if isinstance(page, InputError):
        return error_batches(page)
    try:
        with within(task.seconds):
            found = _found(page, task)
            if task.triage and is_coded(found) and not is_worth(found):
                return report_batches(found, SKIPPED)
            return report_batches(_coded(found))
    except InputError as error:
        return error_batches(error)
    except TooSlowError:
        what = f"a page that takes more than {task.seconds:g} seconds of computing"
        return error_batches(InputError(what, where=page.path, do="leave it out, or raise --seconds"))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a stage's fault on one page of a million may cost that page only
        return error_batches(_fault(error, page))


def warm(task: Task) -> None:
    """Load the models and put the task's own actors to use, so that no page's time goes into it."""
    if own_actors() != task.own:
        use(task.own)
    for _ in code([report(RawPage("warming", "article", _WARMING, "0" * 64))]):
        pass


def _found(page: RawPage, task: Task) -> Report:
    found = report(page)
    if len(found.text) > task.characters:
        what = f"a report of more than {task.characters:,} characters"
        raise InputError(what, where=page.path, do="split it into reports, or leave it out")
    return found


def _coded(found: Report) -> Report:
    if not is_coded(found):
        return found
    coded = next(code([found]))
    if fault := next(faults(coded), None):
        raise ValueError(fault)
    return coded


def _fault(error: Exception, page: RawPage) -> InputError:
    """What stands for a page that a stage stumbles over: where in the program, so that a report of it is of use."""
    last = extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    said = " ".join(str(error).split())[:120]
    what = f"a page that the program fails at ({type(error).__name__} in {where}: {said})"
    return InputError(what, where=page.path, do="please report this as a fault")
