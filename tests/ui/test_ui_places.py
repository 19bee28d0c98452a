"""Actors, dyads, the map and quotations in a browser: charts and map are drawn, lead on, and can be read by all."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RUN_AXE = (
    "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])"
)
OVER = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute"
        && !one.closest(".found, .u-wrap, .sr, svg, table.stack thead");
}).map((one) => one.outerHTML.slice(0, 120))"""
PATHS = (
    "/actors",
    "/actor/Russia",
    "/dyads",
    "/dyad/CHN/IND?by=month&from=2020-06-01&to=2020-06-30",
    "/map?place=Beijing&in=CHN",
    "/quotations?about=Russia",
)


def at_beijing(server):
    """How many events the record has there."""
    with urllib.request.urlopen(f"{server.address}/map.json?place=Beijing&in=CHN") as answer:
        return json.load(answer)["place_events_total"]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_every_page_can_be_read_by_all(visit, server, theme, width):
    with visit(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True) as page:
        for path in PATHS:
            page.goto(server.address + path)
            if path.startswith("/map"):
                page.wait_for_selector("#map[data-drawn]")
            page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
            page.add_script_tag(path=AXE)
            assert (path, page.evaluate(RUN_AXE)) == (path, [])
            assert (path, page.evaluate(OVER)) == (path, [])


def test_a_click_in_the_chart_shows_the_events_behind_it(page, server):
    page.goto(f"{server.address}/dyad/CHN/IND?by=month")
    page.locator("#quads .u-over").hover()
    assert "2020-06" in page.locator("#readout").inner_text()
    page.locator("#quads .u-over").click()
    page.wait_for_url("**from=2020-06-01&to=2020-06-30**")
    assert page.locator("#series tr.chosen").count() == 1
    assert page.locator("#events ~ table .item, .happened .item").count() > 1


def test_the_map_has_a_link_for_each_place_of_the_table(page, server):
    page.goto(f"{server.address}/map")
    page.wait_for_selector("#map[data-drawn]")
    assert page.locator("#map svg a").count() == page.locator("#places tr[data-lat]").count() > 10
    page.get_by_role("button", name="Enlarge").click()
    page.locator('#map svg a[aria-label^="Beijing"]').press("Enter")
    page.wait_for_url("**place=Beijing**")
    assert page.locator(".happened .item").count() == at_beijing(server) > 0


def test_keys_walk_quotations_and_lead_to_their_words(page, server):
    page.goto(f"{server.address}/quotations?by=Trump")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".item.here").count() == 1
    page.locator(".item.here .small a").click()
    page.wait_for_url("**/report/**")
    assert page.locator(".card:target").is_visible()


def test_without_scripts_tables_tell_all_of_it(visit, server):
    with visit(java_script_enabled=False) as page:
        page.goto(f"{server.address}/dyads")
        page.get_by_role("link", name="China and India").click()
        page.locator("#series a").first.click()
        page.wait_for_url("**from=2020**")
        page.get_by_role("link", name="Map", exact=True).click()
        page.get_by_role("link", name="Beijing").click()
        page.wait_for_url("**place=Beijing**")
        assert page.locator(".happened .item").count() == at_beijing(server) > 0
        page.get_by_role("link", name="Quotations", exact=True).click()
        page.get_by_label("Said by").fill("Trump")
        page.get_by_role("button", name="Show").click()
        page.locator(".said .who a").first.click()
        page.wait_for_url("**/actor/**")
        assert page.get_by_role("heading", name="Offices by date").is_visible()


def test_paper_gets_tables_without_the_furniture(page, server):
    page.goto(f"{server.address}/dyad/CHN/IND")
    page.emulate_media(media="print")
    assert page.locator("#series").is_visible()
    assert not page.locator("form").first.is_visible()
