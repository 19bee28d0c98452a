from __future__ import annotations

import gzip
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError
from dragoman.sources.fetch import USER_AGENT, Fetcher, parsed
from dragoman.sources.transport import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIMITS = Limits(silence=5, whole=5)
_PAGE = b"<html><body><p>The envoys met in the lake city.</p></body></html>"


@dataclass
class Site:
    """A small site on loopback: what it answers to each path (status, headers, body), and what it was asked."""

    port: int = 0
    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@dataclass
class Time:
    """A clock that moves only by sleeping."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            if self.path.startswith("/drip"):
                self._drip()
                return
            answers = site.answers.get(self.path, [(404, {}, b"")])
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def _drip(self) -> None:
            """A byte now and then, for ever: of the headers, or of the body."""
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX: " + (b"\r\n\r\n" if "body" in self.path else b""))
            try:
                while not site.stop.wait(0.02):
                    self.wfile.write(b"a")
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made))
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.stop.set()
    server.shutdown()
    thread.join()
    server.server_close()


def _fetcher(pace: Time | None = None, seen: Path | None = None, limits: Limits = _LIMITS) -> Fetcher:
    pace = pace or Time()
    return Fetcher(seen, limits=limits, allow_local=True, clock=pace.clock, sleep=pace.sleep)


def _error(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(InputError) as caught:
        fetcher.get(address)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_is_fetched_with_an_honest_name_and_without_cookies(site: Site) -> None:
    site.answers["/a?x=1"] = [(200, {"Set-Cookie": "k=v"}, _PAGE)]
    with _fetcher() as fetcher:
        first, second = fetcher.get(site.url("/a?x=1#top")), fetcher.get(site.url("/a?x=1"))
    assert first == second
    assert first is not None
    assert (first.url, first.data, first.content_type) == (site.url("/a?x=1"), _PAGE, "text/html")
    assert site.paths() == ["/robots.txt", "/a?x=1", "/a?x=1"]
    assert all(headers["User-Agent"] == USER_AGENT for _, headers in site.asked)
    assert all(headers["Host"] == f"127.0.0.1:{site.port}" for _, headers in site.asked)
    assert not any("Cookie" in headers for _, headers in site.asked)


def test_a_host_is_asked_once_a_second_and_more_slowly_if_it_says_so(site: Site) -> None:
    site.answers["/a"] = [(200, {}, _PAGE)]
    pace = Time()
    fetcher = _fetcher(pace)
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert pace.slept == [1.0, 1.0]
    site.answers["/robots.txt"] = [(200, {}, b"User-agent: *\nCrawl-delay: 7")]
    pace = Time()
    _fetcher(pace).get(site.url("/a"))
    assert pace.slept == [7.0]


def test_what_robots_txt_forbids_is_not_asked_for(site: Site) -> None:
    site.answers |= {"/robots.txt": [(200, {}, b"User-agent: *\nDisallow: /*/secret")], "/a": [(200, {}, _PAGE)]}
    fetcher = _fetcher()
    assert "robots.txt forbids it" in _error(fetcher, site.url("/a/secret"))
    assert fetcher.get(site.url("/a"))
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_site_whose_robots_txt_fails_is_not_read(site: Site) -> None:
    site.answers |= {"/robots.txt": [(500, {}, b"")], "/a": [(200, {}, _PAGE)]}
    fetcher = _fetcher()
    assert "it says 500" in _error(fetcher, site.url("/a"))
    assert "it says 500" in _error(fetcher, site.url("/a"))
    assert site.paths() == ["/robots.txt"] * 3


def test_redirects_are_followed_within_the_rules_only(site: Site) -> None:
    site.answers |= {
        "/robots.txt": [(200, {}, b"User-agent: *\nDisallow: /shut")],
        "/old": [(301, {"Location": "/new"}, b"")],
        "/new": [(200, {}, _PAGE)],
        "/round": [(302, {"Location": "/round"}, b"")],
        "/private": [(302, {"Location": "http://10.0.0.1/admin"}, b"")],
        "/metadata": [(302, {"Location": "http://[::ffff:169.254.169.254]/"}, b"")],
        "/file": [(302, {"Location": "file:///etc/passwd"}, b"")],
        "/nowhere": [(302, {}, b"")],
        "/to-shut": [(302, {"Location": "/shut/a"}, b"")],
    }
    fetcher = _fetcher()
    found = fetcher.get(site.url("/old"))
    assert found is not None
    assert found.url == site.url("/new")
    assert "without end" in _error(fetcher, site.url("/round"))
    assert "public internet" in _error(fetcher, site.url("/private"))
    assert "public internet" in _error(fetcher, site.url("/metadata"))
    assert "not a web address" in _error(fetcher, site.url("/file"))
    assert "without end" in _error(fetcher, site.url("/nowhere"))
    assert "robots.txt" in _error(fetcher, site.url("/to-shut"))


def test_without_leave_no_request_reaches_this_machine(site: Site) -> None:
    with Fetcher() as fetcher:
        for host in ("127.0.0.1", "localhost", "2130706433", "[::1]"):
            assert "public internet" in _error(fetcher, f"http://{host}:{site.port}/")
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ftp://x.example/",
            "file:///etc/passwd",
            "x.example/a",
            "http://",
            "http://a:b@x.example/",
            "mailto:a@b",
            "",
        ),
        *("http://[", "http://x.example:99999/", "http://x.example:0/", "http://x.example/" + "a" * 3000, "\\0\\n"),
    ],
)
def test_what_is_no_web_address_is_one_error(address: str) -> None:
    assert "not a web address" in _error(_fetcher(), address)


def test_a_line_break_in_an_address_reaches_no_header() -> None:
    url = parsed("http://x.example/a\r\nX-Y: z", "x")
    assert "\r" not in url.url
    assert "\n" not in url.request_uri


def test_a_page_that_has_not_changed_is_passed_over_in_the_next_run(site: Site, tmp_path: Path) -> None:
    seen = tmp_path / "seen.json"
    site.answers["/a"] = [
        (200, {"ETag": '"1"', "Last-Modified": "Mon, 04 May 2015 10:00:00 GMT"}, _PAGE),
        (304, {}, b""),
    ]
    with _fetcher(seen=seen) as fetcher:
        assert fetcher.get(site.url("/a"))
    with _fetcher(seen=seen) as fetcher:
        assert fetcher.get(site.url("/a")) is None
    headers = site.asked[-1][1]
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "Mon, 04 May 2015 10:00:00 GMT"


def _fetch_both(fetcher: Fetcher, first: str, second: str) -> None:
    assert fetcher.get(first)
    fetcher.get(second)


def test_a_run_that_failed_leaves_no_trace(site: Site, tmp_path: Path) -> None:
    seen = tmp_path / "seen.json"
    site.answers["/a"] = [(200, {"ETag": '"1"'}, _PAGE)]
    with pytest.raises(InputError), _fetcher(seen=seen) as fetcher:
        _fetch_both(fetcher, site.url("/a"), "ftp://x.example/")
    assert not seen.exists()


def test_a_busy_server_is_asked_again_when_it_says(site: Site) -> None:
    site.answers["/a"] = [(429, {"Retry-After": "30"}, b""), (503, {}, b""), (200, {}, _PAGE)]
    pace = Time()
    assert _fetcher(pace).get(site.url("/a"))
    assert pace.slept == [1.0, 30.0, 8.0]


@pytest.mark.parametrize("later", ["86400", "Fri, 31 Dec 2100 00:00:00 GMT"])
def test_a_server_that_wants_to_be_left_alone_is(site: Site, later: str) -> None:
    site.answers |= {"/a": [(429, {"Retry-After": later}, b"")], "/b": [(200, {}, _PAGE)]}
    fetcher = _fetcher()
    assert "it says 429" in _error(fetcher, site.url("/a"))
    assert "it says 429" in _error(fetcher, site.url("/b"))
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_server_that_stays_broken_is_tried_three_times(site: Site) -> None:
    site.answers["/a"] = [(500, {}, b"")]
    assert "it says 500" in _error(_fetcher(), site.url("/a"))
    assert site.paths().count("/a") == 3


def test_pages_that_are_not_there_are_one_error_and_no_more(site: Site) -> None:
    assert "404 (not there)" in _error(_fetcher(), site.url("/a"))
    assert site.paths().count("/a") == 1


@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}])
def test_a_body_has_a_bound_packed_or_not(site: Site, headers: dict[str, str]) -> None:
    body = b"w" * (3 << 20)
    site.answers["/a"] = [(200, headers, gzip.compress(body) if headers else body)]
    assert "more than 1 MiB" in _error(_fetcher(limits=Limits(size=1 << 20)), site.url("/a"))
    found = _fetcher().get(site.url("/a"))
    assert found is not None
    assert found.data == body


@pytest.mark.parametrize("path", ["/drip/headers", "/drip/body"])
def test_a_server_that_sends_a_byte_at_a_time_is_cut_off(site: Site, path: str) -> None:
    assert "too long" in _error(_fetcher(limits=Limits(whole=0.1)), site.url(path))


def test_broken_answers_and_closed_ports_are_one_error(site: Site) -> None:
    site.answers["/a"] = [(200, {"Content-Encoding": "gzip"}, b"no gzip")]
    assert "broke off" in _error(_fetcher(), site.url("/a"))
    assert "no connection" in _error(_fetcher(), "http://127.0.0.1:1/a")


def test_real_time_passes_between_requests_by_default() -> None:
    fetcher = Fetcher()
    assert (fetcher._clock, fetcher._sleep) == (time.monotonic, time.sleep)  # noqa: SLF001 - the defaults are the promise
