"""Files for users of GDELT, ICEWS, POLECAT and Phoenix have the columns of their loaders, and nothing guessed."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from dragoman.analysis import Chosen
from dragoman.export.formats import export
from dragoman.export.gdelt import gdelt_columns
from dragoman.export.gdelt_mentions import mention_columns
from dragoman.export.icews import icews_columns
from dragoman.export.phoenix import phoenix_columns
from dragoman.export.polecat import polecat_columns
from dragoman.record import Query

if TYPE_CHECKING:
    from dragoman.record import Store

ROOT = Path(__file__).resolve().parents[3]


def names(text: str, between: str | None = None) -> list[str]:
    return text.split(between)


ACTOR = names(
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
)
GEO = names("Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID")
GDELT = [
    *names("GLOBALEVENTID SQLDATE MonthYear Year FractionDate"),
    *(f"Actor{number}{part}" for number in (1, 2) for part in ACTOR),
    *names("IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale"),
    *names("NumMentions NumSources NumArticles AvgTone"),
    *(f"{which}Geo_{part}" for which in ("Actor1", "Actor2", "Action") for part in GEO),
    *names("DATEADDED SOURCEURL"),
]
MENTIONS = names(
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID "
    "Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone "
    "MentionDocTranslationInfo Extras"
)
ICEWS = names(
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
    "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,"
    "Latitude,Longitude",
    ",",
)
POLECAT = names(
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version",
    ",",
)
TABLES: dict[str, Any] = {
    "GDELT Events": gdelt_columns,
    "GDELT Mentions": mention_columns,
    "ICEWS": icews_columns,
    "POLECAT": polecat_columns,
    "Phoenix": phoenix_columns,
}


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("event_data")
    for name in ("gdelt", "icews", "polecat", "phoenix"):
        export(name, Chosen(store), made)
    return made


def tabbed(path: Path, columns: list[str] | None = None) -> list[dict[str, str]]:
    """As the loaders of these formats read them: split at tabs, no quoting, all text."""
    header = None if columns else "infer"
    frame = pd.read_csv(
        path, sep="\t", names=columns, header=header, dtype=str, keep_default_na=False, quoting=csv.QUOTE_NONE
    )
    rows: list[dict[str, str]] = frame.to_dict("records")
    return rows


def known(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_the_columns_are_those_of_each_format() -> None:
    found = {name: [column.name for column in columns()] for name, columns in TABLES.items()}
    assert found["GDELT Events"] == GDELT
    assert found["GDELT Mentions"] == MENTIONS
    assert found["ICEWS"] == ICEWS
    assert found["POLECAT"] == POLECAT
    assert {name: len(columns) for name, columns in found.items()} == {
        "GDELT Events": 61,
        "GDELT Mentions": 16,
        "ICEWS": 20,
        "POLECAT": 40,
        "Phoenix": 26,
    }


@pytest.mark.parametrize("name", TABLES)
def test_the_documentation_says_of_every_column_how_it_is_made(name: str) -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    section = page[page.index(f"### {name}\n") :]
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \|$", section.split("\n### ")[0], re.MULTILINE)
    assert rows == [(column.name, column.says) for column in TABLES[name]()]


def test_gdelt_events_have_one_row_for_each_real_event_and_direction(folder: Path) -> None:
    rows = tabbed(folder / "events.export.CSV", GDELT)
    assert sorted(f"{row['Actor1Code']} {row['EventCode']} {row['Actor2Code']}" for row in rows) == [
        "CHNGOV 040 KORGOV",
        "KOR  CHN",
        "KORGOV 040 CHNGOV",
        "PRK 1121 KOR",
    ]
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_a_gdelt_event_is_filled_as_far_as_is_known(folder: Path) -> None:
    rows = tabbed(folder / "events.export.CSV", GDELT)
    met = known(next(row for row in rows if row["Actor1Code"] == "CHNGOV"))
    assert met.pop("GLOBALEVENTID").isdigit()
    assert met == {
        "SQLDATE": "20130320",
        "MonthYear": "201303",
        "Year": "2013",
        "FractionDate": "2013.2192",
        "Actor1Code": "CHNGOV",
        "Actor1Name": "XI JINPING",
        "Actor1CountryCode": "CHN",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "KORGOV",
        "Actor2Name": "PARK GEUN-HYE",
        "Actor2CountryCode": "KOR",
        "Actor2Type1Code": "GOV",
        "IsRootEvent": "1",
        "EventCode": "040",
        "EventBaseCode": "040",
        "EventRootCode": "04",
        "QuadClass": "1",
        "GoldsteinScale": "1.0",
        "NumMentions": "2",
        "NumArticles": "2",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Beijing, China",
        "ActionGeo_CountryCode": "CH",
        "ActionGeo_Lat": "39.91",
        "ActionGeo_Long": "116.4",
        "DATEADDED": "20130321000000",
        "SOURCEURL": "https://post.example/2013/03/21/a?b=c&d=e_f",
    }


def test_of_what_is_undated_and_uncoded_a_gdelt_event_says_nothing(folder: Path) -> None:
    rows = tabbed(folder / "events.export.CSV", GDELT)
    rebuffed = known(next(row for row in rows if row["EventCode"] == ""))
    assert set(rebuffed) == {
        *("GLOBALEVENTID", "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor2Code", "Actor2Name"),
        *("Actor2CountryCode", "IsRootEvent", "QuadClass", "NumMentions", "NumArticles"),
    }


def test_gdelt_mentions_point_at_the_words(store: Store, folder: Path) -> None:
    events = {row["GLOBALEVENTID"]: row for row in tabbed(folder / "events.export.CSV", GDELT)}
    rows = tabbed(folder / "events.mentions.CSV", MENTIONS)
    assert len(rows) == 6
    for row in rows:
        name, _, event = row["Extras"].rpartition(":")
        report = store.report(name)
        assert report is not None
        trigger = next(one.trigger for one in report.events if one.id == event)
        assert int(row["ActionCharOffset"]) == trigger.start
        assert int(row["MentionDocLen"]) == len(report.text)
        for number in (1, 2):
            start, wanted = int(row[f"Actor{number}CharOffset"]), events[row["GLOBALEVENTID"]][f"Actor{number}Name"]
            assert report.text[start : start + len(wanted)].upper() == wanted


def test_a_mention_without_an_address_is_a_citation(folder: Path) -> None:
    rows = tabbed(folder / "events.mentions.CSV", MENTIONS)
    found = {(row["MentionType"], row["MentionSourceName"], row["MentionIdentifier"]) for row in rows}
    assert found == {
        ("1", "post.example", "https://post.example/2013/03/21/a?b=c&d=e_f"),
        ("2", "", "50% of {all} _talks_ #1 🕊, 2013-03-22"),
        ("2", "", "r3"),
    }


def test_duckdb_and_polars_read_gdelt_with_its_own_types(folder: Path) -> None:
    path = str(folder / "events.export.CSV")
    found = duckdb.read_csv(path, header=False, sep="\t", quotechar="", names=GDELT).fetchall()
    assert [len(row) for row in found] == [61] * 4
    assert all(isinstance(row[0], int) and row[0] < 1 << 53 for row in found)
    frame = pl.read_csv(path, separator="\t", has_header=False, new_columns=GDELT, quote_char=None)
    assert frame["GoldsteinScale"].drop_nulls().sort().to_list() == [-2.0, 1.0, 1.0]


@pytest.mark.parametrize("name", ["icews", "polecat"])
def test_icews_and_polecat_have_a_row_for_each_telling_and_direction(folder: Path, name: str) -> None:
    rows = tabbed(folder / f"events.{name}.tsv")
    assert list(rows[0]) == (ICEWS if name == "icews" else POLECAT)
    assert len(rows) == 6
    assert len({row["Event ID"] for row in rows}) == 6


def test_an_icews_event_is_filled_as_far_as_is_known(folder: Path) -> None:
    rows = tabbed(folder / "events.icews.tsv")
    met = known(next(row for row in rows if row["City"] and row["Source Name"] == "Xi Jinping"))
    assert met.pop("Event ID").isdigit()
    assert met.pop("Story ID").isdigit()
    assert met == {
        "Event Date": "2013-03-20",
        "Source Name": "Xi Jinping",
        "Source Sectors": "GOV",
        "Source Country": "China",
        "Event Text": met["Event Text"],
        "CAMEO Code": "040",
        "Intensity": "1.0",
        "Target Name": "Park Geun-hye",
        "Target Sectors": "GOV",
        "Target Country": "South Korea",
        "Publisher": "Morning Post",
        "City": "Beijing",
        "Country": "China",
        "Latitude": "39.91",
        "Longitude": "116.4",
    }


def test_a_polecat_event_is_filled_as_far_as_is_known(folder: Path) -> None:
    rows = tabbed(folder / "events.polecat.tsv")
    met = known(next(row for row in rows if row["City"] and row["Actor Name"] == "Xi Jinping"))
    assert met == {
        "Event ID": "r1:e1:a1:a2",
        "Event Date": "2013-03-20",
        "Event Type": "CONSULT",
        "Intensity": "2.5",
        "Quad Code": "VERBAL COOPERATION",
        "Actor Name": "Xi Jinping",
        "Actor Country": "CHN",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Title": "President of China",
        "Actor Name Raw": "Xi Jinping",
        "Recipient Name": "Park Geun-hye",
        "Recipient Country": "KOR",
        "Primary Recipient Sector": "GOV",
        "Recipient Sectors": "GOV",
        "Recipient Title": "President of South Korea",
        "Recipient Name Raw": "Park Geun-hye",
        "Placename": "Beijing",
        "City": "Beijing",
        "Country": "China",
        "Latitude": "39.91",
        "Longitude": "116.4",
        "GeoNames ID": "1816670",
        "Raw Placename": "Beijing",
        "Feature Type": "city",
        "Source": "Morning Post",
        "Publication Date": "2013-03-21",
        "Story People": "Xi Jinping; Park Geun-hye",
        "Story Organizations": "Ministry of Foreign Affairs of China",
        "Language": "en",
        "Version": met["Version"],
    }


def test_phoenix_events_have_26_columns_and_no_header(folder: Path) -> None:
    columns = [column.name for column in phoenix_columns()]
    rows = tabbed(folder / "events.phoenix.tsv", columns)
    assert len(rows) == 6
    met = next(row for row in rows if row["LocationName"] and row["SourceActorFull"] == "CHNGOV")
    assert [met[name] for name in columns[1:5]] == ["20130320", "2013", "03", "20"]
    assert [met[name] for name in columns[5:13]] == ["CHNGOV", "CHN", "GOV", "", "KORGOV", "KOR", "GOV", ""]


def test_what_is_planned_is_told_only_when_asked_for(store: Store, folder: Path, tmp_path: Path) -> None:
    assert "AGREE" not in {row["Event Type"] for row in tabbed(folder / "events.polecat.tsv")}
    export("polecat", Chosen(store, Query(status="planned")), tmp_path)
    assert [row["Event Type"] for row in tabbed(tmp_path / "events.polecat.tsv")] == ["AGREE"]


def test_the_same_record_gives_the_same_files(store: Store, folder: Path, tmp_path: Path) -> None:
    for path in export("gdelt", Chosen(store), tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes()
