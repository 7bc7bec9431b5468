"""A list narrowed to what one looks for: an address to share, a count that is heard, always a way back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import EITHER

WORDS = {
    "fr": (
        "Où",
        "Partout",
        "Gironde (2)",
        "2 affichés sur 12.",
        "Tout afficher",
        "Rien ne répond à tous ces choix.",
        "Partout en Nouvelle-Aquitaine",
    ),
    "en": (
        "Where",
        "Everywhere",
        "Gironde (2)",
        "2 of 12 shown.",
        "Show everything",
        "Nothing here matches all your choices.",
        "All over Nouvelle-Aquitaine",
    ),
}


def shown(page: Page) -> int:
    return page.locator(".card:visible").count()


def counted(page: Page) -> list[int]:
    """What stands beside each heading."""
    return [int(count) for count in page.locator(".jump small").all_inner_texts()]


def shelved(page: Page) -> list[int]:
    """What is shown below each."""
    return [shelf.locator(".card:visible").count() for shelf in page.locator(".shelf").all()]


@pytest.mark.parametrize("lang", EITHER)
def test_a_list_is_narrowed_by_place_and_shown_whole_again(visit: Visit, served: Served, lang: str) -> None:
    where, everywhere, gironde, count, back, _, region = WORDS[lang]
    page = visit.open(served.url("asset-list", lang))
    status, choice = page.locator(".narrowing [role=status]"), page.get_by_label(where, exact=True)
    assert shown(page) == 12
    titles = page.locator(".card h3").all_inner_texts()
    expect(status).to_be_empty()
    choice.focus()
    page.keyboard.type("Gironde")
    expect(status).to_have_text(count)
    assert shown(page) == 3  # the whole region's trains stand below, under their own heading, and have no disc
    assert page.locator(".marks a:visible").count() == 2
    assert shelved(page) == [*counted(page), 1]
    assert sum(counted(page)) == 2
    expect(page.locator(".everywhere h2")).to_have_text(region)
    expect(page.locator(".everywhere .card")).to_have_count(1)
    expect(page).to_have_url(f"{served.url('asset-list', lang)}?ou=departement-gironde")

    shared = visit.open(page.url)
    expect(shared.get_by_label(where, exact=True).locator("option:checked")).to_have_text(gironde)
    assert shown(shared) == 3
    shared.close()

    page.get_by_role("link", name=back).click()
    expect(choice.locator("option:checked")).to_have_text(everywhere)
    expect(choice).to_be_focused()
    expect(page).to_have_url(served.url("asset-list", lang))
    assert shown(page) == sum(counted(page)) == 12
    assert page.locator(".card h3").all_inner_texts() == titles


@pytest.mark.parametrize("lang", EITHER)
def test_an_address_that_nobody_knows_and_a_choice_that_has_nothing(visit: Visit, served: Served, lang: str) -> None:
    where, _, _, _, back, none, _ = WORDS[lang]
    page = visit.open(f"{served.url('ambassador-list', lang)}?ou=nulle-part")
    assert shown(page) == 3  # an address that nobody knows leaves nothing out
    page.evaluate("document.querySelector('.narrowing select').append(new Option('Mars', 'mars'))")
    page.get_by_label(where, exact=True).select_option("mars")
    expect(page.locator(".none")).to_have_text(f"{none} {back}")
    assert (shown(page), page.locator(".shelf:visible").count()) == (0, 0)
    page.locator(".none a").click()
    assert shown(page) == 3


def test_the_choice_goes_along_to_the_search_and_to_the_other_language(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("asset-list"))
    page.locator("a.find").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Où")).to_have_value("")
    page.keyboard.press("Escape")
    page.locator("#by-ou").select_option("departement-gironde")
    expect(page.locator(".narrowing [role=status]")).to_have_text("2 affichés sur 12.")
    page.locator("a.find").click()
    expect(dialog.get_by_label("Où")).to_have_value("departement-gironde")
    expect(dialog.get_by_label("Où")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator(".narrowing [role=status]")).to_have_text("2 of 12 shown.")


def test_without_script_headings_are_the_way_to_narrow(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(served.url("asset-list"))
    expect(page.locator(".narrowing")).to_be_hidden()
    page.locator(".jump").get_by_role("link", name="Services publics").click()
    expect(page.locator("h1")).to_have_text("Services publics")
    assert shown(page) == 3
