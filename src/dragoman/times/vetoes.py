"""What looks like a time and is none: "Mr May", the "Sunday Times", "2000 soldiers", "a quarter of the vote"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from dragoman.times.tagging import Hit

_WINDOW = 24
_PREPOSITION = re.compile(
    r"(?i:(?:\b(?:in|since|of|by|until|till|from|to|through|during|between|before|after|and|or|for|than|as|around|about"
    r"|circa|late|early|mid|dated?)|[(\-–/,])\s*)$"
)
_DATING = re.compile(
    r"(?i:\b(?:in|since|until|till|during|early|late|mid|last|next|this|through|between|by|of|from|to|and|or|for)\s+)$"
)
_DATING_ONLY = re.compile(r"(?i:\b(?:in|since|until|till|during|early|late|last|next|this|by)\s+)$")
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Gen|Col|Sen|Rep|President|Minister|Secretary)\.?|\bTheresa)\s+$"
)
_MAY_IS_A_PERSON = re.compile(r"\b(?:Mrs?|Ms|Miss|Theresa|Minister)\.?\s+May\b")
_NAMED_DAY = re.compile(r"\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Holy|Cyber|Maundy|Shrove|Arab|Prague)\s+$")
_NAMED_AFTER_A_DAY = re.compile(
    r"\bSept(?:ember|\.)?\s11(?:th)?,?\s+(?:(?:terror|terrorist|hijack)\s+)?attacks?\b"
    r"|[0-9](?:st|nd|rd|th)?\s+(?:Movement|Uprising|Revolution|Incident|Massacre|Brigades?)\b"
)
_NAMED_AFTER_A_MONTH = re.compile(r"\s+(?:Revolution|War|Uprising|Manifesto|Massacre|Crisis|Movement)\b")
_TO_A_MONTH = re.compile(r"\s?[-–—]\s?(?:June|July|August|September|October|November|December)\b")
_TITLE_AFTER = re.compile(
    r"\s+(?i:peace\s+|power-sharing\s+)?(?:(?i:agreements?|accords?)|Times|Telegraph|Mail|Express|Mirror|Post|Herald|Night|Group|Magazine)\b"
)
_COUNTED = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:people|men|women|children|soldiers|troops|police|refugees|homes|tons|tonnes|miles|meters"
    r"|metres|feet|points?|votes|dollars|euros|pounds|yen|won|barrels|shares|members|workers|civilians|percent|per\s?cent"
    r"|kilomet(?:er|re)s|km|acres|delegates|jobs|vehicles|tanks|missiles|times)\b"
)
_NUMBERED = re.compile(r"(?i:\b(?:no|number|flight|room|page|part|section|order|resolution)\.?\s*|[#/:])$")
_OCCASION_AFTER = re.compile(
    r"\s+(?:[A-Z][a-z]|(?:[a-z]+\s)?(?:election|elections|summit|census|agreement|accord|treaty|deal|war|invasion|vote|"
    r"referendum|campaign|budget|report|season|conference|declaration|attack|attacks|coup|crisis)\b)"
)
_BEFORE_CHRIST = re.compile(r"\s?(?:BC|B\.C\.|BCE|B\.C\.E\.)(?!\w)")
_WAR_AFTER = re.compile(r"['’]?\s+War\b")
_LASTING_AFTER = re.compile(
    r"\s+(?:[a-z]+\s)?(?:war|conflict|truce|cease-?fire|crisis|siege|strike|dispute|insurgency|uprising|rebellion|revolt"
    r"|blockade|embargo|boycott|stand-?off|offensive|occupation|ban|deadlock|feud|talks|campaign|protests?|slump|rift)\b"
)
"""What lasts and so has an age that is a time: "a three-month-old war"."""
_OWNERS = re.compile(r"(?i:\b(?:his|her|their|my|your|our|its|low|high|upper|lower)\s+)$")
_QUOTED = re.compile(r"[\"“'‘`]$")
_OTHER_EASTER = re.compile(r"\b(?:Orthodox|Coptic|Julian)\s+$")
_PAPERS = frozenset({"daily", "weekly", "monthly"})
_PAPER_NAME = re.compile(r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[\"“‘']?[A-Z][a-z]+(?![.\w])")
_COUNTS_SOMETHING = re.compile(
    r"\s?-?(?!(?:and|or|to|until|when|as|with|by|that|which|after|before|but|in|on|at|was|is)\b)[a-z]"
)
_ABBREVIATED = re.compile(r"(?:Sun|Sat|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Mar|Jan|Sep|Dec|Jun|Jul)\.?")


class _Place(NamedTuple):
    """Where a hit stands: its words and what is right before and after them."""

    words: str
    before: str
    after: str
    is_person: bool
    may_is_a_person: bool


def keep_times(hits: Iterable[Hit], text: str, doc: Doc | None) -> list[Hit]:
    """The hits that are times where they stand; `doc` may be None, then names are told by their context alone."""
    is_named_may = bool(_MAY_IS_A_PERSON.search(text))
    return [
        hit
        for hit in hits
        if (check := _CHECKS.get(hit.rule)) is None or check(hit, _place(hit, text, doc, is_named_may=is_named_may))
    ]


def _place(hit: Hit, text: str, doc: Doc | None, *, is_named_may: bool) -> _Place:
    start, end = hit.span
    tokens = doc.char_span(start, end, alignment_mode="expand") if doc is not None and hit.rule == "month" else None
    return _Place(
        words=text[start:end],
        before=text[max(0, start - _WINDOW) : start],
        after=text[end : end + 2 * _WINDOW],
        is_person=any(token.ent_type_ == "PERSON" for token in tokens or ()),
        may_is_a_person=is_named_may,
    )


def _month(_hit: Hit, at: _Place) -> bool:
    if _NAMED_AFTER_A_MONTH.match(at.after):
        return False
    if at.words == "May" and not _TO_A_MONTH.match(at.after):
        return bool(_DATING.search(at.before)) and not at.may_is_a_person and not at.is_person
    if at.words == "March":
        dates = _PREPOSITION.search(at.before) or re.search(r"(?i:\b(?:the|this|last|next|its|their)\s+)$", at.before)
        return bool(dates) and not re.match(r"\s+(?:on|for|of|against)\b", at.after)
    if _ABBREVIATED.fullmatch(at.words):
        return bool(_DATING_ONLY.search(at.before))
    is_a_word = len(at.words) <= len("April.") and at.words.rstrip(".").isalpha()
    return not _TITLE.search(at.before) and not (is_a_word and at.is_person)


def _month_day(hit: Hit, at: _Place) -> bool:
    """A day of no stated year that names what happened on it: "the September 11 attacks", "the March 1 Movement"."""
    return bool(hit.part("year") or hit.part("relyear")) or not _NAMED_AFTER_A_DAY.search(f"{at.words}{at.after}")


def _weekday(_hit: Hit, at: _Place) -> bool:
    return not (_ABBREVIATED.fullmatch(at.words) or _NAMED_DAY.search(at.before) or _TITLE_AFTER.match(at.after))


def _season(_hit: Hit, at: _Place) -> bool:
    return not _NAMED_DAY.search(at.before)


def _year(_hit: Hit, at: _Place) -> bool:
    """A number without more to it is a year from 1800 to 2099; a round or an early one needs words that date, too."""
    if _BEFORE_CHRIST.match(at.after) or re.match(r"-[A-Z]?[0-9]", at.after):
        return False
    if not re.fullmatch("[0-9]{4}", at.words):
        return True
    if _COUNTED.match(at.after) or _NUMBERED.search(at.before):
        return False
    if int(at.words) % 100 and 1800 <= int(at.words) <= 2099:
        return True
    if int(at.words) >= 1800 and re.search(r"(?i:\bthe\s+)$", at.before) and _OCCASION_AFTER.match(at.after):
        return True
    return bool(_PREPOSITION.search(at.before)) and not _COUNTS_SOMETHING.match(at.after)


def _the_unit(hit: Hit, at: _Place) -> bool:
    """No "man of the year", no "year 0"."""
    if re.match(r"\s[0-9]", at.after):
        return False
    return bool(hit.part("mod")) or hit.part("unit") == "weekend" or not re.search(r"(?i:\bof\s+)$", at.before)


def _the_day(hit: Hit, at: _Place) -> bool:
    over = re.search(
        r"(?i:\b(?:for|during|on|end|ends|ended|ending|finish|finished|finishing|close|closed|closing|start|started|spent)"
        r"\s+)$",
        at.before,
    )
    goes_on = re.match(r"\s+(?:of|after|before|when|that|he|she|it|they|we|the)\b", at.after)
    return bool(hit.part("mod")) or bool(over and not goes_on)


def _duration(hit: Hit, at: _Place) -> bool:
    """No ages of people, no "Six-Day War", no "a second round", no "three quarters of the vote", no prices "a day"."""
    if _is_a_title(at):
        return False
    unit = hit.part("unit") or ""
    lone = hit.part("amount") in ("a", "an") and not hit.part("directed")
    if _WAR_AFTER.match(at.after) or (hit.part("old") == "old" and not _LASTING_AFTER.match(at.after)):
        return False
    if lone and unit in ("second", "quarter"):
        return False
    if unit == "quarter":
        return not re.match(r"\s*,?\s*(?:of|point)\b", at.after)
    if lone and not hit.part("rough") and unit in ("minute", "day"):
        return bool(re.search(r"(?i:\b(?:for|in|within|after)\s+)$", at.before))
    return True


def _span_of(_hit: Hit, at: _Place) -> bool:
    """No "early hours of Monday"."""
    return not re.search(r"(?i:\bearly\s+)$", at.before)


def _ago_plain(_hit: Hit, at: _Place) -> bool:
    """No end of an amount that is no number of this grammar ("99999999 years ago")."""
    return not re.search(r"[0-9]\s*$", at.before)


def _frequency(hit: Hit, at: _Place) -> bool:
    """No newspaper such as the Daily Mail or the daily Haaretz; but "daily U.N. briefings", "weekly Friday prayers"."""
    if not hit.part("adverb"):
        return True
    if at.words[0].isupper():
        return not re.match(r"\s+[A-Z]", at.after)
    return not (at.words in _PAPERS and _PAPER_NAME.match(at.after))


def _decade(hit: Hit, at: _Place) -> bool:
    """No "in his 70s"; "in their late 20s" is no time either."""
    return not (_OWNERS.search(at.before) and len((hit.part("decade") or "").strip("'’")) == 3)


def _century(_hit: Hit, at: _Place) -> bool:
    """No century before Christ: TIMEX3 has its own signs for those, and nothing later counts from them."""
    return not _BEFORE_CHRIST.match(at.after)


def _holiday(_hit: Hit, at: _Place) -> bool:
    """No "Good Friday Agreement", no "Easter Island"; the Orthodox Easter has other days."""
    named = _TITLE_AFTER.match(at.after) or re.match(r"\s+(?:Islands?|Rising|Massacre)\b", at.after)
    return not (named or _OTHER_EASTER.search(at.before))


def _is_a_title(at: _Place) -> bool:
    """Words such as "48 Hours" and "This Week" between quotation marks."""
    return bool(_QUOTED.search(at.before)) and all(word[0].isupper() or word[0].isdigit() for word in at.words.split())


def _near_unit(_hit: Hit, at: _Place) -> bool:
    return not _is_a_title(at) or bool(re.match(r"[,.]?\s*[a-z]", at.after))


def _future_ref(_hit: Hit, at: _Place) -> bool:
    """No "as soon as"; a phrase that holds it is longer and was taken whole."""
    return at.words.lower() != "soon" or not re.search(r"(?i:\bas\s+)$", at.before)


_CHECKS = {
    "month": _month,
    "month_day": _month_day,
    "weekday": _weekday,
    "weekdays": _weekday,
    "season": _season,
    "season_plain": _season,
    "year": _year,
    "near_unit": _near_unit,
    "the_unit": _the_unit,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
    "the_day": _the_day,
    "duration": _duration,
    "span_of": _span_of,
    "span_after": _span_of,
    "ago_plain": _ago_plain,
    "frequency": _frequency,
    "future_ref": _future_ref,
}
