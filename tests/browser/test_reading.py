"""What readers do: change language, get lost, filter, read on a small screen, in the dark, without being watched."""

import re
from collections import deque

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from site_builder.plan.pages import GONE
from tests.browser.conftest import Served, Visit
from tests.browser.contrast import CONTRAST
from tests.browser.portal_pages import BASE, EITHER

LIGHT_PAPER, LIGHT_INK = "rgb(251, 248, 242)", "rgb(21, 36, 41)"
COLOURS = """(() => {
  const { backgroundColor, color } = getComputedStyle(document.body);
  return [backgroundColor, color];
})()"""
NOT_FOUND = {
    "fr": "Cette page n’existe pas ou n’existe plus",
    "en": "This page does not exist, or no longer does",
}


def switch(page: Page, language: str) -> None:
    page.get_by_role("link", name=language, exact=True).click()


# Languages


@pytest.mark.parametrize("key", ["home", "places", "guide:40088", "asset-list", "asset:dax-spa", "page:legal"])
def test_the_switch_leads_to_the_same_page_and_back(visit: Visit, served: Served, key: str) -> None:
    page = visit.open(served.url(key))
    switch(page, "English")
    expect(page).to_have_url(served.url(key, "en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    switch(page, "Français")
    expect(page).to_have_url(served.url(key))
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_a_page_without_translation_leads_to_the_nearest_one_and_says_so(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guideline:example-station-poster"))
    languages = page.get_by_role("navigation", name="Langues")
    expect(languages).to_have_text(re.compile(r"English\s+nearest page: Concrete examples"))
    expect(languages.locator("small")).to_have_attribute("lang", "en")
    switch(page, "English")
    expect(page).to_have_url(served.url("guideline-list:examples", "en"))
    card = page.locator("li.card", has=page.locator("a[href*='affiche']"))
    expect(card.locator("h3")).to_have_attribute("lang", "fr")
    expect(card.get_by_text("In French")).not_to_have_attribute("lang", "fr")


# Addresses that do not exist


@pytest.mark.parametrize("address", ["nulle-part", "bienvenue/daxe/", "en/welcome/a/b/c/d/", "fr/?q=dax#x"])
def test_an_unknown_address_is_answered_in_both_languages(visit: Visit, served: Served, address: str) -> None:
    page = visit.page()
    answer = page.goto(f"{served.origin}{BASE}{address}")
    assert answer
    assert answer.status == 404
    visit.errors.clear()  # the browser says that the page was not found: it was not
    for lang, words in NOT_FOUND.items():
        expect(page.locator(f"section[lang={lang}]").get_by_role("heading", name=words)).to_be_visible()
    assert colours(page) == [LIGHT_PAPER, LIGHT_INK]
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    links = {link.get_attribute("href") or "" for link in page.locator("a[href^='/']").all()}
    assert {f"{BASE}", f"{BASE}en/"} <= links
    broken = {link: status for link in links if (status := page.request.get(f"{served.origin}{link}").status) != 200}
    assert broken == {}


@pytest.mark.parametrize(("lang", "key"), [("fr", "places"), ("en", "places")])
def test_from_an_unknown_address_the_way_goes_on(visit: Visit, served: Served, lang: str, key: str) -> None:
    page = visit.open(f"{served.origin}{BASE}a/b/c/")
    visit.errors.clear()
    page.locator(f"section[lang={lang}] input").fill("tyrosse")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url(key, lang)}?q=tyrosse")
    expect(page.get_by_role("option")).to_have_text(["Saint-Vincent-de-Tyrosse Landes · 40230"])


# The guide for one audience


def shown_blocks(page: Page) -> list[str]:
    blocks = page.locator(".bs h3")
    return [block.inner_text() for block in blocks.all() if block.is_visible()]


def test_the_audience_is_in_the_address(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    everything = shown_blocks(page)
    page.get_by_role("button", name="Je viens étudier").click()
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes")
    kept = shown_blocks(page)
    assert set(kept) < set(everything)
    assert "Étudier ici" in kept
    assert "Faire garder un tout-petit" not in kept
    sections = {section.get_attribute("id") for section in page.locator(".s:visible").all()}
    listed = {(link.get_attribute("href") or "")[1:] for link in page.locator(".contents a:visible").all()}
    assert listed - sections == {"who", "emergency"}
    assert sections < listed
    status = page.locator(".filter [role=status]")
    expect(status).to_have_text(f"« Je viens étudier » : fiches affichées, {len(kept)} sur {len(everything)}.")
    page.reload()
    assert shown_blocks(page) == kept
    expect(page.get_by_role("button", name="Je viens étudier")).to_have_attribute("aria-pressed", "true")
    switch(page, "English")
    expect(page).to_have_url(f"{served.url('guide:40088', 'en')}?pour=etudes")
    expect(page.get_by_role("button", name="I am coming to study")).to_have_attribute("aria-pressed", "true")
    switch(page, "Français")
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes")
    page.get_by_role("link", name="Tout le guide").click()
    expect(page).to_have_url(served.url("guide:40088"))
    assert shown_blocks(page) == everything
    assert page.locator(".contents a").count() == page.locator(".contents a:visible").count()


@pytest.mark.parametrize("lang", EITHER)
def test_no_audience_hides_emergency_numbers_or_the_contact(visit: Visit, served: Served, lang: str) -> None:
    page = visit.open(served.url("guide:40088", lang))
    safety = page.locator("#health .bs > div, #nature .bs > div")
    assert safety.count() >= 8
    audiences = [link.get_attribute("data-p") for link in page.locator(".filter a").all()]
    assert len(audiences) == 9
    for audience in audiences:
        page.goto(f"{served.url('guide:40088', lang)}?pour={audience}")
        assert [block for block in safety.all() if not block.is_visible()] == []
        expect(page.locator("#who")).to_be_visible()
        assert page.locator("#emergency a[href^='tel:']:visible").count() == 7
        assert page.locator("#emergency a[href^='sms:']:visible").count() == 1
        expect(page.locator("#contact a[href='tel:+33558568000']")).to_be_visible()


NOBODY = ("nobody", "student", "family", "%3Cb%3E")
"""What an address may say instead of an audience of the portal."""


def test_an_address_nobody_knows_shows_the_whole_guide(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    everything = shown_blocks(page)
    for nobody in NOBODY:
        page.goto(f"{served.url('guide:40088')}?pour={nobody}")
        assert shown_blocks(page) == everything, nobody
        expect(page.locator(".langs a")).to_have_attribute("href", served.url("guide:40088", "en"))


def test_the_filter_changes_nothing_else_of_the_address(visit: Visit, served: Served) -> None:
    guide = served.url("guide:40088")
    page = visit.open(f"{guide}?lieu=narrosse&pour=famille#housing")
    everyone = page.get_by_role("link", name="Tout le guide")
    study = page.get_by_role("button", name="Je viens étudier")
    family = page.get_by_role("button", name="Nous venons en famille")
    expect(family).to_have_attribute("aria-pressed", "true")
    expect(study).to_have_attribute("href", f"{guide}?lieu=narrosse&pour=etudes,famille#housing")
    study.click()
    expect(page).to_have_url(f"{guide}?lieu=narrosse&pour=etudes,famille#housing")
    family.click()
    expect(page).to_have_url(f"{guide}?lieu=narrosse&pour=etudes#housing")
    everyone.click()
    expect(page).to_have_url(f"{guide}?lieu=narrosse#housing")


def test_several_answers_are_one_guide(visit: Visit, served: Served) -> None:
    """A family from abroad: what concerns either; an answer that nobody knows adds nothing."""
    page = visit.open(f"{served.url('guide:40088')}?pour=famille")
    family = set(shown_blocks(page))
    page.goto(f"{served.url('guide:40088')}?pour=etranger")
    abroad = set(shown_blocks(page))
    assert family - abroad
    assert abroad - family
    page.goto(f"{served.url('guide:40088')}?pour=personne,etranger,famille")
    assert set(shown_blocks(page)) == family | abroad
    pressed = page.locator(".filter [aria-pressed=true]")
    expect(pressed).to_have_text(["Nous venons en famille", "J’arrive d’un autre pays"])
    expect(page.locator(".langs a")).to_have_attribute(
        "href", f"{served.url('guide:40088', 'en')}?pour=famille,etranger"
    )
    page.get_by_role("button", name="Nous venons en famille").click()
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etranger")
    page.get_by_role("button", name="J’arrive d’un autre pays").click()
    expect(page).to_have_url(served.url("guide:40088"))
    expect(page.locator(".filter [role=status]")).to_be_empty()


def test_the_address_of_a_filtered_guide_leads_to_no_block_that_the_filter_hides(visit: Visit, served: Served) -> None:
    """It would show the whole guide."""
    page = visit.open(f"{served.url('guide:40088')}#childcare")
    page.get_by_role("button", name="Je viens étudier").click()
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes")


def test_an_address_that_cannot_be_decoded_stops_nothing(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('guide:40088')}?lieu=dax&pour=etudes#50%")
    expect(page.get_by_role("button", name="Je viens étudier")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#student-life button.share")).to_have_count(1)
    expect(page.locator(".langs a")).to_have_attribute(
        "href", f"{served.url('guide:40088', 'en')}?lieu=dax&pour=etudes#50%"
    )
    expect(page.locator("a.fl").first).to_have_attribute("href", re.compile(r"\?lieu=dax"))


def test_another_language_opens_at_the_part_that_is_read(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    page.evaluate("location.hash = 'childcare'")
    expect(page.locator(".langs a")).to_have_attribute("href", f"{served.url('guide:40088', 'en')}#childcare")
    page.get_by_role("button", name="Je viens étudier").click()  # the address loses what is hidden, without an event
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{served.url('guide:40088', 'en')}?pour=etudes")


def test_a_file_is_the_same_wherever_the_reader_comes_from(visit: Visit, served: Served) -> None:
    """Links that lead to the guide of the reader's place are named; a booklet to print is none of them."""
    page = visit.page()
    shown = served.url("children")
    html = (served.folder / shown.partition(BASE)[2] / "index.html").read_text(encoding="utf-8")
    booklet = '<p><a class="more here" href="/repository/enfants.pdf">Le livret</a></p></main>'
    page.route(
        f"{shown}*", lambda route: route.fulfill(body=html.replace("</main>", booklet), content_type="text/html")
    )
    page.goto(f"{shown}?lieu=dax")
    expect(page.locator("main a.here").first).to_have_attribute("href", f"{served.url('guide:40088')}#emergency")
    expect(page.get_by_role("link", name="Le livret", exact=True)).to_have_attribute("href", "/repository/enfants.pdf")


def test_a_feature_that_fails_takes_no_other_along(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.add_init_script("Object.defineProperty(window, 'matchMedia', { value: undefined })")  # the filter asks for it
    page.goto(served.url("guide:40088"))
    expect(page.locator("#student-life button.share")).to_have_count(1)
    assert visit.errors == ["matchMedia is not a function"]
    visit.errors.clear()


def test_a_link_to_a_block_that_the_audience_hides_shows_it(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('guide:40088')}?pour=etudes#childcare")
    expect(page.locator("#childcare")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Tout le guide")).to_have_attribute("aria-current", "true")


def test_the_audience_chosen_for_the_region_goes_along_to_the_commune(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("audience:family"))
    shown = shown_blocks(page)
    assert "Inscrire un enfant à l’école" in shown
    assert "Étudier ici" not in shown
    page.get_by_role("link", name="Choisir ma commune").first.click()
    page.locator("#q").fill("narrosse")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.url('guide:40202')}?pour=famille")
    assert "Étudier ici" not in shown_blocks(page)


def test_without_script_the_filter_leads_to_the_page_of_the_audience(
    visit_without_script: Visit, served: Served
) -> None:
    page = visit_without_script.open(served.url("guide:40088", "en"))
    page.locator(".filter summary").click()
    page.locator(".filter").get_by_role("link", name="We are coming as a family").click()
    expect(page).to_have_url(served.url("audience:family", "en"))
    expect(page.get_by_role("heading", level=1)).to_have_text("We are coming as a family")
    expect(page.locator("#school-enrolment")).to_be_visible()
    expect(page.locator("#student-life")).to_have_count(0)
    expect(page.locator("#emergency")).to_be_visible()


@pytest.mark.parametrize(("asked", "shown"), [("", True), ("?pour=famille", True), ("?pour=etudes", False)])
def test_families_are_led_to_the_children_s_edition(visit: Visit, served: Served, asked: str, shown: bool) -> None:
    page = visit.open(f"{served.url('guide:40088')}{asked}")
    expect(page.locator("main").get_by_role("link", name="Le guide des enfants")).to_have_count(1 if shown else 0)


def test_easy_words_one_tap_away_and_back_to_the_readers_own_guide(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    page.locator("#school-enrolment").get_by_role("link", name="Lire en mots simples").click()
    expect(page).to_have_url(f"{served.url('easy')}?lieu=dax#easy-school-enrolment")
    easy = page.locator("#easy-school-enrolment")
    expect(easy).to_be_in_viewport()
    expect(page.get_by_text("Facile à lire et à comprendre (FALC)", exact=True)).to_have_count(1)
    switch(page, "English")
    expect(page).to_have_url(f"{served.url('easy', 'en')}?lieu=dax#easy-school-enrolment")
    page.locator("#easy-school-enrolment a.here").click()
    expect(page).to_have_url(f"{served.url('guide:40088', 'en')}#school-enrolment")


# Screens


def test_the_contact_is_on_the_first_screen_of_a_telephone(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    open_in_typeface(page, served.url("guide:40088"))
    box = page.locator("#contact a[href^='tel:']").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 740
    assert box["height"] >= 44


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_what_concerns_the_reader_is_chosen_right_after_the_contact(
    visit: Visit, served: Served, width: int, height: int
) -> None:
    page = visit.page()
    page.set_viewport_size({"width": width, "height": height})
    open_in_typeface(page, served.url("guide:40088"))
    boxes = [page.locator(part).first.bounding_box() for part in ("#contact", ".filter", ".contents")]
    contact, choice, contents = (box for box in boxes if box)
    between = choice["y"] - contact["y"] - contact["height"]
    assert 0 <= between <= 24
    assert contents["y"] >= choice["y"] + choice["height"]


@pytest.mark.parametrize(("lang", "contents", "call"), [("fr", "Sommaire", "Appeler le"), ("en", "Contents", "Call")])
def test_contents_and_telephone_stay_within_reach_of_the_thumb(
    visit_without_script: Visit, served: Served, lang: str, contents: str, call: str
) -> None:
    page = telephone(visit_without_script, served, lang)
    bar = page.locator(".reach")
    expect(bar).not_to_be_in_viewport()  # the contact itself is there
    list_of_contents = page.locator("nav.contents")
    box = list_of_contents.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 1.5 * 740
    for section in ("housing", "nature", "who"):
        page.goto(f"{served.url('guide:40088', lang)}#{section}")
        expect(bar).to_be_in_viewport(ratio=1)
        for link in bar.get_by_role("link").all():
            size = link.bounding_box()
            assert size
            assert size["height"] >= 44
        telephone_link = bar.get_by_role("link", name=f"{call} 05\u00a058\u00a056\u00a080\u00a000")
        expect(telephone_link).to_have_attribute("href", "tel:+33558568000")
        bar.get_by_role("link", name=contents).click()
        expect(page).to_have_url(f"{served.url('guide:40088', lang)}#contents")
        expect(list_of_contents).to_be_in_viewport(ratio=1)


def test_a_section_says_its_name_while_it_is_read(visit_without_script: Visit, served: Served) -> None:
    page = telephone(visit_without_script, served)
    heading = page.locator("#housing h2")
    for block in page.locator("#housing .bs > div").all():
        page.goto(f"{served.url('guide:40088')}#{block.get_attribute('id')}")
        name, title = heading.bounding_box(), block.locator("h3").bounding_box()
        assert name
        assert title
        assert 0 <= name["y"] <= 1
        assert title["y"] >= name["y"] + name["height"]  # what was asked for is not under it


def test_nothing_that_has_the_focus_is_covered(visit: Visit, served: Served) -> None:
    """WCAG 2.4.11, between the heading that stays above and the bar below; links of the bar are in it."""
    page = telephone(visit, served)
    covered = page.locator(".sections a:visible").evaluate_all(
        """links => links.filter(link => {
          link.focus();
          const { left, right, top, bottom } = link.getClientRects()[0];
          const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return !link.contains(seen) && !seen?.contains(link);
        }).map(link => link.textContent)"""
    )
    assert covered == []
    assert page.locator(".sections a:visible").count() > 40


@pytest.mark.parametrize(("width", "height"), [(640, 400), (320, 256)])
def test_nothing_stays_on_a_screen_that_is_low(visit: Visit, served: Served, width: int, height: int) -> None:
    """Text at 200 % or 400 %, or a telephone held sideways."""
    page = visit.page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{served.url('guide:40088')}#housing")
    positions = page.locator(".reach, .sections h2").evaluate_all("all => all.map(it => getComputedStyle(it).position)")
    assert set(positions) == {"static"}


def test_nothing_stays_on_paper(visit: Visit, served: Served) -> None:
    page = telephone(visit, served)
    page.emulate_media(media="print")
    expect(page.locator(".reach")).to_be_hidden()
    positions = page.locator(".sections h2").evaluate_all("all => all.map(it => getComputedStyle(it).position)")
    assert set(positions) == {"static"}


def test_a_telephone_folds_the_filter_until_it_is_asked_for(visit: Visit, served: Served) -> None:
    page = telephone(visit, served)
    audience = page.get_by_role("button", name="Je viens étudier")
    expect(audience).to_be_hidden()
    page.locator(".filter summary").click()
    audience.click()
    expect(page).to_have_url(f"{served.url('guide:40088')}?pour=etudes")
    page.reload()
    expect(audience).to_be_visible()
    expect(audience).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("key", ["guide:244000675", "guide:40", "guide:75"])
def test_a_wider_guide_sends_to_the_commune_before_any_telephone(visit: Visit, served: Served, key: str) -> None:
    page = visit.open(served.url(key))
    choose, call = page.locator("#contact a.choose"), page.locator("#contact a[href^='tel:']")
    first, second = choose.bounding_box(), call.bounding_box()
    assert first
    assert second
    assert first["y"] + first["height"] < second["y"]
    choose.click()
    expect(page.locator("#level-commune, form.finder").first).to_be_in_viewport()


def telephone(visit: Visit, served: Served, lang: str = "fr") -> Page:
    """The guide of Dax on a telephone, for a reader who wants nothing to move."""
    page = visit.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    open_in_typeface(page, served.url("guide:40088", lang))
    return page


IN_TYPEFACE = """async () => {
  await document.fonts.ready;
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.position = "absolute";
  const family = getComputedStyle(document.body).fontFamily.split(",")[0];
  const [shown, other] = [`${family}, monospace`, "monospace"].map((families) => {
    probe.textContent = "illimité";
    probe.style.fontFamily = families;
    return probe.getBoundingClientRect().width;
  });
  probe.remove();
  return shown !== other;
}"""


def open_in_typeface(page: Page, address: str) -> None:
    """As a reader's next pages are shown: a busy machine may show some of them in the fallback (type.css)."""
    page.goto(address)
    for _ in range(20):
        if page.evaluate(IN_TYPEFACE):
            return
        page.reload()
    pytest.fail(f"{address} is never shown in the portal's typeface")


def colours(page: Page) -> list[str]:
    return [str(colour) for colour in page.evaluate(COLOURS)]


CONTRAST_OF_INITIALS = f"""() => {{
{CONTRAST}
  const look = (selector) => getComputedStyle(document.querySelector(selector));
  return contrast(look(".plate b").color, look(".plate").backgroundColor);
}}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_initials_are_read_on_their_plate(visit: Visit, served: Served, scheme: str) -> None:
    """axe does not look at what is hidden from those who listen. The plate is nearest to the letters of all that the
    print has (tests/unit/outputs/test_vignettes.py)."""
    page = visit.page()
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.goto(served.url("ambassador:jean-monnet"))
    assert page.evaluate(CONTRAST_OF_INITIALS) >= 4.5


# Links


def test_every_page_is_reached_by_links_alone(served: Served) -> None:
    """Without JavaScript, from the home page; and no link leaves the base path or leads to nothing.

    Nothing leads to what stands where somebody has left.
    """
    seen, waiting, broken, files = {BASE}, deque([BASE]), [], set()
    while waiting:
        address = waiting.popleft()
        file = served.folder / address.removeprefix(BASE)
        if file.suffix and file.is_file():
            files.add(address)
            continue
        file /= "index.html"
        if not file.is_file():
            broken.append(address)
            continue
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        targets = {str(node.attributes["href"]).partition("#")[0] for node in tree.css("a[href^='/']")}
        found = {target.partition("?")[0] for target in targets} - seen
        seen |= found
        waiting.extend(sorted(found))
    assert broken == []
    led_to = (page for page in served.site if page.key != "not-found" and page.kind != GONE)
    assert seen - files == {f"{BASE}{page.path}" for page in led_to}
    kinds = {file.rpartition(".")[2] for file in files}
    assert kinds == {"csv", "geojson", "ics", "json", "jsonld", "png", "rss", "svg", "zip"}


def test_a_reader_who_is_watched_would_be_noticed(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    with page.expect_event("requestfailed"):
        page.evaluate("new Image().src = 'http://192.0.2.1.invalid/pixel.png'")
    page.evaluate("setTimeout(() => { throw new Error('planted') })")
    page.wait_for_timeout(100)
    assert visit.outside == ["http://192.0.2.1.invalid/pixel.png"]
    assert any("planted" in error for error in visit.errors)
    visit.outside.clear()
    visit.errors.clear()
