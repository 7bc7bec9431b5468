"""At an address that has moved: where the page is now, in every language, and nothing for search engines."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder

MakePortal = Callable[..., PortalFolder]
TREE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    slug: grande-dune
    angle: natural-heritage
    old_paths: [atouts/dune, /en/assets/sandhill/, en/assets/old-lake/]
    ---
    Haute.
content/assets/dune.en.md
    ---
    title: The dune
    ---
    High.
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    angle: natural-heritage
    old_paths: [en/assets/lake/]
    ---
    Bleu.
content/assets/val.md
    ---
    id: val
    title: Le val
    angle: natural-heritage
    status: draft
    old_paths: [atouts/vallee/]
    ---
    Bas.
"""
BASE = "https://portail.example"


def page(folder: PortalFolder, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(folder.html(path))


def ways(read: LexborHTMLParser) -> list[tuple[str | None, str, str | None]]:
    return [(line.attributes["lang"], line.text(), line.css("a")[0].attributes["href"]) for line in read.css("main p")]


def test_each_leads_to_the_page_in_its_language_first(portal: MakePortal) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    french = ("fr", "La page est maintenant ici\u00a0: La dune", "/atouts/grande-dune/")
    english = ("en", "The page is here now: The dune", "/en/assets/dune/")
    for path, own, lang in (
        ("atouts/dune/index.html", [french, english], "fr"),
        ("en/assets/sandhill/index.html", [english, french], "en"),
        ("en/assets/old-lake/index.html", [english, french], "en"),
    ):
        read = page(folder, path)
        assert ways(read) == own
        assert read.css("html")[0].attributes["lang"] == lang
        assert read.css("link[rel=canonical]")[0].attributes["href"] == f"{BASE}{own[0][2]}"
        assert read.css('meta[name="robots"]')[0].attributes["content"] == "noindex"
        assert read.css("noscript meta")[0].attributes["content"] == f"0; url={own[0][2]}"
        assert read.css("script")[0].attributes["data-to"] == own[0][2]


def test_where_there_is_no_translation_it_leads_to_the_original(portal: MakePortal) -> None:
    folder = portal(TREE)
    folder.build()
    assert ways(page(folder, "en/assets/lake/index.html")) == [
        ("fr", "La page est maintenant ici\u00a0: Le lac", "/atouts/lac/")
    ]


def test_what_is_not_published_leads_nowhere(portal: MakePortal) -> None:
    folder = portal(TREE)
    folder.build()
    assert not (folder.site / "atouts/vallee").exists()


def test_no_sitemap_has_them(portal: MakePortal) -> None:
    folder = portal(TREE)
    folder.build()
    for lang in ("fr", "en"):
        assert "sandhill" not in folder.html(f"sitemap-{lang}.xml")
        assert "/atouts/dune/" not in folder.html(f"sitemap-{lang}.xml")
