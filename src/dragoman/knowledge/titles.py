"""The words of offices and roles ("foreign minister", "rebels", "defence ministry"), so that text alone tells both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.knowledge.table import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

TitleClass = Literal["office", "body", "role", "group"]


@dataclass(frozen=True, slots=True)
class Title:
    """A phrase and what it says of who bears it.

    Class "office" is a post that one person holds, "role" what a person does or is, "group" people in the plural,
    "body" an institution. `role` is the office's kind as in `offices.Role`, in countries that have that office under
    this name: "chancellor" is the head of government in Berlin and not in London. `sector` is PLOVER's; a name beside
    the phrase ("Hamas spokesman", "UN official") outweighs it.
    """

    phrase: str
    kind: TitleClass
    role: str | None
    sector: str
    source: str


@cache
def titles() -> Mapping[str, Title]:
    """Every phrase, lower case, in the spelling of the text: British and American ones stand side by side.

    Match the longest first ("vice foreign minister" holds "foreign minister"). Some phrases are other words too
    ("general election"): whether it is a noun is the caller's to see.
    """
    return MappingProxyType({row["phrase"]: _title(row) for row in rows("titles.csv")})


def _title(row: dict[str, str]) -> Title:
    return Title(row["phrase"], cast("TitleClass", row["class"]), row["role"] or None, row["sector"], row["source"])
