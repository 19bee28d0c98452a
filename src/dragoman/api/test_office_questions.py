"""Questions drawn by a seed from the rows of the table and asked in many forms; the right answer is the row's."""

from __future__ import annotations

import random
import sys
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from dragoman.api.who import who
from dragoman.knowledge.countries import countries
from dragoman.knowledge.spans import earliest, latest
from dragoman.knowledge.table import rows

SEED = 20140117
QUESTIONS = 300
SHARED = {"vice_president", "spokesperson"}
"""Roles that several people may hold at once."""
GENERAL = {
    "head_of_government": ("prime minister", "head of government"),
    "foreign_minister": ("foreign minister", "minister of foreign affairs", "Minister for Foreign Affairs"),
    "defence_minister": ("defence minister", "defense minister", "minister of defence"),
    "security_adviser": ("national security adviser", "national security advisor"),
}


class Asked(NamedTuple):
    """A question, its day, the row that answers it, and whether that row alone does."""

    question: str
    day: date
    row: dict[str, str]
    alone: bool


def drawn(seed: int, count: int) -> list[Asked]:
    """Questions about rows with exact days, three months long at least, drawn without looking at the answers."""
    dice = random.Random(seed)
    known = [row for row in rows("offices.csv") if len(row["first"]) == 10 and _length(row) > 90]
    return [_asked(dice, row) for row in dice.sample(known, count)]


def _asked(dice: random.Random, row: dict[str, str]) -> Asked:
    first, last = _term(row)
    at = dice.choice(("middle", "begin", "end"))
    days = {"middle": first + (last - first) / 2, "begin": first + timedelta(2), "end": last - timedelta(2)}
    if dice.random() < 0.2:
        return Asked(_name(dice, row["person"]), days[at], row, alone=False)
    alone = at == "middle" and row["role"] not in SHARED and not _others(row, days[at])
    return Asked(_office(dice, row), days[at], row, alone)


def _office(dice: random.Random, row: dict[str, str]) -> str:
    country = countries().get(row["country"])
    position = row["position"].removeprefix("Acting ")
    if country is None:
        return dice.choice((row["position"], row["position"].lower(), f"who is {row['position']}?"))
    titles = [position, position]
    if position != "State Counsellor" and row["country"] != "VAT":
        titles += GENERAL.get(row["role"], ())
    title = dice.choice(titles)
    owner = dice.choice((country.name, *(form for form in country.aliases if len(form) > 3)))
    forms = [f"{title} of {owner}", f"{title} of the {owner}", f"{owner} {title}", f"{owner}'s {title}"]
    forms += [f"{adjective} {title}" for adjective in country.adjectives[:2]]
    form = dice.choice(forms)
    return dice.choice((form, form, form.lower(), form.upper(), f"who was the {form}?"))


def _name(dice: random.Random, person: str) -> str:
    words = person.split()
    plain = "".join(each for each in unicodedata.normalize("NFKD", person) if not unicodedata.combining(each))
    return dice.choice((person, person.lower(), person.upper(), plain, " ".join(reversed(words))))


def _others(row: dict[str, str], day: date) -> bool:
    """Whether another row of the same role includes the day: who stands in, a second head of state."""
    same = [each for each in rows("offices.csv") if (each["country"], each["role"]) == (row["country"], row["role"])]
    if row["role"] not in GENERAL:
        same = [each for each in same if each["position"] == row["position"] or each["position"].startswith("Acting")]
    return any(_holds(each, day) for each in same if each["person"] != row["person"])


def _holds(row: dict[str, str], day: date) -> bool:
    return (earliest(row["first"]) or date.min) <= day <= (latest(row["last"]) or date.fromisoformat(row["seen"]))


def _term(row: dict[str, str]) -> tuple[date, date]:
    return date.fromisoformat(row["first"]), latest(row["last"]) or date.fromisoformat(row["seen"])


def _length(row: dict[str, str]) -> int:
    first, last = _term(row)
    return (last - first).days


def is_right(asked: Asked) -> bool:
    """The row's person and term are in the answer; on a plain day in the term's middle nobody else is."""
    answer = who(asked.question, asked.day)
    begun = date.fromisoformat(asked.row["first"])
    found = any((one.person, one.first) == (asked.row["person"], begun) for one in answer.holdings)
    return found and (not asked.alone or answer.people == (asked.row["person"],))


@pytest.mark.parametrize("seed", [SEED, SEED + 1, SEED + 2])
def test_of_300_questions_drawn_from_the_table_99_in_100_are_answered_right(
    seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = drawn(seed, QUESTIONS)
    wrong = [f"{each.question!r} on {each.day}: {each.row['person']}" for each in questions if not is_right(each)]
    with capsys.disabled():
        sys.stdout.write(f"\noffice questions, seed {seed}: {1 - len(wrong) / QUESTIONS:.4f} of {QUESTIONS} right\n")
    assert len(wrong) <= QUESTIONS * 0.01, "\n".join(wrong)
