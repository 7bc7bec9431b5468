"""Nobody watches: whatever a reader does, only the portal is asked, and the device keeps what the privacy page says.

Every page kind in both languages is opened in `tests/browser/test_reading.py`, with the same assertions at the end of a
visit: no other host, no cookie, nothing that the policy of the page refuses.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.portal_pages import BASE

STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name), caches: (await caches.keys()).sort(),
})"""
TICKS = f"portail:journey:{BASE}"
POLICY = (
    "default-src 'self';script-src 'self' 'wasm-unsafe-eval';img-src 'self' data:;"
    "object-src 'none';base-uri 'none';form-action 'self'"
)


@pytest.fixture
def reader(browser: Browser, served: Served) -> Iterator[Visit]:
    with visiting(browser, served, with_worker=True) as visit:
        yield visit


def use_everything(page: Page, served: Served) -> None:
    """A finder, a search, a filter, a page to share, a map, a step done."""
    page.goto(served.url("home"))
    page.get_by_role("combobox").fill("narrosse")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bienvenue à Narrosse")
    page.get_by_role("link", name="Rechercher").click()
    page.locator("dialog input[type=search], dialog input").first.fill("école")
    page.locator("dialog a").first.wait_for()
    page.goto(served.url("guide:40088"))
    page.locator("footer button.share").click()
    page.get_by_role("button", name="Explorer la carte").click()
    page.locator(".ahead .choose").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_only_the_portal_is_asked_and_only_what_is_said_is_kept(reader: Visit, served: Served) -> None:
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(_origin(request)))  # the worker's own too
    page = reader.page()
    use_everything(page, served)
    page.wait_for_timeout(200)
    assert set(asked) == {served.origin}
    stored = page.evaluate(STORED)
    kept, shell = f"portail {BASE} kept", rf"portail {BASE} [0-9a-f]{{10}}"
    assert [name for name in stored.pop("caches") if name != kept and not re.fullmatch(shell, name)] == []
    assert stored == {"local": [TICKS], "session": [], "databases": []}


def _origin(request: Request) -> str:
    return "/".join(request.url.split("/")[:3])


@pytest.mark.parametrize(
    "planted",
    [
        "const it = document.createElement('script'); it.textContent = 'window.hit = 1'; document.body.append(it)",
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"window.hit = 1\">x</p>')",
        "const it = document.createElement('iframe'); it.src = 'https://other.example/'; document.body.append(it)",
        "fetch('https://other.example/').catch(() => {})",
        "document.head.insertAdjacentHTML('beforeend', '<base href=\"https://other.example/\">')",
    ],
)
def test_the_policy_refuses(visit: Visit, served: Served, planted: str) -> None:
    page = visit.open(served.url("page:legal"))
    assert page.locator("meta[http-equiv=content-security-policy]").get_attribute("content") == POLICY
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate(f"() => {{ {planted} }}")
    assert page.evaluate("window.hit") is None
    visit.errors.clear()
    visit.outside.clear()  # the browser tells of what it did not send
