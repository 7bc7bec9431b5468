"""What devices get beside pages: the worker that keeps them, or the one that ends it, and a manifest a language."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.order import BuildOrder
from site_builder.pipeline import build_site
from tests.conftest import PORTAL_YML, TODAY, PortalFolder, engine_theme

Make = Callable[..., PortalFolder]
OFF = "data/portal.yml\n" + "".join(f"    {line}\n" for line in (PORTAL_YML + "offline: false").splitlines())
PUBLIC, LOCAL = "https://pays.example/portail/", "http://127.0.0.1:8000/"


def built(folder: PortalFolder, site_url: str = PUBLIC) -> Path:
    assert not folder.build(site_url=site_url).failed
    return folder.site


def told(site: Path) -> dict[str, object]:
    """What the worker is told of its site."""
    first = (site / "sw.js").read_text(encoding="utf-8").partition("\n")[0]
    found: dict[str, object] = json.loads(first.removeprefix("const site = ").removesuffix(";"))
    return found


def starts_it(site: Path) -> bool:
    (script,) = site.glob("assets/portail.*.js")
    return "serviceWorker" in script.read_text(encoding="utf-8")


WORDS = """
data/glossary.yml
    terms:
      - {id: rib, acronym: RIB, term: {fr: relevé, en: bank details}, meaning: {fr: "Un numéro.", en: "A number."}}
"""


def test_the_worker_knows_its_site(portal: Make) -> None:
    site = built(portal(WORDS))
    known = told(site)
    assert re.fullmatch(r"[0-9a-f]{10}", str(known.pop("version")))
    assert known == {
        "base": "/portail/",
        "stores": "portail /portail/ ",
        "kept": "portail /portail/ kept",
        "most": 60,
        "days": 90,
        "pages": {"/portail/": "/portail/sans-reseau/", "/portail/en/": "/portail/en/offline/"},
        "along": {
            "/portail/": ["/portail/", "/portail/lexique/"],
            "/portail/en/": ["/portail/en/", "/portail/en/glossary/"],
        },
        "said": {
            "fr": {
                "dated": "Sans réseau, voici la page gardée sur cet appareil, telle qu’elle était le {date}. "
                "Des informations ont pu changer depuis.",
                "undated": "Sans réseau, voici la page gardée sur cet appareil. "
                "Des informations ont pu changer depuis.",
                "locale": "fr",
                "first": "1er",
            },
            "en": {
                "dated": "You are offline: this is the page kept on your device, as it was on {date}. "
                "Some details may have changed since.",
                "undated": "You are offline: this is the page kept on your device. "
                "Some details may have changed since.",
                "locale": "en-GB",
                "first": "1",
            },
        },
    }
    assert starts_it(site)
    page = LexborHTMLParser((site / "sans-reseau/index.html").read_text(encoding="utf-8"))
    assert page.css_matches('[data-store="portail /portail/ kept"]')
    assert page.css_matches("meta[name=robots][content=noindex]")
    assert "sans-reseau" not in (site / "sitemap-fr.xml").read_text(encoding="utf-8")


def test_another_look_is_another_version_and_another_text_is_not(portal: Make) -> None:
    folder = portal()
    first = told(built(folder))["version"]
    (folder.root / "content/pages").mkdir(parents=True)
    (folder.root / "content/pages/about.md").write_text(
        "---\nid: about\ntitle: À propos\n---\nOui.\n", encoding="utf-8"
    )
    assert told(built(folder))["version"] == first
    settings = folder.root / "data/portal.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("#0F4C5C", "#0F4C5D"), encoding="utf-8")
    assert told(built(folder))["version"] != first


@pytest.mark.parametrize(("tree", "site_url", "has_page"), [(OFF, PUBLIC, False), ("", LOCAL, True), ("", "", True)])
def test_where_nothing_is_to_be_kept_a_worker_removes_the_former_one(
    portal: Make, tree: str, site_url: str, has_page: bool
) -> None:
    site = built(portal(tree), site_url)
    base = "/portail/" if site_url == PUBLIC else "/"
    assert told(site) == {"base": base, "stores": f"portail {base} "}
    assert "unregister" in (site / "sw.js").read_text(encoding="utf-8")
    assert not starts_it(site)
    assert (site / "sans-reseau/index.html").is_file() is has_page


def test_what_is_served_to_whoever_writes_keeps_no_page_and_has_no_policy(portal: Make) -> None:
    """A development server's own script, which reloads pages, is inline."""
    folder = portal()
    for served in (False, True):
        theme = replace(engine_theme(folder.site, PUBLIC), served=served)
        assert not build_site(BuildOrder(root=folder.root, theme=theme, destination=folder.site, today=TODAY)).failed
        assert ("http-equiv=content-security-policy" in folder.html("")) is not served
        assert ("unregister" in (folder.site / "sw.js").read_text(encoding="utf-8")) is served
        assert starts_it(folder.site) is not served


def test_one_manifest_for_each_language_of_one_application(portal: Make) -> None:
    site = built(portal())
    french, english = (json.loads((site / f"{at}manifest.webmanifest").read_text("utf-8")) for at in ("", "en/"))
    icons = french.pop("icons")
    assert english.pop("icons") == icons
    assert french == {
        "id": "/portail/",
        "name": "Petit pays",
        "short_name": "Petit pays",
        "description": "Bienvenue",
        "lang": "fr",
        "dir": "ltr",
        "start_url": "/portail/",
        "scope": "/portail/",
        "display": "minimal-ui",
        "background_color": "#FBF8F2",
        "theme_color": "#0F4C5C",
    }
    own = {"name": "Small country", "short_name": "Small country", "description": "Welcome", "lang": "en"}
    assert english == {**french, **own, "start_url": "/portail/en/"}
    assert [(icon["type"], icon["sizes"], icon.get("purpose")) for icon in icons] == [
        ("image/svg+xml", "any", None),
        ("image/png", "192x192", None),
        ("image/png", "512x512", None),
        ("image/png", "512x512", "maskable"),
    ]
    assert [(site / icon["src"].removeprefix("/portail/")).is_file() for icon in icons] == [True] * 4
    for page, manifest in (("index.html", "manifest.webmanifest"), ("en/index.html", "en/manifest.webmanifest")):
        html = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
        linked = {rel: html.css(f"link[rel={rel}]")[0].attributes["href"] for rel in ("manifest", "apple-touch-icon")}
        assert linked["manifest"] == f"/portail/{manifest}"
        touch = re.fullmatch(r"/portail/(assets/icon-touch\.[0-9a-f]{10}\.png)", linked["apple-touch-icon"] or "")
        assert touch
        assert (site / touch[1]).is_file()
