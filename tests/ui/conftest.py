"""The real command serves a record, and Debian's Chromium asks it; what must hold of every page is checked after each.

Run with `pytest tests/ui`. Where there is no Chromium (or no playwright) the tests are passed over with that as the
reason; DRAGOMAN_CHROMIUM names one that lies elsewhere. Pictures of the pages go to the folder that DRAGOMAN_PICTURES
names, if it does.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
DRAGOMAN = [sys.executable, "-m", "dragoman"]
HERE = Path(__file__).parent
HOSTILE = """LONDON - The foreign minister of Norway met the ambassador of Chile in London. "We \u202eeerga\u202c on
<img src=x onerror=alert(3)> the grain," the minister said. \x1b[31mRed\x1b[0m javascript:alert(4) ended the talks.

<iframe src="https://evil.example/"></iframe> Norway accused Chile of breaking the accord, a spokesman said on Tuesday.
"""
ATTACK = """<script>document.title = "broken"; alert(1)</script> Envoy <b onclick="alert(2)">speaks</b>"""
"""Markup of a stranger's in a report: all of it is words."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder drive a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Server(NamedTuple):
    """A server under way: its address, the record's file."""

    address: str
    store: Path


@contextmanager
def serving(store: Path, *options: str) -> Iterator[Server]:
    """The real command, from its line "dragoman serves ... at ..." to Ctrl-C, which must end it with 0."""
    command = [*DRAGOMAN, "serve", "--store", str(store), "--port", "0", "--by", "Ann", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=store.parent) as process:  # noqa: S603 - our own command
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            found = re.search(r"at (http://[^ ]+/) ", line)
            assert found, line
            yield Server(found[1].rstrip("/"), store)
        finally:
            process.send_signal(signal.SIGINT)
            said = process.stderr.read()
            assert process.wait(60) == 0
            assert said == ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    chromium = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no Chromium here: apt-get install chromium, or name one in DRAGOMAN_CHROMIUM")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def record(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - none without a browser
    """A record of the sample corpus and a hostile report, read by the real command."""
    folder = tmp_path_factory.mktemp("record")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    attack = {"id": "../../../etc/passwd", "title": ATTACK, "text": HOSTILE, "outlet": ATTACK, "date": "2014-03-04"}
    attack["url"] = "javascript:alert(5)"
    (folder / "corpus" / "hostile.jsonl").write_text(json.dumps(attack) + "\n", encoding="utf-8")
    command = [*DRAGOMAN, "read", "corpus", "--store", "a.duckdb"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own command
    return folder / "a.duckdb"


@pytest.fixture(scope="session")
def server(record: Path) -> Iterator[Server]:
    """A server of that record for all who only read."""
    with serving(record, "--read-only") as started:
        yield started


@pytest.fixture
def own_server(record: Path, tmp_path: Path) -> Iterator[Server]:
    """A server of a copy, for a test that changes something."""
    shutil.copyfile(record, tmp_path / "a.duckdb")
    shutil.copytree(record.parent / "corpus", tmp_path / "corpus")
    with serving(tmp_path / "a.duckdb") as started:
        yield started


@pytest.fixture
def serving_command() -> Callable[..., AbstractContextManager[Server]]:
    """Run the real command with options, in a `with` statement that is handed the server."""
    return serving


@contextmanager
def visiting(browser: Browser, **options: object) -> Iterator[Page]:
    """A page of its own, which asks nobody but this machine, says nothing on the console and keeps no cookie."""
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]  # names of playwright's
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text} ({page.url})"))
    page.on("pageerror", lambda error: said.append(f"error: {error} ({page.url})"))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    context.on("request", lambda request: asked.append(request.url))
    yield page
    cookies = context.cookies()
    context.close()
    assert said == []
    assert {urlsplit(url).hostname for url in asked} <= {"127.0.0.1"}
    assert cookies == []


@pytest.fixture
def visit(browser: Browser) -> Callable[..., AbstractContextManager[Page]]:
    """Open a page with options of playwright's, such as `color_scheme="dark"`, in a `with` statement."""
    return partial(visiting, browser)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a laptop's screen."""
    with visiting(browser, viewport={"width": 1280, "height": 900}) as opened:
        yield opened
