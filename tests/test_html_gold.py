"""The saved pages say what their gold says, the gold is as promised, and its scorer counts right."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "benchmarks" / "gold" / "pages"
sys.path.insert(0, str(ROOT / "benchmarks"))  # the scripts there are run by name, so they are no package

import score_html  # noqa: E402  # needs the line above
import speed_html  # noqa: E402
from anchors import articles, rows  # noqa: E402
from measure import SHARED  # noqa: E402
from score_html import by_words, read_rows, score, without, words  # noqa: E402

GOLD = read_rows(PAGES / "html.jsonl")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_UNSEEN = {"script", "style", "title"}
_INLINE = {"a", "b", "span"}  # these stand within words
_EACH = pytest.mark.parametrize("row", GOLD, ids=[row["file"] for row in GOLD])


class _Visible(HTMLParser):
    """Gathers what a browser shows of a page, more or less."""

    def __init__(self):
        super().__init__()
        self.hidden, self.parts = 0, []

    def handle_starttag(self, tag, _):
        self.hidden += tag in _UNSEEN
        self.parts.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag):
        self.hidden -= tag in _UNSEEN
        self.parts.append("" if tag in _INLINE else " ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def markup(row):
    data = (PAGES / "html" / row["file"]).read_bytes()
    declared = _CHARSET.search(data)
    return data.decode(declared[1].decode() if declared else "utf-8")


def visible(row):
    parser = _Visible()
    parser.feed(markup(row))
    return words("".join(parser.parts))


def within(passage, text, start=0):
    """Where `passage` ends in `text` at or after `start`; -1 where it does not stand there."""
    size = len(passage)
    hits = (i for i in range(start, len(text) - size + 1) if text[i] == passage[0] and text[i : i + size] == passage)
    return next((i + size for i in hits), -1)


def perfect():
    return [
        {
            "source": {"path": f"pages/{row['file']}", "outlet": row["outlet"], "byline": row["byline"]},
            "title": row["title"],
            "text": "\n\n".join([row["title"], *row["body"]]),
            "body_start": len(row["title"]) + 2,
            "published": {"from": row["date"], "to": row["date"], "basis": "stated"},
            "language": row["language"],
        }
        for row in GOLD
    ]


@pytest.fixture
def reports():
    return perfect()


def test_there_are_forty_pages_of_twenty_manners_and_a_row_for_each():
    assert sorted(row["file"] for row in GOLD) == sorted(path.name for path in (PAGES / "html").iterdir())
    assert len(GOLD) == 40
    assert sorted(Counter(row["manner"] for row in GOLD).values()) == [2] * 20


def test_the_halves_were_drawn_by_lot_and_nobody_moved_a_page():
    order = sorted(row["file"] for row in GOLD)
    random.Random(20).shuffle(order)
    assert {row["file"] for row in GOLD if row["half"] == "dev"} == set(order[:20])
    assert {row["file"] for row in GOLD if row["half"] == "held"} == set(order[20:])


@_EACH
def test_every_paragraph_stands_on_its_page_and_in_the_page_s_order(row):
    text, at = visible(row), 0
    for paragraph in row["body"]:
        at = within(words(paragraph), text, at)
        assert at >= 0, paragraph
    for passage in [row["title"], *row["either"]]:
        assert within(words(passage), text) >= 0, passage
    assert row["outlet"] in markup(row)
    assert all(name in markup(row) or name.upper() in markup(row) for name in (row["byline"] or "").split(", "))


@_EACH
def test_the_date_stands_on_the_page_in_one_form_or_another(row):
    day = date.fromisoformat(row["date"])
    forms = (
        *(f"{day:{form}}" for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y")),
        *(f"{day.day}. {day.month}. {day.year}", f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}"),
    )
    assert any(form in markup(row) for form in forms)


def test_articles_have_the_length_of_short_news_and_pages_much_that_is_no_article():
    for row in GOLD:
        size = len(words(" ".join(row["body"])))
        assert 120 <= size <= 500, (row["file"], size)
        assert len(visible(row)) > size + 40
        assert len(markup(row)) > 5000


def test_pages_keep_the_charset_that_they_declare():
    for name, charset in (("14-", b"windows-1252"), ("15-", b"iso-8859-2")):
        for path in (PAGES / "html").glob(f"{name}*"):
            assert charset in path.read_bytes()
            with pytest.raises(UnicodeDecodeError):
                path.read_text(encoding="utf-8")


def test_the_pages_share_no_eight_words_with_the_corpus_or_with_seeds_beside_the_checkout():
    def runs(text):
        found = words(text)
        return {tuple(found[i : i + 8]) for i in range(len(found) - 7)}

    corpus = articles(ROOT / "corpus", rows(ROOT / "benchmarks" / "gold" / "lines.jsonl"))
    seeds = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    theirs = set().union(*map(runs, [*corpus.values(), *seeds]))
    for row in GOLD:
        assert not runs("\n".join([row["title"], *row["body"], *row["either"]])) & theirs, row["file"]


def test_a_perfect_answer_scores_one_and_no_answer_scores_nothing(reports):
    for figures in score(GOLD, reports).values():
        assert set(figures.values()) == {1.0}
    for figures in score(GOLD, []).values():
        assert {figures[name] for name in ("body.f1", "body.p", "body.r", "title", "date", "outlet", "language")} == {0}


def test_furniture_costs_precision_and_a_lost_paragraph_recall_in_its_own_half(reports):
    [row, *_] = [row for row in GOLD if row["half"] == "held"]
    for change, falls, stays in (
        (lambda text: text + "\n\nSubscribe now", "body.p", "body.r"),
        (lambda text: text.rpartition("\n\n")[0], "body.r", "body.p"),
    ):
        changed = [r | {"text": change(r["text"])} if r["source"]["path"].endswith(row["file"]) else r for r in reports]
        figures = score(GOLD, changed)
        assert figures["held"][falls] < 1 == figures["held"][stays]
        assert set(figures["dev"].values()) == {1.0}


def test_captions_tables_and_pull_quotes_may_stay_but_only_whole(reports):
    kept = {row["file"]: row["either"] for row in GOLD if row["either"]}
    assert len(kept) >= 3
    for report in reports:
        for passage in kept.get(Path(report["source"]["path"]).name, []):
            report["text"] += f"\n\n{passage}"
    assert all(figures["body.f1"] == 1 for figures in score(GOLD, reports).values())
    assert without(["a", "b", "c", "b", "c"], ["b", "c"]) == ["a", "b", "c"]
    assert without(["a", "b"], ["b", "c"]) == ["a", "b"]
    assert without(["a"], []) == ["a"]


@pytest.mark.parametrize(
    ("name", "field", "wrong"),
    [
        ("title", "title", "Another one | Outlet"),
        ("title", "title", None),
        ("date", "published", None),
        ("date", "published", {"from": "2000-01-01", "to": "2030-12-31"}),
        ("language", "language", None),
    ],
)
def test_a_wrong_field_costs_that_field_alone(reports, name, field, wrong):
    for report in reports:
        report[field] = wrong
    for figures in score(GOLD, reports).values():
        assert {key for key, value in figures.items() if value < 1} == {name}
        assert figures[name] == 0


def test_words_count_as_often_as_they_stand_and_in_any_order():
    assert by_words(["a", "b", "b"], ["b", "a"]) == (1.0, 2 / 3, 0.8)
    assert by_words([], []) == (0.0, 0.0, 0.0)


def test_the_held_half_s_pages_are_counted_but_never_listed(tmp_path, capsys):
    (tmp_path / "out.jsonl").write_text("", encoding="utf-8")
    score_html.main([str(PAGES / "html.jsonl"), str(tmp_path / "out.jsonl"), "--pages"])
    out = capsys.readouterr().out
    for row in GOLD:
        assert (row["file"] in out) == (row["half"] == "dev")


def test_both_readers_of_the_speed_measure_read_every_page_into_a_row_that_can_be_scored():
    loaded = speed_html.load(PAGES / "html")
    assert len(loaded) == len(GOLD)
    for reader in speed_html.READERS:
        scores = score(GOLD, [reader.read(page) for page in loaded])
        assert all(figures["body.r"] > 0.9 for figures in scores.values())
    assert speed_html.ratios({"dragoman": 50.0, "trafilatura": 75.0}) == {"dragoman": 1.0, "trafilatura": 1.5}
