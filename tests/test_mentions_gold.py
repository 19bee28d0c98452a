"""Every mention of the gold stands in the corpus, the gold is as promised, and its scorer counts right."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from dragoman.model import ActorKind

ROOT = Path(__file__).resolve().parents[1]
GOLD_DIR = ROOT / "benchmarks" / "gold"
sys.path.insert(0, str(ROOT / "benchmarks"))  # the scripts there are run by name, so they are no package

import score_mentions  # noqa: E402  # needs the line above
from anchors import articles, locate, rows  # noqa: E402
from mentions import found_mentions, head_of, readings, trimmed  # noqa: E402
from score_mentions import FORMS, bcubed, errors, pairwise, score, verdicts  # noqa: E402

GOLD = rows(GOLD_DIR / "mentions.jsonl")
ARTICLES = articles(ROOT / "corpus", rows(GOLD_DIR / "lines.jsonl"))
CORE = [row for row in GOLD if row["core"]]
FIELDS = ("kind", "country", "office", "sector")
PRINTED = {"country": "code"}


def perfect(kept=lambda row: row["core"]):
    """Reports that find just the mentions `kept`, each actor's fields those of its first mention as the only one."""
    reports = []
    for file, text in ARTICLES.items():
        mine = [row for row in GOLD if row["file"] == file]
        facts = {row["actor"]: {PRINTED.get(field, field): row[field] for field in FIELDS} for row in mine}
        actors = {
            name: {"id": f"a{n}", "name": name, **facts.get(name, {}), "mentions": [], "links": []}
            for n, name in enumerate(dict.fromkeys(name for row in mine for name in row["actor"].split("; ")))
        }
        for row in filter(kept, mine):
            for name in row["actor"].split("; "):
                actors[name]["mentions"].append(list(locate(text, row["words"], row["occurrence"])))
                actors[name]["links"].append(row["form"])
        reports.append({"id": file, "source": {"path": f"corpus/{file}"}, "text": text, "actors": [*actors.values()]})
    return reports


def lausanne(reports):
    return next(report for report in reports if report["id"] == "lausanne-2015.txt")


def figures_after(change):
    reports = perfect()
    change(lausanne(reports))
    return score(GOLD_DIR, reports)


def lowered(figures):
    return {name for name, value in figures.items() if value < 1}


def test_the_words_of_every_mention_stand_in_their_article_once_annotated():
    places = [(row["file"], *locate(ARTICLES[row["file"]], row["words"], row["occurrence"])) for row in GOLD]
    assert len(set(places)) == len(places)
    assert {row["file"] for row in GOLD} == set(ARTICLES)


def test_a_mention_begins_and_ends_with_whole_words_and_without_an_article():
    for row in GOLD:
        text, (start, end) = ARTICLES[row["file"]], locate(ARTICLES[row["file"]], row["words"], row["occurrence"])
        assert not text[start - 1 : start].isalnum(), row
        assert not text[end : end + 1].isalnum(), row
        assert trimmed(text, (start, end)) == (start, end), row


def test_the_head_is_one_word_of_the_mention_and_stands_there_once():
    for row in GOLD:
        assert row["words"].count(row["head"]) == 1, row
        assert " " not in row["head"]


def test_there_are_six_hundred_mentions_of_all_kinds_and_forms():
    assert len(GOLD) >= 600
    assert {row["kind"] for row in GOLD} == set(get_args(ActorKind))
    assert {row["form"] for row in CORE} == set(FORMS)
    assert all(count >= 30 for count in Counter(row["form"] for row in CORE).values())


def test_countries_and_sectors_are_codes_and_only_persons_hold_offices():
    for row in GOLD:
        codes = [code for code in (row["country"], row["sector"]) if code is not None]
        assert all(len(code) == 3 and code.isupper() for code in codes), row
        assert row["office"] is None or row["kind"] == "person", row
        assert row["kind"] != "country" or row["country"], row


def test_mentions_of_one_actor_agree_on_what_it_is():
    facts = {}
    for row in GOLD:
        said = tuple(row[field] for field in FIELDS)
        assert facts.setdefault((row["file"], row["actor"]), said) == said


@pytest.mark.parametrize("kept", [lambda row: row["core"], lambda _: True], ids=["core", "all"])
def test_a_perfect_answer_scores_one_whether_or_not_it_finds_what_may_be_left(kept):
    assert lowered(score(GOLD_DIR, perfect(kept))) == set()


def test_a_perfect_answer_has_no_errors_and_no_answer_misses_each_asked_mention():
    assert [e for reading in readings(GOLD_DIR, perfect()) for e in errors(reading)] == []
    missed = [kind for reading in readings(GOLD_DIR, []) for kind, _ in errors(reading)]
    assert Counter(missed) == Counter(f"missed {row['form']}" for row in CORE)
    assert set(score(GOLD_DIR, []).values()) == {0.0}


