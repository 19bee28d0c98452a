from __future__ import annotations

import pytest

from dragoman.article.captions import announces_caption, is_caption, is_credit, points_into_picture
from dragoman.article.prose import read_line


@pytest.mark.parametrize(
    "line",
    [
        "The envoys shake hands in Geneva. Photo: Reuters",
        "The envoys shake hands in Geneva. (AP Photo/Jane Roe)",
        "The envoys shake hands in Geneva. [OFFICE OF THE PRESIDENT]",
        "The envoys shake hands in Geneva. REUTERS/Jane Roe",
        "The envoys shake hands in Geneva (Photo by Jane Roe/Getty Images)",
        "The envoys shake hands in Geneva. — AFP pic",
        "The envoys shake hands in Geneva. Picture by Jane Roe",
        "FILE PHOTO: The envoys shake hands in Geneva",
        "Image caption: The envoys shake hands",
        "In this file photo the envoys shake hands.",
        "This handout photo released by the ministry shows the envoys.",
        "Photo: Jane Roe",
    ],
)
def test_credits_and_labels_tell_a_caption(line: str) -> None:
    assert is_caption(read_line(line))


@pytest.mark.parametrize(
    "line",
    [
        "The envoys met in Geneva on Monday.",
        "The talks failed, he said. (Reuters)",
        "He called it a system “under foreign [U.S.] control.”",
        "GENEVA, May 5 (Reuters) - The talks failed.",
        "The photograph became a symbol of the war.",
        "Asked about the picture, the minister laughed.",
        '"I saw it." A video by the army had shown the flames a day before.',
    ],
)
def test_a_storys_paragraph_is_no_caption(line: str) -> None:
    assert not is_caption(read_line(line))


def test_weaker_signs_are_told_apart() -> None:
    assert points_into_picture(read_line("Jane Roe, left, shakes hands with Tom Ash."))
    assert points_into_picture(read_line("Jane Roe (R) shakes hands with Tom Ash."))
    assert points_into_picture(read_line("The envoys shake hands. (Yonhap)"))
    assert points_into_picture(read_line("The envoys shake hands in Geneva, Jan. 5, 2014."))
    assert not points_into_picture(read_line("She left, he stayed."))


def test_a_bare_credit_belongs_to_the_line_above_and_a_files_name_to_the_one_below() -> None:
    assert is_credit("Photo: Jane Roe")
    assert not is_credit("The envoys shake hands in Geneva. Photo: Reuters")
    assert announces_caption("geneva talks.jpg")
    assert not announces_caption("Envoys meet")
