"""A word that is explained where it stands: by mouse, by keyboard, in both languages, offline, on paper."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import EITHER

WORDS = {
    "fr": (
        "#renting-well",
        "Caf",
        "caisse d’allocations familiales",
        "Elle verse les aides au logement",
        "Tous les mots expliqués",
    ),
    "en": (
        "#retirement",
        "MSA",
        "social security office for farming",
        "Social security for people",
        "All the words explained",
    ),
}
PRINTED = """word => getComputedStyle(word, "::after").content.slice(1, -1)"""


def word_in(page: Page, block: str, word: str) -> Locator:
    return page.locator(f"{block} [role=doc-glossref]", has_text=word)


@pytest.mark.parametrize("lang", EITHER)
def test_a_word_opens_its_explanation_and_closes_it(visit: Visit, served: Served, lang: str) -> None:
    block, word, term, meaning, glossary = WORDS[lang]
    page = visit.open(served.url("guide:40088", lang))
    opener, note = word_in(page, block, word), page.locator(".gloss")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(note).to_contain_text(term)
    expect(note).to_contain_text(meaning)
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert note.get_attribute("lang") == lang
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    other = page.locator("[role=doc-glossref]").first
    other.click()  # one at a time
    expect(note).to_have_count(1)
    expect(note.locator("b")).not_to_contain_text(term)
    assert violations(page) == []
    note.get_by_role("link", name=glossary).focus()
    page.keyboard.press("Escape")
    expect(other).to_be_focused()
    opener.click()
    opener.click()
    expect(note).to_have_count(0)
    page.emulate_media(media="print")
    assert opener.evaluate(PRINTED) == f" ({term})"
    assert visit.errors == visit.outside == []


def test_on_a_telephone_the_explanation_opens_in_sight(visit: Visit, served: Served) -> None:
    """Above the bar at the bottom, whatever stands between the word and the end of its paragraph."""
    block, word, term, *_ = WORDS["fr"]
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(served.url("guide:40088"))
    opener, note, bar = word_in(page, block, word), page.locator(".gloss"), page.locator(".reach")
    # Right above the bar.
    opener.evaluate("word => scrollBy(0, word.getBoundingClientRect().bottom - innerHeight + 80)")
    opener.click()
    expect(note).to_contain_text(term)
    page.wait_for_function("document.querySelector('.gloss').getBoundingClientRect().bottom < innerHeight - 60")
    seen, under = note.bounding_box(), bar.bounding_box()
    assert seen
    assert under
    assert 0 < seen["y"] < seen["y"] + seen["height"] <= under["y"]
    expect(opener).to_be_focused()


def test_where_the_explanation_does_not_come(visit: Visit, served: Served) -> None:
    """Without network the reader stays where they are; where the host answers with an error, the word is a link."""
    block, word, term, *_ = WORDS["fr"]
    page = visit.open(served.url("guide:40088"))
    opener, note = word_in(page, block, word), page.locator(".gloss a")
    page.route("**/lexique/", lambda route: route.abort())
    opener.click()
    expect(note).to_have_text("Sans réseau, ce mot ne s’ouvre pas ici\u00a0: voir le lexique.")
    assert note.evaluate("link => link.href") == f"{served.url('glossary')}#t-caf"
    assert page.url == served.url("guide:40088")
    opener.click()
    expect(note).to_have_count(0)
    page.unroute("**/lexique/")
    page.route(
        "**/lexique/",
        lambda route: route.fulfill(status=503) if route.request.resource_type == "fetch" else route.continue_(),
    )
    opener.click()
    expect(page.locator("dt:target")).to_contain_text(term)
    assert page.url == f"{served.url('glossary')}#t-caf"
    assert len(visit.errors) == 2  # what was not loaded
    visit.errors.clear()
