"""The search, on a real index: what people type finds its page, with the keyboard alone, and nobody is left alone."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Route, expect

from tests.browser.axe import violations
from tests.browser.budgets import FIRST_SEARCH_BYTES
from tests.browser.conftest import Served, Visit
from tests.browser.golden_queries import FINDER_OF_THE_REGION, GOLDEN, GUIDE, WELCOME, ask, links, lost, size_of, status
from tests.browser.portal_pages import BASE

NONSENSE = {
    "fr": ("slogan", "labrador", "daltonien", "slogan xylophone", "xyzzy $'", "plombier"),
    "en": ("abcdef", "perfume", "vet"),
}
"""Words that the index does not have, of which it has a beginning: Pagefind takes “slogan” for “s’”.
Nor is one a slip of the finger away from a word that it has, or from a place: “plombier” is no “Colombier”."""
WAY_OUT = {"fr": [f"{GUIDE}#contact", "bienvenue/"], "en": [f"{WELCOME}#contact", "en/welcome/"]}
BUDGET = FIRST_SEARCH_BYTES - FINDER_OF_THE_REGION
"""Less the finder's data of the whole region, of which this portal has little; tests/region weighs all of it."""


@pytest.mark.long  # those of the region are asked of the region in each run
@pytest.mark.parametrize("lang", GOLDEN)
def test_what_people_type_finds_its_page(lang: str, visit: Visit, served: Served) -> None:
    page = visit.open(served.url("search", lang))
    assert lost(page, lang) == []
    none = {"fr": "Aucun résultat pour «\u00a0{}\u00a0».", "en": "Nothing found for ‘{}’."}[lang]
    for words in NONSENSE[lang]:
        assert (ask(page, words), links(page)) == (none.format(words), WAY_OUT[lang])


def test_a_dialog_for_the_keyboard_alone(visit: Visit, served: Served) -> None:
    """From a guide: results lead to the guide of that place, and Escape leads back to where the reader was."""
    page = visit.open(served.url("guide:40088"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.removeprefix(BASE)))
    page.locator("a.find").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Rechercher")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Que cherchez-vous ?")).to_be_focused()
    assert not any("pagefind" in path for path in asked)  # nothing before the first word
    total = re.fullmatch("([0-9]+) résultats", ask(page, "médecin"))
    assert total
    expect(page.locator(".results li")).to_have_count(12)
    assert links(page)[0] == "bienvenue/dax/#registered-doctor"
    assert page.locator(".results a[href$='?lieu=dax#step-registered-doctor']").count() == 1
    assert page.locator(".results h3").all_inner_texts()[:2] == ["Guide d’accueil", "Pas à pas"]
    assert size_of(served.folder, asked) <= BUDGET
    assert violations(page) == []
    tabs = page.locator(".search-dialog :is(summary, details[open] input, .results a)").count()
    for _ in range(tabs + 1):  # the button of the form, then what narrows, then every result
        page.keyboard.press("Tab")
    expect(page.locator(".results a").last).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".results li")).to_have_count(int(total[1]))
    expect(page.locator(".results li").nth(12).locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("a.find")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".results a").first.click()
    expect(page).to_have_url(served.url("guide:40088") + "#registered-doctor")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_what_is_narrowed_and_what_is_not_found(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("search") + "?q=Carnet&lieu=dax")
    assert status(page) == (
        "Aucun résultat pour «\u00a0Carnet\u00a0». "
        "L’autre partie du portail a des réponses\u00a0: cochez la case ci-dessus pour les voir."
    )
    asking = page.locator(".results a")
    expect(asking.first).to_have_text("Posez la question à quelqu’un\u00a0: le contact pour Dax")
    assert links(page) == ["bienvenue/dax/#contact", "bienvenue/"]
    page.get_by_label("Chercher aussi dans l’espace partenaires").check()
    expect(asking.first).to_have_attribute("href", re.compile("/carnet/"))
    told = ask(page, "baignade hôpital")
    assert re.fullmatch("Aucune page n’a tous ces mots. Voici celles qui en ont une partie\u00a0: [0-9]+[.]", told)
    assert links(page)[0].endswith("#bathing")
    page.get_by_label("Thème").select_option("Se soigner")
    ask(page, "médecin")
    assert links(page)[0] == f"{GUIDE}#registered-doctor".replace("nouvelle-aquitaine", "dax")
    known = {
        facts[0]: facts for facts in json.loads((served.folder / "pagefind/catalogue-fr.json").read_bytes()).values()
    }
    urls = [f"{BASE}{link}".replace("/dax/", "/nouvelle-aquitaine/") for link in links(page)]
    themes = [known[url][4] for url in urls]
    assert {*map(str, themes)} == {"['health']", "[]"}  # what names no theme is of every one, after what names this one
    assert themes[: themes.index([])] == [["health"]] * themes.index([])
    assert page.locator(".results li").count() == int(status(page).split()[0])
    assert violations(page) == []
    assert urlsplit(page.url).query == "q=m%C3%A9decin&lieu=dax&all=1&theme=health"
    page.fill(".search input[type=search]", "")
    expect(page.locator(".search [role=status]")).to_be_empty()
    assert links(page) == []


