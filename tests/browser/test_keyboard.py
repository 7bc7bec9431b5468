"""Every journey by keyboard alone: the focus is always seen, in the order of the page, and never trapped or covered."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit
from tests.browser.golden_queries import links, status
from tests.browser.keyboard import Stop, anew, reach, walk

WALKS = {
    "home": 1280,
    "guide:40088": 360,
    "journey:244000675": 1280,
    "workplaces": 360,
    "asset-list": 1280,
    "asset:dax-spa": 360,
    "guideline-list": 360,
    "guideline:speaking-the-place": 1280,
    "glossary": 360,
    "page:partners": 1280,
}
"""Pages of the journeys, and the width of the screen; at 360 px a bar stays at the foot of a guide."""


@pytest.fixture
def page(visit: Visit) -> Page:
    """Of a reader who wants nothing to move."""
    page = visit.page()
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.mark.parametrize(("key", "width"), WALKS.items())
def test_tab_leads_through_the_whole_page(page: Page, served: Served, key: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(served.url(key))
    stops = [*walk(page)]
    assert stops[0].name == "Aller au contenu"
    assert [stop for stop in stops if stop.faults] == []
    focusable = "a[href]:visible, button:visible:enabled, input:visible:enabled, summary:visible, select:visible"
    assert len({stop.what for stop in stops}) > 15
    assert page.locator(focusable).count() <= len(stops)


def test_from_the_first_page_to_whom_to_call(page: Page, served: Served) -> None:
    page.goto(served.url("home"))
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("dax")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guide:40088"))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reach(page, "Téléphone")
    reach(page, "Je viens étudier")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes#main")
    audience = page.get_by_role("button", name="Je viens étudier")
    expect(audience).to_be_focused()
    for pressed in ("false", "true"):
        page.keyboard.press("Space")  # as of any button
        expect(audience).to_have_attribute("aria-pressed", pressed)
    reach(page, "Se soigner")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes#health")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#health')")


def test_the_doors_the_menu_and_the_other_language(page: Page, served: Served) -> None:
    page.goto(served.url("places"))
    reach(page, "Espace partenaires")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("page:partners"))
    reach(page, "Carnet d’inspirations")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guideline-list"))
    reach(page, "English")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guideline-list", "en"))


def test_a_date_a_tick_and_the_calendar(page: Page, served: Served) -> None:
    page.goto(served.url("journey:244000675"))
    date = page.get_by_label("Date de votre arrivée")
    for stop in walk(page):
        if 'id="arrival"' in stop.what:
            break
    expect(date).to_be_focused()
    date.press("ArrowUp")
    page.keyboard.type("12012028")
    expect(date).to_have_value("2028-12-01")
    with page.expect_download() as reminders:
        reach(page, "Mettre les rappels dans mon agenda")
        page.keyboard.press("Enter")
    assert reminders.value.suggested_filename.endswith(".ics")
    expect(page.get_by_role("button", name="Mettre les rappels")).to_be_focused()
    first = page.locator(".step input").first
    for stop in walk(page):
        assert stop.faults == (), stop
        if 'type="checkbox"' in stop.what:
            break
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(first).to_be_focused()


def test_from_a_list_to_an_entry_and_back(page: Page, served: Served) -> None:
    page.goto(served.url("asset-list"))
    reach(page, titled(served, "asset:dax-spa"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("asset:dax-spa"))
    reach(page, "Atouts")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("asset-list"))


def test_from_the_partners_door_to_a_text_of_the_carnet(page: Page, served: Served) -> None:
    page.goto(served.url("page:partners"))
    reach(page, "Carnet d’inspirations")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guideline-list"))
    reach(page, titled(served, "guideline:speaking-the-place"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url("guideline:speaking-the-place"))


def titled(served: Served, key: str) -> str:
    plan = served.site.get(key, "fr")
    assert plan
    return plan.title


SEARCHES = {
    "fr": ("Rechercher", "médecin", "Voir la suite", "Préciser", "Se soigner", "bienvenue/dax/"),
    "en": ("Search", "doctor", "Show more", "Narrow down", "Health care", "en/welcome/dax/"),
}
"""Per language: the button, what is typed, the button for more, what opens the choices, a theme, the guide."""


@pytest.mark.parametrize("lang", SEARCHES)
def test_from_the_search_to_a_block_of_the_guide(page: Page, served: Served, lang: str) -> None:
    """Out by Escape and in again; the focus is seen and in order at every stop, and stays in the dialog."""
    find, words, more, narrow, theme, guide = SEARCHES[lang]
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served.url("guide:40088", lang))
    reach(page, find)
    _search(page, words)
    stops = [stop.what for stop in _until(page, more)]
    assert len([what for what in stops if "<a " in what]) == 12
    page.keyboard.press("Enter")
    expect(page.locator(".results li").nth(12).locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("a.find")).to_be_focused()

    _search(page, words)
    anew(page)
    reach(page, narrow)
    page.keyboard.press("Enter")
    _narrow(page, theme)
    assert links(page)[0] == f"{guide}#registered-doctor"
    reach(page, page.locator(".results a").first.inner_text())
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('guide:40088', lang)}#registered-doctor")
    expect(page.get_by_role("dialog")).to_be_hidden()


def _search(page: Page, words: str) -> None:
    """From the button: what was typed before is chosen, so that it is typed over."""
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    status(page)
    expect(page.locator(".results li")).to_have_count(12)


def _narrow(page: Page, theme: str) -> None:
    """By the first letters of a choice; the focus stays on it, whatever the results."""
    choice = page.locator("select[name=theme]")
    for stop in walk(page):
        assert stop.faults == (), stop
        if 'name="theme"' in stop.what:
            break
    said = status(page)
    page.keyboard.type(theme)
    expect(choice).to_have_value("health")
    expect(page.locator(".search [role=status]")).not_to_have_text(re.compile(f"^({re.escape(said)}|.*…)$"))
    expect(choice).to_be_focused()


def _until(page: Page, name: str) -> Iterator[Stop]:
    """Every stop before the one that is called so."""
    for stop in walk(page):
        assert stop.faults == (), stop
        if stop.name == name:
            return
        yield stop
    raise AssertionError(f"nothing is called {name}")
