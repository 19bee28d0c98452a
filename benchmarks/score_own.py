"""Score what `dragoman extract corpus` prints against our own gold; Python's library and nothing else.

    python -m dragoman extract corpus > out.jsonl
    python benchmarks/score_own.py benchmarks/gold out.jsonl

Figures have the names of the project's other scorer where they mean the same. Reports that the gold doesn't know are
passed over; a report that is missing counts as an empty one. gold/README.md says what is annotated and how.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anchors import CHROME, KEPT, Row, articles, labelled, locate, rows
from spans import NOWHERE, Alignment, Offsets, likeness, pair, precision_recall_f1, ratio, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Report = dict[str, Any]
QUOTE_LIKENESS = 0.5  # a quotation is found when intersection over union reaches this, as in the other scorer
EVENT_FIELDS = ("type", "source", "target", "status", "reported_by")


def score(gold_dir: Path, reports: Sequence[Report]) -> dict[str, float]:
    """Every figure of `reports` (as `dragoman extract` prints them, parsed) against the gold in `gold_dir`.

    The corpus is the folder corpus/ two levels above `gold_dir`. All figures lie between 0 and 1, more is better.
    """
    gold = {name: rows(gold_dir / f"{name}.jsonl") for name in ("lines", "dates", "times", "quotes", "events")}
    corpus = gold_dir.resolve().parent.parent / "corpus"
    pages, texts = labelled(corpus, gold["lines"]), articles(corpus, gold["lines"])
    count: Counter[str] = Counter()
    for file, article in texts.items():
        report = find_report(reports, file)
        mine = {name: [row for row in gold[name] if row["file"] == file] for name in gold}
        aligned = Alignment(article, report["text"])
        _count_lines(count, report["text"], article, pages.get(file, []))
        _count_date(count, report, mine["dates"])
        _count_times(count, report, aligned, article, mine["times"])
        _count_quotes(count, report, aligned, article, mine["quotes"])
        _count_events(count, report, aligned, article, mine["events"])
    return {name: round(value, 4) for name, value in _figures(count).items()}


def find_report(reports: Iterable[Report], file: str) -> Report:
    """The report read from `file`, or with that id; an empty one where there is none."""
    for report in reports:
        path = (report.get("source") or {}).get("path") or ""
        if file in {Path(path).name, report.get("id")}:
            return report
    return {"text": ""}


def _figures(n: Counter[str]) -> dict[str, float]:
    figures = {
        "article.kept.r": ratio(n["kept"], n["to_keep"]),
        "article.kept.p": ratio(n["kept"], n["kept"] + n["chrome_kept"]),
        "date.inside": ratio(n["date.inside"], n["date"]),
        "date.tight": ratio(n["date.tight"], n["date"]),
        **precision_recall_f1("times.relaxed", n["times.hit"], n["times.found"], n["times"]),
        **precision_recall_f1("times.value", n["times.value"], n["times.found"], n["times"]),
        **precision_recall_f1("quotes.span", n["quotes.hit"], n["quotes.found"], n["quotes"]),
        "quotes.speaker_accuracy": ratio(n["quotes.speaker"], n["quotes.hit"]),
        "quotes.speaker_name": ratio(n["quotes.name"], n["quotes.hit"]),
        "quotes.direct_accuracy": ratio(n["quotes.direct"], n["quotes.hit"]),
        "events.recall": ratio(n["events.hit"], n["events"]),
        "events.precision": ratio(n["events.right"], n["events.found"]),
    }
    for name in EVENT_FIELDS:
        figures[f"events.{name}_accuracy"] = ratio(n[f"events.{name}"], n[f"events.{name}.asked"])
    return figures | {"events.full_recall": ratio(n["events.full"], n["events"])}


def _count_lines(n: Counter[str], text: str, article: str, lines: Iterable[tuple[str, str]]) -> None:
    """Characters of the lines to keep, of those kept, and of chrome that stayed.

    A menu's "Climate" that the article says too can't be told to have stayed, and isn't counted.
    """
    body, known = "".join(text.split()), "".join(article.split())
    for label, line in lines:
        bare = "".join(line.split())
        kept = len(bare) if bare in body else 0
        if label in KEPT:
            n.update(to_keep=len(bare), kept=kept)
        elif label in CHROME and bare not in known:
            n.update(chrome_kept=kept)


def _count_date(n: Counter[str], report: Report, gold: Iterable[Row]) -> None:
    """Inside: the true day lies in the interval given. Tight: the interval also reaches no further than the gold's."""
    published = report.get("published") or {}
    first, last = (published.get(key) or "" for key in ("from", "to"))
    for row in gold:
        inside = bool(first and last) and first[:10] <= row["from"] <= last[:10]
        tight = inside and row["from"] <= first[:10] and last[:10] <= row["to"]
        n.update({"date": 1, "date.inside": inside, "date.tight": tight})


