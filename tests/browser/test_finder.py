"""The commune finder: what people type, the keyboard alone, and no JavaScript at all."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import EITHER

ONE, SOME = "1 lieu proposé", "{} lieux proposés"
FAILED = "La recherche ne répond pas. Choisissez dans la liste de tous les lieux."
DATA = "**/finder-fr.json"
ON_TOP = """it => {
  const { x, y } = it.getBoundingClientRect();
  return it.contains(document.elementFromPoint(x + 20, y + 8));
}"""
NONE = {
    "fr": (
        "Aucun lieu de ce nom en Nouvelle-Aquitaine\u00a0: ce portail ne couvre que ce territoire. "
        "Essayez un autre nom, ou un code postal. Voir la liste de tous les lieux"
    ),
    "en": (
        "No place by that name in Nouvelle-Aquitaine, which is all that this site covers. "
        "Try another name, or a postcode. See the list of all places"
    ),
}
WITHOUT_SCRIPT = {
    "fr": (
        "Votre navigateur n’exécute pas JavaScript\u00a0: la recherche ne peut pas répondre. "
        "Ouvrez un territoire de la liste qui suit, puis choisissez votre commune."
    ),
    "en": (
        "Your browser does not run JavaScript, so the search cannot answer. "
        "Open a territory in the list below, then choose your commune."
    ),
}


def suggested(page: Page) -> list[str]:
    """Every suggestion's text."""
    return page.get_by_role("option").all_text_contents()


def typed(visit: Visit, served: Served, text: str, lang: str = "fr") -> Page:
    page = visit.open(served.url("home", lang))
    ask(page, text)
    return page


def ask(page: Page, text: str) -> str:
    """Type ``text`` in the empty finder; what it says of the answer."""
    status = page.locator("form.finder [role=status]")
    page.get_by_role("combobox").fill("")
    expect(status).to_be_empty()
    page.get_by_role("combobox").fill(text)
    expect(status).not_to_be_empty()
    return status.inner_text()


FOUND = {
    # Dax has this postal code; the official code of Le Frêche comes after.
    "40100": ["Dax Landes · 40100", "Le Frêche Landes · 40190 · code officiel 40100"],
    "40190": ["Le Frêche Landes · 40190"],
    "40230": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "dax": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990", "Grand Dax intercommunalité"],
    "DAX": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990", "Grand Dax intercommunalité"],
    "saint vincent de tyrosse": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "st vincent": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "l isle jourdain": ["L’Isle-Jourdain Vienne · 86150"],
    "L'Isle-Jourdain": ["L’Isle-Jourdain Vienne · 86150"],
    "isle": ["L’Isle-Jourdain Vienne · 86150"],
    "le freche": ["Le Frêche Landes · 40190"],
    "Saint-Sauveur": ["Saint-Sauveur Gironde · 33250", "Saint-Sauveur Dordogne · 24520"],
    "grand dax": ["Grand Dax intercommunalité"],
    "landes": ["Landes département"],
    "33 000": ["Bordeaux Gironde · 33000"],
    "33000 Bordeaux": ["Bordeaux Gironde · 33000"],
    "bordeaux 33 100": ["Bordeaux Gironde · 33000"],
    "Dax, Landes": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990"],
    "dax (landes)": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990"],
    "dax 40100": ["Dax Landes · 40100"],
    "saint-sauveur dordogne": ["Saint-Sauveur Dordogne · 24520"],
    "40180": ["Narrosse Landes · 40180", "Tercis-les-Bains Landes · 40180"],
    "4018": ["Narrosse Landes · 40180", "Tercis-les-Bains Landes · 40180"],
}


