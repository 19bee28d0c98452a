"""Review, Watch and Brief as a person at a keyboard works with them."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

HERE = Path(__file__).parent
AXE = HERE / "vendor" / "axe.min.js"
RUN_AXE = (
    "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])"
)
OVER = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute"
        && !one.closest("pre, .sr, table.stack thead");
}).map((one) => one.outerHTML.slice(0, 120))"""


def data(server, path):
    """What a page's twin says."""
    with urllib.request.urlopen(f"{server.address}{path}") as answer:
        return json.load(answer)


def decided(server):
    """How many events Ann has decided."""
    return data(server, "/review.json?reviewer=Ann")["decided"]


@pytest.fixture(scope="module")
def brief(server):
    """The address of a brief of three events."""
    events = data(server, "/brief.json")["events"][:3]
    return "/brief/page?" + "&".join(f"event={one['id']}" for one in events) + "&title=Three+events"


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_the_pages_can_be_read_by_all(visit, server, brief, theme, width):
    with visit(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True) as page:
        for path in ("/review", "/watch?status=planned", "/brief?status=planned", brief):
            page.goto(server.address + path)
            page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
            page.add_script_tag(path=AXE)
            assert (path, page.evaluate(RUN_AXE)) == (path, [])
            assert (path, page.evaluate(OVER)) == (path, [])


@pytest.mark.parametrize("width", [1280, 390])
def test_forms_of_a_reviewer_can_be_read_by_all(visit, own_server, width):
    with visit(viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        page.goto(own_server.address + "/review?reviewer=Ann")
        for name in ("Correct", "Merge", "Part"):
            for summary in page.locator("details.form > summary", has_text=name).all()[:1]:
                summary.click()
                page.add_script_tag(path=AXE)
                assert (name, page.evaluate(RUN_AXE)) == (name, [])
                assert (name, page.evaluate(OVER)) == (name, [])


def test_each_key_is_a_decision_and_u_takes_the_last_back(page, own_server):
    page.goto(own_server.address + "/review")
    assert page.get_by_label("Who reviews?").input_value() == "Ann"
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/review?reviewer=Ann")
    ids = [one["id"] for one in data(own_server, "/review.json?reviewer=Ann")["events"]]
    page.keyboard.press("j")
    for key, after in (("a", ids[1]), ("r", ids[2])):
        page.keyboard.press(key)
        page.wait_for_url(f"**#{after}")
        assert page.locator(".item.here").get_attribute("id") == after
    assert decided(own_server) == 2
    assert "rejected" in page.locator(".lastone").inner_text()
    page.keyboard.press("u")
    page.wait_for_url(f"**#{ids[1]}")
    assert decided(own_server) == 1
    page.keyboard.press("u")
    page.wait_for_url(f"**#{ids[0]}")
    assert decided(own_server) == 0
    assert page.locator(".lastone").count() == 0


def test_a_field_is_corrected_from_the_keyboard(page, own_server):
    page.goto(own_server.address + "/review?reviewer=Ann")
    first = page.locator(".queued").first.get_attribute("id")
    page.keyboard.press("j")
    page.keyboard.press("c")
    form = page.locator(f'[id="{first}"] form[action="/review/correct"]')
    assert form.locator("select[name=type]").evaluate("one => one === document.activeElement")
    form.locator("select[name=status]").select_option("denied")
    form.get_by_role("button", name="Correct what I changed").click()
    page.locator(".lastone").wait_for()
    assert "status corrected to denied" in page.locator(".lastone").inner_text()
    assert data(own_server, f"/event/{first}.json")["tellings"][0]["status"] == "denied"


def test_two_events_are_merged_by_id_and_that_is_undone(page, own_server):
    page.goto(own_server.address + "/review?reviewer=Ann")
    one, other = (row["id"] for row in data(own_server, "/review.json?reviewer=Ann")["events"][:2])
    total = data(own_server, "/timeline.json")["total"]
    page.keyboard.press("j")
    page.keyboard.press("m")
    form = page.locator(f'[id="{one}"] form[action="/review/merge"]')
    form.get_by_label("Or its id").fill(other)
    form.get_by_role("button", name="These two are one").click()
    page.locator(".lastone").wait_for()
    assert data(own_server, "/timeline.json")["total"] == total - 1
    page.keyboard.press("u")
    page.locator(".lastone").wait_for(state="detached")
    assert data(own_server, "/timeline.json")["total"] == total


def test_a_question_is_kept_seen_and_fed(page, own_server):
    page.goto(own_server.address + "/watch")
    page.get_by_role("link", name="anything planned").click()
    page.get_by_label("Keep this question under the name").fill("plans")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url("**/watch/w*")
    assert page.get_by_role("heading", name="plans").is_visible()
    assert page.locator("tr.new").count() > 0
    page.keyboard.press("a")
    page.locator("tr.new").first.wait_for(state="detached")
    feed = page.get_by_role("link", name="Atom feed").get_attribute("href")
    with urllib.request.urlopen(own_server.address + feed) as answer:
        assert f"{own_server.address}/event/" in answer.read().decode()


def test_a_brief_is_ticked_together_saved_and_printed(page, server):
    page.goto(server.address + "/brief")
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**status=planned**")
    assert "words=" not in page.url
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("#ticked").inner_text() == "2 chosen"
    page.get_by_label("Title").fill("Plans")
    page.get_by_role("button", name="Make the brief").click()
    page.wait_for_url("**/brief/page?event=*")
    assert page.locator(".passage").count() == 2
    with page.expect_download() as saving:
        page.get_by_role("link", name="Markdown").click()
    assert Path(saving.value.path()).read_text(encoding="utf-8").startswith("# Plans\n")
    page.emulate_media(media="print")
    assert page.locator(".passage").first.is_visible()
    for furniture in (".saving", ".bar nav", ".foot"):
        assert not page.locator(furniture).is_visible()


def test_without_scripts_the_forms_work(visit, own_server):
    with visit(java_script_enabled=False) as page:
        page.goto(own_server.address + "/review?reviewer=Ann")
        page.get_by_role("button", name="Accept").first.click()
        page.locator(".lastone").wait_for()
        page.goto(own_server.address + "/brief")
        page.locator(".tickrow input").first.check()
        page.get_by_role("button", name="Make the brief").click()
        page.wait_for_url("**/brief/page?event=*")
        assert page.locator(".passage").count() == 1
