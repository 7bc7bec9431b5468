"""Whose words a guide holds: the core's where nobody else wrote, a territory's own where it did, each said."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served, Visit

WRITTEN = {
    "fr": "Écrit par\u00a0: Nouvelle-Aquitaine (démonstration).",
    "en": "Written by: Nouvelle-Aquitaine (demonstration).",
}
# Each block's own provenance, or that of its section where all its blocks share one.
PROVENANCE = """() => Object.fromEntries([...document.querySelectorAll(".bs > div")].map((block) => {
  const said = block.querySelector(":scope > .pv") ?? block.closest(".s").querySelector(".s-h > .pv");
  return [block.id, said.checkVisibility() && said.innerText.match(/^[^.]+[.]/)[0]];
}))"""

ISLE_JOURDAIN, SAINT_SAUVEUR, DAX = "guide:86112", "guide:33471", "guide:40088"
# Blocks that stand beside the core's, in the order of the guide: who wrote them, and what they are called.
LOCAL: dict[str, dict[str, dict[str, tuple[str, str]]]] = {
    ISLE_JOURDAIN: {"fr": {}, "en": {}},
    SAINT_SAUVEUR: {
        "fr": {"gironde-bathing": ("Écrit par\u00a0: Gironde (démonstration).", "Se baigner en Gironde")},
        "en": {"gironde-bathing": ("Written by: Gironde (demonstration).", "Swimming in Gironde")},
    },
    DAX: {
        "fr": {
            "grand-dax-job-search": (
                "Complété par\u00a0: Grand Dax (démonstration).",
                "Travailler avec le thermalisme",
            ),
            "landes-forest-fire": ("Complété par\u00a0: Landes (démonstration).", "Le feu dans le massif landais"),
            "landes-bathing": ("Écrit par\u00a0: Landes (démonstration).", "Se baigner sur la côte landaise"),
        },
        "en": {
            "grand-dax-job-search": ("More from: Grand Dax (demonstration).", "Working in the spa sector"),
            "landes-forest-fire": ("More from: Landes (demonstration).", "Fire in the Landes forest"),
            "landes-bathing": ("Written by: Landes (demonstration).", "Swimming on the Landes coast"),
        },
    },
}


def provenances(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(PROVENANCE)
    return found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_core_where_nobody_wrote_and_the_local_blocks_where_somebody_did(
    visit: Visit, served: Served, lang: str
) -> None:
    page = visit.open(served.url("guide:75", lang))
    core = provenances(page)
    assert len(core) == 30
    assert set(core.values()) == {WRITTEN[lang]}
    for key, expected in LOCAL.items():
        page.goto(served.url(key, lang))
        found = provenances(page)
        assert [(block, said) for block, said in found.items() if block in core] == list(core.items())
        local = {block: (said, title(page, block)) for block, said in found.items() if block not in core}
        assert list(local.items()) == list(expected[lang].items())


def title(page: Page, block: str) -> str:
    return page.locator(f"#{block} h3").inner_text()


def test_what_is_added_stands_beside_what_it_adds_to(visit: Visit, served: Served) -> None:
    order = list(provenances(visit.open(served.url(DAX))))
    assert order[order.index("job-search") + 1] == "grand-dax-job-search"
    assert order[order.index("forest-fire") + 1] == "landes-forest-fire"
    assert order[order.index("bathing") - 1] == "landes-bathing"


@pytest.mark.parametrize(
    ("lang", "sources", "unchecked"),
    [
        ("fr", "Sources\u00a0: service-public.gouv.fr · ", "Texte pas encore vérifié."),
        ("en", "Sources: service-public.gouv.fr · ", "Not yet checked."),
    ],
)
def test_the_core_says_what_it_is_founded_on(
    visit: Visit, served: Served, lang: str, sources: str, unchecked: str
) -> None:
    page = visit.open(served.url(ISLE_JOURDAIN, lang))
    said = page.locator("#first-steps .s-h > .pv").inner_text()
    assert said.startswith(f"{WRITTEN[lang]} {sources}")
    assert said.endswith(unchecked)
