"""What there is to copy for whoever links to a page: every text exactly, and nothing that would be read as code."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.kits import kit_texts, way_to_kit
from site_builder.render.stage import Press
from tests.conftest import PortalFolder, portal_in
from tests.unit.render.conftest import SITE_URL, press_of

MILL = """
content/assets/mill.md
    ---
    id: mill
    title: Le moulin [neuf] & "vieux"
    summary: Un moulin <b>rare</b>.
    angle: economy
    territory: bourg
    verified_on: 2026-03-12
    ---
    Il tourne.
content/assets/mill.en.md
    ---
    title: The mill
    ---
    It turns.
"""
CARD = """\
<div lang="fr" dir="ltr" style="box-sizing:border-box;max-width:26rem;padding:1rem 1.25rem;border:1px solid #DDD5C7;\
border-inline-start:4px solid #0F4C5C;border-radius:6px;background:#FBF8F2;color:#16242B;\
font:1rem/1.5 system-ui,sans-serif">
<p style="margin:0 0 .25rem;font-size:.9em">Petit pays</p>
<p style="margin:0 0 .5rem;font-size:1.25em;font-weight:700;line-height:1.25">\
<a href="https://portail.example/q/mill/" style="color:#0F4C5C">Le moulin [neuf] &amp; &#34;vieux&#34;</a></p>
<p style="margin:0">Un moulin &lt;b&gt;rare&lt;/b&gt;.</p>
</div>"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return press_of(portal_in(tmp_path_factory.mktemp("kits"), MILL).root)


def texts(press: Press, key: str, lang: str) -> dict[str, str]:
    page = press.scene.site.get(f"kit:{key}", lang)
    assert page
    return {each.name: each.text for each in kit_texts(press.scene, page)}


def test_the_texts_of_an_entry(press: Press) -> None:
    assert texts(press, "asset:mill", "fr") == {
        "link": "https://portail.example/q/mill/",
        "markdown": '[Le moulin \\[neuf\\] & "vieux" – Petit pays](https://portail.example/q/mill/)',
        "card": CARD,
        "embed": (
            '<iframe src="https://portail.example/embed/fr/asset/mill.html"'
            ' title="Le moulin [neuf] &amp; &#34;vieux&#34;" width="480" height="420" loading="lazy"'
            ' style="border:0;max-width:100%"></iframe>'
        ),
        "quote": (
            '«\u00a0Le moulin [neuf] & "vieux"\u00a0», Petit pays, vérifié le 12 mars 2026,'
            " https://portail.example/q/mill/"
        ),
    }


def test_those_of_a_territory_have_no_day(press: Press) -> None:
    quote = texts(press, "guide:pays", "en")["quote"]
    assert quote == "“Welcome to Petit pays”, Small country, https://portail.example/q/pays/"


@pytest.mark.parametrize(("key", "lang"), [("asset:mill", "fr"), ("guide:pays", "en")])
def test_each_stands_in_a_field_that_is_read_without_script(key: str, lang: str, press: Press) -> None:
    page = press.scene.site.get(f"kit:{key}", lang)
    assert page
    html = LexborHTMLParser(press.page(page).data.decode())
    found = {
        (node.attributes["id"] or "").removeprefix("f-"): node.text().removeprefix("\n")
        for node in html.css(".kit-texts textarea[readonly]")
    }
    assert found == texts(press, key, lang)
    labelled = {node.attributes["for"] for node in html.css("label")}
    assert {node.attributes["id"] for node in html.css("textarea")} == labelled
    assert [node.attributes["content"] for node in html.css('meta[name="robots"]')] == ["noindex"]


def test_the_leaflet_is_that_of_a_territory(press: Press) -> None:
    """An entry has none: its kit leads to that of the nearest territory that has one."""
    of_entry, of_territory = (press.scene.site.get(f"kit:{key}", "fr") for key in ("asset:mill", "guide:pays"))
    assert of_entry
    assert of_territory
    assert 'href="/faire-un-lien/pays/"' in press.content(of_entry)
    assert "portail print pays --format leaflet --lang fr" in press.content(of_territory)
    assert "portail print" not in press.content(of_entry)


def test_pages_lead_to_their_kit(press: Press) -> None:
    ways = {
        key: 'href="/faire-un-lien/' in way_to_kit(press.scene, page)
        for key in ("asset:mill", "guide:pays", "guide:bourg", "home")
        if (page := press.scene.site.get(key, "fr"))
    }
    assert ways == {"asset:mill": True, "guide:pays": True, "guide:bourg": False, "home": False}


def test_the_steps_lead_to_every_territory_with_a_kit(presses: Callable[[str], Press]) -> None:
    press = presses("districts")
    page = press.scene.site.get("link-to-us", "fr")
    assert page
    html = LexborHTMLParser(press.content(page))
    assert len(html.css("ol.five > li")) == 5
    base = press.scene.links.base_path
    links = [(node.attributes["href"] or "").removeprefix(base) for node in html.css("#territories a")]
    kits = [f"faire-un-lien/{code}/" for code in "VD A B B1 AB A1".split()]
    assert links == [kits[0], "bienvenue/", *kits[1:]]  # a commune has its link in its guide, which is found there


def test_a_portal_of_one_territory_has_no_other_guide(presses: Callable[[str], Press]) -> None:
    press = presses("minimal")
    page = press.scene.site.get("link-to-us", "fr")
    assert page
    links = LexborHTMLParser(press.content(page)).css("#territories a")
    assert [node.attributes["href"] for node in links] == ["/faire-un-lien/port-calme/"]


@pytest.mark.parametrize(("site_url", "warned"), [("", True), ("http://127.0.0.1:8000/", True), (SITE_URL, False)])
def test_texts_that_lead_nowhere_elsewhere_say_so(
    site_url: str, warned: bool, portal: Callable[..., PortalFolder]
) -> None:
    press = press_of(portal(MILL).root, site_url)
    page = press.scene.site.get("kit:asset:mill", "en")
    assert page
    assert ("pasted elsewhere, these texts lead nowhere" in press.content(page)) is warned
