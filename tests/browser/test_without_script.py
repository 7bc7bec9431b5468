"""A reader whose browser runs no JavaScript: every content is there, nothing essential is hidden, links lead on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import BASE

# Words that are on the page and that nobody sees. What is read by those who listen alone counts as seen.
HIDDEN = """() => {
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = new Set();
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    let box = parentElement; // an element without a box of its own shows its words in the box around it
    while (getComputedStyle(box).display === "contents") box = box.parentElement;
    if (!data.trim() || box.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const part = parentElement.closest(".arrival, #around, .done, .paper, .for, details, .finder");
    const [named] = part?.className.split(" ") ?? [];
    found.add(part ? named || part.id || part.localName : data.trim());
  }
  return [...found].sort();
}"""

# What is not shown is for the paper, is folded and opens by itself, or could do nothing without script.
FOR_PAPER, FOLDED, DATES, TICKED, FILTERED = "paper", "details", "arrival", "done", "for"
AROUND, KIT = "around-here", "short-kit"
UNSEEN = {
    "guide:40088": [FOLDED, FOR_PAPER, KIT],
    "guide:24540": [FOLDED, FOR_PAPER, KIT],
    "guide:244000675": [FOLDED, FOR_PAPER],
    "guide:75": [FOLDED, FOR_PAPER],
    "journey:244000675": [DATES, FOLDED, TICKED, FILTERED],
    "audience:family": [],
    "workplaces": [AROUND],
    "workplace:40088": [],
    "partner-work:244000675": [],
    "places": [],
    "home": [],
    "easy": [],
    "children": [],
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_essential_is_hidden(visit_without_script: Visit, served: Served, lang: str) -> None:
    page = telephone(visit_without_script)
    found = {}
    for key in UNSEEN:
        page.goto(served.url(key, lang))
        found[key] = page.evaluate(HIDDEN)
    assert found == UNSEEN


def telephone(visit: Visit) -> Page:
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def test_what_the_script_takes_away_would_be_noticed(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(served.url("places"))
    page.locator("main h1").evaluate("title => { title.hidden = true }")
    assert page.evaluate(HIDDEN) == [page.locator("main h1").text_content()]


WORDS = """(parts) => {
  document.querySelectorAll(".share, .remind, .erase").forEach((tool) => tool.remove());
  return [...document.querySelectorAll(parts)].map((part) => part.innerText.trim()).filter(Boolean);
}"""
PARTS = "main :is(h1, h2, h3, h4, p, li, dt, dd, th, td):not([role=status], form *, .unscripted)"
READ = ("guide:40088", "journey:244000675", "audience:family", "workplaces", "partner-work:244000675", "places", "home")


def test_the_same_words_with_and_without_script(visit: Visit, visit_without_script: Visit, served: Served) -> None:
    """What a script shows is shown without it, in the same order, but for the script's own tools."""
    scripted, plain = telephone(visit), telephone(visit_without_script)
    for key in READ:
        for page in (scripted, plain):
            page.goto(served.url(key))
        words = plain.evaluate(WORDS, PARTS)
        assert len(words) > 10
        assert scripted.evaluate(WORDS, PARTS) == words


def test_from_the_front_door_to_the_guide_the_steps_and_work_for_the_partner(
    visit_without_script: Visit, served: Served
) -> None:
    page = telephone(visit_without_script)
    page.goto(served.url("home"))
    menu = page.get_by_role("navigation", name="Rubriques")
    menu.get_by_role("link", name="Guides d’accueil").click()
    expect(page).to_have_url(served.url("places"))
    main = page.locator("main")
    main.get_by_role("link", name="Grand Dax", exact=True).click()
    main.get_by_role("link", name="Dax", exact=True).first.click()
    expect(page).to_have_url(served.url("guide:40088"))
    expect(page.locator("#contact a[href='tel:+33558568000']")).to_be_in_viewport()

    page.locator("nav.contents").get_by_role("link", name="Se soigner").click()
    expect(page).to_have_url(f"{served.url('guide:40088')}#health")
    expect(page.locator("#registered-doctor")).to_be_visible()

    main.get_by_role("link", name="Votre arrivée, pas à pas").click()
    expect(page).to_have_url(f"{served.url('journey:244000675')}?lieu=dax")
    assert page.locator(".step:visible").count() == 25
    step = page.locator("#step-school-enrolment")
    expect(step).to_contain_text("Justificatif du futur domicile")
    step.get_by_role("link", name="Lire la fiche « Inscrire un enfant à l’école »").click()
    expect(page).to_have_url(f"{served.url('guide:244000675')}#school-enrolment")
    expect(page.locator("#school-enrolment h3")).to_be_in_viewport()

    main.get_by_role("link", name="Un emploi pour votre conjoint ou conjointe").click()
    expect(page).to_have_url(served.url("partner-work:244000675"))
    expect(page.locator("#contact a[href='tel:+33558568000']")).to_be_visible()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(served.url("partner-work:244000675", "en"))


def test_from_a_door_to_the_other(visit_without_script: Visit, served: Served) -> None:
    page = telephone(visit_without_script)
    page.goto(served.url("guide:40088", "en"))
    page.get_by_role("link", name="Partners", exact=True).click()
    expect(page).to_have_url(served.url("page:partners", "en"))
    page.get_by_role("navigation", name="Ways into the portal").get_by_role("link", name="Moving here").click()
    expect(page).to_have_url(served.url("places", "en"))


def test_every_link_of_the_menu_leads_to_a_page(visit_without_script: Visit, served: Served) -> None:
    page = telephone(visit_without_script)
    page.goto(served.url("guide:40088"))
    links = page.locator("header a[href]").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert len(links) >= 6
    assert {link: page.request.get(f"{served.origin}{link}").status for link in links} == dict.fromkeys(links, 200)
    assert [link for link in links if not link.startswith(BASE)] == []
