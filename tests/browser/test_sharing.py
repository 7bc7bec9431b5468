"""The address of a block, sent to somebody: copied, in a letter, in a message; by mouse, by keyboard, scriptless."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.portal_pages import BASE, SITE_URL

BLOCK = "school-enrolment"


def sharing(page: Page) -> Page:
    page.locator(f"#{BLOCK} button.share").click()
    return page


@pytest.fixture
def visit_with_clipboard(browser: Browser, served: Served) -> Iterator[Visit]:
    with visiting(browser, served) as reader:
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.origin)
        yield reader


@pytest.mark.parametrize(
    ("lang", "audience", "copy", "copied"),
    [
        ("fr", "", "Copier l’adresse", "Adresse copiée."),
        ("fr", "?pour=famille", "Copier l’adresse", "Adresse copiée."),
        ("en", "?pour=famille", "Copy the address", "Address copied."),
    ],
)
def test_the_address_that_is_copied(
    visit_with_clipboard: Visit, served: Served, lang: str, audience: str, copy: str, copied: str
) -> None:
    """In the reader's language, and for everyone: whom the guide was filtered for stays with the one who sends it."""
    page = sharing(visit_with_clipboard.open(f"{served.url('guide:40088', lang)}{audience}"))
    status = page.locator(f"#{BLOCK} [role=status]")
    expect(status).to_have_text("")
    page.get_by_role("button", name=copy).click()
    expect(status).to_have_text(copied)
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{served.url('guide:40088', lang)}#{BLOCK}"
    page.goto(address)
    expect(page.locator(f"#{BLOCK} h3")).to_be_in_viewport()


