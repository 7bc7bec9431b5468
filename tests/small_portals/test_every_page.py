"""What every page of a site must be: there, in its language, named, with nothing inline and nothing from elsewhere."""

import re

from tests.small_portals.expected import LANGUAGES, PAGES
from tests.small_portals.reading import Site, attribute, links_followed


def test_every_page_is_there_and_no_other(site: Site) -> None:
    assert sorted(site.pages) == sorted(PAGES[site.name])


def test_language_and_direction(site: Site) -> None:
    for address, page in site.pages.items():
        first = address.split("/")[1]
        lang = first if first in LANGUAGES[site.name] else "fr"
        assert (page.lang, attribute(page.root, "dir")) == (lang, LANGUAGES[site.name][lang]), address


def test_each_page_has_one_main_heading_and_a_title(site: Site) -> None:
    for address, page in site.pages.items():
        assert len(page.all("h1")) == 1, address
        assert page.text("h1"), address
        assert page.text("title"), address
        assert attribute(page.one('meta[name="description"]'), "content"), address


def test_canonical_is_the_page_itself(site: Site) -> None:
    """None for 404.html, which is shown at any address."""
    for address, page in site.pages.items():
        if address == "/404.html":
            assert page.all('link[rel="canonical"]') == []
            continue
        assert attribute(page.one('link[rel="canonical"]'), "href") == site.absolute(address)


def test_ids_are_unique(site: Site) -> None:
    for address, page in site.pages.items():
        ids = [attribute(node, "id") for node in page.all("[id]")]
        assert sorted(ids) == sorted(set(ids)), address
        assert "" not in ids, address


def test_no_internal_link_or_anchor_is_broken(site: Site) -> None:
    followed, broken = links_followed(site)
    assert broken == []
    assert followed > 300


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(site: Site) -> None:
    """A content security policy without 'unsafe-inline' fits; nobody else learns who reads."""
    for address, page in site.pages.items():
        assert page.all("style, [style], iframe, object, embed, base") == [], address
        assert page.all('script:not([src]):not([type="application/ld+json"])') == [], address
        assert [name for n in page.all("*") for name in n.attributes if name.startswith("on")] == [], address
        within = [attribute(n, "src").partition(",")[0] for n in page.all("img.under")]  # what a picture lies on
        assert {*within} <= {"data:image/webp;base64"}, address
        codes = [attribute(n, "src") for n in page.all("img.code")]
        assert all(c.startswith(("data:image/png;base64,", f"{site.base}/assets/kits/")) for c in codes), address
        loaded = page.all(
            "script[src], img[src]:not(.under, .code), link[rel=stylesheet], link[rel=icon], link[rel=manifest]"
        )
        urls = [attribute(n, "src") or attribute(n, "href") for n in loaded]
        urls += [each.split()[0] for n in page.all("[srcset], source") for each in attribute(n, "srcset").split(",")]
        assert all(url.startswith(f"{site.base}/") for url in urls), address
    for sheet in site.folder.rglob("*.css"):
        assert re.findall(r"url\(\s*['\"]?(?!/|\.\.?/|fonts/|#)([^)]+)", sheet.read_text(encoding="utf-8")) == []
        assert "@import" not in sheet.read_text(encoding="utf-8")