def test_what_people_type(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    answers = {text: (ask(page, text), suggested(page)) for text in FOUND}
    assert {text: found for text, (_, found) in answers.items()} == FOUND
    counts = {text: said.partition(".")[0] for text, (said, _) in answers.items()}
    assert counts == {text: ONE if len(found) == 1 else SOME.format(len(found)) for text, found in FOUND.items()}


@pytest.mark.parametrize("lang", EITHER)
def test_no_such_place(visit: Visit, served: Served, lang: str) -> None:
    page = visit.open(served.url("home", lang))
    for text in ("Paris", "75001", "99999", "dax 33000", "dax, gironde", "-", " ’ ! ", "x" * 200):
        assert (ask(page, text), suggested(page)) == (NONE[lang], [])
        expect(page.get_by_role("listbox", include_hidden=True)).to_be_hidden()
        page.keyboard.press("Enter")
        expect(page).to_have_url(served.url("home", lang))


NEAR = {
    "bordaux": ["Bordeaux Gironde · 33000"],
    "Thyrose": [],  # two letters are too many in a short word
    "saint vincent de tirose": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "lisle jourdin": ["L’Isle-Jourdain Vienne · 86150"],
    "dux": [],  # most short words are close to some other
    "tercis les bans": ["Tercis-les-Bains Landes · 40180"],
}


def test_a_slip_of_the_finger_is_forgiven(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    answers = {text: (ask(page, text), suggested(page)) for text in NEAR}
    assert {text: found for text, (_, found) in answers.items()} == NEAR
    near = NONE["fr"].partition(" Essayez")[0].rstrip() + " Voici les noms qui s’en approchent le plus."
    assert {text: said for text, (said, _) in answers.items()} == {
        text: near if found else NONE["fr"] for text, found in NEAR.items()
    }
    ask(page, "bordaux")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("home"))  # the reader says whether that is it
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guide:33063"))


@pytest.mark.parametrize("lang", EITHER)
def test_the_way_to_the_list_is_offered_where_one_is_not_there_yet(visit: Visit, served: Served, lang: str) -> None:
    page = visit.open(f"{served.url('places', lang)}?q=toulouse")
    status = page.locator("form.finder [role=status]")
    expect(status).to_be_visible()
    expect(status).to_have_text(NONE[lang].rpartition(". ")[0] + ".")
    expect(page.get_by_text(WITHOUT_SCRIPT[lang])).to_have_count(0)
    page.goto(served.url("home", lang))
    ask(page, "toulouse")
    status.get_by_role("link").click()
    expect(page).to_have_url(served.url("places", lang))


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_suggestions_cover_neither_the_field_nor_the_button(visit: Visit, served: Served, width: int) -> None:
    page = visit.page()
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(served.url("home"))
    ask(page, "saint")
    page.get_by_role("option").last.scroll_into_view_if_needed()
    boxes = [page.locator(part).bounding_box() for part in (".finder input", ".finder button", ".found")]
    field, button, found = (box for box in boxes if box)
    assert found["y"] >= max(field["y"] + field["height"], button["y"] + button["height"])
    last, said = page.get_by_role("option").last, page.locator(".found [role=status]")
    for part in (last, said):
        part.scroll_into_view_if_needed()
        assert part.evaluate(ON_TOP)


@pytest.mark.parametrize(("lang", "heading"), [("fr", "Bienvenue à Dax"), ("en", "Welcome to Dax")])
def test_enter_opens_the_guide(visit: Visit, served: Served, lang: str, heading: str) -> None:
    page = typed(visit, served, "40100", lang)
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guide:40088", lang))
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


# Typed by an English reader: the names stay, what is said of them is in English; Enter opens the guide in English.
FOUND_IN_ENGLISH = {
    "40100": ["Dax Landes · 40100", "Le Frêche Landes · 40190 · official code 40100"],
    "dax": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990", "Grand Dax group of communes"],
    "DAX": ["Dax Landes · 40100", "Saint-Paul-lès-Dax Landes · 40990", "Grand Dax group of communes"],
    "saint vincent de tyrosse": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "l isle jourdain": ["L’Isle-Jourdain Vienne · 86150"],
    "Saint-Sauveur": ["Saint-Sauveur Gironde · 33250", "Saint-Sauveur Dordogne · 24520"],
}


def test_what_english_readers_type(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home", "en"))
    found = {}
    for text in FOUND_IN_ENGLISH:
        ask(page, text)
        found[text] = suggested(page)
    assert found == FOUND_IN_ENGLISH


@pytest.mark.parametrize("lang", EITHER)
def test_enter_opens_the_guide_in_the_readers_language(lang: str, visit: Visit, served: Served) -> None:
    page = visit.page()
    for text, key in NAMED.items():
        page.goto(served.url("home", lang))
        ask(page, text)
        page.keyboard.press("Enter")
        expect(page).to_have_url(served.url(key, lang))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "Écrivez le nom d’une commune ou un code postal."),
        ("en", "Type the name of a town or village, or a postcode."),
    ],
)
def test_an_empty_field_asks_for_a_name(visit: Visit, served: Served, lang: str, said: str) -> None:
    page = visit.open(served.url("home", lang))
    field, status = page.get_by_role("combobox"), page.locator("form.finder [role=status]")
    for typed_first in ("", "  "):
        field.fill(typed_first)
        expect(status).to_be_empty()
        page.locator("form.finder button").click()
        expect(status).to_have_text(said)
        expect(field).to_be_focused()
    expect(page).to_have_url(served.url("home", lang))
    field.fill("dax")
    expect(status).not_to_have_text(said)


