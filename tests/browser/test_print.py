"""The guide of a commune, printed from the browser: what is on the paper, page by page."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.portal_pages import SITE_URL

Printed = Callable[[str], list[str]]

NAVIGATION = (
    "Aller au contenu",
    "Espace partenaires",
    "English",
    "Sommaire",
    "Je ne garde que",
    "Tout le guide",
    "Choisir ma commune",
    "Votre arrivée, pas à pas",
    "Le guide des enfants",
    "Un emploi pour votre conjoint ou conjointe",
    "Lire en mots simples",
    "Partager",
    "Signaler une erreur",
)


def compact(text: str) -> str:
    """Without its spaces: lines of a paper break where they must, addresses too."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def printed(browser: Browser, served: Served) -> Printed:
    """``printed("?pour=famille")``: the pages of Dax on A4, as text, printed once by a reader of their own."""

    @cache
    def pages(address: str) -> list[str]:
        with visiting(browser, served) as reader:
            page = reader.open(f"{served.url('guide:40088')}{address}")
            return [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]

    return pages


def test_whom_to_call_is_on_the_first_page(printed: Printed) -> None:
    first = printed("")[0]
    assert "Bienvenue à Dax" in first
    assert "05\u00a058\u00a056\u00a080\u00a000" in first
    assert "Du lundi au vendredi" in first
    assert f"{SITE_URL}bienvenue/dax/" in first
    for number in ("15", "17", "18", "112", "114", "115", "119", "3919"):
        assert re.search(rf"^{number}\b", first, re.MULTILINE), number


def test_everything_that_is_read_and_nothing_that_is_clicked(visit: Visit, served: Served, printed: Printed) -> None:
    page = visit.open(served.url("guide:40088"))
    titles = page.locator("main h2:visible, main .bs h3").all_inner_texts()
    sheets = printed("")
    paper = compact("".join(sheets))
    assert len(titles) > 45
    assert [title for title in titles if compact(title) not in paper] == ["Sommaire", "Préparer votre arrivée"]
    assert [word for word in NAVIGATION if compact(word) in paper] == []
    assert 8 <= len(sheets) <= 11


def test_addresses_of_links_are_shown_in_full(visit: Visit, served: Served, printed: Printed) -> None:
    page = visit.open(served.url("guide:40088"))
    page.emulate_media(media="print")
    assert page.locator(".ahead:visible, .filter a:visible").count() == 0  # ways to go from a screen
    outside = page.locator("main a[href^='http']:visible").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    links = page.locator(".bs a[href^='/']:not(.fl, [role=doc-glossref])")
    inside = links.evaluate_all("all => all.map(a => a.href)")
    words = page.locator(".bs [role=doc-glossref]").all_inner_texts()
    assert len(outside) > 30
    assert len(inside) > 2
    assert "état des lieux" in words
    paper = compact("".join(printed("")))
    assert [url for url in (*outside, *inside) if compact(f"({url})") not in paper] == []
    assert [word for word in words if compact(f"{word} (") not in paper] == []  # what it means, not where that is said
    assert compact("/lexique/#") not in paper


def test_no_heading_ends_a_page(visit: Visit, served: Served, printed: Printed) -> None:
    page = visit.open(served.url("guide:40088"))
    titles = {compact(title) for title in page.locator("main :is(h2, h3, h4)").all_inner_texts()}
    last = [next(line for line in reversed(sheet.splitlines()) if line.strip()) for sheet in printed("")]
    assert [line for line in last if compact(line) in titles] == []


def test_what_an_audience_keeps_is_what_is_printed(visit: Visit, served: Served, printed: Printed) -> None:
    sheets = printed("?pour=famille")
    page = visit.open(f"{served.url('guide:40088')}?pour=famille")
    blocks = page.locator(".bs > div")
    kept = [block.locator("h3").inner_text() for block in blocks.all() if block.is_visible()]
    left = set(blocks.locator("h3").all_text_contents()) - set(kept)
    assert "Étudier ici" in left
    paper = compact("".join(sheets))
    assert [title for title in kept if compact(title) not in paper] == []
    assert [title for title in left if compact(title) in paper] == []
    said = compact(f"« Nous venons en famille » : fiches affichées, {len(kept)} sur {blocks.count()}.")
    assert said in compact(sheets[0])
    assert compact("fiches affichées") not in compact("".join(printed("")))


def test_a_portrait_keeps_what_is_read(visit: Visit, served: Served) -> None:
    """Neither a list that is folded nor a file to open."""
    page = visit.open(served.url("portrait:75"))
    data, folded = page.locator(".map-data"), page.locator(".living details")
    expect(data).to_be_visible()
    expect(folded).to_be_visible()
    page.emulate_media(media="print")
    expect(data).to_be_hidden()
    expect(folded).to_be_hidden()
    folded.evaluate("details => details.open = true")
    expect(folded).to_be_visible()
