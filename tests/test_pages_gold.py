"""The gold of copied-off pages fits its files, both halves have every manner of site, and its scorer counts right."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from dragoman.article.label import Label

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "benchmarks" / "gold" / "pages"
SCORER = ROOT / "benchmarks" / "score_pages.py"
sys.path.insert(0, str(ROOT / "benchmarks"))  # the scripts there are run by name, so they are no package

from anchors import CHROME, KEPT, Line  # noqa: E402  # needs the line above
from score_pages import HALVES, Page, has_date, has_headline, line_counts, pages, score  # noqa: E402

PAGES = pages(GOLD)
WORDS = range(120, 381)  # in a page's headline, subheads and body
each_page = pytest.mark.parametrize("page", PAGES, ids=[page.file for page in PAGES])


def words_of(page, labels=KEPT):
    return " ".join(line.text for line in page.lines if line.label in labels)


def perfect(page):
    """The report of a program that makes no mistake."""
    text = "\n\n".join(line.text for line in page.lines if line.label in KEPT)
    day = {"from": page.published, "to": page.published, "basis": "stated" if page.published else "unknown"}
    return {"source": {"path": f"some/{page.file}"}, "title": page.headline, "text": text, "published": day}


def page_of(*lines, half="dev", published="2001-12-05"):
    return Page("a.txt", 1, half, "Accord in Bonn", published, tuple(Line(*line) for line in lines))


def test_every_file_has_its_row_and_every_row_its_file():
    assert sorted(page.file for page in PAGES) == sorted(path.name for path in (GOLD / "text").iterdir())


def test_both_halves_have_one_page_of_every_manner():
    halves = defaultdict(list)
    for page in PAGES:
        halves[page.manner].append(page.half)
    assert sorted(halves) == list(range(1, 31))
    assert all(sorted(found) == sorted(HALVES) for found in halves.values())


@each_page
def test_labels_are_the_programs_own_and_blank_lines_are_the_empty_ones(page):
    assert {line.label for line in page.lines} <= set(get_args(Label))
    assert all((line.label == "blank") == (not line.text) for line in page.lines)


@each_page
def test_the_headline_is_what_its_lines_say_and_stands_above_the_body(page):
    labels = [line.label for line in page.lines]
    assert words_of(page, {"headline"}) == page.headline
    assert labels.index("headline") < labels.index("body")


@each_page
def test_no_line_to_keep_is_called_chrome_elsewhere(page):
    assert not {line.text for line in page.lines if line.label in KEPT} & {
        line.text for line in page.lines if line.label in CHROME
    }


@each_page
def test_an_article_is_of_a_reports_length_with_furniture_around_it(page):
    assert len(words_of(page).split()) in WORDS
    assert sum(line.label == "chrome" for line in page.lines) >= 5


@each_page
def test_a_stated_date_is_a_day_whose_year_stands_on_the_page(page):
    if page.published:
        day = date.fromisoformat(page.published)
        stamps = words_of(page, {"dateline", "byline", "chrome"})
        assert str(day.year) in stamps or f"'{day:%y}" in stamps


def test_a_program_without_mistakes_scores_one_on_everything():
    figures = score(PAGES, [perfect(page) for page in PAGES])
    assert set(figures) == set(HALVES)
    assert {value for half in figures.values() for value in half.values()} == {1.0}


def test_a_program_that_prints_nothing_scores_nothing_but_the_dates_that_no_page_states():
    unstated = Counter(page.half for page in PAGES if not page.published)
    for half, figures in score(PAGES, []).items():
        assert figures.pop("date") == pytest.approx(unstated[half] / 30, abs=1e-4)
        assert not any(figures.values())


def test_a_program_that_keeps_the_whole_page_recalls_all_and_pays_for_it():
    whole = [perfect(page) | {"text": "\n".join(line.text for line in page.lines)} for page in PAGES]
    for figures in score(PAGES, whole).values():
        assert figures["kept.r"] == figures["body.r"] == 1
        assert figures["kept.p"] < 0.8
        assert figures["body.p"] < figures["kept.p"]


def test_a_half_isnt_touched_by_the_other_halfs_mistakes():
    figures = score(PAGES, [perfect(page) for page in PAGES if page.half == "held"])
    assert figures["held"]["kept.f1"] == 1
    assert figures["dev"]["kept.f1"] == 0


def test_captions_and_repeats_may_stay_or_go():
    page = page_of(("headline", "Accord in Bonn"), ("caption", "The hotel"), ("body", "It holds."), ("duplicate", "It"))
    with_them = line_counts(page.lines, "Accord in Bonn\n\nThe hotel\n\nIt\n\nIt holds.")
    assert with_them == line_counts(page.lines, "Accord in Bonn\n\nIt holds.")
    assert with_them["kept"] == with_them["to_keep"] == len("AccordinBonnItholds.")


def test_chrome_counts_as_often_as_it_stayed():
    page = page_of(("body", "It holds."), *[("chrome", "Advertisement")] * 3)
    assert line_counts(page.lines, "It holds.\n\nAdvertisement\n\nAdvertisement")["wrong"] == 2 * len("Advertisement")


def test_chrome_that_the_article_says_too_isnt_held_against_a_program():
    page = page_of(("chrome", "Kabul"), ("body", "They flew to Kabul."))
    assert line_counts(page.lines, "They flew to Kabul.")["wrong"] == 0


def test_chrome_within_a_longer_line_that_stayed_isnt_counted_twice():
    page = page_of(("chrome", "The Review"), ("caption", "The Review's hall"), ("chrome", "The Review lives on gifts"))
    assert line_counts(page.lines, "The Review's hall\n\nThe Review lives on gifts")["wrong"] == len(
        "TheReviewlivesongifts"
    )


def test_lines_broken_at_a_width_are_found_when_joined():
    page = page_of(("body", "They flew to"), ("body", "Kabul."))
    assert line_counts(page.lines, "They flew to Kabul.")["body"] == len("TheyflewtoKabul.")


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Accord in Bonn", True),
        (" Accord  in\nBonn", True),
        ("ACCORD IN BONN", False),
        ("Accord", False),
        (None, False),
    ],
)
def test_a_headline_is_right_letter_by_letter(title, right):
    assert has_headline(page_of(), {"title": title}) is right


@pytest.mark.parametrize(
    ("published", "found", "right"),
    [
        ("2001-12-05", {"from": "2001-12-05", "to": "2001-12-05", "basis": "stated"}, True),
        ("2001-12-05", {"from": "2001-12-06", "to": "2001-12-06", "basis": "stated"}, False),
        ("2001-12-05", {"from": "2001-12-05", "to": "2001-12-11", "basis": "stated"}, False),
        ("2001-12-05", {"from": "2001-12-05", "to": "2001-12-05", "basis": "inferred"}, False),
        (None, {"from": "2001-12-05", "to": "2001-12-05", "basis": "stated"}, False),
        (None, {"from": "2001-12-05", "to": "2001-12-11", "basis": "inferred"}, True),
        (None, None, True),
    ],
)
def test_a_date_is_right_if_it_is_stated_where_the_page_states_it(published, found, right):
    assert has_date(page_of(published=published), {"published": found}) is right


def test_a_file_with_more_lines_than_labels_is_refused(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text("One\nTwo\n", encoding="utf-8")
    row = {"file": "a.txt", "manner": 1, "half": "dev", "headline": "One", "published": None, "labels": ["headline"]}
    (tmp_path / "text.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="longer"):
        pages(tmp_path)


def test_the_command_prints_each_figure_for_both_halves(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("".join(json.dumps(perfect(page)) + "\n" for page in PAGES), encoding="utf-8")
    done = subprocess.run([sys.executable, SCORER, GOLD, out], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in done.stdout.splitlines()[1:]]
    assert names == [f"{what}.{figure}" for what in ("kept", "body") for figure in ("p", "r", "f1")] + [
        "headline",
        "date",
    ]
    assert done.stdout.splitlines()[1].split()[1:] == ["1.0000", "1.0000"]
