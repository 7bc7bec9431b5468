"""The search, on a real index: what people type finds its page, with the keyboard alone, and nobody is left alone."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import BASE

GUIDE, STEPS = "bienvenue/nouvelle-aquitaine/", "bienvenue/nouvelle-aquitaine/pas-a-pas/"
WELCOME, STEP_BY_STEP = "en/welcome/nouvelle-aquitaine/", "en/welcome/nouvelle-aquitaine/step-by-step/"
GOLDEN = {
    "fr": (
        ("ecole", f"{GUIDE}#school-enrolment", 1),
        ("école", f"{GUIDE}#school-enrolment", 1),
        ("écoles", f"{GUIDE}#school-enrolment", 1),
        ("inscrire mon enfant à l’école", f"{GUIDE}#school-enrolment", 1),
        ("equipement", f"{GUIDE}#sports-and-clubs", 3),
        ("plage", f"{GUIDE}#bathing", 1),
        ("editeurs", "mentions-legales/", 1),
        ("médecin", f"{GUIDE}#registered-doctor", 1),
        ("docteur", f"{GUIDE}#registered-doctor", 3),
        ("doctor", f"{GUIDE}#registered-doctor", 3),
        ("GP", f"{GUIDE}#registered-doctor", 3),
        ("où puis-je trouver un médecin ?", f"{GUIDE}#registered-doctor", 1),
        ("carte grise", f"{GUIDE}#vehicle-registration", 2),
        ("Carte grise", f"{STEPS}#step-vehicle-registration", 2),
        ("caf", "lexique/#t-caf", 1),
        ("urgence", f"{GUIDE}#emergency", 1),
        ("police", f"{GUIDE}#emergency", 1),
        ("ambulance", f"{GUIDE}#emergency", 1),
        ("pompiers", f"{GUIDE}#emergency", 1),
        ("17", f"{GUIDE}#emergency", 1),
        ("pharmacie", f"{GUIDE}#care-out-of-hours", 1),
        ("Dax", "bienvenue/dax/", 1),
        ("40100", "bienvenue/dax/", 1),
        ("saint paul les dax", "bienvenue/saint-paul-les-dax/", 1),
    ),
    "en": (
        ("where can I find a doctor", f"{WELCOME}#registered-doctor", 1),
        ("register my child at school", f"{WELCOME}#school-enrolment", 1),
        ("doctor", f"{WELCOME}#registered-doctor", 1),
        ("GP", f"{WELCOME}#registered-doctor", 3),
        ("carte grise", f"{WELCOME}#vehicle-registration", 2),
        ("ecole", f"{WELCOME}#school-enrolment", 3),
        ("school", f"{WELCOME}#school-enrolment", 1),
        ("beach", f"{WELCOME}#bathing", 1),
        ("plage", f"{WELCOME}#bathing", 3),
        ("equipement", f"{WELCOME}#sports-and-clubs", 3),
        ("editeurs", "en/legal-notice/", 1),
        ("médecin", "en/glossary/#t-medecin-traitant", 1),
        ("emergency", f"{WELCOME}#emergency", 1),
        ("ambulance", f"{WELCOME}#emergency", 1),
        ("police", f"{WELCOME}#emergency", 1),
        ("A&E", f"{WELCOME}#emergency", 1),
        ("pharmacy", f"{WELCOME}#care-out-of-hours", 1),
        ("Dax", "en/welcome/dax/", 1),
        ("40100", "en/welcome/dax/", 1),
    ),
}
"""Per language: what is typed, the page that answers, and the place that it must have, or a better one."""
NONSENSE = {"fr": ("slogan", "labrador", "daltonien", "slogan xylophone"), "en": ("abcdef", "perfume")}
"""Words that the index does not have, of which it has a beginning: Pagefind takes “slogan” for “s’”."""
WAY_OUT = {"fr": [f"{GUIDE}#contact", "bienvenue/"], "en": [f"{WELCOME}#contact", "en/welcome/"]}
BUSY = re.compile("^(Recherche en cours|Searching)…$")
BUDGET = 220_000 - 68_000
"""Bytes of a first search, compressed as a host sends them, less the finder's data of the whole region."""


