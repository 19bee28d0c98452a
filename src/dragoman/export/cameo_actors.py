"""Actors in CAMEO's codes, as GDELT and Phoenix have them; what CAMEO has no code for stays unknown.

Source of the codes: the CAMEO manual 1.1b3 and GDELT's lists of countries, types and known groups.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import Actor

BODIES: Mapping[str, str] = MappingProxyType({"UNO": "IGO", "IGO": "IGO", "NGO": "NGO", "IMG": "IMG", "MNC": "MNC"})
"""PLOVER's bodies of many states and CAMEO's types for them; of EUR CAMEO makes a country, ISM it lacks."""

_SAME = (
    "COP",
    "GOV",
    "JUD",
    "LEG",
    "MIL",
    "OPP",
    "REB",
    "SPY",
    "UAF",
    "AGR",
    "BUS",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "LAB",
    "REF",
)
_TYPES: Mapping[str, str] = MappingProxyType({code: code for code in _SAME} | {"MED": "HLH", "JRN": "MED"})
"""PLOVER's sectors and CAMEO's types; MED is medicine there and media here."""

_COUNTRIES: Mapping[str, str | None] = MappingProxyType({"ROU": "ROM", "TLS": "TMP", "XKX": None, "ISM": None})
"""Where CAMEO's country is not ISO 3166-1's of today; it has none for Kosovo."""


def cameo_country(actor: Actor | None) -> str | None:
    """CAMEO's country; None for a body of many states but Europe's."""
    if actor is None or actor.country is None or actor.country in BODIES:
        return None
    return _COUNTRIES.get(actor.country, actor.country)


def cameo_types(actor: Actor | None) -> tuple[str, ...]:
    """CAMEO's types: the body's, then the sector's."""
    if actor is None:
        return ()
    found = (BODIES.get(actor.country or ""), _TYPES.get(actor.sector or ""))
    return tuple(dict.fromkeys(code for code in found if code))


def cameo_type(actor: Actor | None) -> str | None:
    """The first of CAMEO's types."""
    return next(iter(cameo_types(actor)), None)


def known_group(actor: Actor | None) -> str | None:
    """CAMEO's known group; of all that it lists a record knows the United Nations by code."""
    return "UNO" if actor and actor.country == "UNO" else None


def cameo_actor(actor: Actor | None) -> str | None:
    """The whole code: country, group's type and group, role: "CHNGOV", "IGOUNO"; None if nothing is known."""
    country, group, types = cameo_country(actor), known_group(actor), cameo_types(actor)
    if group:
        types = (types[0], group, *types[1:])
    return "".join((country or "", *types)) or None
