from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.codebook import codebook
from dragoman.web import brief_files
from dragoman.web.brief_files import docx as as_docx
from dragoman.web.brief_files import markdown
from dragoman.web.briefing import DEEDS, Brief, Passage
from dragoman.web.conftest import HOST, OWN

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def ids(client: TestClient) -> dict[str, str]:
    """The events' ids by type."""
    return {one["type"]: one["id"] for one in client.get("/timeline.json").json()["events"]}


def page_of(client: TestClient, *events: str, **said: str) -> str:
    form: dict[str, Any] = {"event": list(events), **said}
    answer = client.post("/brief/make", data=form, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_what_was_ticked_is_a_page_with_an_address_that_says_all(client: TestClient) -> None:
    found = ids(client)
    there = page_of(client, found["AGREE"], found["ACCUSE"], found["REJECT"], title="Korea", note="for the desk")
    page = client.get(there)
    assert page.status_code == 200
    assert all(words in page.text for words in ("Korea", "for the desk", "North Korea accused South Korea."))
    twin = client.get(there.replace("/page?", "/page.json?")).json()
    assert [one["days"] for one in twin["events"]] == ["2013-03-15", "2013-04-05", "undated"]
    assert [one["id"] for one in twin["events"]] == [found["ACCUSE"], found["AGREE"], found["REJECT"]]


def test_each_event_is_told_in_plain_words_with_its_status_and_who_says_so(client: TestClient) -> None:
    found = ids(client)
    there = page_of(client, found["AGREE"], found["CONSULT"])
    met, plan = client.get(there.replace("/page?", "/page.json?")).json()["events"]
    assert met["what"].startswith("Park Geun-hye; Xi Jinping with each other: a meeting") or "each other" in met["what"]
    assert "Ministry of Foreign Affairs of China" in met["told"]
    assert "in 2 reports" in met["told"]
    assert plan["what"].startswith("China → Park Geun-hye: an agreement, promise or plan")
    assert plan["told"].startswith("It is told as planned")
    assert plan["quotation"] == "China will receive Park Geun-hye."


def test_notes_are_the_event_pages_own_citations(client: TestClient) -> None:
    event = ids(client)["CONSULT"]
    twin = client.get(page_of(client, event).replace("/page?", "/page.json?")).json()
    assert twin["citations"] == client.get(f"/event/{event}.json").json()["citations"]["plain"].split("\n")
    assert twin["events"][0]["notes"] == [1, 2]


def test_markdown_has_a_footnote_for_each_citation(client: TestClient) -> None:
    found = ids(client)
    there = page_of(client, *found.values(), title="All of it")
    answer = client.get(there.replace("/page?", "/page.md?"))
    assert answer.headers["content-disposition"] == 'attachment; filename="brief.md"'
    body, _, notes = answer.text.partition("\n\n[^1]:")
    made = re.findall(r"^(\[\^\d+\]):", f"[^1]:{notes}", re.MULTILINE)
    assert sorted(set(re.findall(r"\[\^\d+\]", body))) == sorted(made) != []
    assert answer.text.startswith("# All of it\n\n")
    assert "<script" not in answer.text.replace("\\<", "")


def test_docx_has_the_events_and_numbered_notes(client: TestClient) -> None:
    found = ids(client)
    there = page_of(client, *found.values(), title="All of it")
    document = docx.Document(BytesIO(client.get(there.replace("/page?", "/page.docx?")).content))
    texts = [one.text for one in document.paragraphs]
    assert texts[0] == "All of it"
    assert any("“North Korea accused South Korea.”" in one for one in texts)
    notes = texts[texts.index("Notes") + 1 :]
    assert [one.partition(".")[0] for one in notes] == [str(number) for number in range(1, len(notes) + 1)]
    assert len(notes) == 6


def test_the_html_file_needs_no_other_and_leads_back_to_this_server(client: TestClient) -> None:
    event = ids(client)["ACCUSE"]
    text = client.get(page_of(client, event).replace("/page?", "/page.html?")).text
    assert f'href="http://{HOST}/event/{event}"' in text
    assert not re.search(r"<link|<script|<style| style=", text)


def test_without_the_library_the_page_says_what_to_install(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    there = page_of(client, ids(client)["ACCUSE"])
    assert "/brief/page.docx?" in client.get(there).text
    monkeypatch.setattr(brief_files, "find_spec", lambda _name: None)
    page = client.get(there).text
    assert "/brief/page.docx?" not in page
    assert "pip install &#39;dragoman[documents]&#39;" in page or "pip install 'dragoman[documents]'" in page


def test_what_is_gone_or_rejected_is_said_to_be_left_out(client: TestClient) -> None:
    event = ids(client)["ACCUSE"]
    there = page_of(client, event, "e0gone", "r1:e2")
    client.post("/judge", data={"event": event, "verb": "reject"}, headers=OWN)
    twin = client.get(there.replace("/page?", "/page.json?")).json()
    assert (twin["events"], sorted(twin["missing"])) == ([], sorted([event, "e0gone", "r1:e2"]))
    assert "Left out" in client.get(there).text


def test_what_was_ticked_stays_whatever_the_filters(client: TestClient) -> None:
    found = ids(client)
    twin = client.get(f"/brief.json?event={found['ACCUSE']}&status=planned&title=T").json()
    assert [one["id"] for one in twin["chosen"]] == [found["ACCUSE"]]
    assert [one["id"] for one in twin["events"]] == [found["AGREE"]]
    assert "checked" in client.get(f"/brief?event={found['ACCUSE']}").text


def test_a_brief_of_nothing_or_of_too_many_is_refused(client: TestClient) -> None:
    assert client.post("/brief/make", data={"title": "T"}, headers=OWN).status_code == 400
    many = {"event": [f"e{number}" for number in range(201)]}
    assert client.post("/brief/make", data=many, headers=OWN).status_code == 400
    assert client.get("/brief/page").status_code == 200


def test_every_type_has_its_words() -> None:
    assert DEEDS.keys() == codebook().types.keys()


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_words_make_files_that_hold_them_as_words(title: str, words: str) -> None:
    made = Brief(title, words, (Passage("e1", "2013", words, words, words, (1,)),), (words,), ())
    text = markdown(made)
    assert not re.search(r"(?<!\\)<", text)
    assert text.count("\n# ") == 0
    assert docx.Document(BytesIO(as_docx(made))).paragraphs


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("- a list", "\\- a list"),
        ("1. a list", "1\\. a list"),
        ("    code", "code"),
        ("===", "\\==="),
        ("&lt;b&gt; AT&T &#106;", "\\&lt;b\\&gt; AT&T \\&\\#106;"),
        ("[^1]: x", "\\[\\^1\\]: x"),
        ("> x\n# y\n| z |", "\\> x\n\\# y\n\\| z \\|"),
        ("<b>*x*</b> [a](javascript:b)", "\\<b\\>\\*x\\*\\</b\\> \\[a\\](javascript:b)"),
        ("http://x.example www.x.example", "http\\://x.example www\\.x.example"),
        ("plain words, 3.5 (so) - yes!", "plain words, 3.5 (so) - yes!"),
    ],
)
def test_marks_of_markdown_are_words(text: str, safe: str) -> None:
    assert markdown(Brief("T", text, (), (), ())) == f"# T\n\n{safe}\n"
