"""Who acts in a territory and how we know; whether one can enter; where a mistake is reported."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
CLUB = """
data/club.yml
    organisations:
      - id: club
        name: {fr: Club, en: Club}
        kind: club
        summary: {fr: On rame., en: We row.}
        covers: [pays]
        website: https://club.example/
        coverage_note: {fr: "tout le pays, d’après son nom.", en: "the whole country, from its name."}
        sources: [{name: Ses statuts}]
"""


@pytest.mark.parametrize(
    ("page", "note"),
    [
        (
            "bienvenue/petit-pays",
            " <small>Territoire concerné\u00a0: tout le pays, d’après son nom. Sources\u00a0: Ses statuts.</small>",
        ),
        (
            "en/welcome/petit-pays",
            " <small>Area covered: the whole country, from its name. Sources: Ses statuts.</small>",
        ),
        ("bienvenue/le-bourg", ""),
    ],
)
def test_how_we_know_is_said_where_the_territory_is_named(page: str, note: str, portal: Make) -> None:
    folder = portal(CLUB)
    assert not folder.build().failed
    said = re.search(r"<dl class=bodies>(.*?)</dl>", folder.html(page), re.DOTALL)
    summary = "We row." if page.startswith("en/") else "On rame."
    assert said
    assert said[1].split() == f'<dt><a href="https://club.example/">Club</a><dd>{summary}{note}'.split()


@pytest.mark.parametrize(
    ("written", "fr", "en"),
    [
        (", wheelchair: true", "Accessible en fauteuil roulant.", "Wheelchair accessible."),
        (", wheelchair: false", "Non accessible en fauteuil roulant.", "Not wheelchair accessible."),
        ("", None, None),
    ],
)
def test_whether_one_can_enter(written: str, fr: str | None, en: str | None, portal: Make) -> None:
    contact = (
        f"{{id: m, role: town-hall, covers: [bourg], name: {{fr: Mairie, en: Town hall}}, address: 1 rue{written}}}"
    )
    folder = portal(f"data/contacts.yml\n    contacts:\n      - {contact}\n")
    assert not folder.build().failed
    for page, said in (("bienvenue/le-bourg", fr), ("en/welcome/le-bourg", en)):
        found = re.search(r"1 rue</p>\s*(?:<p class=small>([^<]*)</p>)?", folder.html(page))
        assert found
        assert found[1] == said


@pytest.mark.parametrize(
    ("written", "hrefs"),
    [
        ("report_url: https://form.example/?a=1&b=2", ["https://form.example/?a=1&amp;b=2"]),
        ("report_email: signaler@portail.example", ["mailto:signaler@portail.example"]),
        ('report_email: "a&b?c+d\'é@portail.example"', ["mailto:a%26b%3Fc+d%27%C3%A9@portail.example"]),
        ("report_email: a@b.example\nreport_url: https://f.example/", ["mailto:a@b.example", "https://f.example/"]),
        ("", []),
    ],
)
def test_where_a_mistake_is_reported(written: str, hrefs: list[str], portal: Make) -> None:
    settings = "".join(f"    {line}\n" for line in f"{PORTAL_YML}{written}".splitlines())
    folder = portal(f"data/portal.yml\n{settings}")
    assert not folder.build().failed
    found = re.findall(r'<a href="?([^">]+?)(?:\?subject=[^">]+)?"?>La signaler', folder.html("bienvenue/le-bourg"))
    assert found == hrefs
