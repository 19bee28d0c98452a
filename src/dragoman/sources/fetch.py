"""Fetching pages politely: only what the public internet offers and its sites allow, slowly, and only if changed."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from dragoman.errors import InputError
from dragoman.sources.addresses import NotPublicError, public_addresses
from dragoman.sources.chunks import TooLargeError
from dragoman.sources.robots import Robots, read_robots
from dragoman.sources.transport import PORTS, Answer, Limits, NoAnswerError, ask
from dragoman.sources.validators import load_validators, save_validators, validator_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

USER_AGENT = "dragoman/0.1 (+local research tool)"
_PROGRAM = "dragoman"
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/*;q=0.8"

PACE = 1.0
"""Seconds between two requests to one host, at least."""

_LONGEST_WAIT = (
    120.0  # seconds that a server's Retry-After or Crawl-delay may ask for; more, and the host is left alone
)
_TRIES = 3
_BACK_OFF = 4.0  # seconds before the second try, doubled before the third
_MOST_REDIRECTS = 5
_LONGEST_ADDRESS = 2048
_MOST_ADDRESSES = 4
_OK, _UNCHANGED = 200, 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_NAMES = {401: "log-in needed", 402: "paid only", 403: "refused", 404: "not there", 410: "gone", 451: "barred by law"}


class Fetched(NamedTuple):
    """A page that was fetched: the address it was found at in the end, its bytes and its Content-Type ("" for none)."""

    url: str
    data: bytes
    content_type: str


class Fetcher:
    """Fetches pages for one run: at most one request a second a host, and nothing that robots.txt forbids.

    A context manager. `seen` is a file in which what servers say about their pages' versions is kept from run to run
    (None for not at all); it is written when the run ends well, so that pages of one that failed come again.
    `allow_local` admits loopback addresses and is for tests. `clock` and `sleep` are the time to go by, in seconds.
    Raises StoreError where `seen` can't be read or written.
    """

    def __init__(
        self,
        seen: Path | None = None,
        *,
        limits: Limits = Limits(),  # noqa: B008 - a NamedTuple can't be changed
        allow_local: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seen = seen
        self._validators = load_validators(seen) if seen else {}
        self._limits = limits
        self._allow_local = allow_local
        self._clock, self._sleep = clock, sleep
        self._robots: dict[str, Robots | InputError] = {}
        self._last: dict[str, float] = {}
        self._shut: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if self._seen and kind is None:
            save_validators(self._seen, self._validators)

    def get(self, address: str) -> Fetched | None:
        """The page at an address; None where it hasn't changed since an earlier run.

        Raises InputError where it can't or mustn't be fetched: not http(s), not public, forbidden by robots.txt, too
        large, failing after three tries, or redirected to such a place. A host that keeps failing isn't asked again.
        """
        url, answer = self._follow(address, of_page=True)
        if answer.status == _UNCHANGED:
            return None
        if answer.status != _OK:
            what = f"the server says {answer.status} ({_NAMES.get(answer.status, 'no page')})"
            raise InputError(what, where=shown(address), do="look at it in a browser")
        if validator := validator_of(answer.headers):
            self._validators.pop(url.url, None)  # so that it stands at the end, among the newest
            self._validators[url.url] = validator
        return Fetched(url.url, answer.body, answer.headers.get("Content-Type", ""))

    def _follow(self, address: str, *, of_page: bool) -> tuple[Url, Answer]:
        """The first answer that redirects no further, and its address; each station is looked at like the first."""
        where, url = shown(address), parsed(address, shown(address))
        for _ in range(_MOST_REDIRECTS + 1):
            if of_page and not self._rules(url, where).allows(url.request_uri):
                do = "read it in a browser and save the page"
                raise InputError("the site's robots.txt forbids it", where=where, do=do)
            answer = self._patient(url, where, conditional=of_page)
            if answer.status not in _REDIRECTS:
                return url, answer
            url = parsed(urljoin(url.url, answer.headers.get("Location", "")), where)
        raise InputError("redirects without end", where=where, do="give the page's own address")

    def _rules(self, url: Url, where: str) -> Robots:
        """A site's robots.txt, asked for once: no rules where it has none (RFC 9309, 2.3.1.3).

        Where its server fails nothing of the site may be asked for (2.3.1.4); raises what failed, as InputError.
        """
        site = f"{url.scheme}://{url.netloc}"
        if site not in self._robots:
            try:
                _, answer = self._follow(f"{site}/robots.txt", of_page=False)
            except InputError as error:
                self._robots[site] = error
            else:
                self._robots[site] = read_robots(answer.body.decode("utf-8", "replace"), _PROGRAM)
        known = self._robots[site]
        if isinstance(known, InputError):
            raise InputError(known.what, where=where, do=known.do)
        return known

    def _patient(self, url: Url, where: str, *, conditional: bool) -> Answer:
        """The answer of a server that may be busy at first. Gives up on the host where it stays so."""
        host = url.host or ""
        why = self._shut.get(host, "")
        wait = 0.0
        for attempt in range(0 if why else _TRIES):
            self._wait(url, wait)
            try:
                answer = self._once(url, where, conditional=conditional)
            except NoAnswerError as error:
                why, wait = str(error), _BACK_OFF * 2**attempt
                continue
            if answer.status not in _BUSY:
                return answer
            why, wait = f"it says {answer.status}", max(_retry_after(answer), _BACK_OFF * 2**attempt)
            if wait > _LONGEST_WAIT:
                break
        self._shut[host] = why
        raise InputError(f"the server can't be read from ({why})", where=where, do="try again later")

    def _wait(self, url: Url, wait: float) -> None:
        """Let the host's turn come: a second after the last request, or as long as it asks for."""
        host = url.host or ""
        robots = self._robots.get(f"{url.scheme}://{url.netloc}")
        asked = robots.delay if isinstance(robots, Robots) else None
        pace = min(max(PACE, asked or 0.0), _LONGEST_WAIT)
        now = self._clock()
        start = max(self._last.get(host, now - pace) + max(pace, wait), now)
        if start > now:
            self._sleep(start - now)
        self._last[host] = start

    def _once(self, url: Url, where: str, *, conditional: bool) -> Answer:
        """One request, to an address of the host that has been looked at; the next one where one isn't reached."""
        try:
            addresses = public_addresses(url.host or "", _port(url), allow_local=self._allow_local)
        except NotPublicError as error:
            do = "save the page and read the file"
            raise InputError("not an address of the public internet", where=where, do=do) from error
        except OSError as error:
            raise NoAnswerError("its name leads nowhere") from error
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT}
        if conditional and (validator := self._validators.get(url.url)):
            headers |= validator.conditions()
        try:
            return ask(url, addresses[:_MOST_ADDRESSES], headers, self._limits)
        except TooLargeError as error:
            what = f"a page of more than {self._limits.size >> 20} MiB"
            raise InputError(what, where=where, do="leave it out") from error


def parsed(address: str, where: str) -> Url:
    """An address as urllib3 reads it, without its fragment; raises InputError where it is malformed or not http(s)."""
    try:
        url = parse_url(address.strip()) if len(address) <= _LONGEST_ADDRESS else Url()
    except LocationParseError:
        url = Url()
    if url.scheme not in PORTS or not url.host or url.auth or url.port == 0:
        do = "give an http or https address without a password in it"
        raise InputError("not a web address that can be fetched", where=where, do=do)
    return url._replace(fragment=None, path=url.path or "/")


def shown(address: str) -> str:
    """An address as it can be written into an error's line: of one that isn't printable what can be shown."""
    return "".join(char if char.isprintable() else "\ufffd" for char in address[:200])


def _port(url: Url) -> int:
    return url.port or PORTS[url.scheme or ""]


def _retry_after(answer: Answer) -> float:
    """The seconds that a server asks to wait, given as such or as a date; 0 for none."""
    words = answer.headers.get("Retry-After", "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        return max(0.0, parsedate_to_datetime(words).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0
