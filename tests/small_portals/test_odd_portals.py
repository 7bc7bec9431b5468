"""Portals without outlines, of one territory, or with other levels than communes."""

import shutil
from collections.abc import Callable
from functools import cache

import pytest

from tests.conftest import NEEDED, PORTAL_YML, REPOSITORY, PortalFolder, files_of, write_files
from tests.small_portals.reading import Site, attribute, links_followed, words

STARTER_SITE = {"starter": 400, "alone": 30, "valley": 60}
"""Portals without outlines, one territory or other levels; at least how many links their sites have."""
ALONE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
"""
VALLEY = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: haute, level: valley, name: Haute-Combe, parents: [pays]}
data/portal.yml
""" + "".join(f"    {line}\n" for line in PORTAL_YML.replace("commune", "valley").splitlines())


@pytest.fixture(scope="session")
def odd_sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """``odd_sites("valley")``: that portal, built once; not to be changed."""

    @cache
    def built(name: str) -> Site:
        folder = PortalFolder(tmp_path_factory.mktemp(name) / "portal")
        if name == "starter":
            shutil.copytree(REPOSITORY / name, folder.root, ignore=shutil.ignore_patterns("site", ".portail"))
        else:
            write_files(folder.root, NEEDED | files_of({"alone": ALONE, "valley": VALLEY}[name]))
        assert not folder.build().failed
        return Site(name, folder.site)

    return built


@pytest.fixture
def odd_site(request: pytest.FixtureRequest, odd_sites: Callable[[str], Site]) -> Site:
    name: str = request.param
    return odd_sites(name)


@pytest.mark.parametrize("odd_site", STARTER_SITE, indirect=True)
def test_no_link_or_drawing_of_another_portal_leads_nowhere(odd_site: Site) -> None:
    followed, broken = links_followed(odd_site)
    assert broken == []
    assert followed > STARTER_SITE[odd_site.name]


@pytest.mark.parametrize(
    ("odd_site", "address", "heading", "choices", "only"),
    [
        ("alone", "/", [], [], [("Bienvenue Petit pays", "/bienvenue/petit-pays/")]),
        ("alone", "/en/", [], [], [("Welcome to Petit pays", "/en/welcome/petit-pays/")]),
        ("valley", "/", ["Ou partez de la liste des valleys"], [("Haute-Combe", "/bienvenue/haute-combe/")], []),
        ("valley", "/en/", ["Or start from the list of valleys"], [("Haute-Combe", "/en/welcome/haute-combe/")], []),
    ],
    indirect=["odd_site"],
)
def test_the_home_page_leads_to_the_only_guide(
    odd_site: Site, address: str, heading: list[str], choices: list[tuple[str, str]], only: list[tuple[str, str]]
) -> None:
    home = odd_site.pages[address]
    assert [(words(n), attribute(n, "href")) for n in home.all("nav.by-place a")] == choices
    assert [(words(n), attribute(n, "href")) for n in home.all("p.by-place a")] == only
    assert [words(n) for n in home.all("#by-place")] == heading


@pytest.mark.parametrize(
    ("odd_site", "label", "lead", "choose"),
    [
        ("starter", "Commune ou code postal", "Le guide d’accueil de chaque commune", "Choisir ma commune"),
        ("valley", "Lieu ou code postal", "Le guide d’accueil de chaque lieu", "Choisir mon lieu d’arrivée"),
    ],
    indirect=["odd_site"],
)
def test_only_a_commune_is_called_a_commune(odd_site: Site, label: str, lead: str, choose: str) -> None:
    home = odd_site.pages["/"]
    assert home.text(".finder label") == label
    assert home.text(".lead").startswith(lead)
    named = [address for address, page in odd_site.pages.items() if "commune" in page.root.text().lower()]
    assert (named == []) is (odd_site.name == "valley")
    chosen = {words(n) for page in odd_site.pages.values() for n in page.all(".first a.choose")}
    assert chosen == {choose, "Choose my commune" if odd_site.name == "starter" else "Choose my place"}
