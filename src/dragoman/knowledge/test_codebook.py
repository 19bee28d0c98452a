"""What coders and exporters rely on in the codebook, and what someone who edits it is told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, UsageError
from dragoman.knowledge.codebook import cameo, codebook, describe, read_cameo, read_codebook

HERE = Path(__file__).parent
TYPES_OF_2021 = {
    "VERBAL COOPERATION": ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
    "MATERIAL COOPERATION": ["COOPERATE", "AID", "RETREAT"],
    "VERBAL CONFLICT": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
    "MATERIAL CONFLICT": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
}
MODES_OF_2021 = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}


def test_the_sixteen_types_of_2021_stand_in_their_quads() -> None:
    for number, (quad, names) in enumerate(TYPES_OF_2021.items(), start=1):
        found = [entry.name for entry in codebook().types.values() if entry.quad == quad]
        assert sorted(found) == sorted(names)
        assert {codebook().types[name].quad_code for name in names} == {number}


def test_each_type_has_the_modes_of_2021() -> None:
    for name, entry in codebook().types.items():
        assert list(entry.modes) == MODES_OF_2021.get(name, "").split()


def test_conflict_never_scores_above_nought_and_cooperation_never_below() -> None:
    for entry in codebook().types.values():
        scores = [entry.score, *(mode.score for mode in entry.modes.values() if mode.score is not None)]
        if entry.name == "REQUEST":
            assert entry.score == 0.0
        elif entry.quad_code > 2:
            assert max(scores) < 0
        else:
            assert min(scores) > 0


def test_every_type_is_explained_with_tests_and_three_examples() -> None:
    for entry in codebook().types.values():
        assert entry.definition.endswith(".")
        assert entry.tests_for
        assert entry.tests_against
        assert len(entry.examples) >= 3
        assert len(set(entry.examples)) == len(entry.examples)
        assert all(neighbour.then != entry.name for neighbour in entry.tests_against)


def test_the_37_contexts_are_defined() -> None:
    assert len(codebook().contexts) == 37
    assert all(text.endswith(".") for text in codebook().contexts.values())


@pytest.mark.parametrize(
    ("word", "event_type"),
    [
        ("Future", "AGREE"),
        ("refusal", "REJECT"),
        ("together", "COOPERATE"),
        ("computers", "COERCE"),
        ("death", "ASSAULT"),
    ],
)
def test_the_rules_that_cost_others_most_are_written_down(word: str, event_type: str) -> None:
    assert any(word in rule and event_type in rule for rule in codebook().rules)


def test_every_cameo_code_has_its_parents_and_mostly_their_type() -> None:
    table = cameo()
    assert len(table) == 318
    for code in table:
        assert code.isdigit()
        assert len(code) == 2 or code[:-1] in table
        assert code[:2] in table


def test_only_statements_have_no_type() -> None:
    untyped = {code for code, entry in cameo().items() if entry.type is None}
    assert untyped == {code for code in cameo() if code.startswith("01")}


@pytest.mark.parametrize(
    ("code", "event_type", "mode", "goldstein"),
    [
        ("010", None, None, 0.0),
        ("0231", "REQUEST", "assist", 3.4),
        ("036", "AGREE", None, 4.0),
        ("042", "CONSULT", "visit", 1.9),
        ("057", "SUPPORT", None, 8.0),
        ("0814", "CONCEDE", None, 5.0),
        ("0871", "RETREAT", "ceasefire", 9.0),
        ("116", "ACCUSE", "allege", -2.0),
        ("1246", "REJECT", "yield", -4.0),
        ("163", "SANCTION", "discontinue", -8.0),
        ("176", "COERCE", "cyber", None),
        ("186", "ASSAULT", "targeted", -10.0),
        ("192", "ASSAULT", None, -9.5),
        ("1952", "ASSAULT", "drone", -10.0),
    ],
)
def test_codes_carry_the_type_mode_and_score_that_the_choices_promise(
    code: str, event_type: str | None, mode: str | None, goldstein: float | None
) -> None:
    entry = cameo()[code]
    assert (entry.type, entry.mode, entry.goldstein) == (event_type, mode, goldstein)


def test_every_score_names_its_scale() -> None:
    for entry in cameo().values():
        assert ("Goldstein: " in entry.source) == (entry.goldstein is not None)
        assert entry.goldstein is None or -10 <= entry.goldstein <= 10


def test_a_type_or_mode_is_described_in_one_line() -> None:
    assert describe("AGREE").startswith("AGREE (verbal cooperation, +2.5): ")
    assert describe("CONSULT", "phone").startswith("CONSULT/phone (verbal cooperation, +1.5): ")
    assert describe("PROTEST", "vandalize").startswith("PROTEST/vandalize (material conflict, unscored): ")
    assert all("\n" not in describe(name) for name in codebook().types)


@pytest.mark.parametrize(("event_type", "mode"), [("FIGHT", None), ("CONSULT", "drone"), ("AGREE", "visit")])
def test_a_name_that_is_not_in_the_codebook_is_a_usage_error(event_type: str, mode: str | None) -> None:
    with pytest.raises(UsageError, match=r"^codebook: .*; "):
        describe(event_type, mode)


def test_the_codebook_cannot_be_changed_by_accident() -> None:
    entry = codebook().types["AID"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.score = 0.0  # type: ignore[misc]
    with pytest.raises(TypeError):
        codebook().types["AID"] = entry  # type: ignore[index]


SLIPS = [
    ("version: plover-2021/dragoman-1", "version: 2021", "version"),
    ("version: plover-2021/dragoman-1", "version: [", "can't be read"),
    ("version: plover-2021/dragoman-1", "", "version"),
    ("quad: VERBAL COOPERATION", "quad: FRIENDLY", "AGREE"),
    ("score: 2.5", "score: much", "AGREE"),
    ("score: 2.5", "score: 25", "AGREE"),
    ("score: 2.5", "score: true", "AGREE"),
    ("    score: 2.5\n", "", "AGREE"),
    ("then: SUPPORT", "then: PRAISE", "PRAISE"),
    ("      then: SUPPORT\n", "", "then"),
    ("modes: {}", "modes: none", "modes"),
    ("    examples:\n", "    examples: see above\n    left_out:\n", "examples"),
    ("  economic: Trade, money,", "  economic: Trade: money,", "can't be read"),
    ("- about: Apology", "- subject: Apology", "about"),
]


@pytest.mark.parametrize(("right", "wrong", "named"), SLIPS)
def test_a_slip_in_the_yaml_is_told_in_one_line_that_names_it(
    tmp_path: Path, right: str, wrong: str, named: str
) -> None:
    text = (HERE / "plover.yaml").read_text(encoding="utf-8")
    assert right in text
    edited = tmp_path / "plover.yaml"
    edited.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DragomanError) as caught:
        read_codebook(edited)
    assert str(caught.value).startswith("plover.yaml")
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_codebook_that_is_missing_or_empty_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"plover\.yaml: can't be read"):
        read_codebook(tmp_path / "plover.yaml")
    (tmp_path / "plover.yaml").write_text("", encoding="utf-8")
    with pytest.raises(DragomanError, match="isn't a table of names"):
        read_codebook(tmp_path / "plover.yaml")


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("021,Appeal,BEG,,,,dragoman", "BEG"),
        ("021,Appeal,REQUEST,loud,,,dragoman", "loud"),
        ("021,Appeal,,assist,,,dragoman", "assist"),
        ("021,Appeal,REQUEST,,economic|weather,,dragoman", "weather"),
        ("021,Appeal,REQUEST,,,high,dragoman", "high"),
        ("021,Appeal,REQUEST", "3 fields"),
        ("020,Appeal,REQUEST,,,,dragoman", "020 stands twice"),
    ],
)
def test_a_slip_in_the_cameo_table_is_told_with_its_line(tmp_path: Path, row: str, named: str) -> None:
    table = tmp_path / "cameo.csv"
    header = "code,name,type,mode,context,goldstein,source"
    table.write_text(f"{header}\n020,Appeal,REQUEST,,,3.0,dragoman\n{row}\n", encoding="utf-8")
    with pytest.raises(DragomanError, match=r"^cameo\.csv: line 3: ") as caught:
        read_cameo(table, codebook())
    assert named in str(caught.value)


def test_a_cameo_table_without_its_header_is_told(tmp_path: Path) -> None:
    (tmp_path / "cameo.csv").write_text("020,Appeal,REQUEST,,,3.0,dragoman\n", encoding="utf-8")
    with pytest.raises(DragomanError, match="line 1"):
        read_cameo(tmp_path / "cameo.csv", codebook())


def test_the_page_on_the_codebook_names_every_type_and_the_version() -> None:
    page = HERE.parents[2] / "docs" / "codebook.md"
    if not page.exists():
        pytest.skip("docs/ lies in the repository, not in the installed package")
    text = page.read_text(encoding="utf-8")
    assert codebook().version in text
    assert [name for name in codebook().types if f"`{name}`" not in text] == []
    assert [choice.about for choice in codebook().choices if choice.about not in text] == []
