"""Cells that no spreadsheet takes for a formula.

Words of strangers that begin with =, +, - or @ would be reckoned by Excel, LibreOffice or Google Sheets when a CSV
file is opened, and could send out what else stands there. As OWASP advises ("CSV Injection"), such text gets an
apostrophe in front, also where it begins with a tab or a line end or with the wide forms of these signs. Numbers are
written as numbers and stay.
"""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would reckon it."""
    return f"'{text}" if text.startswith(_STARTS) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made the cell of."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_STARTS) else cell
