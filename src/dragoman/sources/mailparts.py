"""The parts of a mail: which are there, what they are, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources.decode import decode
from dragoman.sources.fragments import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from dragoman.sources.decode import Decoded

_STUB = 5  # a plain text of a fifth of the page's words says that there is a page


def leaves(part: Message) -> list[Message]:
    """The parts that aren't made of parts themselves, in order; of those that say the same in two ways the better."""
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        return [part]
    found = [leaf for piece in inner(part) for leaf in leaves(piece)]
    if part.get_content_subtype() != "alternative":
        return found
    passed_over = _other_wording(found)
    return [leaf for leaf in found if leaf not in passed_over]


def inner(part: Message) -> list[Message]:
    """The parts that a part is made of; an attached message is the one part of its part."""
    payload = part.get_payload()
    return [piece for piece in payload if not isinstance(piece, str)] if isinstance(payload, list) else []


def _other_wording(found: Sequence[Message]) -> list[Message]:
    """What not to read of parts that say the same: the HTML, unless the text is only a note that there is HTML."""
    own = [leaf for leaf in found if is_words(leaf) and not is_attached(leaf)]
    markup = [leaf for leaf in own if is_markup(leaf)]
    plain = [leaf for leaf in own if not is_markup(leaf)]
    if not plain or not markup:
        return []
    length = sum(len((decoded(leaf).text or "").strip()) for leaf in plain)
    return plain if length * _STUB < max(map(_length, markup)) else markup


def _length(markup: Message) -> int:
    """Characters of the words in a part of HTML; 0 for what no page would be read from."""
    try:
        return len(words_of(decoded(markup).text or ""))
    except ValueError:  # lxml's word for control characters, which it reads but doesn't write
        return 0


def is_words(part: Message) -> bool:
    """Whether a part is plain text or HTML."""
    return part.get_content_type() in {"text/plain", "text/html"}


def is_markup(part: Message) -> bool:
    """Whether a part is HTML."""
    return part.get_content_type() == "text/html"


def is_attached(part: Message) -> bool:
    """Whether a part is a file that was sent along."""
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def content(part: Message) -> bytes:
    """The bytes of a part as they were before they were packed for the way; b"" where it has none."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def decoded(part: Message) -> Decoded:
    """The words of a part of text or HTML, or what is wrong with its bytes."""
    found = decode(content(part), markup=is_markup(part), charset=part.get_content_charset())
    if found.text is None or is_markup(part) or part.get_param("format") != "flowed":
        return found
    return found._replace(text=_unflowed(found.text, keep=part.get_param("delsp") != "yes"))


def _unflowed(text: str, *, keep: bool) -> str:
    """Lines that end in a space go on in the next (RFC 3676); `keep` says that the space belongs to the words."""
    lines: list[str] = []
    flows = False
    for line in text.splitlines():
        bare = line.removeprefix(" ")
        if flows and not bare.startswith(">") and bare != "-- ":
            lines[-1] = (lines[-1] if keep else lines[-1][:-1]) + bare
        else:
            lines.append(bare)
        flows = bare.endswith(" ") and not bare.startswith(">") and bare != "-- "
    return "\n".join(lines)
