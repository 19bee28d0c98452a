"""Which place each toponym stands for: every candidate is scored by what the report says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dragoman.places.candidate import (
    COUNTRY,
    UNPLACED,
    WHOLE,
    Candidate,
    adjective_for,
    candidates,
    of_country,
    short_for,
)
from dragoman.places.within import containers, kilometres, lies_in, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.places.toponym import Toponym

LEAST, LEAST_ABROAD = 4.5, 5.2
"""Scores below which one of GeoNames' places is not believed: the second, a town of some 150,000, where the report
names neither its country nor another place of it."""
COUNTRY_NAMED, MOST_NAMED, SAME_REGION, NEARBY, TOLD, SORTED, LISTED = 2.5, 0.5, 1.0, 0.7, 3.5, 1.5, 1.5
"""What speaks for a candidate, in powers of ten of people: its country is named in the report, the most of all; a
place of its region or within `CLOSE` is; the words beside say where it lies; they say what sort of place it is; it
stands in a list of such places."""
CLOSE = 200
"""Kilometres."""
KEPT = frozenset({"P", "A", "B"})
"""Kinds from GeoNames; the others are kept by hand and few bear their names."""
OF_REGION = frozenset({"province", "governorate", "county", "state", "prefecture", "oblast", "region", "district"})
OF_STATE = frozenset({"gov.", "governor", "sen.", "senator", "legislature", "lawmakers", "premier", "state"})
"""Whose words before or behind them are a region's: "*New York* Gov. Ann Roe"."""
OF_TOWN = frozenset({"city", "town", "village", "suburb", "hamlet", "port", "capital"})


class Setting(NamedTuple):
    """What the report tells of where it plays: weights of countries and of their regions, places that are settled."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], int]
    places: Sequence[Candidate]


class Beside(NamedTuple):
    """What the words beside toponyms tell: which may lie in which, which are listed, what sort each is said to be."""

    told: Sequence[Pair]
    lists: Sequence[Pair]
    sorts: Mapping[Toponym, str]


Options: TypeAlias = "Mapping[Toponym, tuple[Candidate, ...]]"
Choice: TypeAlias = "dict[Toponym, Candidate | None]"
Pair: TypeAlias = "tuple[Toponym, Toponym]"
Scores: TypeAlias = "dict[Candidate, float]"


def resolved(doc: Doc, found: Sequence[Toponym]) -> Choice:
    """The place of each toponym, None where the tables have none or none is believed.

    A name has one sense in a report, but for the one that says where another place lies: in "Utica, New York" it is
    the state. The report is read twice: what is settled at first speaks for its neighbours then.
    """
    options = {one: _options(one) for one in found}
    told = list(containers(doc, found))
    beside = Beside(told, list(listed(doc, found)), {one: _sort(doc, one) for one in found})
    setting = Setting(_countries(options, {}), {}, ())
    chosen: Choice = {}
    for _ in range(2):
        chosen = _chosen(options, beside, setting)
        setting = _setting(options, chosen)
    return chosen | _in_countries(chosen, told)


def _in_countries(chosen: Choice, told: Sequence[Pair]) -> Choice:
    """What is known of places that no table has and whose country the words beside tell."""
    found: Choice = {}
    for inner, holder in told:
        around = chosen[holder]
        if chosen[inner] is None and around is not None and around.country:
            found[inner] = Candidate("", UNPLACED, around.country, "", None, None, None, 0, 0.0)
    return found


def _options(one: Toponym) -> tuple[Candidate, ...]:
    if one.how == "short":
        return short_for(one.key)
    if one.how == "adjective":
        return (of_country(one.code),) if one.code else adjective_for(one.key)
    if one.code is None:
        return candidates(one.key)
    return (of_country(one.code), *(each for each in candidates(one.key) if each.kind == "state"))


def _countries(options: Options, chosen: Choice) -> dict[str, float]:
    """How often each country is named, or a place of it: a name that only one country can mean counts fully."""
    weights: dict[str, float] = defaultdict(float)
    for one, places in options.items():
        if len(places) == 1 and places[0].country:
            weights[places[0].country] += 1
        elif (place := chosen.get(one)) and place.country:
            weights[place.country] += 0.5
    return weights


def _setting(options: Options, chosen: Choice) -> Setting:
    places = [place for place in dict.fromkeys(chosen.values()) if place and place.kind != COUNTRY]
    regions = Counter((place.country, place.admin1) for place in places if place.country and place.admin1)
    return Setting(_countries(options, chosen), regions, places)


def _chosen(options: Options, beside: Beside, setting: Setting) -> Choice:
    scores = _scores(options, beside.sorts, setting)
    _favour_lists(scores, options, beside.lists)
    outer: dict[Toponym, Candidate] = {}
    raised: set[tuple[str, Candidate]] = set()
    for inner, holder in beside.told:
        pair = _pair(options[inner], options[holder], scores[inner.key], scores[holder.key])
        if pair:
            raised.add((inner.key, pair[0]))
            outer[holder] = pair[1]
    for key, place in raised:
        scores[key][place] += TOLD
    return {one: outer.get(one) or _best(scores[one.key], options[one], setting) for one in options}


def _favour_lists(scores: Mapping[str, Scores], options: Options, lists: Sequence[Pair]) -> None:
    """Raise a name's first-level region once if the name beside it in a list has one of the same country."""
    alike = {
        (one.key, place)
        for one, other in lists
        for place in options[one]
        if place.kind in WHOLE and any(each.kind in WHOLE and each.country == place.country for each in options[other])
    }
    for key, place in alike:
        scores[key][place] += LISTED


