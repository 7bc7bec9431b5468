"""What comes from files is shown by GitHub, and does nothing there."""

import pytest

from site_builder.problems.markdown import code, plain


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
    hostile = "@team #12 <img src=x> [a](https://b.example) www.c.example $x$ `c` **d** &amp; | ![e](f)"
    written = plain(hostile)
    assert not set("@<>[]()`*|!$") & set(written)
    assert "://" not in written
    assert "www." not in written
    assert "#12" not in written.replace("&#", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@team", "&#64;&#8203;team"),
        ("a@b.example", "a&#64;&#8203;b.example"),
        ("dune.md#12", "dune.md&#35;&#8203;12"),
        ("un @ seul", "un &#64; seul"),
        ("a // b, https://c", "a // b, https:&#47;&#47;c"),
        ("Ici\u00a0: là,  là", "Ici\u00a0: là,  là"),
        ("a\r\n# b\u2028c", "a &#35; b c"),
    ],
)
def test_plain(text: str, written: str) -> None:
    assert plain(text) == written
