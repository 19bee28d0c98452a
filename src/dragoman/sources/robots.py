"""robots.txt: which of a site's pages a program may ask for, after RFC 9309.

The standard library's reader takes the first rule that fits and knows no "*" and "$" inside paths; sites have written
for the longest rule and for wildcards since 2008, so it would ask for pages that are forbidden.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

_MOST_RULES = 5000
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
_SAFE = "/:?@!$&'()*+,;=~-._[]"


class Rule(NamedTuple):
    """A path pattern, and whether it allows or forbids."""

    pattern: str
    allows: bool


class Robots(NamedTuple):
    """What a robots.txt says to one program: its rules, and the seconds it asks to leave between requests."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether the path, with its query, may be asked for: the longest rule that fits decides, a tie allows."""
        target = _normal(path)
        fitting = [(len(rule.pattern), rule.allows) for rule in self.rules if _fits(rule.pattern, target)]
        return max(fitting)[1] if fitting and path != "/robots.txt" else True


FORBIDS_ALL = Robots((Rule("/", allows=False),))
"""What holds where a robots.txt has more rules than anyone writes."""


def read_robots(text: str, program: str) -> Robots:
    """The rules for `program` (lower case) in a robots.txt: of all groups that name it, else of those for "*"."""
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    in_rules = False
    for match in map(_LINE.match, text.removeprefix("\ufeff").splitlines()):
        field, value = (match[1].lower(), match[2].strip()) if match else ("", "")
        if field == "user-agent":
            named = [] if in_rules else named
            named.append(re.split(r"[/\s]", value.lower(), maxsplit=1)[0])
            groups.setdefault(named[-1], [])
            in_rules = False
        elif field in {"allow", "disallow", "crawl-delay"}:
            in_rules = True
            for name in named:
                groups[name].append((field, value))
    return _robots(groups.get(program, groups.get("*", [])))


def _robots(lines: list[tuple[str, str]]) -> Robots:
    """The lines of a group as rules; an empty "Disallow:" forbids nothing."""
    rules = [Rule(_normal(value), field == "allow") for field, value in lines if field != "crawl-delay" and value]
    delays = [float(value) for field, value in lines if field == "crawl-delay" and _SECONDS.fullmatch(value)]
    if len(rules) > _MOST_RULES:
        return FORBIDS_ALL
    return Robots(tuple(rules), max(delays, default=None))


def _normal(path: str) -> str:
    """A path with each character written one way, escaped or not, so that two ways of writing it are equal."""
    pieces = re.split("(%2[aA]|%24|%2[fF]|%3[fF])", path)  # escaped, these four mean something else
    return "".join(
        piece.upper() if i % 2 else quote(unquote_to_bytes(piece), safe=_SAFE) for i, piece in enumerate(pieces)
    )


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern with "*" and a closing "$" fits the path's beginning; linear, as patterns are strangers'."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not anchored or path == first
    place = len(first)
    for piece in others[:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    last = others[-1]
    if anchored:
        return len(path) - len(last) >= place and path.endswith(last)
    return path.find(last, place) >= 0