def test_an_address_that_may_not_be_copied_is_shown(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(served.url("guide:40088"))
    sharing(page).get_by_role("button", name="Copier l’adresse").click()
    expect(page.locator(f"#{BLOCK} [role=status]")).to_have_text(f"À copier : {served.url('guide:40088')}#{BLOCK}")


@pytest.mark.parametrize(
    ("lang", "names", "title", "guide"),
    [
        ("fr", ("Envoyer par courriel", "Envoyer par message"), "Inscrire un enfant à l’école", "Bienvenue à Dax"),
        ("en", ("Send by e-mail", "Send as a text message"), "Enrolling a child at school", "Welcome to Dax"),
    ],
)
def test_a_letter_and_a_message_lead_somebody_else_to_the_block(
    visit: Visit, served: Served, lang: str, names: tuple[str, str], title: str, guide: str
) -> None:
    by_letter, by_message = names
    page = visit.page()
    page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    page.goto(f"{served.url('guide:40088', lang)}?pour=famille")
    ways = sharing(page).locator(f"#{BLOCK} .share-ways")
    letter = urlsplit(ways.get_by_role("link", name=by_letter).get_attribute("href") or "")
    address = f"{served.url('guide:40088', lang)}#{BLOCK}"
    assert (letter.scheme, letter.path) == ("mailto", "")
    assert parse_qs(letter.query, strict_parsing=True) == {"subject": [f"{title} – {guide}"], "body": [address]}
    message = ways.get_by_role("link", name=by_message).get_attribute("href") or ""
    assert message.startswith("sms:?&body=")
    assert parse_qs(message.partition("?&")[2]) == {"body": [f"{title} {address}"]}

    received = visit.page()
    received.set_viewport_size({"width": 360, "height": 740})
    received.goto(parse_qs(letter.query)["body"][0])
    expect(received.locator("html")).to_have_attribute("lang", lang)
    expect(received.get_by_role("heading", level=3, name=title)).to_be_in_viewport()
    expect(received.get_by_role("link", name="English" if lang == "fr" else "Français", exact=True)).to_have_count(1)


@pytest.mark.parametrize(
    ("key", "lang", "share", "by"),
    [
        ("guide:40088", "fr", "Partager cette page", "Envoyer par courriel"),
        ("asset:dax-spa", "en", "Share this page", "Send by e-mail"),
    ],
)
def test_a_whole_page_is_sent_from_its_foot(
    visit_with_clipboard: Visit, served: Served, key: str, lang: str, share: str, by: str
) -> None:
    page = visit_with_clipboard.open(f"{served.url(key, lang)}?pour=famille")
    title = page.get_by_role("heading", level=1).inner_text()
    opener, ways = page.locator("footer").get_by_role("button", name=share), page.locator("footer .share-ways")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    letter = urlsplit(ways.get_by_role("link", name=by).get_attribute("href") or "")
    assert parse_qs(letter.query, strict_parsing=True) == {"subject": [title], "body": [served.url(key, lang)]}
    ways.get_by_role("button").first.click()
    expect(ways.get_by_role("status")).not_to_have_text("")
    assert page.evaluate("navigator.clipboard.readText()") == served.url(key, lang)
    opener.click()
    expect(ways).to_have_count(0)


def test_without_script_the_foot_of_a_page_has_a_letter_with_its_address(
    visit_without_script: Visit, served: Served
) -> None:
    page = visit_without_script.open(served.url("guide:40088", "en"))
    letter = page.get_by_role("link", name="Share this page").get_attribute("href")
    assert letter == f"mailto:?body={SITE_URL}en/welcome/dax/"
    page.goto(f"{served.origin}{BASE}404.html")
    expect(page.locator("a.share")).to_have_count(0)


def test_a_device_that_shares_by_itself_is_asked_to(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.add_init_script(
        "navigator.share = what => { window.shared = what; return Promise.reject(new DOMException('', 'AbortError')); }"
    )
    page.goto(served.url("guide:40088", "en"))
    sharing(page).get_by_role("button", name="Send as a text message").click()
    assert page.evaluate("window.shared") == {
        "title": "Enrolling a child at school – Welcome to Dax",
        "url": f"{served.url('guide:40088', 'en')}#{BLOCK}",
    }


def test_by_keyboard(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    opener = page.locator(f"#{BLOCK}").get_by_role("button", name="Partager")
    expect(opener).to_have_accessible_name("Partager : Inscrire un enfant à l’école")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(opener).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copier l’adresse")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".share-ways")).to_have_count(0)
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".share-ways")).to_have_count(0)


def test_one_is_open_at_a_time_and_a_click_elsewhere_closes_it(visit: Visit, served: Served) -> None:
    page = sharing(visit.open(served.url("guide:40088")))
    page.locator("#childcare button.share").click()
    expect(page.locator(".share-ways")).to_have_count(1)
    expect(page.locator("#childcare .share-ways")).to_be_visible()
    expect(page.locator("button.share[aria-expanded=true]")).to_have_count(1)
    page.locator("#childcare h3").click(position={"x": 400, "y": 5})
    expect(page.locator(".share-ways")).to_have_count(0)
    expect(page.locator("button.share[aria-expanded=true]")).to_have_count(0)


def test_without_script_a_title_is_its_address(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(served.url("guide:40088"))
    expect(page.locator("button.share")).to_have_count(0)
    page.locator(f"#{BLOCK} h3 a").click()
    expect(page).to_have_url(f"{served.url('guide:40088')}#{BLOCK}")


@pytest.mark.parametrize("height", [740, 420])
def test_what_opens_at_the_foot_of_the_screen_is_not_under_the_bar(visit: Visit, served: Served, height: int) -> None:
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": height})
    page.emulate_media(reduced_motion="reduce")
    page.goto(served.url("guide:40088"))
    opener, bar = page.locator(f"#{BLOCK} button.share"), page.locator(".reach")
    foot = bar.bounding_box() if height > 480 else None  # on a low screen the bar is not there
    limit = foot["y"] if foot and foot["y"] < height else height - (75 if height > 480 else 0)
    opener.evaluate("(it, foot) => scrollBy(0, it.getBoundingClientRect().bottom - foot)", limit)
    opener.click()
    if height > 480:
        limit = page.evaluate("document.querySelector('.reach').getBoundingClientRect().top")
        assert 600 < limit < 740
    box = page.locator(".share-ways").bounding_box()
    assert box
    assert box["y"] + box["height"] <= limit


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_every_block_can_be_shared_with_a_thumb(visit: Visit, served: Served, width: int, height: int) -> None:
    page = visit.page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served.url("guide:40088"))
    assert page.locator(".sections button.share").count() == page.locator(".bs > div").count() > 30
    assert page.locator("button.share").count() == page.locator(".bs > div").count() + 1  # the whole page, at its foot
    sizes = page.locator("button.share").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(sizes) >= 44
    sharing(page)
    ways = page.locator(".share-ways > :not(p)")
    sizes = ways.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert len(sizes) == 3
    assert min(sizes) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == width