def test_what_is_chosen_is_in_the_address(visit: Visit, served: Served) -> None:
    """What is of the place comes first, what is of the whole region is everywhere, what is of another place is away."""
    page = visit.open(served.url("search"))
    page.get_by_text("Préciser").click()
    page.get_by_label("Où").select_option("Gironde")
    page.get_by_label("Chercher aussi dans l’espace partenaires").check()
    ask(page, "plage")
    found = links(page)
    assert found[0] == "bienvenue/departement-gironde/#gironde-bathing"
    assert f"{GUIDE}#bathing" in found
    assert set(page.locator(".results .where").all_inner_texts()) == {"Gironde"}
    assert parse_qs(urlsplit(page.url).query) == {"q": ["plage"], "ou": ["departement-gironde"], "all": ["1"]}
    page.reload()
    status(page)
    expect(page.get_by_label("Où")).to_have_value("departement-gironde")
    expect(page.get_by_label("Chercher aussi dans l’espace partenaires")).to_be_checked()
    assert links(page) == found


def test_slips_and_short_words_near_the_reader_s_place(visit: Visit, served: Served) -> None:
    """From Dax. What was asked in other words is said; what is elsewhere comes last; other languages hear of it."""
    page = visit.open(served.url("search") + "?lieu=dax")
    expect(page.get_by_label("Que cherchez-vous ?")).to_have_attribute("maxlength", "200")
    assert ask(page, "medcin traitnat") == (
        "Aucun résultat pour «\u00a0medcin traitnat\u00a0». Voici ceux de «\u00a0médecin traitant\u00a0»."
    )
    assert links(page)[0] == "bienvenue/dax/#registered-doctor"
    asked = parse_qs(urlsplit(page.locator(".langs a").first.get_attribute("href") or "").query)
    assert asked == {"lieu": ["dax"], "q": ["medcin traitnat"]}
    ask(page, "voter")
    assert page.locator(".results li").count() < 10  # not all that says “votre”
    ask(page, "plage")
    assert page.locator(".results h2").all_inner_texts()[-1] == "Ailleurs en Nouvelle-Aquitaine"
    found = links(page)
    assert found.index("bienvenue/departement-landes/#landes-bathing") < found.index(
        "bienvenue/departement-gironde/#gironde-bathing"
    )
    away = page.locator(".results section").last.locator(".where").all_inner_texts()
    assert away
    assert "Landes" not in away
    assert ask(page, "Bordaux").endswith(" Voici ceux de «\u00a0Bordeaux\u00a0».")
    assert links(page)[0] == "bienvenue/bordeaux/"


STRAY = ("../../../autre-site", "//example.org", "Dax", "a--b", "")
"""What an address may say instead of a place."""


def test_an_address_leads_to_no_other_place_than_one_of_the_portal(visit: Visit, served: Served) -> None:
    for stray in STRAY:
        page = visit.open(f"{served.url('search')}?q=médecin&lieu={stray}")
        status(page)
        assert links(page)[0] == f"{GUIDE}#registered-doctor"
        assert "/autre-site/" not in " ".join(page.locator(".results a").evaluate_all("links => links.map(String)"))
        page.close()


