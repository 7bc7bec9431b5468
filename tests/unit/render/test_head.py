"""What the head of a page tells search engines: its own whole address and those of its translations, where known."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder

ABOUT = """
content/pages/about.md
    ---
    id: about
    title: À propos
    ---
    Oui.
content/pages/about.en.md
    ---
    title: About
    ---
    Yes.
"""
PAGES = ("about/", "en/about/", "404.html")
LINE = re.compile(r"<link rel=(?:canonical|alternate) .*>")
BASE = "https://pays.example/portail/"
CANONICAL = f'<link rel=canonical href="{BASE}%s">'
TRANSLATIONS = [
    f'<link rel=alternate hreflang=fr href="{BASE}about/">',
    f'<link rel=alternate hreflang=en href="{BASE}en/about/">',
    f'<link rel=alternate hreflang=x-default href="{BASE}about/">',
]


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        (
            BASE,
            {
                "about/": [CANONICAL % "about/", *TRANSLATIONS],
                "en/about/": [CANONICAL % "en/about/", *TRANSLATIONS],
                "404.html": [],
            },
        ),
        ("", {path: [] for path in PAGES}),
    ],
)
def test_addresses(site_url: str, expected: dict[str, list[str]], portal: Callable[..., PortalFolder]) -> None:
    folder = portal(ABOUT)
    assert not folder.build(site_url=site_url).failed
    assert {path: LINE.findall(folder.html(path)) for path in PAGES} == expected
    assert ("noindex" in folder.html("404.html")) is True
