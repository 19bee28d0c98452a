"""Names agree across spellings, and the part used alone follows the country's custom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.person_names import name_key, surnames, variants


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "KIM JONG UN"),
        ("Kim Jong-un", "Kim Jongun"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Yıldırım Akbulut", "Yildirim Akbulut"),
        ("Mohamed ElBaradei", "Mohamed El Baradei"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_two_names_do_not_share_a_key() -> None:
    assert name_key("Kim Jong-un") != name_key("Kim Jong-il")


@given(st.text())
def test_any_text_has_a_key_and_a_key_is_its_own(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_a_hyphenated_given_name_is_also_written_apart() -> None:
    assert set(variants("Lee Hae-chan")) == {"Lee Hae Chan", "Lee Hae-Chan"}


def test_initials_suffixes_and_marks_may_be_missing() -> None:
    assert "Mark Esper" in variants("Mark T. Esper")
    assert "Surangel Whipps" in variants("Surangel Whipps Jr.")
    assert "Viktor Orban" in variants("Viktor Orbán")


@pytest.mark.parametrize(
    ("name", "country", "alone"),
    [
        ("Park Geun-hye", "KOR", ("Park",)),
        ("Xi Jinping", "CHN", ("Xi",)),
        ("Tsai Ing-wen", "TWN", ("Tsai",)),
        ("Joseph Wu", "TWN", ("Wu",)),
        ("Lee Hsien Loong", "SGP", ("Lee",)),
        ("Abiy Ahmed", "ETH", ("Abiy",)),
        ("Hun Sen", "KHM", ("Hun Sen",)),
        ("Angela Merkel", "DEU", ("Merkel",)),
        ("Ursula von der Leyen", "EUR", ("von der Leyen",)),
        ("Jaap de Hoop Scheffer", "IGO", ("Scheffer", "de Hoop Scheffer")),
        ("Bashar al-Assad", "SYR", ("al-Assad", "Assad")),
        ("Enrique Peña Nieto", "MEX", ("Nieto", "Peña Nieto")),
        ("Ferdinand Marcos Jr.", "PHL", ("Marcos",)),
        ("Suharto", "IDN", ("Suharto",)),
        ("Elizabeth II", "GBR", ()),
        ("Pope Francis", "VAT", ()),
        ("Harald V of Norway", "NOR", ()),
        ("Abdullah of Saudi Arabia", "SAU", ()),
    ],
)
def test_the_part_used_alone_follows_the_countrys_custom(name: str, country: str, alone: tuple[str, ...]) -> None:
    assert surnames(name, country) == alone
