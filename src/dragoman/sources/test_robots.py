from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.robots import FORBIDS_ALL, Robots, read_robots


@pytest.mark.parametrize(
    ("pattern", "path", "forbidden"),
    [
        ("/", "/a", True),
        ("/news", "/newsroom", True),
        ("/news/", "/news", False),
        ("/*?print=", "/a/b?print=1", True),
        ("/*.pdf$", "/a.pdf", True),
        ("/*.pdf$", "/a.pdf?x", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*b*c", "/a-c-b", False),
        ("/a*b*c", "/a-b-c-d", True),
        ("/ab*b$", "/ab", False),
        ("/caf%C3%A9", "/café", True),
        ("/%7euser", "/~user", True),
        ("", "/a", False),
    ],
)
def test_a_pattern_forbids_what_it_fits(pattern: str, path: str, forbidden: bool) -> None:
    assert read_robots(f"User-agent: *\nDisallow: {pattern}", "dragoman").allows(path) is not forbidden


def test_the_longest_rule_decides_and_a_tie_allows() -> None:
    robots = read_robots("user-agent: *\ndisallow: /a\nallow: /a/b\ndisallow: /c\nallow: /c", "dragoman")
    assert [robots.allows(path) for path in ("/a/x", "/a/b/x", "/c", "/d")] == [False, True, True, True]


def test_a_group_of_its_own_replaces_the_general_one_and_groups_of_one_name_add_up() -> None:
    text = (
        "\ufeff# hello\nUser-agent: other\nUser-agent: Dragoman/1.0\nDisallow: /a # why\n\nUser-agent: *\nDisallow: /\n"
        "User-agent: dragoman\nDisallow: /b\nCrawl-delay: 2.5\n"
    )
    robots = read_robots(text, "dragoman")
    assert [robots.allows(path) for path in ("/a", "/b", "/c")] == [False, False, True]
    assert robots.delay == 2.5
    assert not read_robots(text, "someone").allows("/c")


def test_no_rules_allow_all_and_a_failed_file_forbids_all() -> None:
    assert Robots().allows("/a")
    assert not FORBIDS_ALL.allows("/a")
    assert FORBIDS_ALL.allows("/robots.txt")
    assert read_robots("<html>not found</html>", "dragoman").allows("/a")


def test_a_pattern_of_many_stars_takes_no_time_and_too_many_rules_forbid_all() -> None:
    robots = read_robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "b$", "dragoman")
    assert robots.allows("/" + "a" * 2000)
    assert not read_robots("User-agent: *\n" + "Disallow: /x\n" * 6000, "dragoman").allows("/a")


@given(st.text(), st.text(alphabet="/ab*$%2?é"))
def test_any_file_and_path_are_decided(text: str, path: str) -> None:
    assert read_robots(f"User-agent: *\nDisallow: {path}\n{text}", "dragoman").allows(path) in {True, False}