COVERED = """boxes => boxes.filter((box) => {
  box.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return left < 0 || right > innerWidth || !box.contains(seen) && !seen?.contains(box);
}).map((box) => box.outerHTML.slice(0, 90))"""


def test_the_dialog_in_letters_twice_as_large(visit: Visit, served: Served) -> None:
    """A telephone whose browser writes 32 px where others write 16: units of media queries grow too."""
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    settings = page.context.new_cdp_session(page)
    settings.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
    page.goto(served.url("guide:40088"))
    page.locator("a.find").click()
    ask(page, "médecin")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    dialog = page.get_by_role("dialog")
    title = dialog.get_by_role("heading", name="Rechercher", exact=True).bounding_box()
    assert title
    assert title["height"] < 80  # one line
    boxes = page.locator("dialog :is(input[type=search], button, summary, .said, .results a)")
    assert boxes.count() > 12
    assert boxes.evaluate_all(COVERED) == []
    assert dialog.evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") == 0


@pytest.mark.parametrize("key", ["journey:244000675", "portrait:244000675"])
def test_pages_of_a_place_are_its_reader_s(key: str, visit: Visit, served: Served) -> None:
    """As its guide is."""
    page = visit.open(served.url(key))
    page.locator("a.find").click()
    ask(page, "médecin")
    own = urlsplit(served.url("guide:244000675")).path.removeprefix(BASE)
    assert links(page)[0] == f"{own}#registered-doctor"


def test_after_a_publication(visit: Visit, served: Served) -> None:
    """A catalogue of the one before is asked for again, past what the browser keeps; then the failure is said."""
    stale, asked = {"until": 1}, []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > stale["until"]:
            route.continue_()
        else:
            route.fulfill(json={"fr_0000000": ["/a/", "block", "welcome", [], [], []]})

    page = visit.page()
    page.route("**/catalogue-fr.json", answer)
    page.goto(f"{served.url('search')}?q=médecin")
    status(page)
    assert links(page)[0] == f"{GUIDE}#registered-doctor"
    assert len(asked) == 2
    stale["until"] = 99
    page.goto(f"{served.url('search')}?q=médecin&theme=health")
    expect(page.locator(".said a")).to_have_text(re.compile("^La recherche ne répond pas"))
    expect(page.locator(".said a")).to_have_attribute("href", page.url)
    stale["until"] = 0
    page.locator(".said a").click()
    expect(page.locator(".results a").first).to_be_visible()
    assert urlsplit(page.url).query == "q=m%C3%A9decin&theme=health"


def test_without_network(visit: Visit, served: Served) -> None:
    """The next results fail as the first would, with a way to ask for the same again; what is shown stays."""
    page = visit.open(served.url("guide:40088"))
    page.locator("a.find").click()
    ask(page, "médecin")
    shown = links(page)
    page.route("**/fragment/*", lambda route: route.abort())
    page.locator(".results button").click()
    failed = page.locator(".said a")
    expect(failed).to_have_attribute("href", f"{served.url('search')}?q=m%C3%A9decin&lieu=dax")
    assert links(page) == shown
    page.unroute("**/fragment/*")
    page.locator(".results button").click()
    expect(failed).to_have_count(0)
    expect(page.locator(".results li").nth(12).locator("a")).to_be_focused()
    visit.context.set_offline(True)
    page.locator("dialog input").first.fill("randonnée")
    expect(failed).to_have_text(re.compile("^La recherche a besoin du réseau"))
    expect(failed).to_have_attribute("href", f"{BASE}sans-reseau/")
    assert {error for error in visit.errors if "ERR_" not in error and "Failed to fetch" not in error} == set()
    visit.errors.clear()


def test_words_sent_before_the_search_has_come_wait_for_it(visit: Visit, served: Served) -> None:
    """They are answered on the page where they were written."""
    page = visit.open(served.url("search"))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/search.*.js", hold)
    page.fill(".search input[type=search]", "médecin")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    page.evaluate("window.stayed = true")
    held[0].continue_()
    status(page)
    assert f"{GUIDE}#registered-doctor" in links(page)
    assert page.evaluate("window.stayed")