def _scores(options: Options, sorts: Mapping[Toponym, str], setting: Setting) -> dict[str, Scores]:
    """Each name's candidates with what the report and the words beside each mention say for them."""
    scores: dict[str, Scores] = {}
    for one, places in options.items():
        of_name = scores.setdefault(one.key, {})
        for each in places:
            if each not in of_name:
                of_name[each] = _score(each, setting)
            of_name[each] += _fits(each, sorts[one])
    return scores


def _pair(
    inner: Sequence[Candidate], holder: Sequence[Candidate], of_inner: Scores, of_holder: Scores
) -> tuple[Candidate, Candidate] | None:
    """The likeliest two places of which one lies in the other, None where two that do not are likelier.

    Two names of first-level regions side by side are a list: "Washington, Oregon".
    """
    pairs = [(a, b) for a in inner for b in holder if lies_in(a, b)]
    if not pairs or (_is_whole(inner) and _is_whole(holder)):
        return None
    best = max(pairs, key=lambda pair: of_inner[pair[0]] + of_holder[pair[1]])
    apart = max(of_inner[each] for each in inner) + max(of_holder[each] for each in holder)
    return best if of_inner[best[0]] + of_holder[best[1]] + TOLD >= apart else None


def _is_whole(places: Sequence[Candidate]) -> bool:
    return any(each.kind in {"state", "province"} for each in places)


def _best(scores: Scores, places: Sequence[Candidate], setting: Setting) -> Candidate | None:
    """The likeliest, None where it is not likely enough or two countries that share the name are equally likely."""
    if not places:
        return None
    best = max(places, key=lambda each: (scores[each], each.population))
    rivals = [each for each in places if each != best and each.kind == COUNTRY == best.kind]
    if any(scores[each] == scores[best] for each in rivals):
        return None
    least = LEAST if setting.countries.get(best.country or "") else LEAST_ABROAD
    return best if best.kind not in KEPT or scores[best] >= least else None


def _score(place: Candidate, setting: Setting) -> float:
    score = place.prior
    if place.kind == COUNTRY:
        return score + MOST_NAMED * (setting.countries.get(place.country or "", 0.0) > 0)
    if place.country:
        named = setting.countries.get(place.country, 0.0)
        score += COUNTRY_NAMED * named / (named + 2)
        score += MOST_NAMED * (named > 0 and named == max(setting.countries.values()))
    others = [each for each in setting.places if each != place]
    if place.country and place.admin1:
        here = setting.regions.get((place.country, place.admin1), 0) - (place in setting.places)
        score += SAME_REGION * (here > 0)
    return score + NEARBY * any(each.name != place.name and kilometres(place, each) < CLOSE for each in others)


def _sort(doc: Doc, one: Toponym) -> str:
    """The common noun that says what the place is, "" for none: "Anbar *province*", "the *town* of Azaz"."""
    if one.end < len(doc) and doc[one.end].lower_ in OF_STATE:
        return "state"
    if one.end < len(doc) and doc[one.end].lower_ in OF_REGION | OF_TOWN:
        return str(doc[one.end].lower_)
    if one.start > 1 and doc[one.start - 1].lower_ == "of" and doc[one.start - 2].lower_ in OF_REGION | OF_TOWN:
        return str(doc[one.start - 2].lower_)
    return ""


def _fits(place: Candidate, sort: str) -> float:
    """What the common noun beside a name says for a candidate, and against it."""
    if sort in OF_REGION:
        return SORTED if place.is_region and place.kind != COUNTRY else 0.0
    if sort in OF_TOWN:
        return SORTED if not place.is_region else 0.0
    return 0.0