def test_a_place_of_the_nearest_level_comes_before_a_wider_one(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    ask(page, "bordeau")
    assert suggested(page) == ["Bordeaux Gironde · 33000", "Bordeaux Métropole intercommunalité"]


NAMESAKES = [
    ["Landes-de-Bas", "Gironde", "", "33000", "33900", 9000],
    ["Landes", "Charente-Maritime", "landes-charente-maritime", "17380", "17202", 575],
    ["Landes", "département", "departement-landes", "", "40", 433570],
    ["Landes Océanes", "intercommunalité", "cc-landes-oceanes", "", "244000000", 80000],
]
ORDERED = {
    "landes": [  # those of this very name first, the wider one before the smaller; then as in the data
        "Landes département",
        "Landes Charente-Maritime · 17380",
        "Landes-de-Bas Gironde · 33000",
        "Landes Océanes intercommunalité",
    ],
    "lande": [
        "Landes-de-Bas Gironde · 33000",
        "Landes Charente-Maritime · 17380",
        "Landes département",
        "Landes Océanes intercommunalité",
    ],
    "landes charente maritime": ["Landes Charente-Maritime · 17380"],
    "40": ["Landes département"],
}


def test_a_name_in_whole_is_the_wider_place_of_that_name_first(visit: Visit, served: Served) -> None:
    page = visit.page()
    answered(page, NAMESAKES)
    page.goto(served.url("home"))
    found = {}
    for text in ORDERED:
        ask(page, text)
        found[text] = suggested(page)
    assert found == ORDERED


NAMED = {
    "dax": "guide:40088",
    "DAX": "guide:40088",
    "saint vincent de tyrosse": "guide:40284",
    "l isle jourdain": "guide:86112",
}


OPENED = {
    "dax, landes": "guide:40088",
    "33 000": "guide:33063",
    "Saint-Sauveur (Dordogne)": "guide:24499",
    "tyrosse": "guide:40284",
    "40180 tercis": "guide:40314",
}


@pytest.mark.parametrize("text", OPENED)
def test_enter_opens_the_only_place(text: str, visit: Visit, served: Served) -> None:
    page = typed(visit, served, text)
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url(OPENED[text]))


@pytest.mark.parametrize(("text", "count"), [("40180", 2), ("bor", 2), ("saint", 5), ("4", 7)])
def test_of_several_places_enter_opens_none(text: str, count: int, visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    ask(page, text)
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(page.get_by_role("listbox")).to_be_visible()
        expect(page.get_by_role("option")).to_have_count(count)
    expect(page).to_have_url(served.url("home"))


def answered(page: Page, places: list[list[object]]) -> None:
    """The finder's data, replaced by these places."""
    page.route(DATA, lambda route: route.fulfill(body=json.dumps({"places": places})))


def test_every_place_of_a_shared_postal_code_is_listed(visit: Visit, served: Served) -> None:
    page = visit.page()
    answered(page, [[f"Lieu {n}", "Landes", "dax", "64120" if n < 34 else "64125", f"64{n:03}", 0] for n in range(50)])
    page.goto(served.url("home"))
    assert ask(page, "64120") == "34 lieux proposés. Choisissez dans la liste."
    assert suggested(page) == [f"Lieu {n} Landes · 64120" for n in range(34)]
    box = page.get_by_role("listbox")
    assert box.evaluate("list => [list.scrollHeight > list.clientHeight, list.clientHeight <= 450]") == [True, True]
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("home"))
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").nth(33)).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('places')}dax/")


