"""How readers write back: which ways each page offers, and what is filled in before they write."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.conftest import PORTAL_YML, REPOSITORY, PortalFolder

Make = Callable[..., PortalFolder]

FOOT = re.compile(r'<p class="small feedback">(.*?)</?(?:p|div)\b', re.DOTALL)
ASIDE = re.compile(r'<aside class="feedback wide">(.*?)</aside>', re.DOTALL)
LINK = re.compile(r'<a href="?([^">]+)"?>([^<]+)</a>([^<]*)')

EMAIL = "report_email: portail@pays.example"
REPOSITORY_LINE = "repository: https://github.com/pays/portail"
FORM = "report_url: https://pays.example/formulaire"
FORMS = "https://github.com/pays/portail/issues/new"

ENTRIES = """
content/assets/mill.md
    ---
    {id: mill, title: Le moulin, angle: economy, territory: bourg}
    ---
    Il tourne.
content/ambassadors/adele.md
    ---
    {id: adele, title: Adèle, theme: culture, born: {year: 1850}, died: {year: 1920}}
    ---
    Elle peint.
content/carnet/say.md
    ---
    {id: say, title: Dire vrai, part: values}
    ---
    Dites vrai.
"""


def built(portal: Make, *lines: str) -> PortalFolder:
    written = "".join(f"    {line}\n" for line in [*PORTAL_YML.splitlines(), *lines])
    folder = portal(f"data/portal.yml\n{written}\n{ENTRIES}")
    problems = folder.build().problems
    assert [problem for problem in problems if problem.code != "translation-missing"] == []
    return folder


def links(folder: PortalFolder, path: str, place: re.Pattern[str] = FOOT) -> list[tuple[str, str, str]]:
    """Address, title and note of each way that a page offers in that place."""
    found = place.search(folder.html(path))
    return [
        (unescape(url), unescape(title), note.strip()) for url, title, note in LINK.findall(found[1] if found else "")
    ]


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        ([], []),
        ([EMAIL], [("mailto:portail@pays.example?subject=", "La signaler par courriel", "")]),
        (
            [REPOSITORY_LINE],
            [(f"{FORMS}?template=", "La signaler par un formulaire", "(avec un compte sur github.com)")],
        ),
        ([FORM], [("https://pays.example/formulaire", "La signaler par un formulaire", "")]),
        (
            [EMAIL, REPOSITORY_LINE],
            [
                ("mailto:portail@pays.example?subject=", "La signaler par courriel", ""),
                (f"{FORMS}?template=", "La signaler par un formulaire", "(avec un compte sur github.com)"),
            ],
        ),
        (
            [FORM, EMAIL, REPOSITORY_LINE],
            [
                ("mailto:portail@pays.example?subject=", "La signaler par courriel", ""),
                ("https://pays.example/formulaire", "La signaler par un formulaire", ""),
            ],
        ),
    ],
    ids=["none", "letter", "forms", "own-form", "both", "all"],
)
def test_which_ways_the_foot_of_a_page_offers(
    portal: Make, lines: list[str], starts: list[tuple[str, str, str]]
) -> None:
    shown = links(built(portal, *lines), "atouts/mill")
    assert [(url[: len(start)], *said) for (url, *said), (start, *_) in zip(shown, starts, strict=True)] == [
        tuple(each) for each in starts
    ]


def test_a_form_is_filled_with_the_page(portal: Make) -> None:
    folder = built(portal, REPOSITORY_LINE)
    asked = {
        (lang, place): parse_qs(urlsplit(links(folder, path, pattern)[0][0]).query)
        for lang, path in (("fr", "atouts/mill"), ("en", "en/assets/mill"), ("fr", "ambassadeurs"))
        for place, pattern in (("foot" + path, FOOT), ("below" + path, ASIDE))
        if (folder.site / path).exists()
    }
    address = "https://portail.example/atouts/mill/"
    assert asked["fr", "footatouts/mill"] == {
        "template": ["report-a-mistake.yml"],
        "title": [f"Erreur\u00a0: {address}"],
        "page": [address],
    }
    assert asked["fr", "belowatouts/mill"] == {
        "template": ["suggest-a-proof.yml"],
        "title": [f"Preuve\u00a0: {address}"],
        "page": [address],
    }
    assert asked["fr", "belowambassadeurs"] == {
        "template": ["propose-an-ambassador.yml"],
        "title": ["Proposer un ambassadeur"],
        "page": ["https://portail.example/ambassadeurs/"],
    }
    for query in asked.values():
        written = (REPOSITORY / ".github/ISSUE_TEMPLATE" / query["template"][0]).read_text(encoding="utf-8")
        ids = {field.get("id") for field in yaml.safe_load(written)["body"]}
        assert query.keys() - {"template", "title"} <= ids


def test_a_letter_is_begun(portal: Make) -> None:
    """Its lines end as those of letters do (RFC 6068 §5)."""
    folder = built(portal, EMAIL)
    query = parse_qs(urlsplit(links(folder, "en")[0][0]).query)
    assert query == {
        "subject": ["Mistake: https://portail.example/en/"],
        "body": [
            (
                "Page: https://portail.example/en/\r\n\r\nWhat is wrong:\r\n\r\n"
                "What would be right, and where to check it:\r\n"
            )
        ],
    }


def test_a_page_that_stands_at_any_address_names_none(portal: Make) -> None:
    folder = built(portal, REPOSITORY_LINE)
    assert links(folder, "404.html")[0][0].endswith("&title=Erreur%C2%A0%3A%20&page=")


def test_which_pages_ask_for_more(portal: Make) -> None:
    folder = built(portal, EMAIL)
    asking = {
        path.parent.relative_to(folder.site).as_posix(): title
        for path in folder.site.rglob("index.html")
        if not path.is_relative_to(folder.site / "en")
        for _, title, _ in links(folder, path.relative_to(folder.site).as_posix(), ASIDE)
    }
    proof, person = "La proposer par courriel", "Proposer une personne par courriel"
    people = ["ambassadeurs", "ambassadeurs/adele"]
    headings = [path for path in asking if path.startswith("ambassadeurs/") and path not in people]
    assert len(headings) == 6
    assert asking == {
        "atouts/mill": proof,
        "carnet/say": proof,
        "bienvenue/petit-pays/portrait": proof,
        **dict.fromkeys([*people, *headings], person),
    }


def test_nothing_is_shown_where_a_portal_names_no_way(portal: Make) -> None:
    folder = built(portal)
    shown: list[Path] = [path for path in folder.site.rglob("*.html") if "feedback" in path.read_text("utf-8")]
    assert shown == []
