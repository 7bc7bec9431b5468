"""The kit of a page: texts copied with one click, or selected without script; a card that works elsewhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from site_builder.render.short_kit import DOT
from tests.browser.conftest import Served, Visit, visiting
from tests.browser.portal_pages import BASE, EITHER, SITE_URL

KIT = "kit:asset:dax-spa"
ADDRESS = f"{SITE_URL}q/dax-spa/"
COPY = {"fr": ("Copier", "Copié."), "en": ("Copy", "Copied.")}


@pytest.fixture
def visit_with_clipboard(browser: Browser, served: Served) -> Iterator[Visit]:
    with visiting(browser, served) as reader:
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.origin)
        yield reader


@pytest.mark.parametrize("lang", EITHER)
def test_a_text_is_copied_with_one_click(visit_with_clipboard: Visit, served: Served, lang: str) -> None:
    page = visit_with_clipboard.open(served.url(KIT, lang))
    copy, copied = COPY[lang]
    for name in ("link", "card"):
        part = page.locator(f"#{name}")
        expect(part.get_by_role("status")).to_have_text("")
        part.get_by_role("button", name=copy).click()
        expect(part.get_by_role("status")).to_have_text(copied)
        assert page.evaluate("navigator.clipboard.readText()") == part.locator("textarea").input_value()
    assert page.locator("#link textarea").input_value() == ADDRESS


def test_the_guide_of_a_commune_hands_out_its_own_link(visit_with_clipboard: Visit, served: Served) -> None:
    """What copies is asked for when a reader opens it, and not before."""
    page = visit_with_clipboard.page()
    page.set_viewport_size({"width": 360, "height": 740})  # a bar sticks to its lower edge
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition(".")[0]))
    page.goto(served.url("guide:40088"))
    link = page.get_by_label("Lien", exact=True)
    expect(link).to_be_hidden()
    assert "kit" not in asked
    page.get_by_text("Lien, encart et code à scanner de cette page").click()
    expect(link).to_have_value(f"{SITE_URL}q/40088/")
    page.get_by_role("button", name="Copier").first.click()
    expect(page.get_by_role("status").filter(has_text="Copié.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}q/40088/"
    code = page.get_by_role("img", name="Code QR qui mène à cette page")
    expect(code).to_be_visible()
    assert code.evaluate("image => image.getBoundingClientRect().width / image.naturalWidth") == DOT


def test_what_may_not_be_copied_is_selected(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(served.url(KIT))
    page.locator("#link").get_by_role("button", name="Copier").click()
    expect(page.locator("#link").get_by_role("status")).to_have_text("Le texte est sélectionné\u00a0: copiez-le.")
    assert page.evaluate("getSelection().toString()") == ADDRESS


def test_without_script_the_text_can_be_selected(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(served.url(KIT))
    expect(page.locator(".copied button")).to_have_count(0)
    field = page.locator("#link textarea")
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.press("Control+A")
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == ADDRESS


def test_the_card_stands_on_a_page_of_somebody_else(visit: Visit, served: Served) -> None:
    """Without a request, in its own colours, with a link to the permanent address."""
    card = visit.open(served.url(KIT)).locator("#card textarea").input_value()
    page = visit.page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(card)
    link = page.get_by_role("link")
    assert link.get_attribute("href") == ADDRESS
    expect(link).to_be_visible()
    assert asked == []
    page.goto(f"{served.origin}{BASE}q/dax-spa/")
    page.wait_for_url(served.url("asset:dax-spa", "en"))  # the language of this browser


def test_the_code_and_the_file_of_all_are_there(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("kit:guide:244000675"))
    assert page.locator("#code img").evaluate("image => image.complete && image.naturalWidth > 0")
    for link in page.locator("a[download]").all():
        answer = page.request.get(f"{served.origin}{link.get_attribute('href')}")
        assert answer.ok
        assert len(answer.body()) > 500
