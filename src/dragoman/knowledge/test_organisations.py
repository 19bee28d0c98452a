"""What the table of organisations promises."""

import re
from collections import Counter

import pytest

from dragoman.knowledge.countries import countries, names
from dragoman.knowledge.organisations import organisation_names, organisations
from dragoman.knowledge.test_titles import SECTORS

STATE = {"GOV", "MIL", "LEG", "SPY", "JUD", "COP", "BUS"}
BODIES = {"UNO", "IGO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_there_are_enough_of_them_and_each_form_names_one() -> None:
    across = [each for each in organisations() if each.country in BODIES or each.kind == "group"]
    assert len(across) >= 250
    assert len([each for each in organisations() if each not in across and each.sector in STATE]) >= 300
    forms = Counter(form for each in organisations() for form in (each.name, *each.aliases))
    assert [form for form, count in forms.items() if count > 1] == []


def test_countries_sectors_kinds_and_ids_are_well_formed() -> None:
    for each in organisations():
        assert each.country is None or each.country in countries() or each.country in BODIES, each
        assert each.sector is None or each.sector in SECTORS.split(), each
        assert each.kind in {"organisation", "group"}
        assert each.wikidata is None or re.fullmatch(r"Q[1-9]\d*", each.wikidata)
    ids = [each.wikidata for each in organisations() if each.wikidata]
    assert len(set(ids)) == len(ids)


def test_no_form_is_also_a_countrys() -> None:
    assert set(organisation_names()) & set(names()) == set()


@pytest.mark.parametrize(
    ("form", "name", "country", "sector"),
    [
        ("U.N.", "United Nations", "UNO", None),
        ("Security Council", "UN Security Council", "UNO", None),
        ("NATO", "NATO", "IGO", "MIL"),
        ("EU", "European Union", "EUR", None),
        ("ISIS", "Islamic State", "IMG", "REB"),
        ("Hezbollah", "Hezbollah", "LBN", "REB"),
        ("KCNA", "Korean Central News Agency", "PRK", "JRN"),
        ("Yonhap", "Yonhap", "KOR", "JRN"),
        ("State Department", "US State Department", "USA", "GOV"),
        ("Israeli military", "Israel Defense Forces", "ISR", "MIL"),
        ("PLA", "People's Liberation Army", "CHN", "MIL"),
        ("Knesset", "Knesset", "ISR", "LEG"),
        ("CENTCOM", "US Central Command", "USA", "MIL"),
        ("Bank of Japan", "Bank of Japan", "JPN", "GOV"),
        ("UNMISS", "UNMISS", "UNO", "MIL"),
        ("MINUSCA", "MINUSCA", "UNO", "MIL"),
        ("Petrobras", "Petrobras", "BRA", "BUS"),
        ("Clan del Golfo", "Clan del Golfo", "COL", "CRM"),
        ("Sejm", "Sejm", "POL", "LEG"),
    ],
)
def test_a_form_tells_the_body_its_country_and_sector(form: str, name: str, country: str, sector: str | None) -> None:
    found = organisation_names()[form]
    assert (found.name, found.country, found.sector) == (name, country, sector)


@pytest.mark.parametrize("form", ["who", "National Security Council", "Foreign Intelligence Service", "RAW", "PLAN"])
def test_words_and_names_of_several_bodies_are_left_out(form: str) -> None:
    assert form not in organisation_names()


def test_a_body_that_several_states_have_is_no_ones() -> None:
    assert organisation_names()["Joint Chiefs of Staff"].country is None


def test_years_are_in_order() -> None:
    for each in organisations():
        assert each.founded is None or each.dissolved is None or each.founded <= each.dissolved, each
    assert organisation_names()["KGB"].dissolved == 1991


def test_a_lower_case_form_is_no_common_word() -> None:
    """Only these are written small in news and mean one body all the same."""
    small = {form for form in organisation_names() if form == form.lower()}
    assert small <= {
        "dpa",
        "janjaweed",
        "loya jirga",
        "peshmerga",
        "anti-balaka",
        "carabinieri",
        "yakuza",
        "world body",
    }
