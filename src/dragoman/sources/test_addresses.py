from __future__ import annotations

from ipaddress import ip_address

import pytest

from dragoman.sources.addresses import NotPublicError, is_public, public_addresses


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    ],
)
def test_addresses_of_ones_own_networks_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "127.1", "2130706433", "0x7f.1", "10.0.0.1"])
def test_a_host_is_judged_by_what_it_resolves_to(host: str) -> None:
    with pytest.raises(NotPublicError):
        public_addresses(host, 80)


def test_loopback_alone_can_be_admitted() -> None:
    assert public_addresses("127.0.0.1", 80, allow_local=True) == ["127.0.0.1"]
    with pytest.raises(NotPublicError):
        public_addresses("10.0.0.1", 80, allow_local=True)


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: rows)
    with pytest.raises(NotPublicError):
        public_addresses("rebound.example", 80)


def test_a_name_that_none_can_have_is_an_os_error() -> None:
    with pytest.raises(OSError, match="no name"):
        public_addresses("a" * 70 + ".example", 80)
