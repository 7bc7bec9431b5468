"""What comes from files and goes into an issue is shown, and does nothing there."""

import pytest

from site_builder.cli.markdown import MOST_CHARACTERS, code, issue, plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("content/a.md", "`content/a.md`"),
        ("a`b", "``a`b``"),
        ("`a``", "``` `a`` ```"),
        ("@team #12\n- [ ] x", "`@team #12 - [ ] x`"),
    ],
)
def test_code(text: str, written: str) -> None:
    assert code(text) == written


def test_plain_text_mentions_nobody_and_links_nowhere() -> None:
    hostile = "@team #12 <img src=x> [a](https://b.example) `c` **d** &amp; | ![e](f)"
    written = plain(hostile)
    assert not set("@<>[]()`*|!") & set(written)
    assert "://" not in written
    assert "#12" not in written.replace("&#", "")


def test_a_list_that_is_too_long_for_github_says_how_many_are_left() -> None:
    said = issue("Title", "About.", [("One", ["x" * 999] * 100), ("Two", [])], "en")
    assert len(said) < MOST_CHARACTERS + 500
    assert "\n- and 41 more\n" in said
    assert "Two" not in said
