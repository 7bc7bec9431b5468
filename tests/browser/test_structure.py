"""Every page of the cut demonstration, read and not shown: structure, names, and what a page must never hold."""

from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import Served
from tests.browser.demonstration import OLD_PATHS
from tests.browser.structure import faults
from tests.conftest import NO_PAGES

SOUND = """\
<!doctype html><html lang="fr" dir="ltr"><head><title>Essai</title></head><body><a href="#main">Au contenu</a>
<header><nav aria-label="Rubriques"></nav></header><main id="main"><h1>Dax</h1>{}</main><footer></footer></body></html>
"""
PLANTED = {
    "": [],
    "<h3>Ici</h3>": ["h3 after h1"],
    "<h2>Ici</h2><h1>Encore</h1>": ["h1: 2 of them"],
    "<iframe src='/a'></iframe>": ['frames: <iframe src="/a"></iframe>'],
    "<video></video>": ["media: <video></video>"],
    "<p style='color: red'>Ici</p>": ['style and script inside: <p style="color: red">Ici</p>'],
    "<a href='/a' target='_blank'>Ici</a>": ['new windows: <a href="/a" target="_blank">Ici</a>'],
    "<nav aria-label='Rubriques'></nav>": ["nav called 'Rubriques': 2 of them"],
    "<nav></nav>": ["nav without a name"],
    "<img src='a.png' width='1' height='1'>": ['no alt: <img src="a.png" width="1" height="1">'],
    "<img src='a.png' alt=''>": ['no size: <img src="a.png" alt="">'],
    "<svg></svg>": ["a drawing that is neither hidden nor named: <svg></svg>"],
    "<table><caption>A</caption><tr><th>Ici</table>": ["a heading of a table that is of nothing: <th>Ici</th>"],
    "<table><tr><th scope=col>Ici</table>": [
        'a table without a name: <table><tbody><tr><th scope="col">Ici</th></tr></tbody></table>'
    ],
    "<table><caption>A</caption><tr><td>Ici</table>": [
        "tables for layout: <table><caption>A</caption><tbody><tr><td>Ici</td></tr></tbody></table>"
    ],
    "<a href='/a'><img src='a.png' alt='' width='1' height='1'></a>": [
        'no words: <a href="/a"><img src="a.png" alt="" width="1" height="1"></a>'
    ],
    "<input id='q'>": ['a field without a label: <input id="q">'],
    "<label for='q'>Nom</label><input id='q'>": [],
    "<p lang=''>Ici</p>": ['lang: <p lang="">Ici</p>'],
    "<main></main>": ["main: 2 of them"],
    "<p>Bienvenue \U0001f600 ;-)</p>": ["an emoticon: \U0001f600", "an emoticon: ;-)"],
    "<p dir='rtl'>Ici</p>": ['another direction of reading: <p dir="rtl">Ici</p>'],
}


def documents(served: Served) -> set[Path]:
    """Files of HTML that are neither at a permanent address nor cards for other sites (`test_embeds.py`)."""
    beside = (path for name in NO_PAGES for path in (served.folder / name).rglob("*.html"))
    return {*served.folder.rglob("*.html")} - {*beside}


def test_every_page_is_well_built(served: Served) -> None:
    """But for cards, and what stands at addresses that readers only pass, former and permanent ones."""
    passed = {served.folder / path / "index.html" for path in OLD_PATHS.values()}
    files = sorted(documents(served) - passed)
    assert len(files) == len(served.site)
    found = {str(file.relative_to(served.folder)): [*faults(LexborHTMLParser(file.read_bytes()))] for file in files}
    assert {file: wrong for file, wrong in found.items() if wrong} == {}


def test_no_title_is_used_twice(served: Served) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    for file in documents(served):
        page = LexborHTMLParser(file.read_bytes())
        (title,) = (node.text(strip=True) for node in page.css("title"))
        assert title
        titles[page.css("html")[0].attributes["lang"] or "", title] += 1
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize(("planted", "found"), PLANTED.items())
def test_what_is_badly_built_would_be_noticed(planted: str, found: list[str]) -> None:
    assert [*faults(LexborHTMLParser(SOUND.format(planted)))] == found
