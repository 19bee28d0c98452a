"""Builds src/dragoman/knowledge/offices.csv from collected facts and two hand-kept tables beside this script.

    python scripts/build_offices.py FACTS [--quiet]

FACTS is a folder with wikidata_holders21.csv, ep_foreign_ministers_wikidata_2023.csv,
ep_world_leaders_2021_wikidata.csv and reign_leaderlist_2021_03.csv. Hand-kept: offices_extra.csv (what the facts lack
or have wrong) and leader_names.csv (full names and offices for REIGN's bare surnames). What contradicts itself is
mended by the rules in office_terms.py or dropped, and each such case is printed to stderr.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from office_terms import BY_HAND, EP, REIGN, WIKIDATA, Row, settle

from dragoman.knowledge.countries import names
from dragoman.knowledge.person_names import surnames, variants

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/dragoman/knowledge/offices.csv"
HAND_SEEN = "2025-06-30"
"""The day until which the hand-kept table vouches for a term without an end, where the row gives no later one."""

SLUGS = {
    "us": "USA",
    "uae": "ARE",
    "czech": "CZE",
    "swiss": "CHE",
    "saudi": "SAU",
    "bosnia-herzegovina": "BIH",
    "congo-kinshasa": "COD",
}
ROLES = {
    "head_of_state": r"(?:Acting )?President|King|[Mm]onarch|emir|Supreme Leader|Chairman of the Sovereignty Council"
    r"|Yang di_pertuan Agong \(Monarch\)",
    "head_of_government": r"Prime Minister|Premier|Premier of the State Council|Federal Chancellor|Taoiseach",
    "foreign_minister": r"(?:Federal )?Minister (?:of|for) (?:Europe and |International |External |Foreign )"
    r"(?:and European )?(?:Affairs|Relations)(?: and (?:Worship|Trade|Cooperation)|, European Union and Foreign Aid)?"
    r"|Secretar(?:y|ies) (?:of|for) Foreign Affairs|Secretary of State for Foreign and Commonwealth Affairs",
    "defence_minister": r"(?:Federal )?Minister (?:of|for) (?:National )?Defence(?: and Armed Forces Logistics"
    r"| and Military Veterans)?|Minister of the (?:Revolutionary )?Armed Forces"
    r"|Secretary (?:of|for) (?:National )?Defen[cs]e|Secretary of State for Defence",
    "vice_president": r"Vice[ -]President|Deputy President|(?:First|Second) Vice President",
}
ONLY = {("us", "Secretary of State"): "foreign_minister", ("hong-kong", "Chief Executive"): "head_of_government"}
POSITIONS = {
    "head_of_state": "President",
    "head_of_government": "Prime Minister",
    "foreign_minister": "Foreign Minister",
    "defence_minister": "Defence Minister",
    "vice_president": "Vice President",
}
LOCAL_POSITIONS = {
    ("USA", "foreign_minister"): "Secretary of State",
    ("USA", "defence_minister"): "Defense Secretary",
    ("GBR", "foreign_minister"): "Foreign Secretary",
    ("GBR", "defence_minister"): "Defence Secretary",
    ("PHL", "foreign_minister"): "Foreign Secretary",
    ("PHL", "defence_minister"): "Defense Secretary",
    ("MEX", "foreign_minister"): "Foreign Minister",
    ("MEX", "defence_minister"): "Defense Secretary",
    ("IND", "foreign_minister"): "External Affairs Minister",
    ("ZAF", "vice_president"): "Deputy President",
    ("CHN", "head_of_government"): "Premier",
    ("TWN", "head_of_government"): "Premier",
    ("PRK", "head_of_government"): "Premier",
    ("DEU", "head_of_government"): "Chancellor",
    ("AUT", "head_of_government"): "Chancellor",
    ("IRL", "head_of_government"): "Taoiseach",
}
KEPT_POSITIONS = {
    "Supreme Leader",
    "Acting President",
    "King",
    "Chairman of the Sovereignty Council",
    "Chief Executive",
}
QUEENS = {"Elizabeth II", "Margrethe II of Denmark", "Beatrix of the Netherlands"}
REALMS = {"canada", "new-zealand", "australia"}
"""The British monarch is head of state there too, but no news means Canada by "the Queen"."""
FAMILY_FIRST = {
    **dict.fromkeys(("Ban Ki-moon", "Lee Jong-wook", "Song Sang-hyun"), "KOR"),
    **dict.fromkeys(("Qu Dongyu", "Zhang Ming", "Shi Jiuyong"), "CHN"),
}
"""People at the head of world bodies whose names follow their own country's custom."""
CONTESTED = {
    *("Abdel-Aziz bin Habtour", "Hisham Sharaf", "Mohamed al-Atifi", "Mahdi al-Mashat"),
    *("Fathi Bashagha", "Zin Mar Aung"),
}
"""Named by a rival government: who held the office is what the parties fight about."""
MISLABELLED = {
    ("india", "Minister of Foreign Affairs"),  # India's foreign secretaries, civil servants
    ("canada", "Rick Casson"),  # parliamentary secretary
    ("malaysia", "Mohd Radzi Sheikh Ahmad"),  # home minister
    ("zimbabwe", "Nicholas Goche"),  # never the minister, overlaps Mudenge's ten years
}
"""Country with a position or person that stands in the facts for another office."""


