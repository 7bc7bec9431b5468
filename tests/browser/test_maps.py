"""Maps: explored with the keyboard and with a pointer, in both languages; discs that a finger can hit."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Served, Visit

WORDS = {
    "fr": ("Explorer la carte", "Carte du Grand Dax, où Dax est en couleur", "Flèches\u00a0: d’un lieu à l’autre."),
    "en": ("Explore the map", "Map of Grand Dax, with Dax in colour", "Arrow keys: from one place to the next."),
}
SHIFTS = """() => new Promise((found) => {
  new PerformanceObserver((list) => found(list.getEntries().filter((shift) => !shift.hadRecentInput).length))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => found(0), 100);
})"""
HIT = """all => all.filter((link) => {
  const { x, y, width, height } = link.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2)?.closest("a");
  return Math.min(width, height) >= 24 && hit === link;
}).length"""


CUT_OFF = """async ([address, seeds]) => {
  const { arrows } = await import(address);
  const reach = (ways, start) => {
    const found = new Set([start]);
    for (const one of found) for (const to of Object.values(ways.get(one))) found.add(to);
    return found.size;
  };
  const drawn = (seed, count) => Array.from({ length: count }, () => {
    const next = () => (seed = (seed * 48271) % 2147483647) % 480;
    return { x: next(), y: next() };
  });
  const same = [{ x: 9, y: 9 }, { x: 9, y: 9 }, { x: 99, y: 40 }, { x: 40, y: 99 }];
  const maps = [same, [{ x: 1, y: 1 }], ...seeds.map((seed) => drawn(seed, 2 + seed % 40))];
  return maps.map((members) => {
    const ways = arrows(members);
    return members.filter((one) => reach(ways, one) < members.length).length;
  });
}"""
"""Per map, how many members do not lead to all others: two in one place, one alone, and members anywhere."""


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def pressed(page: Page, key: str) -> tuple[str, str]:
    """The member that has the focus then, and the name that is shown."""
    page.keyboard.press(key)
    return focused(page), page.locator(".exploring p").inner_text()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_map_is_explored_with_the_keyboard(visit: Visit, served: Served, lang: str) -> None:
    label, name, keys = WORDS[lang]
    page = visit.open(served.url("guide:40088", lang))
    image = page.get_by_role("img", name=name)
    before = image.bounding_box()
    page.get_by_role("button", name=label).focus()
    page.keyboard.press("Enter")
    drawing = page.get_by_role("group", name=name)
    expect(drawing.get_by_role("link", name="Dax", exact=True)).to_be_focused()
    assert drawing.bounding_box() == before
    expect(drawing).to_have_accessible_description(page.locator(".keys").inner_text())
    assert page.locator(".keys").inner_text().startswith(keys)
    assert drawing.locator("[aria-current=true]").evaluate_all("all => all.map((link) => link.ariaLabel)") == ["Dax"]
    walk = (
        ("ArrowUp", "Saint-Paul-lès-Dax"),
        ("ArrowUp", "Saint-Paul-lès-Dax"),
        ("ArrowDown", "Dax"),
        ("ArrowRight", "Narrosse"),
    )
    for key, place in walk:
        assert pressed(page, key) == (place, place)
    assert drawing.locator("a[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=label)).to_be_focused()
    assert pressed(page, "Shift+Tab") == ("Narrosse", "Narrosse")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=label)).to_be_focused()
    expect(page.locator(".exploring p")).to_be_empty()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(served.url("guide:40202", lang))


def test_a_finger_is_told_what_it_does(visit: Visit, served: Served) -> None:
    """Once the map can be touched; a mouse and the keyboard have no use for it."""
    page = visit.open(served.url("guide:40088"))
    told = page.get_by_text("Touchez un lieu pour lire son nom, puis ce nom pour ouvrir son guide.")
    page.locator(".map").hover()
    expect(told).to_be_hidden()
    expect(told).to_have_count(1)
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    expect(told).to_be_visible()


def test_arrows_lead_from_every_place_to_every_other(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    with page.expect_response("**/assets/map.*.js") as answer:
        page.locator(".map").hover()
    seeds = list(range(1, 400))
    assert page.evaluate(CUT_OFF, [answer.value.url, seeds]) == [0] * (len(seeds) + 2)


def test_a_pointer_finds_the_names_and_moves_nothing(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    page.locator(".map").hover()
    page.locator(".drawing [aria-label=Narrosse]").hover()
    expect(page.locator(".exploring p")).to_have_text("Narrosse")
    page.locator("h1").hover()
    expect(page.locator(".exploring p")).to_be_empty()
    assert page.evaluate(SHIFTS) == 0


FAILED = {
    "fr": "La carte n’a pas pu s’ouvrir. Vous pouvez réessayer\u00a0; la liste dit la même chose.",
    "en": "The map could not be opened. You can try again; the list says the same.",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_map_that_does_not_come_is_told_and_can_be_asked_for_again(visit: Visit, served: Served, lang: str) -> None:
    """The focus stays on the button. Without the network, nothing is said to who only passes over the map."""
    label, name, _ = WORDS[lang]
    page = visit.open(served.url("guide:40088", lang))
    page.route("**/assets/map.*.js", lambda route: route.abort())
    button, told = page.get_by_role("button", name=label), page.locator(".exploring").get_by_role("status")
    with page.expect_event("requestfailed"):
        page.locator(".map").hover()
    expect(told).to_be_empty()
    button.focus()
    page.keyboard.press("Enter")
    expect(told).to_have_text(FAILED[lang])
    expect(button).to_be_focused()
    page.unroute("**/assets/map.*.js")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name=name).get_by_role("link", name="Dax", exact=True)).to_be_focused()
    expect(told).to_be_empty()
    visit.errors.clear()  # the browser tells of what did not come


def test_what_is_marked_can_be_hit_on_a_small_screen(visit: Visit, served: Served) -> None:
    """Each disc at least 24 px across (WCAG 2.5.8), none over another; its number stands beside its entry."""
    page = visit.page()
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(served.url("asset-list"))
    discs = page.locator(".marks a")
    page.locator(".map").first.evaluate("map => map.scrollIntoView({ behavior: 'instant' })")
    assert discs.evaluate_all(HIT) == discs.count() == len(numbered(page)) > 1
    assert entries(discs) == dict(numbered(page))


def entries(discs: Locator) -> dict[str, str]:
    """Titles by number, as the discs are called."""
    named = (disc.get_attribute("aria-label") or "" for disc in discs.all())
    return {number: title for number, _, title in (name.partition(". ") for name in named)}


def numbered(page: Page) -> list[tuple[str, str]]:
    """Numbers and titles of the cards that have one."""
    cards = page.locator(".card:has(.number)")
    return [(card.locator(".number").inner_text(), card.locator("h3").inner_text()) for card in cards.all()]
