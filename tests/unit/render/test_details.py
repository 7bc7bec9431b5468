"""What an entry says of itself in a word or two, and where a free page has it from, as the pages show it."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder, portal_in

Make = Callable[..., PortalFolder]
TREE = """
content/carnet/annonce.md
    ---
    id: annonce
    title: Une annonce
    part: how-to
    uses: [jobs, peche]
    channels: [leaflet]
    audiences: [family]
    themes: [mer, "A&B"]
    website: https://annonce.example/
    ---
    Du texte.
content/carnet/annonce.en.md
    ---
    title: An advert
    ---
    Text.
content/carnet/nue.md
    ---
    id: nue
    title: Sans rien
    part: how-to
    ---
    Du texte.
content/ambassadors/adele.md
    ---
    id: adele
    title: Adèle
    theme: sport
    cohort: 1911
    website: https://adele.example/
    died: {year: 1920}
    ---
    Une vie.
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: economy
    audiences: [family]
    themes: [sable]
    website: https://dune.example/
    ---
    Du sable.
content/pages/legal.md
    ---
    id: legal
    title: Mentions
    ---
    Nous.
content/pages/about.md
    ---
    id: about
    title: À propos
    audiences: [family]
    themes: [mer]
    sources: [{name: La loi, year: 2004}]
    ---
    Nous.
content/pages/checked.md
    ---
    id: checked
    title: Vérifiée
    verified_on: 2026-03-31
    ---
    Nous.
"""
THEMES = "Thèmes\u00a0:"
UNCHECKED = "Pas encore vérifié\u00a0: personne n’a confirmé ces informations."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("details"), TREE)
    assert not folder.build().failed
    return folder


def words(html: str) -> str:
    """``<dl><div><dt>A</dt><dd>b</dd></div></dl>`` → ``A b``."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split()).replace(" ,", ",")


def part(pattern: str, html: str) -> str:
    found = re.search(pattern, html, re.DOTALL)
    return words(found[0]) if found else ""


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "carnet/annonce",
            "Public En famille Usages emploi, peche Supports dépliant Site officiel https://annonce.example/",
        ),
        ("carnet/nue", ""),
        ("ambassadeurs/adele", "Décès 1920 Promotion 1911 Site officiel https://adele.example/"),
        ("atouts/dune", "Public En famille Site officiel https://dune.example/"),
        ("about", "Public En famille"),
        ("legal", ""),
    ],
)
def test_whom_and_where_an_entry_serves(page: str, said: str, built: PortalFolder) -> None:
    assert part(r"<dl.*?</dl>", built.html(page)) == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("carnet/annonce", f"{THEMES} mer, A&amp;B"),
        ("carnet/nue", ""),
        ("ambassadeurs/adele", ""),
        ("atouts/dune", f"{THEMES} sable"),
        ("about", f"{THEMES} mer"),
    ],
)
def test_themes_stand_at_the_foot(page: str, said: str, built: PortalFolder) -> None:
    assert part(rf'<p class="small">{THEMES}.*?</p>', built.html(page)) == said.replace("\u00a0", " ")


def test_words_of_another_language_say_so(built: PortalFolder) -> None:
    html = built.html("en/inspiration-notebook/annonce")
    assert "<dd>jobs, <span lang=fr>peche</span></dd>" in html
    assert '<p class="small">Themes: <span lang=fr>mer</span>, <span lang=fr>A&amp;B</span></p>' in html


@pytest.mark.parametrize(
    ("page", "said"),
    [("legal", ""), ("about", f"Sources La loi, 2004 {UNCHECKED}"), ("checked", "Vérifié le 31 mars 2026.")],
)
def test_a_free_page_quotes_its_sources(page: str, said: str, built: PortalFolder) -> None:
    assert part(r'<div class="sources">.*?</div>', built.html(page)) == said.replace("\u00a0", " ")


PEOPLE = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Démarches, en: Steps}}]
    audiences:
      - {id: family, title: {fr: Nous venons en famille, en: Family}, people: {fr: familles, en: families}}
      - {id: old, title: {fr: Je prends ma retraite, en: Old}}
    roles: [{id: town-hall, title: Mairie}]
content/pages/partners.md
    ---
    id: partners
    title: Partenaires
    door: partners
    audiences: [family, old]
    ---
    Vous.
"""


def test_partners_read_what_audiences_are_called_not_their_own_words(portal: Make) -> None:
    folder = portal(TREE + PEOPLE)
    assert not folder.build().failed
    said = {page: part(r"<dt>Public.*?</dd>", folder.html(page)) for page in ("carnet/annonce", "partners", "about")}
    assert said == {
        "carnet/annonce": "Public familles",
        "partners": "Public familles, Je prends ma retraite",  # which has no other name
        "about": "Public Nous venons en famille",
    }
