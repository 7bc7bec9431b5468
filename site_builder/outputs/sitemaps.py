"""Sitemaps with hreflang (sitemaps.org protocol 0.9; Google, "localized versions"), and robots.txt."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from site_builder.output import Output
from site_builder.plan.files import sitemap_file
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.render.links import Links

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST_URLS = 45_000  # the protocol allows 50,000 a file


def sitemaps(site: SitePlan, links: Links) -> Iterator[Output]:
    """One sitemap per language (more when it is large), an index of them, and the robots.txt that names it.

    Without the site's address, which each line of a sitemap needs, the robots.txt alone.
    """
    robots = "User-agent: *\nAllow: /\n"
    if not links.origin:
        yield Output("robots.txt", robots.encode())
        return
    files = []
    for lang in site.languages:
        pages = [page for page in site if page.lang == lang and page.is_indexed]
        for number, start in enumerate(range(0, len(pages), MOST_URLS), start=1):
            path = sitemap_file(lang, number)
            files.append(path)
            yield Output(path, _urlset(site, links, pages[start : start + MOST_URLS]).encode())
    entries = "".join(f"<sitemap><loc>{escape(links.absolute(path))}</loc></sitemap>\n" for path in files)
    yield Output("sitemap.xml", f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n{entries}</sitemapindex>\n'.encode())
    yield Output("robots.txt", f"{robots}\nSitemap: {links.absolute('sitemap.xml')}\n".encode())


def _urlset(site: SitePlan, links: Links, pages: list[PagePlan]) -> str:
    urls = "".join(_url(site, links, page) for page in pages)
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n{urls}</urlset>\n'


def _url(site: SitePlan, links: Links, page: PagePlan) -> str:
    listed = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(links.absolute(path))}/>'
        for lang, path in site.alternates(page.key)
    )
    return f"<url><loc>{escape(links.absolute(page.path))}</loc>{listed}</url>\n"