def status(page: Page) -> str:
    """What is said once the answer is there."""
    said = page.locator(".search [role=status]")
    expect(said).not_to_be_empty()
    expect(said).not_to_have_text(BUSY)
    return said.inner_text()


def ask(page: Page, words: str) -> str:
    page.fill(".search input[type=search]", words)
    page.keyboard.press("Enter")
    return status(page)


def links(page: Page) -> list[str]:
    """Where results lead, below the site's root."""
    hrefs = page.locator(".results a").evaluate_all("links => links.map(({ href }) => href)")
    return [
        part.path.removeprefix(BASE) + (f"#{part.fragment}" if part.fragment else "") for part in map(urlsplit, hrefs)
    ]


@pytest.mark.parametrize("lang", GOLDEN)
def test_what_people_type_finds_its_page(lang: str, visit: Visit, served: Served) -> None:
    page = visit.open(served.url("search", lang))
    lost = []
    for words, answer, place in GOLDEN[lang]:
        ask(page, words)
        found = links(page)
        if answer not in found[:place]:
            lost.append((words, answer, found[:4]))
    assert lost == []
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
    tabs = page.locator(".search-dialog :is(summary, input[type=checkbox], .results a)").count()
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


def size_of(site: Path, paths: list[str]) -> int:
    """Bytes of these files of the site, compressed where that makes them smaller."""
    files = [site / path / "index.html" if path.endswith("/") else site / path for path in paths]
    whole = [file.read_bytes() for file in files]
    return sum(min(len(data), len(gzip.compress(data, 9))) for data in whole)


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
    page.get_by_text("Préciser").click()
    page.get_by_label("Thème").select_option("Se soigner")
    ask(page, "médecin")
    assert links(page)[0] == f"{GUIDE}#registered-doctor".replace("nouvelle-aquitaine", "dax")
    known = {
        facts[0]: facts for facts in json.loads((served.folder / "pagefind/catalogue-fr.json").read_bytes()).values()
    }
    urls = [f"{BASE}{link}".replace("/dax/", "/nouvelle-aquitaine/") for link in links(page)]
    assert [url for url in urls if "Se soigner" not in known[url][4]] == []
    assert page.locator(".results li").count() == int(status(page).split()[0])
    assert violations(page) == []
    assert urlsplit(page.url).query == "q=m%C3%A9decin&lieu=dax&all=1&theme=Se+soigner"
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
    assert parse_qs(urlsplit(page.url).query) == {"q": ["plage"], "ou": ["Gironde"], "all": ["1"]}
    page.reload()
    status(page)
    expect(page.get_by_label("Où")).to_have_value("Gironde")
    expect(page.get_by_label("Chercher aussi dans l’espace partenaires")).to_be_checked()
    assert links(page) == found


STRAY = ("../../../autre-site", "//example.org", "Dax", "a--b", "")
"""What an address may say instead of a place."""


def test_an_address_leads_to_no_other_place_than_one_of_the_portal(visit: Visit, served: Served) -> None:
    for stray in STRAY:
        page = visit.open(f"{served.url('search')}?q=médecin&lieu={stray}")
        status(page)
        assert links(page)[0] == f"{GUIDE}#registered-doctor"
        assert "/autre-site/" not in " ".join(page.locator(".results a").evaluate_all("links => links.map(String)"))
        page.close()


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
            route.fulfill(json={"fr_0000000": ["/a/", "block", "welcome", "", [], []]})

    page = visit.page()
    page.route("**/catalogue-fr.json", answer)
    page.goto(f"{served.url('search')}?q=médecin")
    status(page)
    assert links(page)[0] == f"{GUIDE}#registered-doctor"
    assert len(asked) == 2
    stale["until"] = 99
    page.goto(f"{served.url('search')}?q=médecin&theme=Se+soigner")
    expect(page.locator(".said a")).to_have_text(re.compile("^La recherche ne répond pas"))
    expect(page.locator(".said a")).to_have_attribute("href", page.url)
    stale["until"] = 0
    page.locator(".said a").click()
    expect(page.locator(".results a").first).to_be_visible()
    assert urlsplit(page.url).query == "q=m%C3%A9decin&theme=Se+soigner"


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
    assert {error for error in visit.errors if "ERR_FAILED" not in error} == set()
    visit.errors.clear()
