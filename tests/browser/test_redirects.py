"""A reader who comes to an address that has moved arrives at the page, with what they asked for."""

import pytest
from playwright.sync_api import expect

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
