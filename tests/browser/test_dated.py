"""What has a last day is hidden from the next one on, on all pages that were made before, wherever their reader is."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import running
from tests.browser.test_alerts import SHIFTS, at
from tests.conftest import PortalFolder, copy_portal, write_files

SHOWN, OVER = "2027-01-01T23:59:59+01:00", "2027-01-02T00:00:00+01:00"
"""The last second of Nora Lindqvist’s consent, in the portal's time zone, and the next one."""
GONE = {"fr": "Cette page n’est plus publiée", "en": "This page is no longer published"}
FILES = {
    "content/assets/boats.md": """---
id: boats
title: Les barques
summary: Bleues et blanches.
territory: "101"
angle: economy
image: media/nora.png
---
[Qui les répare](../ambassadors/living.md) ? ![Une barque et Nora Lindqvist](../../media/nora.png)
""",
    "content/easy/register.md": """---
id: easy-register
title: Aller s’inscrire
block: register
expires_on: 2027-01-01
---
Allez à la mairie.
""",
}
DATED = {
    "content/welcome/register.md": "S’inscrire",
    "content/steps/keys.md": "Prendre les clés",
    "content/children/snow.md": "La neige",
    "content/houses/valley.md": "Maison de la vallée",
    "content/trails/round-the-lake.md": "Autour du lac",
}
"""Entries that have that last day too, and their titles."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    folder = copy_portal("districts", tmp_path_factory.mktemp("dated") / "portal")
    write_files(folder.root, FILES)
    (folder.root / "data" / "alerts.yml").unlink()
    for path in DATED:
        file = folder.root / path
        file.write_text(file.read_text("utf-8").replace("---\n", "---\nexpires_on: 2027-01-01\n", 1), "utf-8")
    assert not folder.build(site_url="https://valdaine.example/repository/").failed
    return folder


@pytest.fixture(scope="module")
def origin(folder: PortalFolder) -> Iterator[str]:
    with running(folder.site) as origin:
        yield f"{origin}/repository/"


@pytest.fixture(params=["Pacific/Auckland", "America/Los_Angeles"])
def far(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A reader for whom it is another day."""
    context = browser.new_context(timezone_id=request.param)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    yield context
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    yield context
    context.close()


def read(page: Page) -> str:
    """All that is in the document, its addresses too."""
    return str(page.evaluate("document.documentElement.outerHTML"))


@pytest.mark.parametrize(("lang", "path"), [("fr", "ambassadeurs/"), ("en", "en/ambassadors/")])
def test_a_profile_is_hidden_from_the_first_second_after_its_last_day(
    lang: str, path: str, far: BrowserContext, origin: str
) -> None:
    page = at(far, f"{origin}{path}p-0a1b2c3d/", SHOWN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nora Lindqvist")
    page.close()
    page = at(far, f"{origin}{path}p-0a1b2c3d/", OVER)
    expect(page.get_by_role("main")).to_have_text(GONE[lang])
    expect(page).to_have_title(GONE[lang])
    assert "Nora" not in read(page)
    assert page.evaluate(SHIFTS) == 0
    assert violations(page) == []
    assert page.get_by_role("navigation", name=re.compile("Langue|Language")).count() == 1


def test_no_page_names_whoever_has_left(folder: PortalFolder, context: BrowserContext, origin: str) -> None:
    """Lists, homes, portraits, guides, pictures on pages of others, the translators’ own page."""
    named = [file for file in sorted(folder.site.rglob("index.html")) if "Nora" in file.read_text("utf-8")]
    paths = [file.parent.relative_to(folder.site).as_posix() for file in named]
    assert {"ambassadeurs", "ambassadeurs/vie-professionnelle", "atouts/boats", "."} <= {*paths}
    for path in paths:
        page = at(context, f"{origin}{path}/", OVER)
        assert "Nora" not in read(page), path
        assert "media/nora" not in read(page), path
        assert page.evaluate(SHIFTS) == 0, path
        page.close()


def test_a_shelf_goes_with_the_last_of_its_cards(context: BrowserContext, origin: str) -> None:
    page = at(context, f"{origin}ambassadeurs/", OVER)
    expect(page.get_by_role("heading", name="Adèle Vernet")).to_be_visible()
    assert page.locator("main h2").all_inner_texts() == ["Apprendre et transmettre"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("bienvenue/saint-jean-a1/", "S’inscrire"),
        ("bienvenue/saint-jean-a1/", "Maison de la vallée"),
        ("bienvenue/valdaine/pas-a-pas/", "Prendre les clés"),
        ("facile-a-lire/", "Aller s’inscrire"),
        ("enfants/", "La neige"),
        ("maisons-d-accueil/", "Maison de la vallée"),
        ("parcours/", "Autour du lac"),
        ("temoignages/", "On m’a prêté une luge avant de me demander mon nom"),
        ("rendez-vous/", "La cérémonie d’accueil d’hiver"),
        ("avantages/", "Un an de musées"),
        ("quoi-de-neuf/", "Nora Lindqvist ouvre son atelier"),  # with her profile
    ],
)
def test_each_kind_of_entry_leaves_the_pages_that_show_it(
    path: str, title: str, context: BrowserContext, origin: str
) -> None:
    before, after = (
        at(context, f"{origin}{path}", moment) for moment in ("2026-11-21T12:00:00", "2028-01-01T00:00:00")
    )
    assert title in before.inner_text("main")
    assert title not in after.inner_text("main")
    anchors = after.eval_on_selector_all("main a[href^='#']", "links => links.map(({ hash }) => hash.slice(1))")
    assert [each for each in anchors if not after.locator(f"[id='{each}']").count()] == []


def test_a_page_left_open_looks_again(context: BrowserContext, origin: str) -> None:
    page = at(context, f"{origin}ambassadeurs/p-0a1b2c3d/", SHOWN)
    page.clock.set_fixed_time(datetime.fromisoformat(OVER))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("main")).to_have_text(GONE["fr"])


def test_a_page_without_a_last_day_has_not_one_byte_of_it(folder: PortalFolder) -> None:
    assert "assets/dated." not in folder.html("ambassadeurs/adele-vernet/")
    assert "assets/dated." in folder.html("ambassadeurs/p-0a1b2c3d/")


def test_what_has_left_is_not_found(context: BrowserContext, origin: str) -> None:
    """By an index of before."""
    for moment, found in ((SHOWN, 1), (OVER, 0)):
        page = at(context, f"{origin}recherche/?q=Lindqvist", moment)
        expect(page.locator(".search [role=status]")).not_to_be_empty()
        expect(page.locator(".results a[href*='p-0a1b2c3d']")).to_have_count(found)
        page.close()
