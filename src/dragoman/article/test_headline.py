from __future__ import annotations

from dragoman.article.headline import find_headline, is_subhead, without_field
from dragoman.article.prose import Line, read_line

_STORY = [
    "The envoys of both governments came back to the table in Geneva on Tuesday.",
    "A second paper, on prisoners, was put aside until the end of the month.",
]


def _read(*lines: str) -> list[Line]:
    return [read_line(line) for line in (*lines, *_STORY)]


def _found(*lines: str, labels: dict[int, str] | None = None) -> int | None:
    read = _read(*lines)
    return find_headline(read, [(labels or {}).get(i) for i in range(len(read))], len(lines))


def test_the_headline_is_on_the_storys_subject() -> None:
    assert _found("Storm hits the coast of Florida", "Envoys back at Geneva table") == 1


def test_the_headline_stands_above_the_subhead_that_tells_more() -> None:
    assert _found("Envoys return to Geneva", "Envoys of both governments back at the table in Geneva") == 0


def test_a_repeated_line_heads_the_page() -> None:
    assert (
        _found(
            "Breakthrough at last for both governments",
            "Geneva table talks",
            "Breakthrough at last for both governments",
        )
        == 0
    )


def test_a_line_beside_a_stamp_heads_a_page_that_opens_with_furniture() -> None:
    read = [
        read_line("Readers of every region turn to these pages in great numbers each and every day."),
        *_read("Envoys back at Geneva table", "5 May 2015"),
    ]
    assert find_headline(read, [None, None, "dateline", None, None], 0) == 1


def test_a_story_without_a_headline_has_none() -> None:
    assert _found() is None
    assert _found("World", "Storm hits the coast of Florida", "Cup final tonight on this channel", "") is None


def test_a_subhead_is_right_below_or_on_the_subject() -> None:
    read = _read(
        "Envoys back at Geneva table", "Neighbours wait with patience for news of it", "Top of the news this very week"
    )
    assert is_subhead(read, [None] * len(read), 0, 1, 3)
    assert not is_subhead(read, [None] * len(read), 0, 2, 3)


def test_a_sites_name_above_its_menu_and_a_sections_name_are_no_headline() -> None:
    assert _found("Geneva table envoys news", "Menu", "Envoys of both governments back at the table") == 2
    assert _found("World News", "Envoys back at Geneva table") == 1


def test_the_documents_title_gives_way_to_the_headline_in_it() -> None:
    assert _found("Envoys back at Geneva table | The Meridian", "Envoys back at Geneva table") == 1


def test_a_field_is_taken_off_a_headline() -> None:
    assert without_field("Subject: Re: [list] Envoys meet again") == "Envoys meet again"
    assert without_field("Subject: yes") == "Subject: yes"
