"""The words of offices: what each says of role and sector."""

import pytest

from dragoman.knowledge.table import rows
from dragoman.knowledge.titles import titles

SECTORS = "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK"
ROLES = {
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "vice_president",
    "body_head",
    "security_adviser",
}


def test_phrases_are_lower_case_and_stand_once() -> None:
    phrases = [row["phrase"] for row in rows("titles.csv")]
    assert len(set(phrases)) == len(phrases) >= 200
    assert all(phrase == phrase.lower() for phrase in phrases)


def test_classes_roles_and_sectors_are_known_ones() -> None:
    for title in titles().values():
        assert title.kind in {"office", "body", "role", "group"}
        assert title.role is None or (title.role in ROLES and title.kind == "office")
        assert title.sector in SECTORS.split()


@pytest.mark.parametrize(
    ("phrase", "kind", "role", "sector"),
    [
        ("president", "office", "head_of_state", "GOV"),
        ("prime minister", "office", "head_of_government", "GOV"),
        ("minister of foreign affairs", "office", "foreign_minister", "GOV"),
        ("vice foreign minister", "office", None, "GOV"),
        ("defense secretary", "office", "defence_minister", "GOV"),
        ("spokeswoman", "office", None, "GOV"),
        ("general", "office", None, "MIL"),
        ("defence ministry", "body", None, "MIL"),
        ("foreign ministry", "body", None, "GOV"),
        ("parliament", "body", None, "LEG"),
        ("lawmaker", "role", None, "LEG"),
        ("rebels", "group", None, "REB"),
        ("police", "group", None, "COP"),
        ("protesters", "group", None, "CVL"),
        ("doctors", "group", None, "MED"),
        ("prisoners of war", "group", None, "MIL"),
        ("military coalition", "body", None, "MIL"),
        ("minority", "group", None, "CVL"),
    ],
)
def test_a_phrase_tells_its_class_role_and_sector(phrase: str, kind: str, role: str | None, sector: str) -> None:
    title = titles()[phrase]
    assert (title.kind, title.role, title.sector) == (kind, role, sector)


@pytest.mark.parametrize(
    "british", ["defence minister", "defence ministry", "labour minister", "national defence minister"]
)
def test_british_and_american_spellings_say_the_same(british: str) -> None:
    american = british.replace("defence", "defense").replace("labour", "labor")
    assert (titles()[british].kind, titles()[british].sector) == (titles()[american].kind, titles()[american].sector)


@pytest.mark.parametrize("word", ["major", "diet", "mole", "host"])
def test_words_that_are_mostly_something_else_are_left_out(word: str) -> None:
    assert word not in titles()
