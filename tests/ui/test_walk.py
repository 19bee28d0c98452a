"""What a person does: reads news in, looks, follows, decides and takes back, by mouse and by keyboard."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

NEWS = """Foreign ministers of France and Japan meet in Paris

PARIS, May 5, 2014 - French Foreign Minister Laurent Fabius met his Japanese counterpart Fumio Kishida in Paris.

"We want to work together in Africa," Fabius said after the talks.
"""


def event_count(page):
    """How many rows the timeline shows."""
    return page.locator(".events .item").count()


def test_dropped_news_are_read_and_found(page, own_server, tmp_path):
    folder = tmp_path / "news" / "paris"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    page.goto(own_server.address)
    page.get_by_label("or choose files").set_input_files([folder / "a.txt", folder / "b.png"])
    page.get_by_role("button", name="Read", exact=True).click()
    done = page.get_by_text("Done: 1 failed, 1 read")
    done.wait_for(timeout=60_000)
    assert page.get_by_text("b.png").first.is_visible()
    page.get_by_role("link", name="What is new").click()
    page.get_by_role("link", name="Foreign ministers of France and Japan").click()
    page.get_by_role("link", name="Side by side with this text").click()
    page.locator(".raw mark").nth(1).wait_for()
    assert (tmp_path / "a.dropped" / "a.txt").read_text(encoding="utf-8") == NEWS


def test_a_pasted_text_and_a_dropped_folder_are_read(page, own_server, tmp_path):
    page.goto(own_server.address)
    page.get_by_label("or paste the text").fill(NEWS)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_text("Done: 1 read").wait_for(timeout=60_000)
    folder = tmp_path / "wire" / "tokyo"
    folder.mkdir(parents=True)
    (folder / "c.txt").write_text(NEWS.replace("Paris", "Tokyo").replace("PARIS", "TOKYO"), encoding="utf-8")
    page.goto(own_server.address)
    page.get_by_label("or a whole folder").set_input_files(tmp_path / "wire")
    with page.expect_navigation():  # until then the page tells of the reading before
        page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_text("Done: 1 read").wait_for(timeout=60_000)
    assert (tmp_path / "a.dropped" / "wire" / "tokyo" / "c.txt").exists()


def test_the_first_run_offers_the_sample_corpus(visit, tmp_path, serving_command):
    with serving_command(tmp_path / "new.duckdb") as server, visit() as page:
        page.goto(server.address)
        page.get_by_role("button", name="Read the sample corpus").click()
        page.get_by_text("17 read").wait_for(timeout=120_000)
        page.get_by_role("link", name="Timeline", exact=True).click()
        assert event_count(page) > 50


def test_keys_walk_decide_and_take_back(page, own_server):
    page.goto(own_server.address + "/timeline")
    page.keyboard.press("j")
    first = page.locator(".item.here").get_attribute("id")
    page.keyboard.press("j")
    second = page.locator(".item.here").get_attribute("id")
    assert first != second
    page.keyboard.press("k")
    assert page.locator(".item.here").get_attribute("id") == first
    page.keyboard.press("a")
    page.get_by_text("Accepted by Ann").wait_for()
    assert page.locator(f"#{first} .verdict").inner_text() == "confirmed by Ann"
    assert page.locator(".item.here").get_attribute("id") == first
    page.keyboard.press("r")
    page.get_by_text("Rejected by Ann").wait_for()
    assert page.locator(f"#{first}").count() == 0
    page.keyboard.press("u")
    page.get_by_text("Undone by Ann").wait_for()
    assert page.locator(f"#{first} .verdict").inner_text() == "confirmed by Ann"
    page.keyboard.press("/")
    page.keyboard.type("clash")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?words=clash**")
    assert 0 < event_count(page) < 30


def test_the_chart_is_brushed(page, server):
    page.goto(server.address + "/timeline?from=2015&to=2023-12")
    box = page.locator("#chart .u-over").bounding_box()
    before = event_count(page)
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 40, steps=5)
    page.mouse.up()
    page.wait_for_url("**/timeline?words=&from=20**")
    assert 0 < event_count(page) < before
    assert page.get_by_label("From").input_value() > "2015"


def test_a_mark_tells_what_was_found_and_why(page, server):
    page.goto(server.address + "/timeline?words=clash")
    page.locator(".events .item .small a").first.click()
    mark = page.locator(".article p a.mark.event").first
    mark.hover()
    assert "because" in page.locator("#peek").inner_text()
    page.mouse.move(0, 0)
    assert page.locator("#peek").is_hidden()
    mark.focus()
    assert page.locator("#peek").is_visible()
    assert mark.get_attribute("aria-describedby") == "peek"
    page.keyboard.press("Escape")
    assert page.locator("#peek").is_hidden()
    page.locator("#show-event").uncheck()
    assert page.evaluate("(at) => getComputedStyle(at).textDecorationLine", mark.element_handle()) == "none"


def test_an_event_is_cited_and_its_history_kept(page, own_server):
    page.goto(own_server.address + "/timeline")
    page.locator(".events .item a.open").first.click()
    page.get_by_role("button", name="Accept").first.click()
    page.get_by_text("Accepted by Ann").wait_for()
    assert page.locator("#history + table tbody tr").count() == 1
    page.get_by_text("BibTeX").click()
    assert "@" in page.locator("#cite-3").inner_text()
    page.get_by_role("button", name="Copy").nth(1).click()


def test_another_program_finds_the_record_taken(own_server):
    command = [sys.executable, "-m", "dragoman", "timeline", "--store", str(own_server.store)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "holds it" in done.stderr


def test_with_a_token_nobody_else_is_let_in(tmp_path, serving_command, visit):
    with serving_command(tmp_path / "b.duckdb", "--token", "quite secret") as server:
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(server.address)
        asking = urllib.request.Request(
            f"{server.address}/index.json", headers={"Authorization": "Bearer quite secret"}
        )
        with urllib.request.urlopen(asking) as answer:
            assert json.load(answer)["counts"]["reports"] == 0
        with visit(http_credentials={"username": "any", "password": "quite secret"}) as page:
            page.goto(server.address)
            assert page.get_by_text("There is nothing in this record yet").is_visible()


def test_an_actor_that_was_corrected_stays_so_when_the_news_is_read_again(page, own_server, tmp_path):
    news = tmp_path / "paris.txt"
    news.write_text(NEWS, encoding="utf-8")

    def drop(said: str) -> None:
        page.goto(own_server.address)
        page.get_by_label("or choose files").set_input_files([news])
        with page.expect_navigation():
            page.get_by_role("button", name="Read", exact=True).click()
        page.get_by_text(said).wait_for(timeout=60_000)

    def met() -> dict[str, object]:
        with urllib.request.urlopen(f"{own_server.address}/timeline.json?words=Fumio+Kishida") as answer:
            return json.load(answer)["events"][0]

    drop("Done: 1 read")
    event = str(met()["id"])
    page.goto(f"{own_server.address}/review?reviewer=Ann&words=Fumio+Kishida")
    item = page.locator(f'[id="{event}"]')
    item.locator("summary", has_text="Correct").click()
    item.get_by_label("To whom").fill("Italy")
    item.get_by_role("button", name="Correct what I changed").click()
    page.locator(".lastone").wait_for()
    drop("Done: 1 unchanged")
    news.write_text(
        "Peru accused Chile of spying on Tuesday.\n\nChile denied it at once, and more.\n", encoding="utf-8"
    )
    drop("Done: 1 read")
    page.goto(f"{own_server.address}/event/{event}")
    assert "Italy" in page.get_by_role("heading", level=1).inner_text()
