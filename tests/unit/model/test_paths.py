"""One form of a path, however a computer or an editor writes it."""

import pytest

from site_builder.model.paths import composed, linked_path, unwritten, written

DECOMPOSED = "e\u0301te\u0301.md"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("ma%20page.md", "content/pages/ma page.md"),
        ("%C3%A9t%C3%A9.md", "content/pages/été.md"),
        ("e%CC%81te%CC%81.md", "content/pages/été.md"),
        (DECOMPOSED, "content/pages/été.md"),
        ("../assets/./lac.md", "content/assets/lac.md"),
        ("100%25.md", "content/pages/100%.md"),
        ("100%.md", "content/pages/100%.md"),
    ],
)
def test_the_file_that_a_link_names(address: str, path: str) -> None:
    assert linked_path("content/pages/page.md", address) == path


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("../assets/lac.md", "../assets/lac.md"),
        ("ma page (2).md", "ma%20page%20%282%29.md"),
        ("été.md", "été.md"),
        ("100%#a?.md", "100%25%23a%3F.md"),
        ("a:b.md", "a%3Ab.md"),
    ],
)
def test_a_path_in_a_link_and_back(path: str, link: str) -> None:
    assert written(path) == link
    assert unwritten(link) == path


def test_accents_are_in_their_letters() -> None:
    assert composed(DECOMPOSED) == "été.md"