def _count_times(n: Counter[str], report: Report, aligned: Alignment, article: str, gold: Sequence[Row]) -> None:
    found = report.get("times", [])
    spans = [aligned.span(*locate(article, row["words"], row["occurrence"])) for row in gold]
    pairs = pair(spans, [(t["start"], t["end"]) for t in found], shared, 1)
    right = sum(_value(found[j]["value"]) in {_value(v) for v in (gold[i]["value"], *gold[i].get("alt", ()))}
                for i, j in pairs)  # fmt: skip
    n.update({"times": len(gold), "times.found": len(found), "times.hit": len(pairs), "times.value": right})


def _value(value: str | None) -> str:
    return (value or "").strip().upper()


def _count_quotes(n: Counter[str], report: Report, aligned: Alignment, article: str, gold: Sequence[Row]) -> None:
    found = [one for one in report.get("quotes", []) if one.get("cue_kind", "speech") == "speech"]  # all that is marked
    actors = _actors(report)
    spans = [aligned.span(*locate(article, row["words"], row["occurrence"])) for row in gold]
    pairs = pair(spans, [(q["start"], q["end"]) for q in found], likeness, QUOTE_LIKENESS)
    n.update({"quotes": len(gold), "quotes.found": len(found), "quotes.hit": len(pairs)})
    for i, j in pairs:
        row, quote = gold[i], found[j]
        speaker = aligned.span(*locate(article, row["speaker_words"], row["speaker_occurrence"]))
        beside = tuple(quote.get("speaker_span") or NOWHERE)
        name = (actors.get(quote.get("speaker")) or {}).get("name") or ""
        n["quotes.speaker"] += shared(speaker, (beside[0], beside[1])) > 0 and speaker != NOWHERE
        n["quotes.name"] += _share_word(name, row["speaker"])
        n["quotes.direct"] += bool(quote.get("direct")) == row["direct"]


def _count_events(n: Counter[str], report: Report, aligned: Alignment, article: str, gold: Sequence[Row]) -> None:
    """Found: a typed event whose trigger touches the gold's. Only core events are asked for; all count as right."""
    found, actors = [e for e in report.get("events", []) if e.get("type")], _actors(report)
    right: set[str] = set()
    used: set[str] = set()
    for row in sorted(gold, key=lambda row: not row["core"]):
        triggers = _triggers(row, article, aligned)
        hits = [e for e in found if any(shared((e["trigger"][0], e["trigger"][1]), t) for t in triggers)]
        right.update(e["id"] for e in hits)
        if not row["core"]:
            continue
        n["events"] += 1
        if hits:
            judged = [(_judge(e, row, actors), e) for e in hits]
            verdict, best = max(judged, key=lambda v: (v[0]["type"], v[0]["source"], v[1]["id"] not in used))
            used.add(best["id"])
            _count_verdict(n, verdict)
    n.update({"events.found": len(found), "events.right": len(right)})


def _triggers(row: Row, article: str, aligned: Alignment) -> list[Offsets]:
    start, _ = locate(article, row["sentence"], row["sentence_occurrence"])
    places = [locate(row["sentence"], row["trigger"], row["trigger_occurrence"])]
    places += [locate(row["sentence"], words) for words in row["alt_triggers"]]
    return [aligned.span(start + a, start + b) for a, b in places]


def _judge(event: Mapping[str, Any], row: Row, actors: Mapping[str, Row]) -> dict[str, bool | None]:
    """Whether each field is right; None for a reporter that the gold has none of, so that nobody is asked."""
    source, target = _countries(event.get("source"), actors), _countries(event.get("target"), actors)
    if row["mutual"]:
        source = target = source | target
    reporter = (actors.get(event.get("reported_by") or "") or {}).get("name") or ""
    return {
        "type": event["type"] in {row["type"], *row["alt_types"]},
        "source": source == set(row["source"]),
        "target": target == set(row["target"]),
        "status": event.get("status") in {row["status"], *row["alt_status"]},
        "reported_by": _share_word(reporter, row["reported_by"]) if row["reported_by"] else None,
    }


def _count_verdict(n: Counter[str], verdict: Mapping[str, bool | None]) -> None:
    n["events.hit"] += 1
    for name, right in verdict.items():
        n[f"events.{name}"] += bool(right)
        n[f"events.{name}.asked"] += right is not None
    n["events.full"] += all(verdict[name] for name in ("type", "source", "target"))


def _actors(report: Report) -> dict[str, Row]:
    return {actor["id"]: actor for actor in report.get("actors", [])}


def _countries(ids: Iterable[str] | None, actors: Mapping[str, Row]) -> set[str]:
    return {actors[i]["code"] for i in ids or () if i in actors and actors[i].get("code")}


def _share_word(a: str, b: str) -> bool:
    first, second = (set(re.findall(r"\w+", text.lower())) - {"the", "a", "of", "for", "s", "mr"} for text in (a, b))
    return bool(first & second)


def main(arguments: Sequence[str]) -> None:
    """Print each figure of the reports in the second argument's file against the gold in the first's folder."""
    if len(arguments) != 2:
        sys.exit(__doc__)
    lines = Path(arguments[1]).read_text(encoding="utf-8").splitlines()
    for name, value in score(Path(arguments[0]), [json.loads(line) for line in lines if line.strip()]).items():
        print(f"{name:32} {value}")


if __name__ == "__main__":
    main(sys.argv[1:])
