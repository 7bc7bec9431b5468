"""Where to live around a workplace, with and without JavaScript; from a deep page to work for the partner."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit

NARROSSE = [
    ("Dax", "3,7\u202fkm", "22\u202f109"),
    ("Saint-Paul-lès-Dax", "4,9\u202fkm", "14\u202f481"),
    ("Tercis-les-Bains", "8,3\u202fkm", "1\u202f359"),
    ("Saint-Vincent-de-Tyrosse", "24\u202fkm", "8\u202f014"),
    ("Bidache", "26\u202fkm", "1\u202f338"),
]
NONE = "Ce lieu n’est pas une commune en Nouvelle-Aquitaine. Choisissez la commune où vous travaillez."
FAILED = "La liste des communes n’a pas pu être chargée. Essayez encore, ou choisissez une ville ci-dessous."


def rows(page: Page) -> list[tuple[str, ...]]:
    """Name, distance and population of every place that is shown."""
    lines = page.locator(".band tbody tr:visible").all()
    return [tuple(line.locator("th, td").all_text_contents()) for line in lines]


def trimmed(found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(text.strip() for text in row) for row in found]


def choose(page: Page, text: str) -> None:
    page.get_by_role("combobox").fill(text)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")


def test_a_small_commune_is_answered_on_the_page_itself(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("workplaces"))
    choose(page, "narrosse")
    heading = page.get_by_role("heading", name="Narrosse : les communes à moins de 30 km")
    expect(heading).to_be_focused()
    expect(page).to_have_url(f"{served.url('workplaces')}?lieu=narrosse")
    expect(page.locator(".said")).to_have_text("Communes à moins de 30\u00a0km\u00a0: 5.")
    assert trimmed(rows(page)) == NARROSSE
    bands = page.locator(".band:visible h3").all_text_contents()
    assert bands == ["À moins de 5\u00a0km", "De 5 à 10\u00a0km", "De 20 à 30\u00a0km"]
    page.get_by_role("row", name="Tercis-les-Bains").get_by_role("link").click()
    expect(page).to_have_url(served.url("guide:40314"))
    page.go_back()
    expect(heading).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{served.url('workplaces', 'en')}?lieu=narrosse")
    expect(page.get_by_role("heading", name="Narrosse: the communes within 30 km")).to_be_focused()
    assert trimmed(rows(page))[0] == ("Dax", "3.7\u00a0km", "22,109")


def test_a_town_has_a_page_of_its_own_that_says_the_same(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("workplaces"))
    choose(page, "40100")
    expect(page).to_have_url(served.url("workplace:40088"))
    static = trimmed(rows(page))
    page.goto(f"{served.url('workplaces')}?lieu=narrosse")
    expect(page.locator(".band:visible").first).to_be_visible()
    assert ("Narrosse", "3,7\u202fkm", "3\u202f387") in static
    assert ("Dax", "3,7\u202fkm", "22\u202f109") in trimmed(rows(page))


def test_the_guide_of_a_commune_leads_there(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40314"))
    page.get_by_role("link", name="Je travaille à Tercis-les-Bains : où habiter autour ?").click()
    expect(page.get_by_role("heading", name="Tercis-les-Bains : les communes à moins de 30 km")).to_be_focused()


@pytest.mark.parametrize("place", ["ca-du-grand-dax", "paris", "%3Cb%3E"])
def test_what_is_no_commune_of_the_portal_is_said(place: str, visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('workplaces')}?lieu={place}")
    expect(page.locator(".said")).to_have_text(NONE)
    expect(page.locator("#around")).to_be_hidden()


def test_a_list_that_does_not_come_says_so_and_is_tried_again(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.route("**/nearby.json", lambda route: route.fulfill(body="<!doctype html>"))
    page.goto(f"{served.url('workplaces')}?lieu=narrosse")
    expect(page.locator(".said")).to_have_text(FAILED)
    page.unroute("**/nearby.json")
    choose(page, "narrosse")
    expect(page.locator(".said")).to_have_text("Communes à moins de 30\u00a0km\u00a0: 5.")


def test_without_script_the_towns_are_there(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(served.url("workplaces"))
    expect(page.get_by_text("Choisissez dans la liste la ville la plus proche de votre travail.")).to_be_visible()
    expect(page.locator("#around")).to_be_hidden()
    page.locator("#towns").get_by_role("link", name="Dax", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je travaille à Dax\u00a0: où habiter\u00a0?")
    assert [row[0].strip() for row in rows(page)] == [
        "Saint-Paul-lès-Dax",
        "Narrosse",
        "Tercis-les-Bains",
        "Saint-Vincent-de-Tyrosse",
        "Bidache",
    ]


def test_from_a_deep_english_page_to_work_for_the_partner_in_two_taps(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('guide:40088', 'en')}#job-search")
    page.get_by_role("link", name="Work for your partner").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Work for your partner in Grand Dax")
    expect(page.get_by_role("link", name="France Travail, the public employment service’s offices")).to_be_visible()
    expect(page.get_by_text("49\u00a0km away as the crow flies")).to_be_visible()
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(f"{served.url('partner-work:244000675')}?lieu=dax")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Read it in the guide").first.click()
    expect(page).to_have_url(f"{served.url('guide:40088', 'en')}#job-search")
