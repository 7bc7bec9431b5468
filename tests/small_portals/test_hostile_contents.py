"""What an attacker might write in content and data is shown as text, and is nothing else."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import NEEDED, PortalFolder, files_of, write_files
from tests.small_portals.reading import Site, attribute, words

HOSTILE = """
data/portal.yml
    name: {fr: "L’</title><script>alert('nom')</script>", en: "A \\"quoted\\" & <b>bold</b> name"}
    tagline: {fr: "\\" onload=alert(1) x=\\"", en: "'><img src=x onerror=alert(1)>"}
    languages:
      - {code: fr, name: "Fran<i>çais"}
      - {code: en, name: English}
    territory: pays
    first_contacts: [town-hall]
    levels:
      - {id: pays, name: "<u>pays</u>", plural: pays}
      - {id: commune, name: commune, plural: communes}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: "<script>alert('pays')</script>"}
      - {code: hx, level: commune, name: "Bourg \\"'<>&", parents: [pays], population: 3, postal_codes: ["01000"]}
    contacts:
      - id: hall
        role: town-hall
        covers: [hx]
        name: "<script>alert('mairie')</script>"
        address: "<img src=x onerror=alert(1)>"
        telephone: "01 02 03 04 05"
        website: "https://a.example/\\"onclick=\\"alert(1)"
        email: "\\"><script>@a.example"
        opening_hours: "<b>always</b>"
    absences:
      - {role: childcare, covers: [pays], checked_by: "<script>alert('qui')</script>", checked_on: 2026-01-01}
content/welcome/a.md
    ---
    id: a
    title: "</h3><script>alert('bloc')</script>"
    section: first-steps
    see: "<script>alert('voir')</script> [là](https://a.example/)"
    ---
    <script>alert('corps')</script><a href="https://a.example/" onclick="alert(1)">ici</a> <u>souligné</u>
content/assets/hostile.md
    ---
    id: hostile
    title: "</script><script>alert('titre')</script>"
    summary: "\\"><script>alert('résumé')</script><!--"
    angle: economy
    kind: "</script><script>alert('sorte')</script>"
    website: "https://a.example/?q=<script>"
    sources:
      - {name: "<script>alert('source')</script>", detail: "<b>d</b>", url: "https://a.example/'\\"<b>"}
    ---
    Texte <iframe src="https://a.example/"></iframe><form action="/x"><input name="a"></form>
    <style>body{display:none}</style><p style="position:fixed" id="main">haut</p>
content/ambassadors/hostile.md
    ---
    id: somebody
    title: "<script>alert('personne')</script> Doe"
    theme: sport
    occupation: "<i>x</i>"
    died: {year: 1900, place: "<script>alert('lieu')</script>"}
    quote: {text: "<script>alert('citation')</script>", source: "<b>s</b>"}
    career:
      - {year: "<1>", text: "<script>alert('vie')</script>"}
    ---
    Une vie.
content/carnet/hostile.md
    ---
    id: words
    title: "<script>alert('mots')</script>"
    part: values
    wording:
      - {say: "<b>dites</b>", avoid: "<script>alert('évitez')</script>", why: "</li></ul>"}
    ---
    Corps.
content/pages/about.md
    ---
    id: about
    title: "<script>alert('page')</script>"
    ---
    Corps.
"""  # noqa: E501
OWN_MODULES = {"/sans-reseau/": ("offline",), "/en/offline/": ("offline",)}
"""Pages that are of no use without their script."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = PortalFolder(tmp_path_factory.mktemp("hostile") / "portal")
    write_files(folder.root, NEEDED | files_of(HOSTILE))
    built = folder.build(site_url="https://valdaine.example/portail/")
    assert [(str(p.place), p.message("en")) for p in built.problems if p.severity == "error"] == []
    return Site("districts", folder.site)


def own_modules(address: str) -> tuple[str, ...]:
    """What a page has beside the script of all."""
    return ("kit",) if re.match(r"/(faire-un-lien|en/link-to-us)/.", address) else OWN_MODULES.get(address, ())


def test_hostile_values_are_text_and_nothing_else(hostile: Site) -> None:
    tags: set[str] = set()
    for address, page in hostile.pages.items():
        scripts = [n for n in page.all("script") if attribute(n, "type") != "application/ld+json"]
        modules = [re.sub(r"\.[0-9a-f]+\.js$", "", attribute(n, "src")) for n in scripts]
        assert modules == [f"/portail/assets/{name}" for name in ("portail", *own_modules(address))], address
        assert [name for n in page.all("*") for name in n.attributes if name.startswith("on")] == [], address
        assert page.all("iframe, style, [style], u, main b script, img[src=x]") == [], address
        assert [h for n in page.all("a") if (h := attribute(n, "href")).startswith(("javascript:", "data:"))] == []
        assert len(page.all("title")) == 1
        tags |= {n.tag or "" for n in page.all("*")}
        if address != "/404.html":
            assert page.graph[0]["@id"] == hostile.absolute(address)
    assert "form" in tags  # the finder's own
    assert tags.isdisjoint({"iframe", "object", "style", "u", "applet"})


@pytest.mark.parametrize(
    ("address", "selector", "text"),
    [
        ("/atouts/hostile/", "h1", "</script><script>alert('titre')</script>"),
        ("/atouts/hostile/", ".lead", "\"><script>alert('résumé')</script><!--"),
        ("/ambassadeurs/somebody/", "h1", "<script>alert('personne')</script> Doe"),
        ("/ambassadeurs/somebody/", "blockquote", "<script>alert('citation')</script>"),
        ("/carnet/words/", "h1", "<script>alert('mots')</script>"),
        ("/about/", "h1", "<script>alert('page')</script>"),
        ("/bienvenue/bourg/", "h1", "Bienvenue à Bourg \"'<>&"),
    ],
)
def test_hostile_titles_are_shown_as_they_were_written(address: str, selector: str, text: str, hostile: Site) -> None:
    assert hostile.pages[address].text(selector) == text


def test_hostile_values_in_structured_data(hostile: Site) -> None:
    subject = hostile.pages["/atouts/hostile/"].graph[1]
    assert subject["name"] == "</script><script>alert('titre')</script>"
    assert subject["@type"] == "</script><script>alert('sorte')</script>"
    assert hostile.pages["/atouts/hostile/"].html.count("</script>") == 2  # the data's and the module's


def test_hostile_values_in_other_files(hostile: Site) -> None:
    """XML stays well-formed, JSON stays JSON."""
    for file in hostile.folder.rglob("*.xml"):
        ET.parse(file)  # noqa: S314
    for file in hostile.folder.rglob("*.svg"):
        assert [n.tag for n in ET.parse(file).iter() if n.tag.endswith("script")] == []  # noqa: S314
    names = [place[0] for place in json.loads(hostile.text("finder-fr.json"))["places"]]
    assert len(names) == 2


def test_what_a_body_may_not_do_is_gone(hostile: Site) -> None:
    body = hostile.pages["/atouts/hostile/"].one(".body")
    assert "display:none" not in words(body)
    assert words(body).startswith("Texte")
    assert body.css("form, input, iframe, style") == []
