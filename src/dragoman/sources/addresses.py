"""Which machines may be asked for a page: those of the public internet, by the addresses that a name resolves to.

Links in feeds are written by strangers. One that leads into the user's own network (a router, a cloud's metadata
service) would let them read it, so a host is asked only if every address it resolves to is public.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")


class NotPublicError(Exception):
    """A host has an address that isn't of the public internet."""


def public_addresses(host: str, port: int, *, allow_local: bool = False) -> list[str]:
    """The numeric addresses of a host, in the order to try them.

    Raises NotPublicError where one of them is private, loopback, link-local, multicast or reserved, OSError where the
    name doesn't resolve. Connect to what is returned, not to the name: a name may resolve otherwise a moment later.
    `allow_local` lets loopback addresses through, and no others.
    """
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"no name that a host can have: {host[:60]!r}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses or not all(_may_be_asked(address, allow_local=allow_local) for address in addresses):
        raise NotPublicError
    return addresses


def _may_be_asked(text: str, *, allow_local: bool) -> bool:
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return is_public(address) or (allow_local and address.is_loopback)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is of the public internet, and the IPv4 address inside it, where it wraps one, too."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return isinstance(address, IPv6Address) and address in _NAT64 and is_public(_low(address))
    if isinstance(address, IPv6Address):
        return all(is_public(inner) for inner in _inside(address))
    return True


def _inside(address: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(_low(address))
    return [one for one in inner if one is not None]


def _low(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & 0xFFFFFFFF)
