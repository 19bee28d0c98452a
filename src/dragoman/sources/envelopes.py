"""Mail, told from its first lines: a message by its headers, a mailbox by the envelope line before them."""

from __future__ import annotations

import re
from typing import Literal

MailKind = Literal["eml", "mbox"]

ENVELOPE = re.compile(rb"From [^\r\n]{1,1000}\r?\n(?=(?:>From |[!-9;-~]{1,80}:))")
"""The line before each message of a mailbox: "From name@place Tue Nov 10 11:12:13 2015", then a header.

A paragraph that begins with "From" is none, for no header follows it.
"""

_HEADER = re.compile(rb"([!-9;-~]{1,80}):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?(?:\n|\Z)")
_WITHIN = 200  # headers

# What only machines write: a text that was copied out of a mail may have "From:" and "Subject:" in it.
_OF_MACHINES = frozenset(
    (
        b"received return-path mime-version message-id delivered-to dkim-signature x-mailer content-transfer-encoding "
        b"arc-seal authentication-results x-received list-unsubscribe x-gm-thrid x-mozilla-status"
    ).split()
)
_OF_PEOPLE = frozenset((b"from", b"subject", b"date", b"to", b"sender"))


def mail_kind(head: bytes) -> MailKind | None:
    """What kind of mail a file is that begins with `head`; None where it is none."""
    head = head.lstrip(b"\r\n")
    if ENVELOPE.match(head):
        return "mbox"
    names = _header_names(head)
    return "eml" if names & _OF_PEOPLE and names & _OF_MACHINES else None


def _header_names(head: bytes) -> set[bytes]:
    names: set[bytes] = set()
    at = 0
    for _ in range(_WITHIN):
        header = _HEADER.match(head, at)
        if header is None:
            break
        names.add(header[1].lower())
        at = header.end()
    return names
