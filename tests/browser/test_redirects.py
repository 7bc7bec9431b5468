"""A reader who comes to an address that has moved arrives at the page, with what they asked for."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served, Visit
from tests.browser.demonstration import OLD_PATHS
from tests.browser.portal_pages import BASE


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_query_and_fragment_are_kept(visit: Visit, served: Served, lang: str) -> None:
    page = visit.page()
    page.goto("about:blank")
    page.goto(f"{served.origin}{BASE}{OLD_PATHS[lang]}?theme=eau#main")
    expect(page).to_have_url(f"{served.url('page:legal', lang)}?theme=eau#main")
    page.go_back()
    expect(page).to_have_url("about:blank")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_without_script(visit_without_script: Visit, served: Served, lang: str) -> None:
    page = visit_without_script.open(f"{served.origin}{BASE}{OLD_PATHS[lang]}")
    expect(page).to_have_url(served.url("page:legal", lang))


@pytest.mark.parametrize(
    ("locale", "lang"), [("fr-FR", "fr"), ("en-IE", "en"), ("pt-BR", "fr")], ids=["French", "English", "another"]
)
def test_a_permanent_address_leads_to_the_reader_s_language(
    browser: Browser, served: Served, locale: str, lang: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto("about:blank")
    page.goto(f"{served.origin}{BASE}q/40088/?pour=famille#contact")
    expect(page).to_have_url(f"{served.url('guide:40088', lang)}?pour=famille#contact")
    page.go_back()
    expect(page).to_have_url("about:blank")
    context.close()


def test_a_permanent_address_leads_to_the_part_of_a_page(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.origin}{BASE}q/school-enrolment/?pour=famille")
    expect(page).to_have_url(f"{served.url('guide:75', 'en')}?pour=famille#school-enrolment")


def test_a_permanent_address_without_script(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(f"{served.origin}{BASE}q/dax-spa/")
    links = page.get_by_role("main").get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        served.url("asset:dax-spa", lang).removeprefix(served.origin) for lang in ("fr", "en")
    ]
    links.last.click()
    expect(page).to_have_url(served.url("asset:dax-spa", "en"))
