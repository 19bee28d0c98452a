from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Tellings

SAID = '"I thank you for the grain," Lindqvist said.'


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Lindqvist met Haddad in Oslo. " + SAID, "Haddad"),
        ("Lindqvist handed Haddad a medal.\n\n" + SAID, "Haddad"),
        ("Lindqvist spoke with Haddad. " + SAID, "Haddad"),
        ("Lindqvist handed Haddad a medal from Perez. " + SAID, "Haddad"),
        ("Lindqvist met Haddad. It rained. " + SAID, None),
        ("Perez met Haddad. " + SAID, None),
        ("Lindqvist met Haddad with Perez. " + SAID, None),
        ('Lindqvist met Haddad. "I like grain," Lindqvist said.', None),
        ('Lindqvist met Haddad. "I thank you," Lindqvist told Perez.', "Perez"),
    ],
)
def test_you_is_the_only_other_with_whom_the_speaker_just_was(
    tellings: Tellings, text: str, addressee: str | None
) -> None:
    (one,) = [one for one in tellings(text, "Lindqvist", "Haddad", "Perez") if one.direct]
    assert (one.speaker, one.addressee) == ("Lindqvist", addressee)
