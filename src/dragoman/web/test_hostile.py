"""What strangers may bring - reports, addresses, forms, files - is shown as words and changes nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from dragoman.merge import merge
from dragoman.merge.test_made import Said, day, made
from dragoman.model import Actor, Mention, Place, Quotation, Report, Span
from dragoman.record import Run, Store
from dragoman.web import app as server
from dragoman.web.app import make_app, site
from dragoman.web.citing import cited, formats
from dragoman.web.conftest import HOST, OWN
from dragoman.web.desk import Desk
from dragoman.web.files import files
from dragoman.web.guard import Rules
from dragoman.web.rawinput import raw_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u2066\u200b\x1b[31m\x9b${7*7}{{7*7}}"
LIVE = "\u202e\u2066\u200b\x1b\x9b"
ONE = Actor("a1", f"One {EVIL}", "person", (), "KOR", f"Office {EVIL}", "GOV")
OTHER = Actor("a2", f"Other {EVIL}", "organisation", (), "CHN", None, "GOV")
MOST = 150
QUERIES = ("' OR 1=1 --", "'; DROP TABLE reports; --", "{narrowed}", "$words", "%", "\x00", "\\", "[", "☃" * 3000)
FIELDS = ("words", "from", "to", "actor", "country", "dyad", "type", "status", "outlet", "page", "by", "about", "whom")
MORE = ("reviewer", "place", "in", "a", "b", "how", "kind", "did", "event", "title", "note", "compare")


def attack() -> Report:
    """A report all of whose fields attack the reader."""
    sentence = f"One struck Other {EVIL} today."
    first = made("r9", Said(sentence, "struck", (), (), "ASSAULT", day=day(3)), title=EVIL, on=day(3), outlet=EVIL)
    start = first.body_start
    spots = (Mention(Span(start, start + 3), "name"),), (Mention(Span(start + 11, start + 16), "name"),)
    place = Place(Span(start + 4, start + 10), EVIL, "KOR", 1.0, 1.0)
    event = replace(first.events[0], source=("a1",), target=("a2",), reported_by="a1", because=EVIL, place=place)
    said = Quotation(Span(start, start + 30), direct=True, speaker="a1", addressee="a2", relay="a2", medium=EVIL)
    return replace(
        first,
        source=replace(first.source, path=f"{EVIL}.txt", url="javascript:alert(3)", byline=EVIL),
        actors=(replace(ONE, mentions=spots[0]), replace(OTHER, mentions=spots[1])),
        events=(event, replace(event, id="e2", status="planned")),
        quotes=(said,),
        places=(place,),
    )


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[TestClient]:
    """Who asks for a record of that report, with decisions and a question by a hostile colleague."""
    run = Run.begin(program="0.1.0", codebook="2021")
    with Store.open(tmp_path / "h.duckdb", create=True) as store:
        store.write([attack()], run)
        store.replace_merged(merge([attack()]), run)
    with Desk(tmp_path / "h.duckdb", by=EVIL) as desk:
        asking = TestClient(make_app(desk, Rules(frozenset({HOST}))), f"http://{HOST}", raise_server_exceptions=False)
        with asking as client:
            for path, form in (
                ("/judge", {"event": "r9:e1", "verb": "confirm", "by": EVIL, "why": EVIL}),
                ("/review/correct", {"event": "r9:e1", "status": "denied", "was-status": "actual", "by": EVIL}),
                ("/watch/keep", {"name": EVIL, "words": EVIL}),
            ):
                answer = client.post(path, data=form, headers=OWN, follow_redirects=False)
                assert answer.status_code == 303, answer.text
            yield client


def led_to(client: TestClient) -> Iterator[tuple[str, html.HtmlElement, str]]:
    """Every page to which links lead from the bar, as it is parsed, and as it came."""
    left, seen = [page.path for page in site().pages if page.nav], set[str]()
    left += ["/review?reviewer=" + quote(EVIL), f"/quotations?words={quote(EVIL)}", f"/timeline?words={quote(EVIL)}"]
    while left and len(seen) < MOST:
        path = left.pop(0)
        if path in seen or ".json" in path or path.startswith("/static/"):
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            page = html.fromstring(answer.text)
            left += [one.partition("#")[0] for one in page.xpath("//a/@href") if one.startswith("/")]
            yield path, page, answer.text


def test_nothing_that_a_report_or_a_colleague_writes_is_live_on_any_page(attacked: TestClient) -> None:
    kinds = set()
    for path, page, text in led_to(attacked):
        kinds.add(path.split("/")[1].split("?")[0])
        assert not set(LIVE) & set(text), path
        assert not page.xpath("//img | //iframe | //object | //script[not(starts-with(@src, '/static/'))]"), path
        assert not [one for one in page.xpath("//@*") if one.attrname.startswith("on") or one.attrname == "style"]
        for link in page.xpath("//@href | //@action | //@src"):
            assert urlsplit(link).scheme in {"", "http", "https"}, (path, link)
        assert "49" not in {one.strip() for one in page.xpath("//text()")}
    assert kinds >= {
        "",
        "timeline",
        "report",
        "event",
        "actor",
        "dyad",
        "quotations",
        "review",
        "watch",
        "brief",
        "map",
    }


def test_files_for_others_hold_it_as_words(attacked: TestClient) -> None:
    [watch] = attacked.get("/watch.json").json()["watches"]
    asked = f"event=r9:e1&title={quote(EVIL)}&note={quote(EVIL)}%0D%0ASet-Cookie:%20a"
    paths = [one.path.replace("{id:id}", watch["id"]) for one in files()]
    assert len(paths) == 4
    for path in paths:
        answer = attacked.get(f"{path}?{asked}")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert "\n" not in answer.headers.get("content-disposition", "")
        if not path.endswith("docx"):
            assert "<script" not in answer.text.replace("\\<", "")
            assert not set(LIVE) & set(answer.text)


def test_a_citation_stays_one_entry() -> None:
    broken = replace(attack(), id="r9\nER  - \nTY  - BOOK")
    broken = replace(broken, source=replace(broken.source, path="a\nb", url="http://x/}\n}, @book{y"))
    found = formats([cited(broken, broken.events[0])])
    assert [line[:2] for line in found["RIS"].splitlines()].count("ER") == 1
    assert found["plain"].count("\n") == 0
    assert found["BibTeX"].count("{") == found["BibTeX"].count("}")


@pytest.mark.parametrize("path", [page.path for page in site().pages if "{" not in page.path])
@pytest.mark.parametrize("value", QUERIES)
def test_filters_are_values_and_never_sql(client: TestClient, path: str, value: str) -> None:
    for field in (*FIELDS, *MORE):
        answer = client.get(path, params={field: value})
        assert answer.status_code in {200, 400, 404}, (field, answer.text)
    assert client.get("/index.json").json()["counts"]["reports"] == 4


@pytest.mark.parametrize("kind", ["report", "event", "actor", "watch"])
@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2fetc%2fpasswd",
        "~2E~2E~2Fetc~2Fpasswd",
        "%00",
        "~00",
        "~ED~A0~80",
        "a%0d%0ab",
        "~",
        "' OR 1=1 --",
        "a" * 9999,
    ],
)
def test_an_odd_id_is_nobodys(client: TestClient, kind: str, name: str) -> None:
    for path in (f"/{kind}/{name}", f"/{kind}/{name}.json"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\n\r\n--x--"),
        ("multipart/form-data; boundary=x", b"nothing of it"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="files"; filename="'),
        (
            "multipart/form-data; boundary=x; charset=none-such",
            b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\xff\r\n--x--\r\n',
        ),
        ("application/x-www-form-urlencoded", b"text=%ff%00&&=&text"),
        ("application/json", b"{}"),
        ("", b""),
    ],
)
def test_an_odd_form_is_refused_in_a_line(client: TestClient, kind: str, body: bytes) -> None:
    for action in ("/read", "/judge", "/review/merge", "/watch/keep", "/brief/make"):
        answer = client.post(action, content=body, headers={**OWN, "Content-Type": kind}, follow_redirects=False)
        assert answer.status_code in {400, 404}, (action, answer.text)


def test_more_than_fits_is_refused_in_a_line(client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LARGEST", 1 << 20)
    answer = client.post("/read", files={"files": ("a.txt", bytes(2 << 20))}, headers=OWN)
    assert (answer.status_code, "read it with dragoman read" in answer.text) == (413, True)
    assert not desk.dropped.exists()


@pytest.mark.parametrize(
    "back", ["//evil.example", "/\\evil.example", "http://evil.example", "/a\r\nSet-Cookie: b", "/\t/e"]
)
def test_a_form_leads_back_to_this_server_only(client: TestClient, back: str) -> None:
    form = {"event": "r1:e2", "verb": "confirm", "back": back}
    answer = client.post("/judge", data=form, headers=OWN, follow_redirects=False)
    there = answer.headers["location"]
    assert (answer.status_code, urlsplit(there).netloc, there[:1]) == (303, "", "/")
    assert not set(there) & set("\r\n\t\\")
    assert "set-cookie" not in answer.headers


def test_no_file_is_shown_but_what_was_read(desk: Desk, tmp_path: Path) -> None:
    with desk.store() as store:
        report = store.report("r1")
    assert report is not None
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of this machine", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(secret)
    os.mkfifo(tmp_path / "pipe")
    for path in (
        "/etc/passwd",
        "../" * 20 + "etc/passwd",
        "/proc/self/environ",
        "/dev/zero",
        "link.txt",
        "pipe",
        "",
        "\0",
    ):
        found = raw_input(replace(report.source, path=path), tmp_path)
        assert (found.content, bool(found.why)) == (None, True)
    own = replace(report.source, path="link.txt", sha256=sha256(secret.read_bytes()).hexdigest())
    assert raw_input(own, tmp_path).content == "a secret of this machine"
    secret.write_text("another", encoding="utf-8")
    assert raw_input(own, tmp_path).content is None
