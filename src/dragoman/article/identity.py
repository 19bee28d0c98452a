"""Ids that follow from content: the same words at the same place get the same id on every run and machine."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING_TEXT = """
    _ga _gl at_campaign at_medium cmp cmpid dclid fbclid gad_source gclid gclsrc igshid mc_cid mc_eid mibextid mkt_tok
    msclkid ncid ocid smid smtyp spm twclid wbraid gbraid yclid
"""
_TRACKING = frozenset(_TRACKING_TEXT.split())
"""Parts of an address that say how a reader came, not what they read; so does all that begins with "utm_"."""
_PORTS = {"http": ":80", "https": ":443"}


def content_id(text: str, url: str | None = None, outlet: str | None = None) -> str:
    """An id for a text: "r" and the first 12 hexadecimal digits of SHA-256 over its words in NFC, one space between.

    Where the address is known it goes in, or else the outlet, so that the copies of a wire story that ten outlets
    print are ten reports. One page read by different ways has one id if the same address came with it each time.
    """
    return "r" + sha256("\n".join([_line(text), *_place(url, outlet)]).encode(errors="replace")).hexdigest()[:12]


def _line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _place(url: str | None, outlet: str | None) -> list[str]:
    if address := plain_address(url or ""):
        return [address]
    name = _line(outlet or "").casefold()
    return [name] if name else []


def plain_address(url: str) -> str:
    """An address without what may differ between two links to one page; "" for what is no web address.

    Left out are scheme, "www.", the scheme's own port, fragment, tracking parameters and a closing slash; what is
    left of the query is sorted.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not host:
        return ""
    host = host.removesuffix(_PORTS[parts.scheme]).rstrip(".").removeprefix("www.")
    told = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0]))
    return host + parts.path.rstrip("/") + ("?" + urlencode(told, errors="replace") if told else "")


def _is_tracking(name: str) -> bool:
    return name.lower().startswith("utm_") or name.lower() in _TRACKING
