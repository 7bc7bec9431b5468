"""axe-core at each state that a reader brings a page to; the page kinds themselves are in test_page_kinds.py."""

from itertools import product

import pytest

from tests.browser.axe import SCHEMES, WIDTHS, violations
from tests.browser.conftest import Served, Visit
from tests.browser.states import STATES


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(visit: Visit, served: Served, name: str) -> None:
    """In one language on the first screen, and on the others without opening the page again."""
    state, page = STATES[name], visit.page()
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(f"{served.url(state.key)}{state.query}")
    state.bring(page)
    page.evaluate("scrollTo(0, 0)")  # what stays at the foot of the screen covers what lies under it
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found[width, scheme] = violations(page, only_colours=scheme == "dark")
    assert {screen: broken for screen, broken in found.items() if broken} == {}


def test_axe_would_find_something(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    planted = "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x.svg\"><a href=\"#\"></a>')"
    with page.expect_console_message():
        page.evaluate(planted)
    visit.errors.clear()  # there is no x.svg
    assert violations(page) == ['image-alt: <img src="x.svg">', 'link-name: <a href="#"></a>']