def test_the_first_of_many_are_said_to_be_the_first(visit: Visit, served: Served) -> None:
    page = visit.page()
    answered(page, [[f"Bord {n}", "Landes", f"bord-{n}", "", f"40{n:03}", 0] for n in range(20)])
    page.goto(served.url("home"))
    assert ask(page, "bord") == "8 lieux proposés sur 20. Précisez le nom pour voir les autres."
    assert suggested(page) == [f"Bord {n} Landes" for n in range(8)]


def test_a_search_that_fails_says_so_and_is_tried_again(visit: Visit, served: Served) -> None:
    page = visit.page()
    failing = True

    def answer(route: Route) -> None:
        if failing:
            route.fulfill(body="<!doctype html>")
        else:
            route.continue_()

    page.route(DATA, answer)
    page.goto(served.url("home"))
    assert ask(page, "da") == FAILED
    assert suggested(page) == []
    expect(page.get_by_role("link", name=FAILED)).to_have_js_property("href", served.url("places"))
    failing = False
    page.keyboard.type("x")
    expect(page.get_by_role("option")).to_have_text(FOUND["dax"])
    expect(page.get_by_role("link", name=FAILED)).to_have_count(0)


def test_enter_leads_to_the_list_when_the_search_fails(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.route(DATA, lambda route: route.fulfill(body="<!doctype html>"))
    page.goto(served.url("home"))
    ask(page, "dax")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('places')}?q=dax")
    expect(page.get_by_role("link", name=FAILED)).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Landes", exact=True)).to_be_visible()


def test_homonyms_are_the_readers_choice(visit: Visit, served: Served) -> None:
    page = typed(visit, served, "saint-sauveur")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page).to_have_url(served.url("home"))
    page.get_by_role("option").nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bienvenue à Saint-Sauveur (Dordogne)")


def test_the_keyboard_is_enough(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    field = page.get_by_role("combobox")
    for _ in range(20):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            break
    expect(field).to_be_focused()
    page.keyboard.type("saint-sauveur")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option")).to_have_count(2)
    chosen = "[role=option][aria-selected=true]"
    page.keyboard.press("ArrowDown")
    expect(page.locator(chosen)).to_have_text("Saint-Sauveur Gironde · 33250")
    page.keyboard.press("ArrowDown")
    expect(page.locator(chosen)).to_have_text("Saint-Sauveur Dordogne · 24520")
    active = page.locator(chosen).get_attribute("id")
    assert active
    expect(field).to_have_attribute("aria-activedescendant", active)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowUp")
    expect(page.locator(chosen)).to_have_text("Saint-Sauveur Dordogne · 24520")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guide:24499"))


def test_the_mouse_is_enough(visit: Visit, served: Served) -> None:
    page = typed(visit, served, "dax")
    page.get_by_role("option").nth(1).click()
    expect(page).to_have_url(served.url("guide:40279"))


@pytest.mark.parametrize(
    ("lang", "heading"), [("fr", "Bienvenue à Tercis-les-Bains"), ("en", "Welcome to Tercis-les-Bains")]
)
def test_without_script_the_form_leads_to_the_list(
    visit_without_script: Visit, served: Served, lang: str, heading: str
) -> None:
    page = visit_without_script.open(served.url("home", lang))
    page.locator("form.finder input").fill("dax")
    page.locator("form.finder button").click()
    expect(page).to_have_url(f"{served.url('places', lang)}?q=dax")
    expect(page.get_by_text(WITHOUT_SCRIPT[lang])).to_be_visible()
    links = page.locator("main")
    for departement in ("Charente", "Charente-Maritime", "Dordogne", "Gironde", "Landes", "Vienne", "Haute-Vienne"):
        expect(links.get_by_role("link", name=departement, exact=True)).to_be_visible()
    links.get_by_role("link", name="Grand Dax", exact=True).click()
    links.get_by_role("link", name="Tercis-les-Bains", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_an_address_with_a_question_is_answered(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('places')}?q=tyrosse")
    expect(page.get_by_role("option")).to_have_text(["Saint-Vincent-de-Tyrosse Landes · 40230"])
