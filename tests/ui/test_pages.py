"""Every page in both themes and two widths: nothing that axe-core finds, nothing that runs over the edge."""

from __future__ import annotations

import json
import os
import urllib.request
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AXE = HERE / "vendor" / "axe.min.js"
VENDORED = (HERE / "vendor", HERE.parents[1] / "src/dragoman/web/static/vendor")
RUN_AXE = (
    "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])"
)
OVER = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute"
        && !one.closest("pre, .counttable, .u-wrap, .sr, .found, table.stack thead");
}).map((one) => one.outerHTML.slice(0, 120))"""
THEMES = ("light", "dark")


def data(server, path):
    """What a page's twin says."""
    with urllib.request.urlopen(f"{server.address}{path}") as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def paths(server):
    """An address of every kind of page, by the name that its picture gets."""
    new = data(server, "/index.json")["new"]
    report = next(one["id"] for one in new if "Galwan valley" in (one["title"] or ""))
    hostile = next(one["id"].replace("/", "~2F").replace(".", "~2E") for one in new if "hostile" in one["path"])
    events = data(server, "/timeline.json")["events"]
    event = max(events, key=lambda one: one["reports"])["id"]
    return {
        "home": "/",
        "timeline": "/timeline",
        "timeline-filtered": "/timeline?country=CHN&from=2020&to=2020-12&type=ACCUSE",
        "timeline-empty": "/timeline?words=nowhere+said",
        "report": f"/report/{report}",
        "raw": f"/report/{report}/raw",
        "hostile": f"/report/{hostile}",
        "hostile-raw": f"/report/{hostile}/raw",
        "event": f"/event/{event}",
        "telling": f"/event/{report}:e1",
        "help": "/help",
        "missing": "/nowhere",
        "wrong": "/timeline?country=Atlantis",
    }


KINDS = (
    "home",
    "timeline",
    "timeline-filtered",
    "timeline-empty",
    "report",
    "raw",
    "hostile",
    "hostile-raw",
    "event",
    "telling",
    "help",
)


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_every_page_can_be_read_by_all(visit, server, paths, theme, width):
    pictures = os.environ.get("DRAGOMAN_PICTURES")
    with visit(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True) as page:
        for name in KINDS:
            page.goto(server.address + paths[name])
            if pictures:
                page.screenshot(path=f"{pictures}/{name}-{width}-{theme}.png", full_page=True)
            assert (name, page.evaluate(OVER)) == (name, [])
            page.add_script_tag(path=AXE)
            page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
            assert (name, page.evaluate(RUN_AXE)) == (name, [])
            assert (name, page.evaluate(OVER)) == (name, [])


@pytest.mark.parametrize("name", ["missing", "wrong"])
def test_what_went_wrong_can_be_read_by_all(browser, server, paths, name):
    page = browser.new_page(bypass_csp=True)  # Chromium itself notes the status on the console
    page.goto(server.address + paths[name])
    page.add_script_tag(path=AXE)
    assert page.evaluate(RUN_AXE) == []
    assert page.get_by_role("link", name="The first page").is_visible()
    page.close()


def test_the_help_over_a_page_can_be_read_by_all(visit, server):
    for theme in THEMES:
        with visit(color_scheme=theme, bypass_csp=True) as page:
            page.goto(server.address + "/timeline")
            page.keyboard.press("?")
            assert page.get_by_role("dialog", name="Keys").is_visible()
            page.add_script_tag(path=AXE)
            assert page.evaluate(RUN_AXE) == []
            page.keyboard.press("Escape")
            assert not page.get_by_role("dialog", name="Keys").is_visible()


def test_without_scripts_everything_can_be_read(visit, server, paths):
    with visit(java_script_enabled=False) as page:
        page.goto(server.address + "/")
        page.get_by_role("link", name="Timeline", exact=True).click()
        page.get_by_label("Country").fill("IND")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**country=IND**")
        page.locator(".events .item a.open").first.click()
        page.wait_for_url("**/event/**")
        page.locator(".telling h3 a").first.click()
        page.wait_for_url("**/report/**")
        page.locator(".article a.mark.event").first.click()
        page.locator(".card:target").wait_for()
        page.goto(server.address + paths["timeline"])
        page.locator(".countbox summary").click()
        page.locator("#counts a").first.click()
        page.wait_for_url("**from=**")


def test_a_hostile_report_is_words_and_nothing_else(page, server, paths):
    for name in ("hostile", "hostile-raw", "home", "timeline"):
        page.goto(server.address + paths[name])
        assert page.title() != "broken"
        assert page.locator("img, iframe, main b[onclick], [onerror]").count() == 0
        assert page.locator('a[href^="javascript:"]').count() == 0
    page.goto(server.address + paths["hostile"])
    assert not any(char in page.content() for char in "\u202e\u202c\x1b")
    assert page.get_by_text("<iframe src=").first.is_visible()


def test_paper_gets_the_article_without_the_furniture(page, server, paths):
    page.goto(server.address + paths["report"])
    page.emulate_media(media="print")
    assert page.locator(".article h1").is_visible()
    for furniture in (".bar nav", ".kinds", ".foot", ".actions >> nth=0"):
        assert not page.locator(furniture).first.is_visible()


def test_what_is_vendored_is_what_was_locked():
    for folder in VENDORED:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        locked = {name: digest for package in manifest for name, digest in package["files"].items()}
        found = {one.name: sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}
        found.pop("manifest.json")
        assert found == locked
        assert all(package["version"] and package["licence"] for package in manifest)
        assert all(f"{package['name']}.LICENSE.txt" in package["files"] for package in manifest)
