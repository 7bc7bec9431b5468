"""A list for an issue has the length that GitHub takes."""

from site_builder.cli.markdown import MOST_CHARACTERS, issue


def test_a_list_that_is_too_long_for_github_says_how_many_are_left() -> None:
    said = issue("Title", "About.", [("One", ["x" * 999] * 100), ("Two", [])], "en")
    assert len(said) < MOST_CHARACTERS + 500
    assert "\n- and 41 more\n" in said
    assert "Two" not in said
