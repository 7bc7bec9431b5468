"""States that a reader brings a page to: what is opened, chosen, typed or ticked, in any language."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a page (its key in the plan) comes into it. ``query`` is added to the address."""

    key: str
    bring: Callable[[Page], None]
    query: str = ""


def _suggestions(page: Page) -> None:
    page.get_by_role("combobox").first.fill("saint-sauveur")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def _shared_block(page: Page) -> None:
    page.locator("#school-enrolment button.share").click()
    expect(page.locator(".share-ways")).to_be_visible()


def _shared_page(page: Page) -> None:
    page.locator("footer .share").click()
    expect(page.locator(".share-ways")).to_be_visible()


def _filtered(page: Page) -> None:
    expect(page.locator(".filter [role=status]")).not_to_be_empty()


def _ticked(page: Page) -> None:
    page.locator("#arrival").fill("2026-12-01")
    page.locator(".step input[type=checkbox]").first.check()
    expect(page.locator(".step time").first).to_be_visible()


def _searched(page: Page) -> None:
    page.locator("header a.find").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("école")
    expect(page.get_by_role("dialog").locator(".results a").first).to_be_visible()
    page.locator("dialog .narrow summary").click()


def _searched_in_vain(page: Page) -> None:
    page.get_by_role("searchbox").fill("xyzzyx")
    expect(page.locator(".search .results a").first).to_be_visible()


def _explained(page: Page) -> None:
    page.locator("main [role=doc-glossref]:visible").first.click()
    expect(page.locator(".gloss b")).to_be_visible()


def _explored(page: Page) -> None:
    page.locator("button.explore").first.click()
    expect(page.locator("svg.drawing")).to_be_visible()


STATES = {
    "suggestions": State(key="home", bring=_suggestions),
    "ways to share a block": State(key="guide:40088", bring=_shared_block),
    "ways to share a page": State(key="asset:dax-spa", bring=_shared_page),
    "guide for one audience": State(key="guide:40088", bring=_filtered, query="?pour=famille"),
    "steps for one audience": State(key="journey:244000675", bring=_filtered, query="?pour=famille"),
    "date and ticks": State(key="journey:244000675", bring=_ticked),
    "search with results": State(key="places", bring=_searched),
    "search in vain": State(key="search", bring=_searched_in_vain),
    "word explained": State(key="guide:40088", bring=_explained),
    "map explored": State(key="guide:244000675", bring=_explored),
}
