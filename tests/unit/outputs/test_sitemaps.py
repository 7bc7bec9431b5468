"""Sitemaps: every page once, with its translations."""

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from site_builder.model.page import Door
from site_builder.outputs import sitemaps as module
from site_builder.outputs.sitemaps import sitemaps
from site_builder.plan.pages import NOT_FOUND, PagePlan, SitePlan
from site_builder.render.links import Links

LINKS = Links("https://a.example/r&d/")


def page(key: str, lang: str, path: str) -> PagePlan:
    return PagePlan(
        key=key,
        kind="page",
        lang=lang,
        path=path,
        title="",
        description="",
        door=Door.BOTH,
        section="",
        parent=None,
        subject="",
    )


SITE = SitePlan(
    [
        page("home", "fr", ""),
        page("home", "en", "en/"),
        page("a", "fr", "a/"),
        page("b", "en", "en/b/"),
        page(NOT_FOUND, "fr", "404.html")._replace(kind=NOT_FOUND),
        page("empty", "fr", "empty/")._replace(is_empty=True),
    ],
    ("fr", "en"),
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
HOME_ALTERNATES = (
    '<xhtml:link rel="alternate" hreflang="fr" href="https://a.example/r%26d/"/>'
    '<xhtml:link rel="alternate" hreflang="en" href="https://a.example/r%26d/en/"/>'
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://a.example/r%26d/"/>'
)


def texts(site: SitePlan = SITE, links: Links = LINKS) -> dict[str, str]:
    return {output.path: output.data.decode() for output in sitemaps(site, links)}


def test_the_files() -> None:
    base = "https://a.example/r&amp;d/"
    open_tag = f'<urlset xmlns="{module.SITEMAP}" xmlns:xhtml="{module.XHTML}">\n'
    alternates = HOME_ALTERNATES.replace("r%26d", "r&amp;d")
    assert texts() == {
        "sitemap-fr.xml": f"{HEAD}{open_tag}<url><loc>{base}</loc>{alternates}</url>\n"
        f"<url><loc>{base}a/</loc></url>\n</urlset>\n",
        "sitemap-en.xml": f"{HEAD}{open_tag}<url><loc>{base}en/</loc>{alternates}</url>\n"
        f"<url><loc>{base}en/b/</loc></url>\n</urlset>\n",
        "sitemap.xml": f'{HEAD}<sitemapindex xmlns="{module.SITEMAP}">\n'
        f"<sitemap><loc>{base}sitemap-fr.xml</loc></sitemap>\n"
        f"<sitemap><loc>{base}sitemap-en.xml</loc></sitemap>\n</sitemapindex>\n",
        "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://a.example/r&d/sitemap.xml\n",
    }


def test_the_day_of_the_last_change_where_somebody_knows_it() -> None:
    days = {"a": date(2026, 11, 3), "home": date(2026, 10, 1)}
    made = {each.path: each.data.decode() for each in sitemaps(SITE, LINKS, lambda page: days.get(page.key))}
    assert re.findall("<(?:loc|lastmod)>([^<]*)", made["sitemap-fr.xml"] + made["sitemap-en.xml"]) == [
        *("https://a.example/r&amp;d/", "2026-10-01", "https://a.example/r&amp;d/a/", "2026-11-03"),
        *("https://a.example/r&amp;d/en/", "2026-10-01", "https://a.example/r&amp;d/en/b/"),
    ]
    assert re.findall("<lastmod>([^<]*)", made["sitemap.xml"]) == ["2026-11-03", "2026-10-01"]


@pytest.mark.parametrize("site_url", ["", "/portail/"])
def test_without_the_site_s_address(site_url: str) -> None:
    assert texts(links=Links(site_url)) == {"robots.txt": "User-agent: *\nAllow: /\n"}


def locations(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter(f"{{{module.SITEMAP}}}loc"):  # noqa: S314 (our own file)
        assert element.text
        yield element.text.removeprefix("https://a.example/r&d/")


@pytest.mark.parametrize(
    ("most", "files"),
    [
        (5, {"sitemap-fr.xml": ["0/", "1/", "2/", "3/", "4/"]}),
        (2, {"sitemap-fr.xml": ["0/", "1/"], "sitemap-fr-2.xml": ["2/", "3/"], "sitemap-fr-3.xml": ["4/"]}),
    ],
)
def test_a_large_site_has_several_files(
    most: int, files: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_URLS", most)
    made = texts(SitePlan([page(str(n), "fr", f"{n}/") for n in range(5)], ("fr",)))
    assert list(locations(made.pop("sitemap.xml"))) == list(files)
    made.pop("robots.txt")
    assert {path: list(locations(text)) for path, text in made.items()} == files
