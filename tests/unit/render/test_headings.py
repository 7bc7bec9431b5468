"""The page of one heading of a list: what is under it, and the way to the others."""

from collections.abc import Callable

import pytest

from site_builder.model.registry import CONTENT_TYPES
from site_builder.plan.pages import heading_key
from site_builder.render.stage import Press
from site_builder.render.views.entries.heading import HeadingView
from site_builder.render.views.entries.lists import ListView


def view(press: Press, key: str, lang: str) -> HeadingView:
    page = press.scene.site.get(key, lang)
    assert page is not None
    shown = press.view(page)
    assert isinstance(shown, HeadingView)
    return shown


def test_what_is_under_a_heading_with_its_numbers_on_the_map(presses: Callable[[str], Press]) -> None:
    shown = view(presses("districts"), "asset-list:natural-heritage", "en")
    assert (shown.title, shown.summary) == (
        "Natural heritage",
        "The landscapes of the area, and how to enjoy them without harm.",
    )
    assert (shown.family, shown.whole.title, shown.whole.url) == (
        "asset",
        "Highlights of Valdaine",
        "/portail/en/assets/",
    )
    assert [(card.title, card.number, card.lang) for card in shown.cards] == [
        ("The lake", 1, None),
        ("Le moulin", 0, "fr"),
    ]
    assert shown.map is not None
    assert [(mark.number, mark.title) for mark in shown.map.markers] == [(1, "The lake")]
    assert [(link.title, link.url, link.note) for link in shown.others] == [
        ("Public services", "/portail/en/assets/public-services/", ""),
        ("Associations and culture", "/portail/en/assets/associations-and-culture/", ""),
        ("Economy", "/portail/en/assets/economy/", ""),
        ("Historical and cultural heritage", "/portail/en/assets/historical-and-cultural-heritage/", ""),
        ("Health", "/portail/en/assets/health/", ""),
    ]


def test_a_heading_without_entries_says_so_and_leads_on(presses: Callable[[str], Press]) -> None:
    press = presses("districts")
    shown = view(press, "ambassador-list:sport", "fr")
    assert (shown.cards, shown.map) == ((), None)
    assert [link.note for link in shown.others] == ["1 personne", "", "", "1 personne", ""]
    page = press.scene.site.get("ambassador-list:sport", "fr")
    assert page is not None
    assert "Nous n’avons encore rien publié sur ce thème." in press.content(page)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_heading_has_a_page_as_soon_as_its_list_has_an_entry(lang: str, presses: Callable[[str], Press]) -> None:
    press = presses("districts")
    listed = [kind for kind in CONTENT_TYPES if press.scene.portal.entries.get(kind.kind)]
    planned = [page.key for page in press.scene.site if page.kind == "heading" and page.lang == lang]
    assert planned == [heading_key(kind.kind, group) for kind in listed for group in kind.groups]
    assert len({page.path for page in press.scene.site}) == len(press.scene.site)


def test_the_list_and_the_entries_lead_to_the_page_of_their_heading(presses: Callable[[str], Press]) -> None:
    press = presses("districts")
    whole, lake = press.scene.site.get("asset-list", "fr"), press.scene.site.get("asset:lake", "fr")
    assert whole is not None
    assert lake is not None
    shown = press.view(whole)
    assert isinstance(shown, ListView)
    assert [group.url for group in shown.groups] == ["/portail/atouts/patrimoine-naturel/"]
    assert getattr(press.view(lake), "group_url", "") == "/portail/atouts/patrimoine-naturel/"
    assert [crumb.path for crumb in press.scene.site.crumbs(lake)] == ["", "atouts/", "atouts/patrimoine-naturel/"]
