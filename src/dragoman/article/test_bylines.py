from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.bylines import agencies_of, agency_closing, agency_opening, byline_of, sign_off_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("BY JANE ROE [jane.roe@daily.example]", "JANE ROE"),
        ("By Jane Roe and Tom van Dyck in Geneva", "Jane Roe and Tom van Dyck"),
        ("By Jane Roe, Diplomatic Correspondent", "Jane Roe"),
        ("by 김서연", "김서연"),
        ("BY JANE ROE FOR THE DAILY COURIER", "JANE ROE"),
        ("Written by Jane Roe | Geneva |", "Jane Roe"),
        ("Jane Roe, Foreign Editor", "Jane Roe"),
        ("Jane Roe jane.roe@daily.example", "Jane Roe"),
        ("Staff writer", "Staff writer"),
    ],
)
def test_writers_are_read_off_their_byline(line: str, names: str) -> None:
    assert byline_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the day both sides had signed.",
        "By land, air and sea",
        "By and large a good day for diplomacy",
        "Geneva talks resume",
        "Jane Roe said the talks had failed",
        "By whom?",
    ],
)
def test_other_lines_are_no_byline(line: str) -> None:
    assert byline_of(line) is None


def test_agencies_are_read_off_their_credit() -> None:
    assert agencies_of("Reuters") == ("Reuters",)
    assert agencies_of("(AFP, Kyodo)") == ("AFP", "Kyodo")
    assert agencies_of("Source: Xinhua") == ("Xinhua",)
    assert agencies_of("Agencies") == ()
    assert agencies_of("Reuters said the talks had failed") is None


def test_a_sign_off_names_its_reporters() -> None:
    assert sign_off_of("(Reporting by Jane Roe and Tom Ash; Editing by Ann Low)") == "Jane Roe and Tom Ash"
    assert sign_off_of("Editing by Ann Low") == ""
    assert sign_off_of("Reporting restrictions were lifted") is None


def test_agencies_in_the_story_are_found_at_its_ends() -> None:
    assert agency_closing("The talks failed, he said. (Yonhap)") == "Yonhap"
    assert agency_closing("The talks failed, he said. — AFP") == "AFP"
    assert agency_closing("He told Reuters.") is None
    assert agency_opening("GENEVA, May 5 (Reuters) - The talks failed.") == "Reuters"
    assert agency_opening("GENEVA (AP) — The talks failed.") == "AP"
    assert agency_opening("He told Reuters (and others) that the talks had failed.") is None


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    for ask in (byline_of, sign_off_of, agency_closing, agency_opening):
        found = ask(line)
        assert found is None or found in line
    assert agencies_of(line) is None or isinstance(agencies_of(line), tuple)