def wikidata(facts: Path) -> Iterator[Row]:
    """The kept offices of wikidata_holders21.csv; a country's rows vouch until the newest day they name."""
    rows = _read(facts / "wikidata_holders21.csv")
    newest: dict[str, str] = {}
    for row in rows:
        days = [day for day in (row["start"], row["end"]) if len(day) == 10]
        newest[row["country"]] = max("2022-07-01", newest.get(row["country"], ""), *days)
    for row in rows:
        role = _role(row["country"], row["position"])
        wrong = {(row["country"], row["position"]), (row["country"], row["person"])} & MISLABELLED
        if role is None or row["person"] in CONTESTED or wrong:
            continue
        country = SLUGS.get(row["country"]) or _code(row["country"].replace("-", " ").title())
        position = _position(row["position"], row["person"], country, role)
        yield Row(
            person=re.sub(r" of (?:Norway|Denmark|Sweden|Spain|Belgium|the Netherlands)$", "", row["person"]),
            wikidata=row["wikidata_id"],
            country=country,
            position=position,
            role=role,
            first=row["start"],
            last=row["end"],
            seen=min(newest[row["country"]], "2023-01-15"),
            source="Wikidata (CC0), read 2022-07 to 2023-01",
            rank=WIKIDATA,
        )


def foreign_ministers(facts: Path) -> Iterator[Row]:
    """The foreign ministers of January 2023; places that are no country of ours are passed over."""
    for row in _read(facts / "ep_foreign_ministers_wikidata_2023.csv"):
        country = _code(row["countryLabel"] or "")
        start = row["start"] or ""
        if (
            not row["name"]
            or country in {"", "PRI"}
            or row["name"] in CONTESTED
            or not re.fullmatch(r"\d{4}-\d\d-\d\d", start)
        ):
            continue
        yield Row(
            person=re.sub(r"^(?:Dr\.|Archbishop|Sheikh|Prince) ", "", row["name"]),
            wikidata=row["person"],
            country=country,
            position=_position("", row["name"], country, "foreign_minister"),
            role="foreign_minister",
            first=start,
            seen="2023-01-15",
            source="Wikidata (CC0), read 2023-01",
            rank=EP,
        )


def world_leaders(facts: Path) -> Iterator[Row]:
    """Heads of state and government of 2021-2022, by year; only presidents and prime ministers, by their label."""
    for row in _read(facts / "ep_world_leaders_2021_wikidata.csv"):
        label, person = row["positionLabel"], row["officeholderLabel"]
        role = next((role for word, role in LABELS if label.lower().startswith(word)), None)
        country = _code(row["country"].removeprefix("Kingdom of ").removeprefix("the "))
        if role is None or not country or person in CONTESTED or re.fullmatch(r"Q\d+", person):
            continue
        if row["start_year"] == row["end_year"]:
            continue  # acting for days: a year's term would be far too long
        yield Row(
            person=person.replace('"Brave" ', ""),
            wikidata=row["officeholder"],
            country=country,
            position=_position(label, person, country, role),
            role=role,
            first=row["start_year"],
            last=row["end_year"],
            seen="2022-09-15",
            source="Wikidata (CC0), read 2022",
            rank=EP,
        )


LABELS = (
    ("president of the executive yuan", None),
    ("president of the pontifical", None),
    ("president of", "head_of_state"),
    ("prime minister of", "head_of_government"),
    ("federal chancellor of", "head_of_government"),
    ("king of", "head_of_state"),
    ("emperor of", "head_of_state"),
    ("sultan of", "head_of_state"),
    ("emir of", "head_of_state"),
)


