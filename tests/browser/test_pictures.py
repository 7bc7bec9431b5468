"""Pictures in a browser: the width that the screen needs, in WebP; nothing moves when they come."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import LATE, Served, Visit
from tests.browser.first_view import WATCH

PICTURE = re.compile(r"/repository/media/house\.[0-9a-f]{8}-(\d+)\.(webp|jpg)$")
SOURCES = "document.querySelector('figure picture img').srcset.split(', ').map((source) => source.split(' ')[0])"
KEPT = """() => {
  const { width, height } = document.querySelector("figure .picture").getBoundingClientRect();
  return [Math.round(width), Math.round(height), document.querySelector("figure picture img").complete];
}"""
CROPPED = """(picture) => {
  const { width, height } = picture.getBoundingClientRect();
  return [Math.round(100 * width / height), getComputedStyle(picture.lastChild.lastChild).objectPosition];
}"""


def test_a_telephone_gets_a_small_picture_and_nothing_moves(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(WATCH)
    page.set_extra_http_headers({LATE: "1"})
    page.goto(served.url("house:valley-house"), wait_until="commit")
    picture = page.locator("figure picture img")
    expect(picture).to_have_attribute("fetchpriority", "high")
    page.wait_for_function("document.styleSheets.length")  # before, nothing has its size
    width, height, complete = page.evaluate(KEPT)
    assert (complete, round(width / height, 1)) == (False, 2.0)
    assert page.locator("figure .under").evaluate("(image) => image.decode().then(() => image.complete)")
    expect(picture).to_have_js_property("complete", True)
    chosen = PICTURE.search(picture.evaluate("(image) => image.currentSrc"))
    assert chosen is not None
    assert chosen.groups() == ("360", "webp")
    assert page.evaluate(KEPT) == [width, height, True]
    shown = page.locator(".body > p picture img")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    assert page.evaluate("moved") == []
    for address in page.evaluate(SOURCES):
        answer = page.request.get(f"{served.origin}{address}")
        assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    page.goto(served.url("house-list"))
    assert page.locator(".card > .picture").evaluate(CROPPED) == [150, "100% 100%"]
    assert (visit.outside, visit.errors) == ([], [])
