"""The commune finder: what people type, the keyboard alone, and no JavaScript at all."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit

ONE, SOME = "1 lieu proposé", "{} lieux proposés"
NONE = {
    "fr": "Aucun lieu de ce nom. Essayez un autre nom, ou un code postal.",
    "en": "No place by that name. Try another name, or a postcode.",
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
    "40100": ["Dax Landes · 40100", "Le Frêche Landes · 40190"],
    "40190": ["Le Frêche Landes · 40190"],
    "40230": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "dax": ["Dax Landes · 40100", "Grand Dax intercommunalité", "Saint-Paul-lès-Dax Landes · 40990"],
    "DAX": ["Dax Landes · 40100", "Grand Dax intercommunalité", "Saint-Paul-lès-Dax Landes · 40990"],
    "saint vincent de tyrosse": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "st vincent": ["Saint-Vincent-de-Tyrosse Landes · 40230"],
    "l isle jourdain": ["L’Isle-Jourdain Vienne · 86150"],
    "L'Isle-Jourdain": ["L’Isle-Jourdain Vienne · 86150"],
    "isle": ["L’Isle-Jourdain Vienne · 86150"],
    "le freche": ["Le Frêche Landes · 40190"],
    "Saint-Sauveur": ["Saint-Sauveur Gironde · 33250", "Saint-Sauveur Dordogne · 24520"],
    "grand dax": ["Grand Dax intercommunalité"],
    "landes": ["Landes département"],
}


def test_what_people_type(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    answers = {text: (ask(page, text), suggested(page)) for text in FOUND}
    assert {text: found for text, (_, found) in answers.items()} == FOUND
    counts = {text: said.partition(".")[0] for text, (said, _) in answers.items()}
    assert counts == {text: ONE if len(found) == 1 else SOME.format(len(found)) for text, found in FOUND.items()}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_such_place(visit: Visit, served: Served, lang: str) -> None:
    page = visit.open(served.url("home", lang))
    for text in ("Paris", "75001", "99999", "x" * 200):
        assert (ask(page, text), suggested(page)) == (NONE[lang], [])
        expect(page.get_by_role("listbox", include_hidden=True)).to_be_hidden()
        page.keyboard.press("Enter")
        expect(page).to_have_url(served.url("home", lang))


@pytest.mark.parametrize(("lang", "heading"), [("fr", "Bienvenue à Dax"), ("en", "Welcome to Dax")])
def test_enter_opens_the_guide(visit: Visit, served: Served, lang: str, heading: str) -> None:
    page = typed(visit, served, "40100", lang)
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guide:40088", lang))
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


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
    page.get_by_role("option").nth(2).click()
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
    links = page.locator("main")
    for departement in ("Charente", "Charente-Maritime", "Dordogne", "Gironde", "Landes", "Vienne", "Haute-Vienne"):
        expect(links.get_by_role("link", name=departement, exact=True)).to_be_visible()
    links.get_by_role("link", name="Grand Dax", exact=True).click()
    links.get_by_role("link", name="Tercis-les-Bains", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_an_address_with_a_question_is_answered(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('places')}?q=tyrosse")
    expect(page.get_by_role("option")).to_have_text(["Saint-Vincent-de-Tyrosse Landes · 40230"])