def test_a_lost_mention_costs_recall_alone_and_a_place_for_an_actor_precision():
    def lose(report):
        del report["actors"][0]["mentions"][0], report["actors"][0]["links"][0]

    def invent(report):
        place = list(locate(report["text"], "Lausanne"))
        report["actors"].append({"id": "x", "kind": "country", "code": "CHE", "mentions": [place]})

    named = sum(row["form"] in {"name", "metonym"} for row in CORE)
    lost, invented = figures_after(lose), figures_after(invent)
    assert {"mentions.r", "entities.r", "recall.name"} <= lowered(lost)
    assert lost["mentions.p"] == 1 == lost["links.f1"]
    assert lost["entities.r"] == round(1 - 1 / named, 4)
    assert lowered(invented) == {"mentions.p", "mentions.f1", "mentions.exact_f1", "entities.p", "entities.f1"}
    assert invented["mentions.p"] == round(len(CORE) / (len(CORE) + 1), 4)


def test_a_shorter_span_with_the_head_is_found_but_not_exact():
    def shorten(report):
        actor = next(actor for actor in report["actors"] if actor["name"] == "Barack Obama")
        actor["mentions"][0] = list(locate(report["text"], "Obama"))

    assert lowered(figures_after(shorten)) == {"mentions.exact_f1"}


@pytest.mark.parametrize(
    ("field", "wrong"), [("kind", "group"), ("country", "CHE"), ("office", None), ("sector", "REB")]
)
def test_a_wrong_field_costs_that_field_alone(field, wrong):
    def change(report):
        next(actor for actor in report["actors"] if actor["name"] == "Barack Obama")[PRINTED.get(field, field)] = wrong

    assert lowered(figures_after(change)) == {f"{field}_accuracy"}


def test_two_actors_made_one_cost_the_links_precision_and_one_made_two_their_recall():
    def merge(report):
        obama, zarif = (next(a for a in report["actors"] if a["name"].endswith(n)) for n in ("Obama", "Zarif"))
        obama["id"] = zarif["id"]

    def split(report):
        obama = next(actor for actor in report["actors"] if actor["name"] == "Barack Obama")
        report["actors"].append(
            obama | {"id": "x", "mentions": [obama["mentions"].pop()], "links": [obama["links"].pop()]}
        )

    assert {"links.p", "links.bcubed_p"} <= lowered(figures_after(merge))
    assert figures_after(merge)["links.r"] == 1
    assert {"links.r", "links.bcubed_r"} <= lowered(figures_after(split))
    assert figures_after(split)["links.p"] == 1


def test_link_figures_are_those_worked_out_by_hand():
    a, b, ab, x, y = (frozenset(key) for key in ("a", "b", "ab", "x", "y"))
    assert pairwise([[a, a, b]], [[x, x, x]]) == {"links.p": 1 / 3, "links.r": 1.0, "links.f1": 0.5}
    merged = bcubed([[a, a, b]], [[x, x, x]])
    assert merged["links.bcubed_p"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert merged["links.bcubed_r"] == 1
    plural = bcubed([[ab, ab]], [[x, x]])
    assert (plural["links.bcubed_p"], plural["links.bcubed_r"]) == (1, 0.5)
    assert bcubed([[a], [a]], [[x], [y]])["links.bcubed_f1"] == 1


def test_an_office_is_right_in_other_words_but_not_with_words_lacking():
    row = {"actor": "A", "kind": "person", "country": None, "sector": None, "office": "foreign minister"}
    row["alt_offices"] = ["minister of foreign affairs"]
    for office, right in (("Minister for Foreign Affairs", True), ("Defence Minister", False), (None, False)):
        assert verdicts(row, [{"kind": "person", "office": office}]) == {"kind": True, "office": right}
    former = row | {"office": None, "alt_offices": ["former president"]}
    for office, right in (("former President of X", True), ("President of X", False)):
        assert verdicts(former, [{"kind": "person", "office": office}])["office"] is right


@pytest.mark.parametrize(
    ("words", "kept", "head"),
    [
        ("the UN Security Council's", "UN Security Council", "Council"),
        ("a spokesman for the ministry", "spokesman for the ministry", "spokesman"),
        ("Armenian soldiers", "Armenian soldiers", "soldiers"),
        ("1,200 miners", "1,200 miners", "miners"),
        ("the Emirates'", "Emirates", "Emirates"),
    ],
)
def test_articles_and_possessives_are_no_part_and_the_head_comes_before_of_and_for(words, kept, head):
    start, end = trimmed(words, (0, len(words)))
    assert words[start:end] == kept
    first, last = head_of(words, (start, end))
    assert words[first:last] == head


def test_a_span_of_two_actors_is_one_mention():
    actors = [{"id": "a", "mentions": [[0, 4]], "links": ["pair"]}, {"id": "b", "mentions": [[0, 4]]}]
    [found] = found_mentions({"text": "They", "actors": actors})
    assert ([actor["id"] for actor in found.actors], found.via) == (["a", "b"], "pair+unknown")


def test_the_bare_parser_finds_names_and_no_pronouns():
    figures = score(GOLD_DIR, score_mentions.bare(perfect()))
    assert figures["recall.name"] > 0.9
    assert figures["recall.pronoun"] == 0
