"""What can go wrong with an input, each said in one line: what, where, what to do."""

from __future__ import annotations


class DragomanError(Exception):
    """A failure that a user can mend; its text is the one line that they read.

    `what` is wrong, `where` (file, line or record) it is, and what to `do` about it.
    """

    def __init__(self, what: str, *, where: str, do: str) -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(f"{where}: {what}; {do}")


class InputError(DragomanError):
    """An input that can't be read; the others go on."""


class StoreError(DragomanError):
    """A record file that can't be opened, read or written."""


class UsageError(DragomanError):
    """A command or call that makes no sense as it stands."""
