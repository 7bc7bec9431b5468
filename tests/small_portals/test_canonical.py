"""Which addresses are the ones to be found: docs/decisions/0027-canonical.md."""

from collections.abc import Mapping

from tests.small_portals.expected import EMPTY, GONE, KITS, UNINDEXED
from tests.small_portals.reading import Site, attribute


def canonical(site: Site, address: str) -> str:
    return attribute(site.pages[address].one('link[rel="canonical"]'), "href")


def test_every_page_is_the_address_of_what_it_says(site: Site) -> None:
    for address in site.pages.keys() - {"/404.html"}:
        assert canonical(site, address) == site.absolute(address)
    assert site.pages["/404.html"].all('link[rel="canonical"]') == []


def test_every_guide_is_found_by_its_own_place(sites: Mapping[str, Site]) -> None:
    """A place that shares all its blocks with the others, and one that has its own."""
    for site in sites.values():
        left_out = UNINDEXED | KITS[site.name] | GONE[site.name] | EMPTY[site.name]
        guides = {address for address, page in site.pages.items() if page.all("body.kind-guide")}
        assert guides
        assert guides & left_out == set()
        listed = "".join(site.text(f"sitemap-{lang}.xml") for lang in {page.lang for page in site.pages.values()})
        assert [guide for guide in guides if f"<loc>{site.absolute(guide)}</loc>" not in listed] == []


def test_the_steps_of_a_place_are_those_of_the_page_that_it_shares(sites: Mapping[str, Site]) -> None:
    """Guides lead there with the name of their place in the address, which the page does not take for its own."""
    site = sites["districts"]
    links = {
        attribute(link, "href").removeprefix(site.base)
        for page in site.pages.values()
        for link in page.all('a[href*="?lieu="]')
    }
    shared = {link.partition("?")[0] for link in links}
    assert len(links) > len(shared) > 0
    assert [address for address in shared if canonical(site, address) != site.absolute(address)] == []
    assert "?" not in "".join(site.text(f"sitemap-{lang}.xml").partition("?>")[2] for lang in ("fr", "en"))