def reign(facts: Path) -> Iterator[Row]:
    """REIGN's leaders for whom leader_names.csv knows the full name and office, in office in 1990 or later."""
    known: dict[str, list[dict[str, str]]] = {}
    for row in _read(HERE / "leader_names.csv"):
        known.setdefault(row["state"], []).append(row)
    text = (facts / "reign_leaderlist_2021_03.csv").read_bytes().decode("latin-1")
    rows = list(csv.DictReader(text.splitlines()))
    for row, after in zip(rows, [*rows[1:], {}], strict=True):
        fits = [each for each in known.get(row["stateabb"], []) if row["leader"].strip().startswith(each["leader"])]
        fits = [each for each in fits if each["since"] in {"", row["syear"]}]
        if not fits or (row["eyear"] and int(row["eyear"]) < 1990):
            continue
        named = max(fits, key=lambda each: (len(each["leader"]), each["since"]))
        end = f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] and row["emonth"] else ""
        begun = _day(after) if after and after["stateabb"] == row["stateabb"] else ""
        yield Row(
            person=named["person"],
            country=named["country"],
            position=named["position"] or _position("", named["person"], named["country"], named["role"]),
            role=named["role"],
            first=_day(row),
            last=begun if end and begun.startswith(end) else end,
            seen="2021-03-01",
            source="REIGN 2021-03 (OEF Research, MIT); full name by hand",
            rank=REIGN,
        )


def by_hand() -> Iterator[Row]:
    """The rows of offices_extra.csv, which outrank every other."""
    for row in _read(HERE / "offices_extra.csv"):
        yield Row(
            person=row["person"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            wikidata=row["wikidata"],
            country=row["country"],
            position=row["position"] or _position("", row["person"], row["country"], row["role"]),
            role=row["role"],
            first=row["first"],
            last=row["last"],
            seen=row["seen"] or max(HAND_SEEN, row["first"] if len(row["first"]) == 10 else ""),
            source=row["source"],
            rank=BY_HAND,
        )


def main() -> None:
    """Reads, settles and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--quiet", action="store_true", help="print the counts only")
    options = parser.parse_args()
    facts: Path = options.facts
    sources = (by_hand(), wikidata(facts), foreign_ministers(facts), world_leaders(facts), reign(facts))
    kept, said = settle([row for source in sources for row in source])
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(
            (
                "person",
                "aliases",
                "surname",
                "wikidata",
                "country",
                "position",
                "role",
                "first",
                "last",
                "seen",
                "source",
            )
        )
        writer.writerows(_line(row) for row in kept)
    for line in said if not options.quiet else ():
        print(line, file=sys.stderr)
    print(f"{len(kept)} terms kept, {len(said)} mended or dropped", file=sys.stderr)


def _line(row: Row) -> tuple[str, ...]:
    aliases = dict.fromkeys([*row.aliases, *variants(row.person)])
    aliases.pop(row.person, None)
    alone = "|".join(_alone(row))
    return (
        *(row.person, "|".join(aliases), alone, row.wikidata, row.country, row.position, row.role),
        *(row.first, row.last, row.seen, row.source),
    )


def _alone(row: Row) -> dict[str, None]:
    """The parts used alone, of the name and of its other spellings, which have as many words: "Zelensky"."""
    custom = FAMILY_FIRST.get(row.person, row.country)
    if not (own := surnames(row.person, custom)):
        return {}
    spelt = [alias for alias in row.aliases if len(alias.split()) == len(row.person.split()) > 1]
    return dict.fromkeys([*own, *(part for alias in spelt for part in surnames(alias, custom))])


def _role(slug: str, position: str) -> str | None:
    if slug in REALMS and position.lower() == "monarch":
        return None
    found = ONLY.get((slug, position))
    return found or next((role for role, pattern in ROLES.items() if re.fullmatch(pattern, position)), None)


def _position(label: str, person: str, country: str, role: str) -> str:
    if label in KEPT_POSITIONS:
        return label
    if role == "head_of_state" and re.match(r"(?i)monarch|king|yang", label):
        return "Queen" if person in QUEENS else "King"
    if role == "head_of_state" and (match := re.match(r"(?i)emir|emperor|sultan", label)):
        return match[0].capitalize()
    return LOCAL_POSITIONS.get((country, role), POSITIONS.get(role, label))


def _code(name: str) -> str:
    code, how = names().get(name, ("", ""))
    return code if how in {"name", "alias"} else ""


def _day(row: dict[str, str]) -> str:
    return f"{row['syear']}-{int(row['smonth']):02}-{int(row['sdate'] or 1):02}"


def _read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


if __name__ == "__main__":
    main()
