"""Sitemaps with hreflang (sitemaps.org protocol 0.9; Google, "localized versions"), and robots.txt."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from html import escape

from site_builder.output import Output
from site_builder.plan.files import sitemap_file
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.render.links import Links

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST_URLS = 45_000  # the protocol allows 50,000 a file


def sitemaps(
    site: SitePlan, links: Links, day_of: Callable[[PagePlan], date | None] = lambda _: None
) -> Iterator[Output]:
    """One sitemap per language (more when it is large), an index of them, and the robots.txt that names it.

    ``day_of``: when what a page says was last changed; where nobody knows, nothing is said. Without the site's address,
    which each line of a sitemap needs, the robots.txt alone.
    """
    robots = "User-agent: *\nAllow: /\n"
    if not links.origin:
        yield Output("robots.txt", robots.encode())
        return
    files: list[tuple[str, str]] = []
    listed = cache(partial(_listed, site, links))  # the same in all languages of a page
    for lang in site.languages:
        pages = [page for page in site if page.lang == lang and page.is_indexed]
        for number, start in enumerate(range(0, len(pages), MOST_URLS), start=1):
            path = sitemap_file(lang, number)
            dated = [(page, day_of(page)) for page in pages[start : start + MOST_URLS]]
            files.append((path, _last_modified(max(filter(None, (day for _, day in dated)), default=None))))
            yield Output(path, _urlset(links, dated, listed).encode())
    entries = "".join(f"<sitemap><loc>{escape(links.absolute(path))}</loc>{day}</sitemap>\n" for path, day in files)
    yield Output("sitemap.xml", f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n{entries}</sitemapindex>\n'.encode())
    yield Output("robots.txt", f"{robots}\nSitemap: {links.absolute('sitemap.xml')}\n".encode())


def _urlset(links: Links, pages: list[tuple[PagePlan, date | None]], listed: Callable[[str], str]) -> str:
    urls = "".join(
        [
            f"<url><loc>{escape(links.absolute(page.path))}</loc>{_last_modified(day)}{listed(page.key)}</url>\n"
            for page, day in pages
        ]
    )
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n{urls}</urlset>\n'


def _last_modified(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


def _listed(site: SitePlan, links: Links, key: str) -> str:
    """The languages of a page."""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(links.absolute(path))}"/>'
        for lang, path in site.alternates(key)
    )
